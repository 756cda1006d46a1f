//! What an article says, found once and typed, before any rule runs.

pub mod sentence;

pub use crate::lexicon::Urgency;
pub use sentence::Sentence;

use crate::article::Article;
use crate::config::Settings;
use crate::source::Span;

/// Everything found in one article.
#[derive(Debug)]
pub struct Facts<'a> {
    /// Every sentence of every paragraph, item, cell and heading, in reading order.
    pub sentences: Vec<Sentence<'a>>,
}

impl<'a> Facts<'a> {
    /// Finds the facts of `article`.
    pub fn find(article: &'a Article, settings: &Settings) -> Self {
        let _ = settings;
        Self {
            sentences: sentence::sentences(article),
        }
    }

    /// The highest urgency of the advice that is bound to the red flags in `span`; `None` if no advice is.
    pub fn urgency_in(&self, span: Span) -> Option<Urgency> {
        let _ = span;
        None
    }
}
