//! What the article lets its reader do, wants done or forbids, in any words: "swimming should be avoided", "no need for a
//! sling", "can I have a beer? Yes".
//!
//! [`super::instruction`] knows what is told by verbs of its tables; a stance knows by what words it is told, and takes what
//! is left of the clause as what it is about. So it sees more and is less sure. English only.

mod answer;
mod mark;
mod question;
mod topic;

use super::Facts;
use super::instruction::{IGNORED, Scopes, Window};
use super::things::Thing;
use super::words::Stem;
use crate::article::{ProseKind, TextKind};
use crate::source::Span;

/// How an article stands to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// It is to be done.
    Must,
    /// It may be done.
    May,
    /// It is not needed.
    NeedNot,
    /// It is not to be done.
    MustNot,
}

impl Force {
    /// What is said of something by the one and of leaving it off by the other: "do not stop" is "go on".
    fn turned(self) -> Self {
        match self {
            Self::Must | Self::May => Self::MustNot,
            Self::NeedNot => Self::May,
            Self::MustNot => Self::Must,
        }
    }

    /// Whether both cannot hold of one thing.
    pub fn contradicts(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::MustNot, Self::Must | Self::May)
                | (Self::Must | Self::May, Self::MustNot)
                | (Self::NeedNot, Self::Must)
                | (Self::Must, Self::NeedNot)
        )
    }

    /// Whether it says no.
    pub fn is_denied(self) -> bool {
        matches!(self, Self::NeedNot | Self::MustNot)
    }
}

/// A word of what a stance is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A thing that is known by several words.
    Thing(Thing),
    /// The stem of any other word.
    Stem(Stem),
}

impl Key {
    /// Whether what has this word falls under what has `other`.
    pub fn is_a(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Thing(one), Self::Thing(other)) => one.is_a(*other),
            (one, other) => one == other,
        }
    }
}

/// One stance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// The sentence that tells it; of an answer the first.
    pub sentence: usize,
    /// The clause that tells it; the sentence where it is an answer.
    pub span: Span,
    /// How the article stands to it.
    pub force: Force,
    /// What it is about, sorted.
    pub words: Vec<Key>,
    /// When or for whom it holds, sorted; empty where always.
    pub limits: Vec<Key>,
    /// The cases in which it holds all the same, sorted: "even if your stools are bloody".
    pub even: Vec<Key>,
    /// Whether it holds in any of its cases: "if you are sick or have a fever".
    pub is_any: bool,
    /// How long it holds, or from when.
    pub window: Option<Window>,
    /// Whether nothing around it makes less of it.
    pub is_plain: bool,
    /// Whether it answers a question.
    pub is_answer: bool,
}

/// Every stance of an English article, in reading order.
pub(super) fn stances(facts: &Facts<'_>) -> Vec<Stance> {
    if facts.lang != "en" {
        return Vec::new();
    }
    let scopes = Scopes::of(facts);
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let TextKind::In(kind) = facts.sentence(index).within.kind else {
            continue;
        };
        let is_text = matches!(
            kind,
            ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell
        );
        let text = facts.sentence(index).text();
        if !is_text || facts.sentence(index).is_question() || facts.is_in_roles(index, IGNORED) {
            continue;
        }
        let marks = mark::marks(text, facts.tokens_of(index));
        let leads = marks.is_empty() && kind == ProseKind::Item;
        if !marks.is_empty() || leads {
            topic::in_sentence(facts, index, &marks, &scopes, &mut found);
        }
    }
    answer::in_answers(facts, &scopes, &mut found);
    found.sort_by_key(|stance: &Stance| stance.span);
    found
}

#[cfg(test)]
mod tests;
