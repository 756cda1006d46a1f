//! Numbers that are no amount: scores, clock times and reference marks here, dates, phone numbers and names in files of
//! their own.

use super::QuantityKind;
use super::date::{date, is_year};
use super::name::name;
use super::phone::{emergency, phone};
use crate::lexicon::Tokens;

/// What stands at a number that is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    /// A date, year or phone number up to the word at the index.
    Kept(QuantityKind, usize),
    /// Something that no rule counts, up to the word at the index.
    Skipped(usize),
}

/// The number at word `at` if it is no amount; months are those of the language with this base tag.
pub(super) fn other_at(text: &str, tokens: &Tokens, at: usize, lang: &str) -> Option<Other> {
    let date = date(text, tokens, at, lang);
    if date.is_some() || !is_digits(tokens.word(at)) {
        return date
            .or_else(|| clock(text, tokens, at))
            .or_else(|| name(text, tokens, at));
    }
    clock(text, tokens, at)
        .or_else(|| phone(text, tokens, at))
        .or_else(|| emergency(tokens, at))
        .or_else(|| name(text, tokens, at))
        .or_else(|| reference(text, tokens, at))
        .or_else(|| score(text, tokens, at))
        .or_else(|| year(text, tokens, at))
}

/// Whether all of `word` is digits.
pub(super) fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "8:30", "9am", "9 a.m.", "10 o'clock".
fn clock(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let word = tokens.word(at);
    let is_suffixed = ["am", "pm"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(is_digits));
    if is_suffixed {
        return Some(Other::Skipped(at + 1));
    }
    if !is_digits(word) {
        return None;
    }
    let next = tokens.word(at + 1);
    if tokens.gap_before(text, at + 1) == ":" && next.as_bytes().first()?.is_ascii_digit() {
        return Some(Other::Skipped(at + 2));
    }
    let is_dotted = matches!(next, "a" | "p") && tokens.gap_before(text, at + 2) == ".";
    let is_named =
        matches!(next, "am" | "pm" | "o'clock") || (is_dotted && tokens.word(at + 2) == "m");
    is_named.then_some(Other::Skipped(at + 2))
}

/// "[12]", "[3, 4]", "(2)".
fn reference(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let before = before(text, tokens, at);
    let after = after(text, tokens, at);
    let is_open = before.ends_with('[') || before.ends_with('(');
    if is_open && (after.starts_with(']') || after.starts_with(')')) {
        return Some(Other::Skipped(at + 1));
    }
    if !before.ends_with('[') {
        return None;
    }
    let mut end = at + 1;
    while is_digits(tokens.word(end))
        && matches!(tokens.gap_before(text, end), "," | ", " | "-" | "–")
    {
        end += 1;
    }
    let closed = after_word(text, tokens, end).starts_with(']');
    closed.then_some(Other::Skipped(end))
}

fn after_word<'t>(text: &'t str, tokens: &Tokens, end: usize) -> &'t str {
    end.checked_sub(1)
        .map_or("", |last| after(text, tokens, last))
}

/// "120/80", "24/7": two numbers with a stroke that are no fraction.
fn score(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let is_pair = tokens.gap_before(text, at + 1) == "/" && is_digits(tokens.word(at + 1));
    let is_fraction = matches!(
        (tokens.word(at), tokens.word(at + 1)),
        ("1", "2" | "3" | "4") | ("2", "3") | ("3", "4")
    );
    (is_pair && !is_fraction).then_some(Other::Skipped(at + 2))
}

/// A year: four digits with a word of time or a bracket before, or nothing to count after.
fn year(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    if !is_year(tokens.word(at)) {
        return None;
    }
    let mut end = at + 1;
    let dash = matches!(tokens.gap_before(text, end), "-" | "–" | "/");
    if dash && is_digits(tokens.word(end)) && tokens.word(end).len() != 3 {
        end += 1;
    }
    let is_unit = super::Unit::from_word(tokens.word(end)).is_some();
    (!is_unit).then_some(Other::Kept(QuantityKind::Year, end))
}

/// What stands in the text before word `at`, from the end of the word before.
pub(super) fn before<'t>(text: &'t str, tokens: &Tokens, at: usize) -> &'t str {
    let from = at
        .checked_sub(1)
        .map_or(0, |before| tokens.place(before..at).end);
    let to = tokens.place(at..at + 1).start;
    text.get(from..to).unwrap_or("")
}

/// What stands in the text after word `at`, up to the next word or the end.
pub(super) fn after<'t>(text: &'t str, tokens: &Tokens, at: usize) -> &'t str {
    let from = tokens.place(at..at + 1).end;
    let to = if at + 1 < tokens.len() {
        tokens.place(at + 1..at + 2).start
    } else {
        text.len()
    };
    text.get(from..to).unwrap_or("")
}
