//! Characters that look like letters and digits of ASCII and are others.

/// The letter or digit of ASCII that `ch` looks like.
pub(super) fn plain(ch: char) -> Option<char> {
    wide(ch).or_else(|| foreign(ch))
}

/// The letter or digit that a full-width or mathematical one is another shape of.
pub(super) fn wide(ch: char) -> Option<char> {
    let code = u32::from(ch);
    let plain = match code {
        0xff10..=0xff19 | 0xff21..=0xff3a | 0xff41..=0xff5a => code - 0xfee0,
        // Thirteen alphabets of 26 capitals and 26 small letters, then five rows of digits.
        0x1d400..=0x1d6a3 => match (code - 0x1d400) % 52 {
            letter @ 0..26 => u32::from('A') + letter,
            letter => u32::from('a') + letter - 26,
        },
        0x1d7ce..=0x1d7ff => u32::from('0') + (code - 0x1d7ce) % 10,
        _ => return None,
    };
    char::from_u32(plain)
}

/// The Latin letter that a Cyrillic or Greek one cannot be told from. Letters of formulas (α, β, μ) are none of them.
fn foreign(ch: char) -> Option<char> {
    const FOREIGN: &str = "АВЕЅІЈКМНОРСТУХасеоріјѕухһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    const LATIN: &str = "ABESIJKMHOPCTYXaceopijsyxhdqwlABEZHIKMNOPTYXo";
    let at = FOREIGN.chars().position(|one| one == ch)?;
    LATIN.chars().nth(at)
}

/// Whether `ch` is a Cyrillic or Greek letter, of any look.
pub(super) fn is_foreign(ch: char) -> bool {
    matches!(ch, '\u{370}'..='\u{52f}') && ch.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_told_as_the_letters_that_they_look_like() {
        for (shape, letter) in [
            ('９', '9'),
            ('Ａ', 'A'),
            ('ｚ', 'z'),
            ('𝐀', 'A'),
            ('𝒛', 'z'),
            ('𝟗', '9'),
            ('𝟿', '9'),
            ('с', 'c'),
            ('а', 'a'),
            ('ӏ', 'l'),
            ('Α', 'A'),
            ('ο', 'o'),
        ] {
            assert_eq!(plain(shape), Some(letter), "{shape}");
        }
        for other in ['c', '9', 'β', 'μ', 'я', 'д', 'é'] {
            assert_eq!(plain(other), None, "{other}");
        }
    }
}
