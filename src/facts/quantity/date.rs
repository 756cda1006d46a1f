//! Dates and years among the numbers of a sentence.

use super::QuantityKind;
use super::other::{Other, is_digits};
use crate::facts::date::day;
use crate::lexicon::{Tokens, months};

fn number(word: &str) -> Option<u32> {
    is_digits(word).then(|| word.parse().ok()).flatten()
}

/// Whether a word is a year from 1900 to 2099.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && number(word).is_some_and(|year| (1900..2100).contains(&year))
}

/// Whether a word is the number of a day: "3", "3rd".
fn is_day(word: &str) -> bool {
    day(word).is_some()
}

/// A date that starts at word `at`, or whose month stands before it; months are those of the language with this base tag.
pub(super) fn date(text: &str, tokens: &Tokens, at: usize, lang: &str) -> Option<Other> {
    let is_month = |word: &str| months::number(word, lang).is_some();
    let kept = |end| Some(Other::Kept(QuantityKind::Date, end));
    let word = tokens.word(at);
    let gap = |index| tokens.gap_before(text, index);
    let same = |gap: &str, other: &str| matches!(gap, "/" | "-" | ".") && gap == other;
    let (second, third) = (tokens.word(at + 1), tokens.word(at + 2));
    if same(gap(at + 1), gap(at + 2)) && is_digits(second) && is_digits(third) {
        let is_iso = is_year(word) && second.len() == 2 && third.len() == 2;
        let is_numeric =
            word.len() <= 2 && second.len() <= 2 && (is_year(third) || third.len() == 2);
        let in_range = |word: &str| number(word).is_some_and(|n| (1..=31).contains(&n));
        if is_iso || (is_numeric && in_range(word) && in_range(second)) {
            return kept(at + 3);
        }
    }
    // "3 April 2026", "3 April", "3rd of April", "3 de abril de 2026".
    if is_day(word) {
        let month = at + 1 + usize::from(matches!(second, "of" | "de"));
        if is_month(tokens.word(month)) && !starts_clause(tokens, month) {
            let year = month + 1 + usize::from(tokens.word(month + 1) == "de");
            let has_year = is_year(tokens.word(year));
            return kept(if has_year { year + 1 } else { month + 1 });
        }
    }
    // "April 3, 2026", "April 2026": the month stands before.
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    if is_month(before) && is_capital(text, tokens, at - 1) {
        if is_day(word) {
            let has_year = is_year(tokens.word(at + 1));
            return kept(at + 1 + usize::from(has_year));
        }
        return is_year(word).then_some(Other::Kept(QuantityKind::Date, at + 1));
    }
    None
}

/// "May" and "March" after a number may be verbs: "2 may help".
fn starts_clause(tokens: &Tokens, month: usize) -> bool {
    matches!(tokens.word(month), "may" | "march")
        && tokens
            .word(month + 1)
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_lowercase())
}

fn is_capital(text: &str, tokens: &Tokens, at: usize) -> bool {
    let place = tokens.place(at..at + 1);
    let first = text.get(place).and_then(|word| word.chars().next());
    first.is_some_and(char::is_uppercase)
}
