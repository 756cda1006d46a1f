//! From an article and its handout to files.

pub mod json;
pub mod markdown;
pub mod pdf;
pub mod text;

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
    /// A text in fewer letters has no certain way to write this character.
    Unwritable {
        /// The character.
        character: char,
        /// Where it stands in the source, as above.
        span: Option<Span>,
        /// What the letters are called.
        letters: &'static str,
    },
    /// The text is longer than was asked for.
    TooLong {
        /// How long it is.
        characters: usize,
        /// The most it may be.
        limit: usize,
    },
    /// A text message is to be made of an article without red flags.
    NoRedFlags,
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
            Self::Unwritable {
                character, letters, ..
            } => write!(
                out,
                "there is no certain way to write {character:?} (U+{:04X}) in {letters}; use other words there",
                u32::from(*character)
            ),
            Self::TooLong { characters, limit } => write!(
                out,
                "the text has {characters} characters, {} more than --max-chars {limit} allows; nothing is cut, for it \
                 could be a warning sign",
                characters - limit
            ),
            Self::NoRedFlags => out.write_str(
                "a text message holds the red flags, and facetdoc finds none in this article; see 'facetdoc outline'",
            ),
            Self::Pdf(reason) => write!(out, "the PDF could not be written: {reason}"),
        }
    }
}

impl std::error::Error for ExportError {}
