//! How the text is set.

use super::{Headings, Letters};

/// How the text is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Columns of a line; 0 gives each paragraph a line of its own, for programs that wrap lines themselves.
    pub width: usize,
    /// The characters that the text may hold.
    pub letters: Letters,
    /// How headings are told from other text.
    pub headings: Headings,
    /// For whom the text is.
    pub form: Form,
    /// Lines of a printed page; `None` for one long sheet.
    pub page_length: Option<usize>,
    /// What ends a line.
    pub line_end: LineEnd,
    /// The most characters, line ends included; of a text message its length as networks count it. More is an error.
    pub max_chars: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 72,
            letters: Letters::All,
            headings: Headings::Underline,
            form: Form::Page,
            page_length: None,
            line_end: LineEnd::Lf,
            max_chars: None,
        }
    }
}

/// For whom the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// For the eye: with rules and frames.
    #[default]
    Page,
    /// For the ear: without rules, which are read out sign by sign, and tables told cell by cell.
    Speech,
    /// For a phone: no rules, no blank lines, no version.
    Message,
}

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineEnd {
    /// A line feed.
    #[default]
    Lf,
    /// A carriage return with a line feed, as Windows has it.
    Crlf,
}
