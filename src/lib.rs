//! facetdoc reads patient-facing health articles, checks the parts that a patient's safety rests on, and makes handouts.
//!
//! Data flows one way: `source` is parsed into an `article`; `facts` are found in it; `rules` compare them and give
//! diagnostics, whose edits `fix` makes and which `report` shows. A checked article becomes a `handout`, which `export`
//! writes. Everything but `cli` is pure: no files, no clock, no environment, no printing.

// No article may make the library panic. Tests may: a panic is how they fail.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub mod article;
pub mod baseline;
pub mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod export;
pub mod facts;
pub mod fix;
pub mod handout;
pub mod lexicon;
pub mod lsp;
pub mod parse;
pub mod report;
pub mod rules;
pub mod source;
pub mod template;
