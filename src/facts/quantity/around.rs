//! What stands around a number: its bound, its noun, its clause.

use super::Bound;
use super::other::{after, before};
use crate::lexicon::{Tokens, WordTable, words};
use std::ops::Range;

/// The bound that the words and signs around a number give, with the first word of it before and the end of it after.
pub(super) fn bound(text: &str, tokens: &Tokens, words: &Range<usize>) -> (Bound, Range<usize>) {
    let sign = before(text, tokens, words.start);
    let after_sign = words
        .end
        .checked_sub(1)
        .map_or("", |last| after(text, tokens, last));
    if sign.contains(['>', '≥']) || after_sign.starts_with('+') {
        return (Bound::AtLeast, words.clone());
    }
    if sign.contains(['<', '≤']) {
        return (Bound::AtMost, words.clone());
    }
    if sign.ends_with(['~', '≈', '±']) {
        return (Bound::About, words.clone());
    }
    if let Some((bound, end)) = bound_after(tokens, words.end) {
        return (bound, words.start..end);
    }
    bound_before(tokens, words.start).map_or((Bound::Exact, words.clone()), |(bound, start)| {
        (bound, start..words.end)
    })
}

fn bound_after(tokens: &Tokens, at: usize) -> Option<(Bound, usize)> {
    let word = |offset: usize| tokens.word(at + offset);
    if let Some(bound) = super::spanish::bound_after(word(0), word(1)) {
        return Some((bound, at + 2));
    }
    if !matches!(word(0), "or" | "and") {
        return None;
    }
    let bound = match word(1) {
        "more" | "longer" | "older" | "over" | "above" | "higher" | "greater" | "up" | "later" => {
            Bound::AtLeast
        }
        "less" | "fewer" | "younger" | "under" | "below" | "lower" | "shorter" => Bound::AtMost,
        "so" => Bound::About,
        _ => return None,
    };
    (word(0) == "or"
        || matches!(
            word(1),
            "over" | "older" | "under" | "above" | "younger" | "up"
        ))
    .then_some((bound, at + 2))
}

/// The bound in the words before `at`, read backwards, with its first word.
fn bound_before(tokens: &Tokens, at: usize) -> Option<(Bound, usize)> {
    let word = |back: usize| at.checked_sub(back).map_or("", |index| tokens.word(index));
    let is_negation = |word: &str| matches!(word, "no" | "not" | "never") || word.ends_with("n't");
    let is_denied = |back: usize| is_negation(word(back));
    // "Never take more than 4 g."
    let is_told_off =
        matches!(word(1), "than") && ([4, 5].into_iter().any(is_denied) || is_banned(tokens, at));
    if let Some((bound, words)) = super::spanish::bound_before(word) {
        return at.checked_sub(words).map(|start| (bound, start));
    }
    let found = match (word(2), word(1)) {
        ("up", "to") | ("at", "most") | ("maximum" | "max" | "limit" | "most", "of") => {
            (Bound::AtMost, 2)
        }
        ("at", "least") | ("minimum", "of") => (Bound::AtLeast, 2),
        (
            "more" | "longer" | "greater" | "higher" | "older" | "later" | "farther" | "further",
            "than",
        ) => {
            if is_denied(3) {
                (Bound::AtMost, 3)
            } else if is_told_off {
                (Bound::AtMost, 2)
            } else {
                (Bound::AtLeast, 2)
            }
        }
        ("less" | "fewer" | "shorter" | "lower" | "younger" | "sooner" | "earlier", "than") => {
            if is_denied(3) {
                (Bound::AtLeast, 3)
            } else {
                (Bound::AtMost, 2)
            }
        }
        (_, "over" | "above" | "exceeding" | "beyond") => (Bound::AtLeast, 1),
        (_, "under" | "below" | "within" | "maximum") => (Bound::AtMost, 1),
        (
            _,
            "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "approx"
            | "circa" | "some",
        ) => (Bound::About, 1),
        _ => return None,
    };
    at.checked_sub(found.1).map(|start| (found.0, start))
}

/// So many words of a ban may stand before its number.
const BAN_WORDS: usize = 10;

/// Whether the number at word `at` is the most of a ban that opens its sentence: "Do not use the spray for more than 7 days".
fn is_banned(tokens: &Tokens, at: usize) -> bool {
    let behind = match (tokens.word(0), tokens.word(1), tokens.word(2)) {
        ("do", "not", _) | ("you", "shouldn't" | "mustn't" | "cannot" | "can't", _) => 2,
        ("don't" | "never", ..) => 1,
        ("you", "should" | "must", "not") => 3,
        _ => return false,
    };
    let opens = |word: &str| {
        matches!(
            word,
            "if" | "when"
                | "unless"
                | "because"
                | "but"
                | "that"
                | "who"
                | "and"
                | "until"
                | "while"
        )
    };
    (behind..=BAN_WORDS).contains(&at) && !(behind..at).any(|at| opens(tokens.word(at)))
}

/// The noun phrase that starts at word `at`, at most four words: up to a word that can't be part of one, or a mark.
pub(super) fn noun(text: &str, tokens: &Tokens, at: usize) -> Range<usize> {
    let mut end = at;
    while end < tokens.len() && end < at + 4 {
        let gap = tokens.gap_before(text, end);
        let is_close = gap
            .trim_matches(['-', '*', '_', '"', '“', '\u{a0}'])
            .trim()
            .is_empty();
        if (end > 0 && !is_close) || is_function_word(tokens.word(end)) {
            break;
        }
        end += 1;
    }
    at..end
}

/// Words that end a noun phrase, sorted.
const FUNCTION_WORDS: &WordTable = words![
    "a",
    "about",
    "after",
    "ago",
    "al",
    "also",
    "an",
    "and",
    "antes",
    "apart",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "between",
    "but",
    "by",
    "can",
    "con",
    "could",
    "cuando",
    "daily",
    "de",
    "del",
    "desde",
    "despues",
    "did",
    "do",
    "does",
    "durante",
    "during",
    "each",
    "el",
    "en",
    "es",
    "esta",
    "every",
    "once",
    "twice",
    "for",
    "from",
    "had",
    "has",
    "hasta",
    "have",
    "he",
    "help",
    "helps",
    "her",
    "here",
    "his",
    "if",
    "in",
    "include",
    "includes",
    "including",
    "into",
    "is",
    "it",
    "its",
    "la",
    "las",
    "later",
    "less",
    "los",
    "make",
    "makes",
    "mas",
    "may",
    "menos",
    "might",
    "more",
    "most",
    "must",
    "need",
    "needs",
    "not",
    "o",
    "of",
    "often",
    "old",
    "on",
    "only",
    "or",
    "our",
    "para",
    "per",
    "pero",
    "por",
    "puede",
    "que",
    "se",
    "she",
    "should",
    "si",
    "sin",
    "since",
    "so",
    "son",
    "su",
    "sus",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "un",
    "una",
    "until",
    "usually",
    "was",
    "we",
    "were",
    "when",
    "which",
    "while",
    "who",
    "will",
    "with",
    "within",
    "without",
    "would",
    "y",
    "you",
    "your",
];

fn is_function_word(word: &str) -> bool {
    word.ends_with("n't") || FUNCTION_WORDS.has(word)
}

/// How many words of a clause are looked at on either side of a number.
const MOST_WORDS: usize = 30;

/// The words of the clause around `words`: between marks that part clauses and words that open one.
pub(super) fn clause(text: &str, tokens: &Tokens, words: &Range<usize>) -> Range<usize> {
    let parts = |index: usize| {
        tokens
            .gap_before(text, index)
            .contains([',', ';', ':', '(', ')', '—', '–', '.', '?', '!', '\n'])
    };
    let opens = |index: usize| {
        matches!(
            tokens.word(index),
            "if" | "when"
                | "but"
                | "unless"
                | "because"
                | "while"
                | "although"
                | "though"
                | "whereas"
                | "then"
                | "until"
                | "whether"
                | "so"
                | "si"
                | "cuando"
                | "pero"
                | "porque"
                | "aunque"
        )
    };
    let mut start = words.start;
    while start > 0 && words.start - start < MOST_WORDS && !parts(start) && !opens(start - 1) {
        start -= 1;
    }
    let mut end = words.end;
    while end < tokens.len() && end - words.end < MOST_WORDS && !parts(end) && !opens(end) {
        end += 1;
    }
    start..end
}
