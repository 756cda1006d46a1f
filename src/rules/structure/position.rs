//! Where in an article a place stands, counted in words.

use crate::facts::Facts;
use crate::lexicon::Tokens;

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
        for (sentence, tokens) in facts.sentences.iter().zip(facts.tokens) {
            position.total += tokens.len();
            if sentence.span().start() < at {
                position.before += tokens.len();
            }
        }
        position
    }

    /// The first byte of the sentence up to which `percent` of the words stand.
    pub(super) fn byte_at(facts: &Facts<'_>, percent: usize) -> usize {
        let total: usize = facts.tokens.iter().map(Tokens::len).sum();
        let mut before = 0;
        for (sentence, tokens) in facts.sentences.iter().zip(facts.tokens) {
            before += tokens.len();
            if 100 * before > percent.saturating_mul(total) {
                return sentence.span().start();
            }
        }
        usize::MAX
    }

    /// The words before it, in per cent of all.
    pub(super) fn percent(self) -> usize {
        (100 * self.before).checked_div(self.total).unwrap_or(0)
    }
}
