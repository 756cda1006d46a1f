//! Signs of emphasis that are signs of multiplication: without them `1*500 mg` would be 1500 mg.

use crate::source::PartOf;

/// Whether the signs at `opener` and those at `closer`, where that is known, multiply: one of them stands right between two
/// digits, or both stand between a digit and a letter or digit. A thin space beside them changes nothing.
pub(super) fn is_product(source: &str, opener: usize, closer: Option<usize>) -> bool {
    let ends = [Some(opener), closer].map(|at| at.and_then(|at| Around::of(source, at)));
    let is_between = |ends: &Around| ends.before && ends.after == Some(After::Digit);
    let multiplies = |ends: &Around| ends.before && ends.after.is_some();
    let [opener, closer] = &ends;
    let one = ends.iter().flatten().any(is_between);
    one || opener.as_ref().is_some_and(multiplies) && closer.as_ref().is_some_and(multiplies)
}

/// What stands around a run of signs.
struct Around {
    /// Whether a digit stands before it.
    before: bool,
    after: Option<After>,
}

#[derive(PartialEq, Eq)]
enum After {
    Digit,
    Letter,
}

impl Around {
    /// What stands around the signs at `at`; `None` where there are none.
    fn of(source: &str, at: usize) -> Option<Self> {
        let rest = source.get(at..).filter(|rest| rest.starts_with(is_sign))?;
        let before = source.part(..at).trim_end_matches(is_sign);
        let before = before.trim_end_matches(is_thin).chars().next_back();
        let after = rest.trim_start_matches(is_sign);
        let after = after.trim_start_matches(is_thin).chars().next();
        let after = after.and_then(|ch| match ch {
            _ if ch.is_numeric() => Some(After::Digit),
            _ if ch.is_alphabetic() => Some(After::Letter),
            _ => None,
        });
        Some(Self {
            before: before.is_some_and(char::is_numeric),
            after,
        })
    }
}

fn is_sign(ch: char) -> bool {
    matches!(ch, '*' | '_')
}

/// Spaces that part the digits of one number or a number from its sign, and show no end of a word.
fn is_thin(ch: char) -> bool {
    matches!(ch, '\u{2009}' | '\u{200a}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::is_product;

    #[test]
    fn signs_between_digits_multiply_and_others_set_off() {
        for (text, closer, expected) in [
            ("1*500 mg and 2*500 mg", 14, true),
            ("1**500** mg", 6, true),
            ("1\u{2009}*\u{2009}500* mg", 14, true),
            ("1*B12 and 2*B6", 11, true),
            ("1*st* of May", 4, false),
            ("2 *500 mg* tablets", 9, false),
            ("*1* 500 mg", 2, false),
        ] {
            let opener = text.find('*').unwrap();
            assert_eq!(is_product(text, opener, Some(closer)), expected, "{text}");
        }
    }
}
