//! Parts of a text that are kept together or in order: addresses, figures with their units, spaces that bind.

use crate::export::pdf::direction::{Direction, is_right_to_left};
use crate::export::together::{SIGNS, keeps_together};
use crate::source::PartOf;
use std::ops::Range;

/// Whether `range` of `source` is a space that keeps two words on one line, and not one inside a number.
pub fn is_glue(source: &str, range: &Range<usize>) -> bool {
    let is_digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
    match source.get(range.clone()) {
        Some("\u{A0}" | "\u{2007}" | "\u{202F}") => {
            let before = source.part(..range.start).chars().next_back();
            let after = source.part(range.end..).chars().next();
            !(is_digit(before) && is_digit(after))
        }
        Some(" ") => keeps_together(source, range),
        _ => false,
    }
}

/// The addresses in a text.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if bare.contains("://") || bare.contains("www.") {
            found.push(at..at + bare.len());
        }
        at += word.len();
    }
    found
}

/// Figures with their units and signs in a text that holds words that run from right to left. Among those, "38.5 °C" would
/// be drawn as "C° 38.5": each is kept in the order in which it is written. Where the text runs as `way` says from left to right,
/// so is a figure after the last of those words: "[2]" would be drawn before it.
pub(super) fn doses(source: &str, way: Direction) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in source.split(is_right_to_left) {
        let start = source
            .part(at..)
            .find(part)
            .map_or(at, |offset| at + offset);
        at = start + part.len();
        let belongs = |c: char| {
            c.is_alphanumeric() || SIGNS.contains(&c) || matches!(c, '°' | '%' | '½' | '¼' | '¾')
        };
        let head = part.len() - part.trim_start_matches(|c| !belongs(c)).len();
        let dose = part.trim_matches(|c| !belongs(c));
        let has_figure = dose.chars().any(char::is_numeric);
        let has_unit = dose.chars().any(|c| belongs(c) && !c.is_numeric());
        let is_last = at == source.len() && way == Direction::LeftToRight;
        if has_figure && (has_unit || is_last) && !dose.contains('\n') {
            found.push(start + head..start + head + dose.len());
        }
    }
    found
}
