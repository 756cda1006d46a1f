//! From an article and its handout to files.

pub mod json;
pub mod pdf;
pub mod text;

use crate::source::Span;
use std::fmt;

/// Why an export could not be made. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportError {
    /// No font has this character.
    MissingGlyph {
        /// The character.
        character: char,
        /// Where it stands in the source; `None` if it is in facetdoc's own words or in metadata.
        span: Option<Span>,
    },
    /// A table has more columns than a PDF can show.
    TableTooWide {
        /// How many it has.
        columns: usize,
        /// How many it may have.
        most: usize,
        /// Where its first words stand in the source.
        span: Option<Span>,
    },
    /// The PDF could not be written.
    Pdf(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyph { character, .. } => {
                write!(
                    out,
                    "no font has the character {character:?} (U+{:04X}); name a font file that has it with --font FILE",
                    u32::from(*character)
                )
            }
            Self::TableTooWide { columns, most, .. } => write!(
                out,
                "this table has {columns} columns, and {most} is the most that fits on paper; part it into smaller tables"
            ),
            Self::Pdf(reason) => write!(out, "the PDF could not be written: {reason}"),
        }
    }
}

impl std::error::Error for ExportError {}
