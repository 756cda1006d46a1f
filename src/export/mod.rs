//! From an article and its handout to files.

pub mod condensed;
pub mod html;
pub mod json;
pub mod jsonld;
pub mod markdown;
pub mod pdf;
pub mod text;

mod base64;
mod markup;
mod together;

use crate::article::how_to_raise;
use crate::handout::{AddressError, one_line};
use crate::source::{PartOf, Span};
use pdf::PictureError;
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
        /// The other characters of the handout that no font has, each once, in reading order.
        others: Vec<char>,
    },
    /// A picture that is at hand cannot be shown.
    Picture {
        /// Its target as the article has it.
        url: String,
        /// Where it stands in the source.
        span: Option<Span>,
        /// Why.
        error: PictureError,
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
    /// A table has more columns than a PDF can show.
    TableTooWide {
        /// How many it has.
        columns: usize,
        /// How many it may have.
        most: usize,
        /// Where its first words stand in the source.
        span: Option<Span>,
    },
    /// The PDF would have more pages than its configuration allows.
    TooManyPages {
        /// The most it may have.
        most: usize,
    },
    /// The PDF could not be written.
    Pdf(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyph {
                character, others, ..
            } => missing_glyphs(*character, others, out),
            Self::Picture { url, error, .. } => {
                write!(out, "the picture {} {error}", shown_target(url))
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
                characters.saturating_sub(*limit)
            ),
            Self::NoRedFlags => out.write_str(
                "a text message holds the red flags, and facetdoc finds none in this article; see 'facetdoc outline'",
            ),
            Self::NoCode(error) => error.fmt(out),
            Self::TooLongForASheet { pages } => write!(
                out,
                "no short form: what says when to get help, the disclaimer and the lines to write on take {pages} pages; one sheet has two"
            ),
            Self::WarningSignLost { .. } => out.write_str(
                "no short form: it would leave out this warning sign; make the whole handout",
            ),
            Self::TableTooWide { columns, most, .. } => write!(
                out,
                "this table has {columns} columns, and {most} is the most that fits on paper; part it into smaller tables"
            ),
            Self::TooManyPages { most } => write!(
                out,
                "the PDF has more than {most} pages; {}",
                how_to_raise("pages-max")
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

/// So many characters without a glyph are named.
const NAMED: usize = 10;

fn missing_glyphs(first: char, others: &[char], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let all = || std::iter::once(&first).chain(others);
    let named = all().take(NAMED);
    let named = named.map(|one| format!("{one:?} (U+{:04X})", u32::from(*one)));
    let named = named.collect::<Vec<_>>().join(", ");
    let (characters, them) = if others.is_empty() {
        ("character", "it")
    } else {
        ("characters", "them")
    };
    write!(out, "no font has the {characters} {named}")?;
    match all().count().saturating_sub(NAMED) {
        0 => {}
        more => write!(out, " and {more} more")?,
    }
    write!(out, "; name a font file that has {them} with --font FILE")?;
    if all().any(|one| is_emoji(*one)) {
        out.write_str(", or take the emoji out")?;
    }
    Ok(())
}

/// Whether a character is a picture that stands beside the words, not one of their letters.
fn is_emoji(ch: char) -> bool {
    matches!(ch, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
}

/// Characters of a target that a message shows.
const SHOWN: usize = 80;

/// The target of a picture as messages show it: on one line, and of one that stands in the article itself only the start.
pub(crate) fn shown_target(url: &str) -> String {
    let is_data = url
        .get(..5)
        .is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    let most = if is_data { 20 } else { SHOWN };
    let url = one_line(url);
    match url.char_indices().nth(most) {
        Some((end, _)) => format!("\"{}…\"", url.part(..end)),
        None => format!("\"{url}\""),
    }
}
