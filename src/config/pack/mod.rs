//! Topic packs: what an article on a topic is expected to say, as data that is checked when it is loaded.

mod book;
mod concept;
mod file;
mod gaps;
mod head;
mod leaflet;
mod names;
mod reference;
mod row;
mod signature;

use crate::lexicon::constant::built;
use book::PackBook;
pub use concept::Concept;
pub use file::Reading;
pub use leaflet::{Claim, Topic};
pub use names::{Foreign, Names, PartName, RegionMismatch};
pub use reference::Reference;
pub use signature::SignOff;

use crate::article::{Article, Problem};
use crate::lexicon::{Patterns, Tokens};
use crate::source::Span;
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
    /// Whether a clinician has signed this very text. Unsigned packs never raise an error.
    pub is_signed: bool,
    /// Who signed it, whatever became of the text since.
    pub sign_off: Option<SignOff>,
    /// Whether articles are expected to name its concepts; else they only have to be told of consistently.
    pub asks_coverage: bool,
    /// Categories of which at least one concept must be named.
    pub min_categories: Vec<String>,
    /// What it rests on, in the order of the file.
    pub sources: Vec<Reference>,
    /// What may stand in the red flags.
    pub concepts: Vec<Concept>,
    /// What a leaflet is expected to cover.
    pub topics: Vec<Topic>,
    /// What an article must not claim without saying more.
    pub claims: Vec<Claim>,
    /// Words that belong to another part of the body than the pack's.
    pub region_mismatches: Vec<RegionMismatch>,
    /// What its subject is called.
    pub names: Option<Names>,
    applies: Applies,
    book: PackBook,
}

/// To which articles a pack applies by itself.
#[derive(Debug, Default)]
struct Applies {
    every_article: bool,
    title_any: Patterns,
    title_none: Patterns,
    tests: Vec<Example>,
}

/// A text and whether the thing that it is an example for is found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// Whether it is found.
    pub expect: bool,
    /// Where the example stands in the pack.
    pub span: Span,
}

/// How firmly a pack asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    include_str!("../packs/general-emergencies.toml"),
    include_str!("../packs/low-back-pain-red-flags.toml"),
    include_str!("../packs/medial-branch-block-procedure.toml"),
];

static PACKS: LazyLock<Vec<TopicPack>> = LazyLock::new(|| {
    let packs = FILES.iter().map(|text| TopicPack::parse(text));
    built(packs.collect::<Result<_, _>>())
});

/// Every embedded pack, in the order of their ids.
pub fn all() -> &'static [TopicPack] {
    &PACKS
}

/// The packs that apply to an article, in the order of their ids: those that it names, else those whose title words its
/// title has; and those for every article, unless it asks for none. A pack in another language never applies by itself.
///
/// `own` are a team's packs; one takes the place of an embedded pack with its id.
pub fn applying(
    article: &Article,
    lang: &str,
    own: &[&'static TopicPack],
) -> Vec<&'static TopicPack> {
    let replaced = |pack: &&TopicPack| own.iter().any(|own| own.id == pack.id);
    let embedded = all().iter().filter(|pack| !replaced(pack));
    let mut packs: Vec<&'static TopicPack> = embedded.chain(own.iter().copied()).collect();
    packs.sort_by(|a, b| a.id.cmp(&b.id));
    let base = lang.split(['-', '_']).next().unwrap_or(lang);
    let title = Tokens::of(article.title().unwrap_or(""));
    packs.retain(|pack| {
        let everywhere = pack.applies.every_article && pack.language == article.base_lang();
        match &article.meta.packs {
            Some(named) => {
                named.iter().any(|name| name.value == pack.id) || (everywhere && !named.is_empty())
            }
            None => everywhere || (pack.language == base && pack.applies.to(&title)),
        }
    });
    packs
}

impl Applies {
    fn to(&self, title: &Tokens) -> bool {
        self.title_any.is_match(title) && !self.title_none.is_match(title)
    }
}

impl TopicPack {
    /// Reads and checks a pack written in TOML; the mistakes by place.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let reading = Self::read(text);
        match reading.pack {
            Some(pack) if reading.faults.is_empty() => Ok(pack),
            _ => Err(reading.faults),
        }
    }

    /// The concept called `id`.
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }
}

impl TopicPack {
    /// The concepts that each of `sentences` names, by sentence, then in the order of the pack; for each the sentence, the
    /// index of the concept and its words. One pass, however many concepts there are.
    pub fn named_in(&self, sentences: &[Tokens]) -> Vec<(usize, usize, Range<usize>)> {
        self.book.named_in(sentences)
    }
}

impl Required {
    /// The names, from the firmest.
    pub const NAMES: &'static [&'static str] = &["must", "should", "may"];

    /// The one called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "must" => Self::Must,
            "should" => Self::Should,
            "may" => Self::May,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_packs_have_neither_faults_nor_gaps() {
        for text in FILES {
            let reading = TopicPack::read(text);
            let problems: Vec<String> = [reading.faults, reading.gaps]
                .concat()
                .iter()
                .map(|problem| {
                    let line = text[..problem.span.start()].matches('\n').count() + 1;
                    format!("{line}: {}", problem.message)
                })
                .collect();
            assert!(problems.is_empty(), "{problems:#?}");
        }
        assert!(all().is_sorted_by_key(|pack| &pack.id));
    }
}
