//! What a leaflet on a pack's subject is expected to cover, and must not claim.

use super::row::{cited, examples, phrases, required, some_patterns};
use super::{Example, Reference, Required};
use crate::config::level::Level;
use crate::config::table::Table;
use crate::lexicon::{Patterns, Tokens};
use crate::source::Span;
use std::ops::Range;

/// A topic that a leaflet is expected to cover.
#[derive(Debug)]
pub struct Topic {
    /// Its id, unique in the pack.
    pub id: String,
    /// What it is called in findings.
    pub label: String,
    /// How firmly it is asked for.
    pub required: Required,
    /// Whether one of the places that cover it must give a number.
    pub needs_number: bool,
    /// Examples: a text and whether it covers the topic.
    pub tests: Vec<Example>,
    /// Where its id stands in the pack.
    pub span: Span,
    any: Patterns,
    not_any: Patterns,
}

/// Something that an article must not claim without saying more.
#[derive(Debug)]
pub struct Claim {
    /// Its id, unique in the pack.
    pub id: String,
    /// How much it matters.
    pub level: Level,
    /// What is wrong with it and what to do, in full sentences.
    pub message: String,
    /// The sources, in the order given.
    pub sources: Vec<Reference>,
    /// Examples: a text and whether it makes the claim.
    pub tests: Vec<Example>,
    /// Where its id stands in the pack.
    pub span: Span,
    any: Patterns,
    not_any: Patterns,
}

impl Topic {
    /// Whether `tokens` cover the topic.
    pub fn is_in(&self, tokens: &Tokens) -> bool {
        self.any.is_match(tokens) && !self.not_any.is_match(tokens)
    }
}

impl Claim {
    /// Where `tokens` make the claim: the range of its words.
    pub fn find(&self, tokens: &Tokens) -> Option<Range<usize>> {
        let found = self.any.find(tokens)?;
        (!self.not_any.is_match(tokens)).then_some(found)
    }
}

pub(super) fn topic(mut row: Table<'_>) -> Topic {
    let id = row.needed("id");
    let topic = Topic {
        label: row
            .text("label")
            .map_or_else(|| id.value.replace('-', " "), |label| label.value),
        required: required(&mut row),
        needs_number: row.flag("needs_number").unwrap_or(false),
        tests: examples(&mut row),
        any: some_patterns(&mut row, "any"),
        not_any: phrases(&mut row, "not_any"),
        id: id.value,
        span: id.span,
    };
    row.text("note");
    row.done();
    topic
}

pub(super) fn claim(mut row: Table<'_>, sources: &[Reference]) -> Claim {
    let id = row.needed("id");
    let claim = Claim {
        level: row
            .one_of("severity", Level::NAMES, Level::from_name)
            .unwrap_or(Level::Warning),
        message: row.needed("message").value,
        sources: cited(&mut row, sources),
        tests: examples(&mut row),
        any: some_patterns(&mut row, "any"),
        not_any: phrases(&mut row, "not_any"),
        id: id.value,
        span: id.span,
    };
    row.done();
    claim
}
