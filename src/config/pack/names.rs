//! What a pack's subject is called, and words that belong to another part of the body.

use super::row::{check_words, phrases};
use crate::config::table::Table;
use crate::lexicon::Patterns;

/// Words that belong to another part of the body than the pack's.
#[derive(Debug)]
pub struct RegionMismatch {
    /// The part of the body that the pack is about.
    pub region: String,
    /// Words that show that a text is about it.
    pub signals: Patterns,
    /// The words that do not belong.
    pub foreign: Vec<Foreign>,
}

/// A word of another part of the body.
#[derive(Debug)]
pub struct Foreign {
    /// The word as a pattern, as it stands in the pack.
    pub term: String,
    /// The word, compiled.
    pub pattern: Patterns,
    /// The part of the body that it belongs to.
    pub region: String,
}

/// What a pack's subject is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The name to use.
    pub preferred: String,
    /// Names that may stand beside it.
    pub accepted: Vec<String>,
    /// Names that readers take for something else.
    pub discouraged: Vec<String>,
    /// The names of things that belong to it.
    pub parts: Vec<PartName>,
    /// The part of the body.
    pub body_region: Option<String>,
}

/// What a thing that belongs to the subject is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartName {
    /// The name to use.
    pub preferred: String,
    /// Other names for it.
    pub variants: Vec<String>,
}

pub(super) fn region_mismatch(mut row: Table<'_>) -> RegionMismatch {
    let foreign = row.tables("foreign").into_iter().map(|mut word| {
        let term = word.needed("term");
        check_words(&word, &term);
        let pattern = word.pattern(&term);
        let region = word.needed("region").value;
        word.done();
        Foreign {
            term: term.value,
            pattern,
            region,
        }
    });
    let mismatch = RegionMismatch {
        foreign: foreign.collect(),
        region: row.needed("region").value,
        signals: phrases(&mut row, "signals_region"),
    };
    row.done();
    mismatch
}

pub(super) fn names(mut row: Table<'_>) -> Names {
    let parts = row.tables("parts").into_iter().map(|mut part| {
        let name = PartName {
            preferred: part.needed("preferred").value,
            variants: part.plain_texts("variants"),
        };
        part.done();
        name
    });
    let names = Names {
        parts: parts.collect(),
        preferred: row.needed("preferred").value,
        accepted: row.plain_texts("accepted"),
        discouraged: row.plain_texts("discouraged"),
        body_region: row.text("body_region").map(|region| region.value),
    };
    row.done();
    names
}
