//! Topic packs: what an article on a topic is expected to say, as data that is checked when it is loaded.

mod file;

pub use file::PackError;

use crate::article::Article;
use crate::lexicon::{Patterns, Tokens, Urgency};
use std::ops::Range;
use std::sync::LazyLock;

/// A topic pack, checked and compiled.
#[derive(Debug)]
pub struct TopicPack {
    /// The id by which articles name it.
    pub id: String,
    /// The pack's version.
    pub version: String,
    /// What it is about.
    pub title: String,
    /// The base tag of its language.
    pub language: String,
    /// Whether a clinician has signed it. Unsigned packs never raise an error.
    pub is_signed: bool,
    /// Categories of which at least one concept must be named.
    pub min_categories: Vec<String>,
    /// What may stand in the red flags.
    pub concepts: Vec<Concept>,
    /// What a leaflet is expected to cover.
    pub topics: Vec<Topic>,
    title_any: Patterns,
    title_none: Patterns,
}

/// One red flag.
#[derive(Debug)]
pub struct Concept {
    /// Its id, unique in the pack.
    pub id: String,
    /// What it is called in findings.
    pub label: String,
    /// The group it belongs to.
    pub category: String,
    /// How firmly guidelines ask for it.
    pub required: Required,
    /// How fast guidelines send the reader for help.
    pub urgency: Urgency,
    /// Plain words for it.
    pub plain: String,
    /// The ids of concepts that are not counted where this one is.
    pub suppresses: Vec<String>,
    /// The ids of concepts that are covered where this one is named.
    pub satisfies: Vec<String>,
    /// The titles of the sources, in the order given.
    pub sources: Vec<String>,
    /// Examples: a text and whether it names the concept.
    pub tests: Vec<(String, bool)>,
    audience: Patterns,
    patterns: Patterns,
    not_patterns: Patterns,
}

/// A topic that a leaflet is expected to cover.
#[derive(Debug)]
pub struct Topic {
    /// Its id, unique in the pack.
    pub id: String,
    /// How firmly it is asked for.
    pub required: Required,
    /// Examples: a text and whether it covers the topic.
    pub tests: Vec<(String, bool)>,
    any: Patterns,
    not_any: Patterns,
}

/// How firmly a pack asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Required {
    /// Guidelines agree on it.
    Must,
    /// Some guidelines name it.
    Should,
    /// It is good to have.
    May,
}

/// The embedded packs, in the order of their ids.
const FILES: &[&str] = &[
    include_str!("../packs/low-back-pain-red-flags.toml"),
    include_str!("../packs/medial-branch-block-procedure.toml"),
];

static PACKS: LazyLock<Vec<TopicPack>> = LazyLock::new(|| {
    let packs = FILES.iter().map(|text| TopicPack::parse(text));
    packs
        .collect::<Result<_, _>>()
        .expect("the embedded packs are checked by a test")
});

/// Every pack, in the order of their ids.
pub fn all() -> &'static [TopicPack] {
    &PACKS
}

/// The packs that apply to an article: those that it names, else those whose title words its title has, in the order of
/// their ids. A pack in another language never applies by itself.
pub fn applying(article: &Article, lang: &str) -> Vec<&'static TopicPack> {
    if let Some(named) = &article.meta.packs {
        return all()
            .iter()
            .filter(|pack| named.iter().any(|name| name.value == pack.id))
            .collect();
    }
    let base = lang.split(['-', '_']).next().unwrap_or(lang);
    let title = Tokens::of(article.title().unwrap_or(""));
    all()
        .iter()
        .filter(|pack| pack.language == base && pack.is_about(&title))
        .collect()
}

impl TopicPack {
    fn is_about(&self, title: &Tokens) -> bool {
        self.title_any.is_match(title) && !self.title_none.is_match(title)
    }

    /// The concept called `id`.
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }
}

impl Concept {
    /// Where `tokens` name the concept: the range of its words.
    pub fn find(&self, tokens: &Tokens) -> Option<Range<usize>> {
        let found = self.patterns.find(tokens)?;
        (!self.not_patterns.is_match(tokens)).then_some(found)
    }

    /// Whether the concept is asked of an article for this audience; most are asked of all.
    pub fn is_for(&self, audience: &Tokens) -> bool {
        self.audience.is_empty() || self.audience.is_match(audience)
    }
}

impl Topic {
    /// Whether `tokens` cover the topic.
    pub fn is_in(&self, tokens: &Tokens) -> bool {
        self.any.is_match(tokens) && !self.not_any.is_match(tokens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_packs_load() {
        for text in FILES {
            if let Err(error) = TopicPack::parse(text) {
                panic!("{error}");
            }
        }
        assert!(all().is_sorted_by_key(|pack| &pack.id));
    }

    #[test]
    fn every_concept_and_topic_is_found_in_its_examples_only() {
        let mut wrong = Vec::new();
        for pack in all() {
            for concept in &pack.concepts {
                let found = |text: &str| concept.find(&Tokens::of(text)).is_some();
                wrong.extend(misjudged(&concept.id, &concept.tests, found));
            }
            for topic in &pack.topics {
                wrong.extend(misjudged(&topic.id, &topic.tests, |text| {
                    topic.is_in(&Tokens::of(text))
                }));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    fn misjudged(id: &str, tests: &[(String, bool)], found: impl Fn(&str) -> bool) -> Vec<String> {
        let wrong = tests
            .iter()
            .filter(|(text, expected)| found(text) != *expected);
        wrong
            .map(|(text, expected)| format!("{id}: expected {expected} on {text:?}"))
            .collect()
    }

    #[test]
    fn every_concept_and_topic_has_examples_of_both_kinds() {
        for pack in all() {
            let concepts = pack
                .concepts
                .iter()
                .map(|concept| (&concept.id, &concept.tests));
            let topics = pack.topics.iter().map(|topic| (&topic.id, &topic.tests));
            for (id, tests) in concepts.chain(topics) {
                assert!(
                    tests.iter().any(|(_, expected)| *expected),
                    "{id} has no positive example"
                );
                assert!(
                    tests.iter().any(|(_, expected)| !*expected),
                    "{id} has no negative example"
                );
            }
        }
    }
}
