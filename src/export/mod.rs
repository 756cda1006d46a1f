//! From an article and its handout to files.

pub mod condensed;
pub mod html;
pub mod json;
pub mod jsonld;
pub mod pdf;
pub mod text;

mod markup;

use crate::handout::AddressError;
use crate::source::Span;
use std::fmt;

/// Why an export could not be made. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportError {
    /// No bundled font has this character.
    MissingGlyph {
        /// The character.
        character: char,
        /// Where it stands in the source; `None` if it is in facetdoc's own words or in metadata.
        span: Option<Span>,
    },
    /// The article's address cannot be printed as a code.
    NoCode(AddressError),
    /// Not even what no short form may leave out fits on one sheet.
    TooLongForASheet {
        /// The pages that it takes.
        pages: usize,
    },
    /// A short form would leave out a warning sign.
    WarningSignLost {
        /// The sentence.
        span: Span,
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
                    "no bundled font has the character {character:?} (U+{:04X})",
                    u32::from(*character)
                )
            }
            Self::NoCode(error) => error.fmt(out),
            Self::TooLongForASheet { pages } => write!(
                out,
                "no short form: what says when to get help, the disclaimer and the lines to write on take {pages} pages; one sheet has two"
            ),
            Self::WarningSignLost { .. } => out.write_str(
                "no short form: it would leave out this warning sign; make the whole handout",
            ),
            Self::Pdf(reason) => write!(out, "the PDF could not be written: {reason}"),
        }
    }
}

impl From<AddressError> for ExportError {
    fn from(error: AddressError) -> Self {
        Self::NoCode(error)
    }
}

impl std::error::Error for ExportError {}
