//! The letters of headings: in capitals, or as a sentence has them.

use crate::handout::{Handout, Item, Run, plain};
use std::collections::BTreeSet;

/// How headings are told from other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Headings {
    /// As written, the title and the sections' headings with a rule below.
    #[default]
    Underline,
    /// The sections' headings in capitals; units, doses and addresses stay, for "MG" is no milligram.
    Upper,
    /// With a capital at the start and on names only, as far as the article's own text tells names.
    Sentence,
}

/// Units that are written in small letters, or in letters of both sizes; alone they may be words, so those of one letter
/// count only after a number.
const UNITS: &[&str] = &[
    "mg", "mcg", "kg", "ng", "ml", "dl", "cl", "ul", "mmol", "mol", "nmol", "meq", "cm", "mm",
    "nm", "km", "kcal", "kj", "kpa", "mmhg", "hpa", "bpm", "ppm", "iu", "mgs", "mls", "kgs", "cc",
    "mcl", "hr", "hrs", "min", "mins", "sec", "secs", "wk", "wks", "lb", "lbs", "oz", "ft", "in",
    "deg",
];

/// `words` in capitals, units and what else would change its meaning left as it is.
pub(super) fn upper(words: &str) -> String {
    let mut after_number = false;
    let words = words.split_inclusive([' ', '\n', '\u{a0}']);
    words
        .map(|word| {
            let keep = is_fixed(word, after_number);
            let trimmed = word.trim();
            let is_number = trimmed.ends_with(|ch: char| ch.is_numeric());
            after_number = is_number || (trimmed.is_empty() && after_number);
            if keep {
                word.to_owned()
            } else {
                word.to_uppercase()
            }
        })
        .collect()
}

/// Whether the capitals of `word` would mean something else.
fn is_fixed(word: &str, after_number: bool) -> bool {
    let word = word
        .trim()
        .trim_matches(|ch: char| matches!(ch, '(' | ')' | ',' | '.' | ':' | ';' | '?' | '!'));
    let is_address = word.contains("://") || word.contains('@') || word.starts_with("www.");
    let mut parts = word.split(['/', '-', '–', '(', ')']);
    is_address || parts.any(|part| is_measure(part, after_number))
}

fn is_measure(part: &str, after_number: bool) -> bool {
    let has = |test: fn(char) -> bool| part.chars().any(test);
    let is_mixed = part.chars().skip(1).any(char::is_uppercase) && has(char::is_lowercase);
    let is_foreign = part.chars().any(|ch| matches!(ch, 'µ' | 'μ' | '°'));
    let is_quantity = part.starts_with(|ch: char| ch.is_numeric()) && has(char::is_alphabetic);
    let is_unit = UNITS.contains(&part.to_lowercase().as_str())
        && (after_number || !matches!(part, "in" | "min" | "sec" | "ft"));
    let is_letter = after_number && part.chars().count() <= 2 && has(char::is_alphabetic);
    is_mixed || is_foreign || is_quantity || is_unit || is_letter
}

/// How an article writes its words where no heading sets their case.
#[derive(Debug, Default)]
pub(super) struct Usage {
    small: BTreeSet<String>,
    large: BTreeSet<String>,
}

impl Usage {
    /// Reads every text of `handout` that is no heading.
    pub(super) fn of(handout: &Handout) -> Self {
        let mut usage = Self::default();
        usage.items(&handout.items);
        usage
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Paragraph(runs) => self.text(runs),
                Item::Figure(figure) => {
                    self.text(&figure.alt);
                    self.text(&figure.caption);
                }
                Item::List(list) => list.items.iter().for_each(|item| self.items(&item.items)),
                Item::Definitions(definitions) => {
                    for (_, details) in definitions {
                        self.items(details);
                    }
                }
                Item::Table(table) => table.rows.iter().flatten().for_each(|cell| self.text(cell)),
                Item::Box(callout) => self.items(&callout.items),
                Item::Quote(items) => self.items(items),
                Item::Question {
                    question, answer, ..
                } => {
                    self.text(question);
                    self.items(answer);
                }
                Item::Heading { .. }
                | Item::Code(_)
                | Item::Links(_)
                | Item::Rule
                | Item::Fields(_)
                | Item::Lines(_)
                | Item::Code2d(_)
                | Item::Logo(_) => {}
            }
        }
    }

    fn text(&mut self, runs: &[Run]) {
        let mut opens = true;
        for whole in plain(runs).split_whitespace() {
            let word = core(whole);
            let is_first = std::mem::replace(&mut opens, ends_part(whole));
            match word.chars().next() {
                Some(first) if first.is_lowercase() => {
                    self.small.insert(word.to_owned());
                }
                Some(first) if first.is_uppercase() && !is_first => {
                    self.large.insert(word.to_owned());
                }
                _ => {}
            }
        }
    }

    /// `words` with small letters where the article writes them so and never with a capital within a sentence.
    pub(super) fn sentence(&self, words: &str) -> String {
        let mut opens = true;
        let words = words.split_inclusive(char::is_whitespace);
        words
            .map(|whole| {
                let is_first = std::mem::replace(&mut opens, ends_part(whole.trim_end()));
                let word = core(whole);
                let mut letters = word.chars();
                let starts_large = letters.next().is_some_and(char::is_uppercase);
                let is_plain = starts_large
                    && letters.clone().next().is_some()
                    && !letters.any(char::is_uppercase);
                let small = word.to_lowercase();
                if is_first
                    || !is_plain
                    || self.large.contains(word)
                    || !(self.small.contains(&small) || is_little(&small))
                {
                    return whole.to_owned();
                }
                whole.replacen(word, &small, 1)
            })
            .collect()
    }
}

/// A word without the marks around it.
fn core(word: &str) -> &str {
    word.trim_matches(|ch: char| !ch.is_alphanumeric())
}

fn ends_part(word: &str) -> bool {
    word.ends_with([':', '.', '?', '!', ')', '"', '”', '–', '—', '|'])
}

/// The words of headings that are never names, in English. A name that is one of them, "May" the month, is safe where the
/// article's text has it with a capital.
fn is_little(word: &str) -> bool {
    const LITTLE: &[&str] = &[
        "a",
        "about",
        "after",
        "an",
        "and",
        "are",
        "as",
        "ask",
        "at",
        "be",
        "before",
        "but",
        "by",
        "call",
        "can",
        "care",
        "do",
        "does",
        "during",
        "for",
        "from",
        "get",
        "go",
        "have",
        "help",
        "home",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "know",
        "look",
        "make",
        "my",
        "need",
        "not",
        "of",
        "on",
        "or",
        "our",
        "possible",
        "see",
        "seek",
        "should",
        "take",
        "than",
        "that",
        "the",
        "their",
        "this",
        "to",
        "treatment",
        "symptoms",
        "causes",
        "questions",
        "vs",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "you",
        "your",
        "yourself",
    ];
    LITTLE.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_leave_what_they_would_change() {
        for (words, expected) in [
            ("When to get help", "WHEN TO GET HELP"),
            ("Take 5 mg twice", "TAKE 5 mg TWICE"),
            ("Take 5mg or 10 µg", "TAKE 5mg OR 10 µg"),
            (
                "About 5 g a day, 2 l of water",
                "ABOUT 5 g A DAY, 2 l OF WATER",
            ),
            ("Doses in mg/kg", "DOSES IN mg/kg"),
            ("Your HbA1c and pH", "YOUR HbA1c AND pH"),
            ("Above 38 °C", "ABOVE 38 °C"),
            ("At 20\u{a0}mmHg", "AT 20\u{a0}mmHg"),
            ("Ask help@example.org", "ASK help@example.org"),
            ("Read www.example.org", "READ www.example.org"),
            ("Straße, naïve, X-ray", "STRASSE, NAÏVE, X-RAY"),
            ("Who is in the team", "WHO IS IN THE TEAM"),
        ] {
            assert_eq!(upper(words), expected);
        }
    }

    #[test]
    fn sentences_keep_names() {
        let mut usage = Usage::default();
        usage.text(&[Run::plain(
            "Ask for care if pain lasts. See Crohn's UK, or a doctor in May.",
        )]);
        for (words, expected) in [
            ("When To Seek Care", "When to seek care"),
            ("Pain And Crohn's", "Pain and Crohn's"),
            ("Care: Pain In May", "Care: Pain in May"),
            ("Your MRI Doctor", "Your MRI doctor"),
        ] {
            assert_eq!(usage.sentence(words), expected);
        }
    }
}
