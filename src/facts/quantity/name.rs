//! Names with a number in them.

use super::other::{Other, is_digits};
use crate::lexicon::{Tokens, WordTable, number_words, words};

/// Words whose number is a name: "type 2".
const LABELS: &WordTable = words![
    "type",
    "types",
    "stage",
    "stages",
    "grade",
    "grades",
    "phase",
    "class",
    "level",
    "levels",
    "step",
    "steps",
    "chapter",
    "figure",
    "fig",
    "table",
    "part",
    "section",
    "page",
    "pages",
    "pp",
    "no",
    "nos",
    "number",
    "numbers",
    "vol",
    "volume",
    "issue",
    "version",
    "item",
    "question",
    "group",
    "option",
    "form",
    "box",
    "room",
    "suite",
    "floor",
    "title",
    "code",
    "factor",
    "vitamin",
    "omega",
    "law",
    "covid",
    "category",
    "tier",
    "schedule",
    "chromosome",
    "chromosomes",
    "route",
    "unit",
    "medicare",
    "highway",
    "interstate",
    "public",
    "bridge",
    "line",
    "agenda",
    "world",
];

/// Whether the number after a folded word is a name and counts nothing: "phase", "page".
pub(super) fn is_label(word: &str) -> bool {
    LABELS.has(word)
}

/// "type 2", "stage 3", "COVID-19", "L4-5", "page 12".
pub(super) fn name(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    let gap = tokens.gap_before(text, at);
    let is_lettered = before
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic());
    let is_joined = matches!(gap, "-" | "\u{2011}" | "_" | "/" | ".") && is_lettered;
    let is_label = matches!(gap, " " | "\u{a0}" | " #" | ". ") && is_label(before);
    if !is_joined && !is_label {
        return None;
    }
    // "over-65s" and "two-thirds" are no names.
    if is_joined
        && (number_words::below_twenty(before).is_some()
            || matches!(before, "over" | "under" | "mid" | "to" | "or"))
    {
        return None;
    }
    if before == "number" && matches!(tokens.word(at.saturating_sub(2)), "a" | "the") {
        return None;
    }
    // The rest of the name: "stages 1 to 3", "type 1 or 2".
    let mut end = at + 1;
    while matches!(tokens.word(end), "to" | "or" | "and" | "through")
        && is_digits(tokens.word(end + 1))
    {
        end += 2;
    }
    while is_digits(tokens.word(end))
        && matches!(tokens.gap_before(text, end), "-" | "–" | "/" | ", ")
    {
        end += 1;
    }
    Some(Other::Skipped(end))
}
