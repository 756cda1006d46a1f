//! How a single line looks and what its words do; its neighbours are looked at elsewhere.

use super::prose::has_url;
use crate::lexicon::{Tokens, lead};

/// Whether a line starts as a question does.
pub(super) fn asks(tokens: &Tokens) -> bool {
    const WORDS: &[&str] = &[
        "what", "when", "can", "do", "does", "is", "are", "should", "how", "why", "who", "where",
        "which", "will", "could", "would", "may", "must", "que", "cuando", "como", "por", "quien",
        "donde", "cual", "cuales", "puedo", "debo", "es", "cuanto", "hay",
    ];
    WORDS.contains(&tokens.word(0)) && tokens.len() > 2
}

/// A call to act that ends where its reasons start: "Call 999 or go to A&E if:", "Llame al 911 si tiene:".
pub(super) fn calls(tokens: &Tokens) -> bool {
    const ACTS: &[&str] = &[
        "call", "go", "see", "get", "phone", "ask", "contact", "visit", "speak", "dial", "seek",
        "ring", "tell", "talk", "text", "make", "book", "llame", "avise", "hable", "vaya", "acuda",
        "busque", "consulte", "pida", "visite",
    ];
    const CONDITIONS: &[&str] = &["if", "when", "si", "cuando"];
    ACTS.contains(&tokens.word(0))
        && tokens
            .words()
            .rev()
            .take(4)
            .any(|word| CONDITIONS.contains(&word))
}

/// Whether a line ends as a sentence does whose end is the list below it: "You may have", "Symptoms include:".
pub(super) fn leads_in(tokens: &Tokens) -> bool {
    const ENDS: &[&str] = &[
        "may",
        "can",
        "be",
        "include",
        "includes",
        "including",
        "are",
        "is",
        "have",
        "has",
        "the",
        "if",
        "you",
        "a",
        "of",
        "to",
        "with",
        "or",
        "and",
        "as",
        "for",
        "when",
        "like",
        "will",
        "should",
        "incluyen",
        "incluye",
        "son",
        "es",
        "puede",
        "pueden",
        "si",
        "tiene",
        "de",
        "con",
        "como",
        "que",
        "y",
        "o",
        "para",
        "debe",
    ];
    tokens
        .words()
        .next_back()
        .is_some_and(|word| ENDS.contains(&word))
}

/// A label above what to do or not to do: "Do", "Don't:".
pub(super) fn is_do_label(text: &str) -> bool {
    /// The longest label, in bytes.
    const LONGEST: usize = 12;
    text.len() <= LONGEST
        && text.ends_with(|char: char| char.is_alphabetic() || char == ':')
        && lead::is_do_label(&Tokens::of(text))
}

/// Four letters or more, none of them small.
pub(super) fn is_all_capitals(text: &str) -> bool {
    text.chars().filter(|char| char.is_uppercase()).count() >= 4
        && !text.chars().any(char::is_lowercase)
}

/// Starts with a capital, a digit or a Spanish opening mark; "image text" does not.
pub(super) fn starts_like_heading(text: &str) -> bool {
    let first = text
        .chars()
        .find(|char| !matches!(char, '¿' | '¡' | '"' | '“' | '‘' | '\'' | '*'));
    first.is_some_and(|char| {
        char.is_uppercase()
            || char.is_ascii_digit()
            || (char.is_alphabetic() && !char.is_lowercase())
    })
}

/// A label with its text ("Medical disclaimer: this ...", "Last reviewed: 3 March 2026") is a paragraph.
pub(super) fn is_label(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(_, rest)| {
        let after = rest.chars().next();
        after.is_some_and(|char| char.is_ascii_digit()) || rest.ends_with('.') || is_name(rest)
    })
}

/// Two to four capitalised words, as after "Written by:".
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

pub(super) fn has_phone_or_url(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 7 || has_url(text) || text.contains('@')
}

/// Every word of four letters or more starts with a capital.
pub(super) fn is_title_case(text: &str) -> bool {
    let mut long = text
        .split_whitespace()
        .filter(|word| word.chars().count() > 3)
        .peekable();
    long.peek().is_some()
        && long.all(|word| {
            word.chars()
                .find(|char| char.is_alphanumeric())
                .is_some_and(|char| !char.is_lowercase())
        })
}
