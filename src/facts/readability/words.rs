//! The words of a sentence as a reader counts them: a hyphenated word is one, an address is none.

use crate::lexicon::Tokens;
use crate::lexicon::syllables::syllables;
use std::ops::Range;

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadWord {
    /// Its tokens; several where it is hyphenated.
    pub tokens: Range<usize>,
    /// Its syllables.
    pub syllables: usize,
}

impl ReadWord {
    /// From so many syllables on a word is long.
    pub const LONG: usize = 3;

    /// Whether it has three syllables or more.
    pub fn is_long(&self) -> bool {
        self.syllables >= Self::LONG
    }
}

/// The words of the sentence `text`, in order.
pub fn read_words<'t>(text: &'t str, tokens: &'t Tokens) -> impl Iterator<Item = ReadWord> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut count = 0;
        if tokens.gap_before(text, at + 1) == " " {
            // Nearly every word: no part of an address, and not joined to the next.
            count += spoken(text, tokens, at);
            at += 1;
            return Some(ReadWord {
                tokens: at - 1..at,
                syllables: count,
            });
        }
        at = after_address(text, tokens, at);
        if at >= tokens.len() {
            return None;
        }
        let start = at;
        loop {
            count += spoken(text, tokens, at);
            at += 1;
            let joined = at < tokens.len() && joins(text, tokens, at);
            if !joined {
                break;
            }
        }
        Some(ReadWord {
            tokens: start..at,
            syllables: count,
        })
    })
}

/// Whether the token at `at` is of one word with the token before: "low-impact", "a.m.".
fn joins(text: &str, tokens: &Tokens, at: usize) -> bool {
    match tokens.gap_before(text, at) {
        "-" | "\u{2010}" | "\u{2011}" => true,
        "." => tokens.word(at).len() == 1 && tokens.word(at.saturating_sub(1)).len() == 1,
        _ => false,
    }
}

/// The first word at or after `at` that belongs to no web or mail address.
fn after_address(text: &str, tokens: &Tokens, mut at: usize) -> usize {
    while at < tokens.len() && opens_address(text, tokens, at) {
        at += 1;
        while at < tokens.len() && !tokens.gap_before(text, at).contains(char::is_whitespace) {
            at += 1;
        }
    }
    at
}

/// Ends of domains that articles name without "www".
const TOP_LEVEL: &[&str] = &[
    "ca", "com", "edu", "eu", "gov", "info", "net", "nhs", "org", "uk",
];

fn opens_address(text: &str, tokens: &Tokens, at: usize) -> bool {
    let next = || tokens.gap_before(text, at + 1);
    match tokens.word(at) {
        "http" | "https" => next() == "://",
        "www" => next() == ".",
        _ => match next() {
            "@" => true,
            // A domain such as "example.org".
            "." => TOP_LEVEL.contains(&tokens.word(at + 1)),
            _ => false,
        },
    }
}

/// A word in capitals without a vowel sound of its own ("MRI") is spelt out.
fn spoken(text: &str, tokens: &Tokens, at: usize) -> usize {
    let word = tokens.word(at);
    let is_short = (2..=4).contains(&word.len());
    let written = || text.get(tokens.place(at..at + 1)).unwrap_or("");
    if is_short && written().bytes().all(|byte| byte.is_ascii_uppercase()) {
        let letters = word.bytes();
        return letters
            .map(|letter| if letter == b'w' { 3 } else { 1 })
            .sum();
    }
    syllables(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, usize)> {
        let tokens = Tokens::of(text);
        read_words(text, &tokens)
            .map(|word| (text[tokens.place(word.tokens)].to_owned(), word.syllables))
            .collect()
    }

    #[test]
    fn hyphenated_words_are_one_and_addresses_none() {
        let found = words(
            "Low-impact walks: see https://example.org/a-b?c=d, www.example.org or ask me@example.org now.",
        );
        let found: Vec<(&str, usize)> = found.iter().map(|(word, n)| (word.as_str(), *n)).collect();
        assert_eq!(
            found,
            [
                ("Low-impact", 3),
                ("walks", 1),
                ("see", 1),
                ("or", 1),
                ("ask", 1),
                ("now", 1)
            ]
        );
    }

    #[test]
    fn capitals_are_spelt_out() {
        assert_eq!(
            words("An MRI of A&E"),
            [
                ("An".into(), 1),
                ("MRI".into(), 3),
                ("of".into(), 1),
                ("A&E".into(), 2)
            ]
        );
    }
}
