//! Why a command could not do its work at all; what went wrong with one file is a `Failure` and does not stop the rest.

use std::fmt;
use std::io;

/// A command that stopped.
#[derive(Debug)]
pub enum Error {
    /// `explain` was asked for a rule that does not exist.
    UnknownRule {
        /// The name as typed.
        name: String,
        /// The name that may have been meant.
        nearest: Option<&'static str>,
    },
    /// `--stdin-filename` without `-`.
    StdinFilenameAlone,
    /// `-o` for more than one result.
    SeveralOutputs,
    /// `--suggestions` without `--fix` or `--diff`.
    SuggestionsAlone,
    /// JSON asked for where standard output has the fixed text or the diff.
    TwoResults,
    /// `--paper` without a PDF.
    PaperWithoutPdf,
    /// An option about the text, as typed, without a text.
    TextOptionWithoutText(&'static str),
    /// An option, as typed, that a text message has no use for.
    IdleInMessage(&'static str),
    /// `SOURCE_DATE_EPOCH` is not a number of seconds.
    SourceDateEpoch(String),
    /// A configuration or pack cannot be read.
    Unreadable {
        /// Its path.
        file: String,
        /// Why.
        why: String,
    },
    /// A configuration or pack has mistakes, which were shown.
    Mistakes {
        /// Its path.
        file: String,
        /// How many: "2 mistakes".
        count: String,
    },
    /// Standard output or standard error could not be written.
    Write(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownRule {
                name,
                nearest: Some(nearest),
            } => write!(
                out,
                "there is no rule called '{name}'; did you mean '{nearest}'?"
            ),
            Self::UnknownRule {
                name,
                nearest: None,
            } => write!(
                out,
                "there is no rule called '{name}'; see 'facetdoc rules'"
            ),
            Self::StdinFilenameAlone => out
                .write_str("--stdin-filename names standard input; add - to the paths to read it"),
            Self::SeveralOutputs => {
                out.write_str("-o takes one article and one of --json, --text and --pdf")
            }
            Self::SuggestionsAlone => {
                out.write_str("--suggestions says what --fix or --diff does; add one of them")
            }
            Self::TwoResults => out.write_str(
                "--diff and the fixed text of standard input take the place of --format json",
            ),
            Self::PaperWithoutPdf => {
                out.write_str("--paper is about the PDF, which is not among the formats")
            }
            Self::TextOptionWithoutText(option) => write!(
                out,
                "{option} is about the plain text, which is not among the formats; add --text"
            ),
            Self::IdleInMessage(option) => write!(
                out,
                "{option} does nothing to a text message, which holds only the red flags; leave it out"
            ),
            Self::SourceDateEpoch(value) => write!(
                out,
                "SOURCE_DATE_EPOCH is {value:?}; it must be a number of seconds since 1970"
            ),
            Self::Unreadable { file, why } => write!(out, "{file}: {why}"),
            Self::Mistakes { file, count } => {
                write!(out, "{file} cannot be used because of {count}")
            }
            Self::Write(error) => write!(out, "cannot write the result: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            Self::UnknownRule { .. }
            | Self::StdinFilenameAlone
            | Self::SeveralOutputs
            | Self::SuggestionsAlone
            | Self::TwoResults
            | Self::PaperWithoutPdf
            | Self::TextOptionWithoutText(_)
            | Self::IdleInMessage(_)
            | Self::Unreadable { .. }
            | Self::Mistakes { .. }
            | Self::SourceDateEpoch(_) => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
