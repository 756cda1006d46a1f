//! Phone numbers and numbers to call in an emergency.

use super::QuantityKind;
use super::other::{Other, before, is_digits};
use crate::lexicon::Tokens;

/// Groups of digits that together make a phone number.
pub(super) fn phone(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let mut digits = tokens.word(at).len();
    let mut groups = vec![digits];
    let mut end = at + 1;
    while is_digits(tokens.word(end)) {
        let gap = tokens.gap_before(text, end);
        if !matches!(
            gap,
            "-" | "\u{2011}" | "." | " " | ") " | ")" | " (" | "-(" | ")-" | "\u{a0}"
        ) {
            break;
        }
        let length = tokens.word(end).len();
        digits += length;
        groups.push(length);
        end += 1;
    }
    // "1-800-QUIT-NOW": letters for digits.
    let is_lettered =
        groups.len() == 2 && groups.first() == Some(&1) && tokens.gap_before(text, end) == "-";
    if is_lettered && groups.get(1) == Some(&3) {
        return Some(Other::Kept(QuantityKind::Phone, end));
    }
    let before = before(text, tokens, at);
    let is_marked = before.ends_with('+') || before.ends_with('(');
    let is_shape = match groups.as_slice() {
        [single] => {
            (10..=12).contains(single) && is_called(tokens, at)
                || is_short_code(tokens, at, *single)
        }
        // "2019-2021" and "1000-1500" are ranges.
        [4, 4] => is_called(tokens, at),
        // A postcode: "20892-1190".
        [5, 4] if !is_called(tokens, at) => return Some(Other::Skipped(end)),
        [3, 4] => tokens.gap_before(text, at + 1) != " " || is_called(tokens, at),
        // "Directive 2007-039".
        [first, second] if (*first, *second) != (5, 6) => is_called(tokens, at) && *second >= 3,
        [first, rest @ ..] => {
            let long = rest.iter().all(|group| *group >= 3);
            let pairs = rest.len() >= 3 && rest.iter().all(|group| *group >= 2);
            (*first >= 3 || *first == 1 || is_marked || pairs) && (long || pairs)
        }
        [] => false,
    };
    let least = if groups.len() == 1 { 5 } else { 7 };
    (is_shape && (least..=15).contains(&digits)).then_some(Other::Kept(QuantityKind::Phone, end))
}

/// "Text 838255".
fn is_short_code(tokens: &Tokens, at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    (5..=6).contains(&length) && before == "text"
}

/// Whether a word of calling stands at most five words before.
fn is_called(tokens: &Tokens, at: usize) -> bool {
    (at.saturating_sub(5)..at).any(|index| {
        matches!(
            tokens.word(index),
            "call"
                | "contact"
                | "calling"
                | "called"
                | "phone"
                | "dial"
                | "dialing"
                | "dialling"
                | "ring"
                | "text"
                | "texting"
                | "tel"
                | "telephone"
                | "fax"
                | "tty"
                | "tdd"
                | "hotline"
                | "helpline"
                | "line"
                | "llame"
                | "llamar"
        )
    })
}

/// A number to call in an emergency or a crisis.
pub(super) fn emergency(tokens: &Tokens, at: usize) -> Option<Other> {
    let is_known = matches!(
        tokens.word(at),
        "911"
            | "999"
            | "112"
            | "111"
            | "000"
            | "988"
            | "711"
            | "211"
            | "311"
            | "101"
            | "118"
            | "119"
            | "120"
            | "811"
    );
    let next = tokens.word(at + 1);
    let is_service = matches!(next, "call" | "calls" | "service" | "services" | "operator");
    (is_known
        && (is_called(tokens, at)
            || is_service
            || matches!(tokens.word(at), "911" | "999" | "988")))
    .then_some(Other::Kept(QuantityKind::Emergency, at + 1))
}
