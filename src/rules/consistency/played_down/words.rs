//! The words of a sign.

use crate::facts::Facts;
use crate::facts::alike::{Alike, StemTable};
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
    static WORDS: StemTable = StemTable::new(&[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
        "minute", "month", "year", "over", "under", "longer", "c", "f", "couple", "quarter",
        "half", "goes", "old",
    ]);
    stem.starts_with(|c: char| c.is_ascii_digit()) || WORDS.has(stem) || stem.ends_with("ologist")
}

/// Words of signs that mean one thing made one, with a space between two.
fn canonical(stem: &str) -> &str {
    static WORDS: Alike = Alike::new(&[
        ("bright", &["fresh"]),
        ("chill", &["shiver", "shake"]),
        ("dark", &["brown"]),
        ("fever", &["temperature"]),
        ("less", &["decrease", "few", "fewer", "reduce"]),
        ("movement", &["move"]),
        ("nose blood", &["nosebleed"]),
        ("repeat", &["repeatedly", "time", "several"]),
        ("suicide", &["kill"]),
    ]);
    WORDS.of(stem).map_or(stem, Stem::as_str)
}

/// Stems that say nothing of a sign.
fn is_empty(stem: &str) -> bool {
    static WORDS: StemTable = StemTable::new(&[
        "feel",
        "felt",
        "have",
        "get",
        "become",
        "notice",
        "sign",
        "symptom",
        "your",
        "child",
        "baby",
        "person",
        "look",
        "seem",
        "start",
        "develop",
        "experience",
        "come",
        "go",
        "happen",
        "common",
        "normal",
        "call",
        "tell",
        "doctor",
        "gp",
        "nurse",
        "clinic",
        "visit",
        "appointment",
        "next",
        "routine",
        "rest",
        "home",
        "watch",
        "mention",
        "raise",
        "wait",
        "worry",
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
        "make",
        "also",
        "very",
        "bad",
        "severe",
        "heavy",
        "sudden",
        "worse",
        "short",
        "brief",
        "think",
        "thought",
        "usual",
        "with",
        "along",
        "together",
        "than",
        "more",
        "long",
        "last",
        "after",
        "before",
        "during",
        "urgent",
        "nothing",
        "concern",
        "simply",
        "find",
        "anything",
        "resemble",
    ]);
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
        "abundante",
        "aguda",
        "agudo",
        "empeora",
        "fuerte",
        "fuertes",
        "grave",
        "intensa",
        "intenso",
        "mucha",
        "mucho",
        "persistente",
        "repentina",
        "repentino",
        "subita",
        "subito",
    ];
    WORDS.has(word)
}

/// How a word makes less of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Softer {
    /// It is a lesser sign: "a few spots".
    Less,
    /// It does not always come: "may", "often".
    Sometimes,
    /// It does not come at all, or something does not happen.
    Denied,
}

/// How the word at `at` makes less of a sign: "a few spots", not "for a few days"; "a faint line", not "you faint".
pub(super) fn softer(tokens: &Tokens, at: usize) -> Option<Softer> {
    const TIMES: &WordTable = words![
        "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks",
        "month", "months", "while",
    ];
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    match tokens.word(at) {
        "few" | "little" => (!TIMES.has(tokens.word(at + 1))).then_some(Softer::Less),
        "faint" => {
            let is_less = matches!(before, "a" | "an" | "the" | "very" | "only" | "of");
            is_less.then_some(Softer::Less)
        }
        "not" | "no" | "doesn't" | "don't" | "won't" | "isn't" => Some(Softer::Denied),
        word if SOMETIMES.has(word) => Some(Softer::Sometimes),
        word => LESS.has(word).then_some(Softer::Less),
    }
}

/// Words that make less of a sign, or set a case.
const LESS: &WordTable = words![
    "dull",
    "gentle",
    "leve",
    "leves",
    "ligera",
    "ligeras",
    "ligero",
    "ligeros",
    "light",
    "low",
    "mild",
    "minor",
    "occasional",
    "occasionally",
    "partly",
    "pequena",
    "pequenas",
    "pequeno",
    "pequenos",
    "pink",
    "poca",
    "pocas",
    "poco",
    "pocos",
    "alguna",
    "algun",
    "rosada",
    "rosado",
    "salvo",
    "slight",
    "slightly",
    "small",
    "some",
    "spot",
    "spots",
    "spotting",
    "streaks",
    "temporary",
    "unless",
];

/// Words that say how often a sign comes.
const SOMETIMES: &WordTable = words![
    "first", "may", "might", "often", "primera", "primeras", "primero", "primeros", "puede",
    "pueden", "suele", "suelen", "usually",
];
