//! How a heading uses capitals: as a sentence does, or on every word that matters.

use crate::article::Prose;
use std::collections::BTreeSet;
use std::ops::Range;

/// One word of a heading that its first letter tells something about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CasedWord<'a> {
    /// The word without the marks around it.
    pub text: &'a str,
    /// Its bytes in the heading.
    pub range: Range<usize>,
    /// Whether it starts with a capital.
    pub is_capital: bool,
    /// Whether it is one of the little words that titles leave small: "to", "of", "and".
    pub is_minor: bool,
}

/// How the words of a heading are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// As in a sentence.
    Sentence,
    /// With a capital on every word that matters.
    Title,
    /// Neither can be told.
    Unknown,
}

/// The words after the first that are neither acronyms nor numbers nor first in a part of their own.
pub(super) fn cased_words(prose: &Prose) -> Vec<CasedWord<'_>> {
    let mut words = Vec::new();
    let mut opens = true;
    for (range, whole) in prose.words() {
        let lead = whole.len()
            - whole
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .len();
        let text = whole.trim_matches(|c: char| !c.is_alphanumeric());
        let is_first = std::mem::replace(
            &mut opens,
            text.is_empty() || whole.ends_with([':', '.', '?', '!', ')']),
        );
        let Some(first) = text.chars().next() else {
            continue;
        };
        if is_first || lead > 0 || !first.is_alphabetic() || is_acronym(text) {
            continue;
        }
        words.push(CasedWord {
            text,
            range: range.start + lead..range.start + lead + text.len(),
            is_capital: first.is_uppercase(),
            is_minor: is_minor(text),
        });
    }
    words
}

/// "ACL", "pH", "B12", "I", "X-ray".
fn is_acronym(word: &str) -> bool {
    let mut parts = word.split(['-', '/']);
    let is_odd = |part: &str| {
        let mut chars = part.chars();
        let first = chars.next();
        let alone = part.chars().count() == 1 && first.is_some_and(char::is_uppercase);
        alone || chars.any(|c| c.is_uppercase() || c.is_numeric())
    };
    parts.any(is_odd) || word.starts_with("I'") || word.starts_with("I’")
}

fn is_minor(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "but"
            | "by"
            | "for"
            | "from"
            | "in"
            | "into"
            | "nor"
            | "of"
            | "on"
            | "or"
            | "per"
            | "the"
            | "to"
            | "vs"
            | "via"
            | "with"
            | "al"
            | "con"
            | "de"
            | "del"
            | "el"
            | "en"
            | "la"
            | "las"
            | "los"
            | "o"
            | "para"
            | "por"
            | "que"
            | "sin"
            | "su"
            | "un"
            | "una"
            | "y"
    )
}

/// How words are written where no heading sets their case.
#[derive(Debug, Default)]
pub(super) struct Usage<'a> {
    small: BTreeSet<&'a str>,
    capital: BTreeSet<&'a str>,
}

impl<'a> Usage<'a> {
    /// Reads the running texts of an article: the words that start small, and those that have a capital within a sentence.
    pub(super) fn of(proses: impl Iterator<Item = &'a Prose>) -> Self {
        let mut usage = Self::default();
        for prose in proses {
            let mut opens = true;
            for (_, whole) in prose.words() {
                let word = whole.trim_matches(|c: char| !c.is_alphanumeric());
                let is_first =
                    std::mem::replace(&mut opens, whole.ends_with([':', '.', '?', '!', '"', '”']));
                let Some(first) = word.chars().next() else {
                    continue;
                };
                if first.is_lowercase() {
                    usage.small.insert(word);
                } else if !is_first && first.is_uppercase() {
                    usage.capital.insert(word);
                }
            }
        }
        usage
    }

    /// Whether the capitalised `word` is an ordinary word: the text writes it small, and never large within a sentence.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.small.contains(small(word).as_str()) && !self.capital.contains(word)
    }
}

/// How `words` are written; a name (a word that `is_common` does not know) tells nothing.
pub(super) fn case(words: &[CasedWord<'_>], is_common: impl Fn(&str) -> bool) -> Case {
    let mut major = words.iter().filter(|word| !word.is_minor).peekable();
    if major.peek().is_none() {
        return Case::Unknown;
    }
    let (large, little): (Vec<_>, Vec<_>) = major.partition(|word| word.is_capital);
    let has_common = large.iter().any(|word| is_common(word.text));
    match (little.is_empty(), has_common) {
        (false, false) => Case::Sentence,
        (true, true) => Case::Title,
        (false, true) | (true, false) => Case::Unknown,
    }
}

/// `word` with small letters at the start of each of its parts.
pub(super) fn small(word: &str) -> String {
    turned(word, true, |c| c.to_lowercase().collect())
}

/// `word` with a capital at its start.
pub(super) fn large(word: &str) -> String {
    turned(word, false, |c| c.to_uppercase().collect())
}

fn turned(word: &str, each_part: bool, turn: impl Fn(char) -> String) -> String {
    let mut starts = true;
    let mut out = String::with_capacity(word.len());
    for character in word.chars() {
        if std::mem::replace(&mut starts, each_part && character == '-') {
            out.push_str(&turn(character));
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn case_of(text: &str) -> Case {
        let prose = Prose::verbatim(text, Span::new(0, text.len()));
        let body =
            "we see a doctor for care and relief of joint pain at home, which is professional";
        let body = Prose::verbatim(body, Span::new(0, body.len()));
        let usage = Usage::of(std::iter::once(&body));
        case(&cased_words(&prose), |word| usage.is_common(word))
    }

    #[test]
    fn titles_are_told_from_sentences() {
        for (text, wanted) in [
            ("When to See a Doctor", Case::Title),
            ("When to see a doctor", Case::Sentence),
            ("When To Seek Care", Case::Title),
            ("Relief", Case::Unknown),
            ("About Parkinson's", Case::Unknown),
            ("Care for Crohn's disease", Case::Sentence),
            ("MRI of the Joint", Case::Title),
            ("Using an MRI", Case::Unknown),
            ("The McKenzie way", Case::Sentence),
            ("Pain: Relief", Case::Unknown),
            ("Getting Pain under control", Case::Unknown),
        ] {
            assert_eq!(case_of(text), wanted, "{text}");
        }
    }

    #[test]
    fn words_change_their_first_letters_only() {
        assert_eq!(small("Self-Care"), "self-care");
        assert_eq!(large("self-care"), "Self-care");
        assert_eq!(large("über"), "Über");
        assert_eq!(small(""), "");
    }
}
