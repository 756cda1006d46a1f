//! Lines that lead to a list: how they end.

use super::Tokens;
use super::stop_words::is_stop_word;
use super::word_table::{WordTable, words};

/// How a line stands to the list after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// It ends in a condition that the items fill: "Call your doctor if:", "Do not take it if you have any of these:".
    Condition,
    /// It ends open, in a colon or the like: "You can eat:".
    Open,
    /// It is whole by itself.
    Plain,
}

impl Lead {
    /// How a line with these words ends, read in the language with this base tag.
    pub fn of(text: &str, tokens: &Tokens, base_lang: &str) -> Self {
        let is_open = ends_open(text);
        let is_closed = !is_open && text.trim_end().ends_with(['.', '!', '?', ')']);
        if !is_closed && ends_in_condition(tokens, is_open, base_lang) {
            Self::Condition
        } else if is_open || !is_closed && is_label_of_list(tokens) {
            Self::Open
        } else {
            Self::Plain
        }
    }
}

/// Whether these words are a label above what to do or not to do, and nothing else: "Do", "Don't".
pub fn is_do_label(tokens: &Tokens) -> bool {
    let words = (tokens.len(), tokens.word(0), tokens.word(1));
    matches!(
        words,
        (1, "do" | "dos" | "do's" | "don't" | "don'ts", _) | (2, "do", "not")
    )
}

fn is_label_of_list(tokens: &Tokens) -> bool {
    is_do_label(tokens) || tokens.len() == 1 && matches!(tokens.word(0), "never" | "avoid")
}

/// So many words may stand behind the "if": "if you or your child have any of the following signs".
const MOST_BEHIND: usize = 12;

/// Words that say nothing of a case, beside the stop words.
const EMPTY: &WordTable = words![
    "algun",
    "alguna",
    "algunas",
    "alguno",
    "algunos",
    "applies",
    "apply",
    "baby",
    "below",
    "child",
    "conditions",
    "develop",
    "develops",
    "experience",
    "feel",
    "feels",
    "following",
    "happen",
    "happens",
    "have",
    "nota",
    "notice",
    "notices",
    "nino",
    "one",
    "presenta",
    "problems",
    "senales",
    "siguientes",
    "signos",
    "signs",
    "sintomas",
    "symptoms",
    "these",
    "things",
    "tiene",
    "warning",
];

/// Whatever stands behind the "if", so few of the last words of an open line lead to cases: "if you regularly:".
const LAST: usize = 3;

fn ends_in_condition(tokens: &Tokens, is_open: bool, base_lang: &str) -> bool {
    let is_condition = |word: &str| match base_lang {
        "es" => matches!(word, "si" | "cuando" | "quienes"),
        _ => matches!(word, "if" | "when" | "who" | "unless"),
    };
    let near = tokens.len().saturating_sub(MOST_BEHIND + 1)..tokens.len();
    let mut back = near.rev().map(|at| tokens.word(at));
    let first = back.find(|word| is_condition(word) || !is_empty(word, base_lang));
    let last = tokens.words().rev().take(LAST);
    first.is_some_and(is_condition) || is_open && { last }.any(is_condition)
}

fn is_empty(word: &str, base_lang: &str) -> bool {
    let is_adverb = base_lang == "en" && word.ends_with("ly") || word == "often";
    EMPTY.has(word) || is_adverb || is_stop_word(word, base_lang)
}

/// Whether a line ends so that something must follow: in a colon, a comma, dots or "if".
pub fn ends_open(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['*', '_']);
    text.ends_with([':', '…', ','])
        || text.ends_with("...")
        || text.ends_with(" if")
        || text.ends_with(" si")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_in_a_condition_open_or_whole() {
        for (text, lang, wanted) in [
            ("Call us if:", "en", Lead::Condition),
            ("You may have it if you often:", "en", Lead::Condition),
            ("Do not take it if you have:", "en", Lead::Condition),
            ("Call 999 if you have any of these", "en", Lead::Condition),
            (
                "See a doctor if your child has any of the following signs:",
                "en",
                Lead::Condition,
            ),
            ("Do not give it to anyone who:", "en", Lead::Condition),
            ("You have insomnia if you regularly:", "en", Lead::Condition),
            (
                "Llame al 112 si tiene alguno de estos síntomas:",
                "es",
                Lead::Condition,
            ),
            ("Good choices are:", "en", Lead::Open),
            ("You can have:", "en", Lead::Open),
            ("When you get home again:", "en", Lead::Open),
            (
                "Take one of these if you have a headache:",
                "en",
                Lead::Open,
            ),
            ("Take these with you …", "en", Lead::Open),
            ("Puede comer:", "es", Lead::Open),
            ("**Don’t**", "en", Lead::Open),
            ("Do not", "en", Lead::Open),
            ("Do not drive", "en", Lead::Plain),
            ("Call 999 if you cannot breathe", "en", Lead::Plain),
            ("Rest is best.", "en", Lead::Plain),
            ("Call 999 if you have any of these.", "en", Lead::Plain),
            ("", "en", Lead::Plain),
        ] {
            assert_eq!(Lead::of(text, &Tokens::of(text), lang), wanted, "{text}");
        }
    }
}
