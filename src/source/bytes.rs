//! Quick looks at the bytes of a text, to tell whether a closer one is worth it. They do not stop at what they find: loops
//! without a way out are taken many bytes at a time.

/// Whether `text` has a byte that is `wanted`.
#[inline]
pub fn has_byte(text: &str, wanted: impl Fn(u8) -> bool) -> bool {
    let bytes = text.as_bytes().iter();
    bytes.fold(false, |has, byte| has | wanted(*byte))
}

/// Whether `text` has two bytes beside each other that are `wanted`.
#[inline]
pub fn has_pair(text: &str, wanted: impl Fn(u8, u8) -> bool) -> bool {
    pairs(text).fold(false, |has, (one, next)| has | wanted(*one, *next))
}

/// The number of two bytes of `text` beside each other that are `wanted`.
#[inline]
pub fn count_pairs(text: &str, wanted: impl Fn(u8, u8) -> bool) -> usize {
    pairs(text)
        .filter(|(one, next)| wanted(**one, **next))
        .count()
}

/// Every two bytes beside each other. Two slices side by side are what a compiler can take many bytes at a time of.
#[inline]
fn pairs(text: &str) -> impl Iterator<Item = (&u8, &u8)> {
    let bytes = text.as_bytes();
    let later = bytes.get(1..).unwrap_or(&[]);
    bytes.iter().zip(later)
}

/// The number of bytes of `text` that are `wanted`.
#[inline]
pub fn count(text: &str, wanted: impl Fn(u8) -> bool) -> usize {
    text.bytes().filter(|byte| wanted(*byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_pairs_are_found_wherever_they_stand() {
        for text in ["1a", "a1", "some words 1", "1"] {
            assert!(has_byte(text, |byte| byte.is_ascii_digit()));
            assert_eq!(count(text, |byte| byte.is_ascii_digit()), 1);
        }
        let is_a_number = |one: u8, next: u8| one == b'a' && next.is_ascii_digit();
        for (text, found) in [
            ("a1", true),
            ("xa1x", true),
            ("1a", false),
            ("a", false),
            ("", false),
        ] {
            assert_eq!(has_pair(text, is_a_number), found);
        }
        assert!(!has_byte("", |_| true));
    }
}
