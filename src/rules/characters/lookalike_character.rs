//! Words and numbers in characters that look like others.

use super::lookalike::{is_foreign, plain, wide};
use crate::rules::prelude::*;
use crate::source::bytes::has_pair;
use std::ops::Range;

rule! {
    /// A word or a number is written in characters that only look like its own.
    ///
    /// ## Why it matters
    /// Nobody sees the difference, and every machine does: a phone does not dial "９１１", a search does not find "саll" with a
    /// Cyrillic "с", and no check knows either as advice. "9l1" with a small L cannot be dialled at all.
    ///
    /// Flagged are full-width and mathematical letters and digits, Cyrillic and Greek letters in a Latin word, and letters
    /// in the place of digits in a number to call. Words that are Russian or Greek as a whole, formulas such as "TNF-α", and
    /// full-width signs in Chinese, Japanese or Korean text are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Stroke
    ///
    /// Call ９１１ if one side of the face droops.
    /// ```
    ///
    /// ```markdown,flag
    /// # Stroke
    ///
    /// Саll 911 if one side of the face droops.
    /// ```
    ///
    /// ```markdown,flag
    /// # Stroke
    ///
    /// Call 9l1 if one side of the face droops.
    /// ```
    ///
    /// A letter for a digit in an amount:
    /// ```markdown,flag
    /// # Sore throat
    ///
    /// Give l mg twice a day.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Stroke
    ///
    /// Call 911 if one side of the face droops. In Russian this is инсульт. The blood may be tested for TNF-α and 5 μg of IL1β.
    ///
    /// Blood group O, 2 l of water, vitamin B12 and H2O are what they seem.
    /// ```
    RULE {
        name: "lookalike-character", severity: Warning, since: "0.1.0",
        standard: "Unicode UTS 39 confusables; WCAG 1.3.1",
        summary: "a word or number is written in characters that look like others",
    }
}

/// Words that make what follows a number to call.
const CALLS: &[&str] = &[
    "call", "calls", "calling", "dial", "dialling", "dialing", "phone", "ring", "text", "llame",
    "llamar", "marque", "marcar",
];
/// Numbers to call in an emergency.
const NUMBERS: &[&str] = &["911", "999", "112", "111", "000", "988"];
/// How many words before a number the word that makes it one to call may stand.
const REACH: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let is_latin = cx.article.base_lang() != "other";
    for text in cx.facts.texts.iter().copied() {
        let prose = text.prose;
        let text = prose.text();
        if !may_hold(text) {
            continue;
        }
        let runs: Vec<Range<usize>> = runs(text).collect();
        for (index, range) in runs.iter().enumerate() {
            let word = part(text, range);
            let before = runs.get(index.saturating_sub(REACH)..index);
            let behind = runs.get(index + 1).map_or("", |next| part(text, next));
            let called = number(word).filter(|_| is_called(text, before.unwrap_or_default()));
            let masked = || is_masked(word, text, is_latin).then(|| unmasked(word));
            let Some(meant) = called.or_else(|| amount(word, behind)).or_else(masked) else {
                continue;
            };
            let span = prose.span(range.clone());
            let next = runs.get(index + 1).map(|next| unmasked(part(text, next)));
            let is_number = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
            let is_grave = is_number(&meant)
                || next.is_some_and(|next| NUMBERS.contains(&next.as_str()))
                || cx.facts.is_in_role(Role::RedFlags, span);
            let finding = findings.report(span, message(word, &meant));
            finding.help(format!(
                "Type it again as \"{meant}\": phones, searches, screen readers and checks do not know it as it is."
            ));
            if is_grave {
                finding.severity(Severity::Error);
            }
            finding.fix(Fix {
                title: format!("write \"{meant}\""),
                edits: vec![Edit { span, text: meant }],
                safety: Safety::NeedsReview,
            });
        }
    }
}

/// Whether there is a letter beside a digit, or one that is not ASCII: without, no word looks like another.
fn may_hold(text: &str) -> bool {
    let is_odd = |one: u8, next: u8| {
        (one.is_ascii_digit() && next.is_ascii_alphabetic())
            || (one.is_ascii_alphabetic() && next.is_ascii_digit())
    };
    let is_other = |ch: char| !ch.is_ascii() && ch.is_alphanumeric();
    let is_alone = || text.contains(" l m") || text.contains(" I m");
    has_pair(text, is_odd) || is_alone() || !text.is_ascii() && text.contains(is_other)
}

fn message(word: &str, meant: &str) -> String {
    let odd = word
        .chars()
        .zip(meant.chars())
        .find(|(one, other)| one != other);
    let odd = odd.map_or_else(String::new, |(one, other)| {
        format!(": U+{:04X} in the place of \"{other}\"", u32::from(one))
    });
    format!("\"{word}\" looks like \"{meant}\" and is written otherwise{odd}")
}

/// Runs of letters and digits.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let words = text.split(|ch: char| !ch.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

fn part<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or("")
}

/// Whether one of the words `before` a number makes it one to call.
fn is_called(text: &str, before: &[Range<usize>]) -> bool {
    let mut words = before.iter().map(|range| unmasked(part(text, range)));
    words.any(|word| CALLS.contains(&word.to_lowercase().as_str()))
}

/// The word as it looks.
fn unmasked(word: &str) -> String {
    word.chars().map(|ch| plain(ch).unwrap_or(ch)).collect()
}

/// Whether `word` in `text` is written in characters that look like others.
fn is_masked(word: &str, text: &str, is_latin: bool) -> bool {
    if word.is_ascii() {
        return false;
    }
    if word.chars().any(|ch| wide(ch).is_some()) {
        return !text.chars().any(is_east_asian);
    }
    let foreign = || word.chars().filter(|ch| is_foreign(*ch));
    if foreign().next().is_none() || foreign().any(|ch| plain(ch).is_none()) {
        return false;
    }
    // A word of them alone may be one of their language, where others stand beside it that look like nothing else.
    let is_mixed = word.chars().any(|ch| ch.is_ascii_alphabetic());
    let beside = || text.chars().any(|ch| is_foreign(ch) && plain(ch).is_none());
    is_mixed || (is_latin && word.chars().count() > 1 && !beside())
}

/// The emergency number that `word` shows with letters in the place of digits.
fn number(word: &str) -> Option<String> {
    let has = |of: fn(&u8) -> bool| word.bytes().any(|byte| of(&byte));
    if word.len() != 3 || !has(u8::is_ascii_digit) || !has(u8::is_ascii_alphabetic) {
        return None;
    }
    let digits: String = word
        .chars()
        .map(|ch| match ch {
            'l' | 'I' | 'i' => '1',
            'O' | 'o' => '0',
            other => other,
        })
        .collect();
    NUMBERS.contains(&digits.as_str()).then_some(digits)
}

/// The number that `word` shows with a capital O in the place of a nought ("14O/9O"), or with a letter for 1 before the unit
/// `behind` it ("l mg").
fn amount(word: &str, behind: &str) -> Option<String> {
    if matches!(word, "l" | "I") {
        let is_unit = matches!(behind, "mg" | "mcg" | "ml" | "mL");
        return is_unit.then(|| "1".to_owned());
    }
    let is_shown = word.len() <= 5
        && word.starts_with(|ch: char| ch.is_ascii_digit())
        && word.contains('O')
        && word.chars().all(|ch| ch == 'O' || ch.is_ascii_digit());
    is_shown.then(|| word.replace('O', "0"))
}

/// Whether `ch` is of Chinese, Japanese or Korean text.
fn is_east_asian(ch: char) -> bool {
    matches!(ch, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}
