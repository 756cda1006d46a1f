//! Edits that would mend a fault.

use crate::source::Span;

/// A set of edits that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "add a question mark".
    pub title: String,
    /// The edits, which never overlap.
    pub edits: Vec<Edit>,
    /// Whether it can be made unseen.
    pub safety: Safety,
}

/// Replaces the text at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What comes there.
    pub text: String,
}

/// Whether a fix may change what the article says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// It keeps the meaning.
    KeepsMeaning,
    /// A person must look at it.
    NeedsReview,
}

impl Safety {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::KeepsMeaning => "keeps-meaning",
            Self::NeedsReview => "needs-review",
        }
    }
}
