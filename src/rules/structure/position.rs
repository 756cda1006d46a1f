//! Where in an article a place stands, counted in words.

use crate::facts::Facts;

/// A place among the words of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// The words before it.
    pub before: usize,
    /// All words.
    pub total: usize,
}

impl Position {
    /// Where byte `at` stands.
    pub(super) fn of(facts: &Facts<'_>, at: usize) -> Self {
        let mut position = Self {
            before: 0,
            total: 0,
        };
        for (sentence, tokens) in facts.sentences.iter().zip(&facts.tokens) {
            position.total += tokens.len();
            if sentence.span().start() < at {
                position.before += tokens.len();
            }
        }
        position
    }

    /// The words before it, in per cent of all.
    pub(super) fn percent(self) -> usize {
        (100 * self.before).checked_div(self.total).unwrap_or(0)
    }
}
