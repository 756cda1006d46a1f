//! The red flags of a pack.

use super::row::{cited, examples, phrases, required, some_patterns};
use super::{Example, Reference, Required};
use crate::config::table::Table;
use crate::lexicon::{Patterns, Tokens, Urgency};
use crate::source::Span;
use std::ops::Range;

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
    /// Whether the region's crisis line is whom to call.
    pub crisis_line: bool,
    /// The sources, in the order given.
    pub sources: Vec<Reference>,
    /// Examples: a text and whether it names the concept.
    pub tests: Vec<Example>,
    /// Where its id stands in the pack.
    pub span: Span,
    audience: Patterns,
    pub(super) patterns: Patterns,
    pub(super) not_patterns: Patterns,
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

pub(super) fn concept(mut row: Table<'_>, sources: &[Reference]) -> Concept {
    let id = row.needed("id");
    if !row.has("urgency") {
        row.fault(row.span, "`urgency` is missing");
    }
    let urgency = row.one_of("urgency", Urgency::NAMES, Urgency::from_name);
    let concept = Concept {
        label: row.needed("label").value,
        category: row.needed("category").value,
        required: required(&mut row),
        urgency: urgency.unwrap_or(Urgency::Routine),
        plain: row.needed("plain").value,
        suppresses: row.plain_texts("suppresses"),
        satisfies: row.plain_texts("satisfies"),
        crisis_line: row.flag("crisis_line").unwrap_or(false),
        sources: cited(&mut row, sources),
        tests: examples(&mut row),
        audience: phrases(&mut row, "when_audience"),
        patterns: some_patterns(&mut row, "patterns"),
        not_patterns: phrases(&mut row, "not_patterns"),
        id: id.value,
        span: id.span,
    };
    row.text("note");
    row.done();
    concept
}
