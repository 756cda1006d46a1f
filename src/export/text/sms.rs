//! Text messages: the alphabet of GSM 03.38, and how many parts a text takes.

/// The letters that take one septet, but for the line ends.
const BASIC: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                     abcdefghijklmnopqrstuvwxyzäöñüà";

/// The letters of the extension table, which take two: an escape and the letter. The form feed is one of them.
const EXTENDED: &str = "^{}\\[~]|€\u{c}";

/// Septets of a message that is sent as one.
const WHOLE: usize = 160;

/// Septets of a part of a longer message; seven go to the header that joins the parts.
const PART: usize = 153;

/// How long a text is as a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message {
    /// Its length in septets: letters, those of the extension table counted twice.
    pub septets: usize,
    /// The parts that it is sent in; none for an empty text.
    pub parts: usize,
}

/// Measures `text`; `None` if it holds a character that is not in the alphabet.
pub fn message(text: &str) -> Option<Message> {
    let sizes: Vec<usize> = text.chars().map(septets).collect::<Option<_>>()?;
    let total = sizes.iter().sum();
    if total <= WHOLE {
        return Some(Message {
            septets: total,
            parts: usize::from(total > 0),
        });
    }
    let (mut parts, mut used) = (1, 0);
    for size in sizes {
        // An escape is not parted from its letter.
        if used + size > PART {
            parts += 1;
            used = 0;
        }
        used += size;
    }
    Some(Message {
        septets: total,
        parts,
    })
}

/// The septets that `ch` takes; `None` if it is not in the alphabet.
pub(super) fn septets(ch: char) -> Option<usize> {
    if matches!(ch, '\n' | '\r') || BASIC.contains(ch) {
        Some(1)
    } else if EXTENDED.contains(ch) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_has_128_places_less_the_escape_and_ten_more() {
        assert_eq!(BASIC.chars().count() + 2, 127);
        assert_eq!(EXTENDED.chars().count(), 10);
    }

    #[test]
    fn parts_are_counted_as_networks_do() {
        let of = |text: &str| {
            let message = message(text).unwrap();
            (message.septets, message.parts)
        };
        assert_eq!(of(""), (0, 0));
        assert_eq!(of(&"a".repeat(160)), (160, 1));
        assert_eq!(of(&"a".repeat(161)), (161, 2));
        assert_eq!(of(&"a".repeat(306)), (306, 2));
        assert_eq!(of(&"a".repeat(307)), (307, 3));
        assert_eq!(of(&"€".repeat(80)), (160, 1));
        // 152 letters, then a sign of two that does not fit into the last place of the first part.
        assert_eq!(
            of(&format!("{}[{}", "a".repeat(152), "a".repeat(151))),
            (305, 2)
        );
        assert_eq!(
            of(&format!("{}[{}", "a".repeat(152), "a".repeat(152))),
            (306, 3)
        );
    }

    #[test]
    fn what_phones_would_send_in_another_alphabet_is_none() {
        for ch in ["’", "–", "≥", "á", "ç", "`", "\t"] {
            assert_eq!(message(ch), None, "{ch}");
        }
    }
}
