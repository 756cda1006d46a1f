//! The words of a sign.

use crate::facts::Facts;
use crate::facts::words::{ContentWords, Stem};
use crate::lexicon::{Tokens, WordTable, words};
use std::ops::Range;

/// Names signs in the words of one article, those of its title left out.
pub(super) struct Naming<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    title: ContentWords,
}

impl<'f, 'a> Naming<'f, 'a> {
    /// That of an article.
    pub(super) fn of(facts: &'f Facts<'a>) -> Self {
        let title = facts.article.title().unwrap_or("");
        Self {
            facts,
            title: ContentWords::of_sign(title, facts.base_lang()),
        }
    }

    /// What the words `range` of a sentence name, without what says nothing of a sign.
    pub(super) fn named(&self, sentence: usize, range: Range<usize>) -> ContentWords {
        ContentWords::from_stems(self.stems(sentence, range).into_iter())
    }

    /// What a whole sentence names.
    pub(super) fn of_sentence(&self, sentence: usize) -> ContentWords {
        self.named(sentence, 0..self.facts.tokens_of(sentence).len())
    }

    /// What those words of a sentence name, each run of neighbours by itself.
    pub(super) fn of_words(&self, sentence: usize, words: &[usize]) -> ContentWords {
        let runs = words.chunk_by(|one, next| one + 1 == *next);
        let ends = runs.filter_map(|run| Some(*run.first()?..*run.last()? + 1));
        ContentWords::from_stems(ends.flat_map(|run| self.stems(sentence, run)))
    }

    fn stems(&self, sentence: usize, range: Range<usize>) -> Vec<Stem> {
        let words = self.facts.tokens_of(sentence).words_of(range);
        let words = ContentWords::of_sign_in(words, self.facts.base_lang());
        let told = words.in_order().iter();
        let told =
            told.filter(|stem| !is_empty(stem) && !is_number(stem) && !self.title.contains(stem));
        told.flat_map(|stem| canonical(stem).split(' ').map(Stem::new))
            .collect()
    }
}

/// Numbers are compared as such.
fn is_number(stem: &str) -> bool {
    const WORDS: &WordTable = words![
        "one", "two", "thre", "four", "five", "six", "ten", "minut", "month", "year", "over",
        "under", "longer", "c", "f", "coupl", "quarter", "half", "goe", "old",
    ];
    stem.starts_with(|c: char| c.is_ascii_digit()) || WORDS.has(stem) || stem.ends_with("ologist")
}

/// Words of signs that mean one thing made one, with a space between two.
fn canonical(stem: &str) -> &str {
    match stem {
        "mov" | "move" => "movement",
        "decreas" | "few" | "fewer" | "reduc" => "less",
        "repeat" | "repeated" | "repeatedli" | "tim" | "time" | "several" => "repeat",
        "brown" => "dark",
        "fresh" => "bright",
        "temperatur" => "fever",
        "nosebleed" => "nos blood",
        "shiver" | "shak" => "chill",
        "kill" => "suicid",
        other => other,
    }
}

/// Stems that say nothing of a sign.
fn is_empty(stem: &str) -> bool {
    const WORDS: &WordTable = words![
        "feel",
        "felt",
        "have",
        "get",
        "becom",
        "notic",
        "sign",
        "symptom",
        "your",
        "child",
        "babi",
        "person",
        "look",
        "seem",
        "start",
        "develop",
        "experienc",
        "com",
        "go",
        "happen",
        "common",
        "normal",
        "call",
        "tell",
        "doctor",
        "gp",
        "nurs",
        "clinic",
        "visit",
        "appointment",
        "next",
        "routin",
        "rest",
        "hom",
        "watch",
        "mention",
        "rais",
        "wait",
        "worri",
        "not",
        "day",
        "hour",
        "week",
        "still",
        "turn",
        "bring",
        "let",
        "know",
        "see",
        "mak",
        "also",
        "very",
        "bad",
        "sever",
        "heavi",
        "sudden",
        "wors",
        "short",
        "brief",
        "think",
        "thought",
        "usual",
        "with",
        "along",
        "together",
        "than",
        "mor",
        "long",
        "last",
        "after",
        "befor",
        "during",
        "urgent",
        "noth",
        "concern",
        "simpli",
        "find",
        "anyth",
        "resembl",
    ];
    WORDS.has(stem)
}

/// Words that make more of a sign.
pub(super) fn is_intense(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "severe",
        "heavy",
        "heavily",
        "sudden",
        "suddenly",
        "worse",
        "worsening",
        "spreading",
        "spreads",
        "large",
        "high",
        "persistent",
        "constant",
        "continuous",
        "bad",
        "very",
        "lots",
        "lot",
        "increasing",
        "growing",
        "extreme",
        "extremely",
        "intense",
        "unbearable",
        "stop",
        "soaks",
        "soaking",
        "more",
        "keeps",
        "getting",
        "completely",
        "all",
        "too",
    ];
    WORDS.has(word)
}

/// Whether the word at `at` makes less of a sign: "a few spots", not "for a few days"; "a faint line", not "you faint".
pub(super) fn softens(tokens: &Tokens, at: usize) -> bool {
    const TIMES: &WordTable = words![
        "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks",
        "month", "months", "while",
    ];
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    match tokens.word(at) {
        "few" | "little" => !TIMES.has(tokens.word(at + 1)),
        "faint" => matches!(before, "a" | "an" | "the" | "very" | "only" | "of"),
        word => is_soft(word),
    }
}

/// Words that make less of a sign.
fn is_soft(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "mild",
        "slight",
        "slightly",
        "minor",
        "small",
        "little",
        "some",
        "few",
        "light",
        "occasional",
        "occasionally",
        "temporary",
        "faint",
        "low",
        "spot",
        "spots",
        "spotting",
        "streaks",
        "pink",
        "dull",
        "gentle",
        "partly",
        "usually",
        "often",
        "first",
        "may",
        "might",
        "unless",
        "not",
        "no",
    ];
    WORDS.has(word)
}
