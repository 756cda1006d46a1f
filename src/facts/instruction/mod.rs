//! What the article tells its reader to do, and what not to do: the action, its object, and on what condition.
//!
//! It knows clauses by their first words ("do not drive", "you can shower", "avoid alcohol"), not by grammar; what it
//! cannot read it leaves out.

mod answers;
mod clause;
mod judged;
mod object;
mod scope;
mod shared;
mod spanish;
mod spanish_limits;
mod spanish_words;
mod way;
mod words;

pub(super) use scope::{Scope, Scopes};

use super::words::{Stem, stem_of};
use super::{Facts, Quantity, QuantityKind, Unit};
use crate::article::{ProseKind, Role, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::Span;
use std::ops::Range;

/// One instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    /// The sentence that gives it.
    pub sentence: usize,
    /// Its words.
    pub span: Span,
    /// Whether it says to do it.
    pub is_positive: bool,
    /// What is to be done.
    pub deed: Deed,
    /// The sorted stems of the phrase that narrows the object: "on a long flight".
    pub narrowing: Vec<Stem>,
    /// The stems of the words that limit it, in order and sorted: headings such as "Before the test", "if", "until".
    /// Empty where it holds always.
    pub condition: Vec<Stem>,
    /// Whether its own sentence limits it, not only what stands above.
    pub is_limited: bool,
    /// How long it holds, or from when.
    pub window: Option<Window>,
    /// How plainly it is told.
    pub manner: Manner,
}

/// How plainly an instruction is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// A word beside it ("but", "usually") makes less than an order of it.
    Softened,
    /// Nothing does.
    Plain,
    /// It is the plain answer to a question whether one may or needs to, and neither limits it.
    Answer,
}

impl Manner {
    fn of(is_plain: bool) -> Self {
        if is_plain {
            Self::Plain
        } else {
            Self::Softened
        }
    }

    /// Whether no word makes less of it.
    pub fn is_plain(self) -> bool {
        self != Self::Softened
    }
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// An action on an object; the object's stems are sorted. Taking, using, eating and giving are one action.
    Act {
        /// The stem of the verb.
        action: Stem,
        /// The stems of the object; empty for "drive".
        object: Vec<Stem>,
    },
    /// One of two ways that exclude each other, such as rest and movement.
    Way {
        /// The pair.
        pair: Pair,
        /// What it is done with, where that matters.
        object: Vec<Stem>,
    },
}

/// Ways that exclude each other; a positive instruction says the first, a negative one the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pair {
    /// To rest in bed, or to keep moving.
    Rest,
    /// With food, or on an empty stomach.
    Food,
    /// To tilt the head back, or to lean forward.
    HeadBack,
    /// To take all of it, or to stop when it helps.
    Finish,
    /// To take two doses at once, or not.
    Double,
    /// To swallow a tablet whole, or crushed or chewed.
    Whole,
    /// To eat nothing before something, or as usual.
    Fast,
    /// To bend back, or not.
    BendBack,
    /// To bend forward, or not.
    BendForward,
}

/// A limit in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// For so many hours.
    For(u32),
    /// After so many hours.
    After(u32),
}

impl Window {
    /// The hours of the span of time that starts at one of these words, the longer of two; `None` where none does, or none
    /// that is told in a number.
    pub(in crate::facts) fn hours_at(
        facts: &Facts<'_>,
        index: usize,
        words: &Range<usize>,
    ) -> Option<u32> {
        let mut times = facts.quantities_at(index, words.clone());
        let time = times.find(|time| {
            time.kind == QuantityKind::Duration
                && !time.is_vague
                && words.contains(&time.words.start)
        })?;
        Self::hours(time)
    }

    /// The hours of a span of time, the longer of two.
    pub(in crate::facts) fn hours(time: &Quantity) -> Option<u32> {
        let hours = (time.high / Unit::Hour.factor()).round();
        format!("{hours}").parse().ok()
    }
}

/// Parts whose sentences are no instructions about health.
pub(super) const IGNORED: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Disclaimer,
    Role::Authorship,
    Role::Contact,
];

/// Every instruction, in reading order.
pub(super) fn instructions(facts: &Facts<'_>) -> Vec<Instruction> {
    let scopes = scope::Scopes::of(facts);
    if facts.lang == "es" {
        let mut found =
            spanish::instructions(facts, &scopes, |index| facts.is_in_roles(index, IGNORED));
        found.sort_by_key(|one: &Instruction| one.span);
        return found;
    }
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let is_text = match facts.sentence(index).within.kind {
            TextKind::Title | TextKind::Heading => false,
            TextKind::In(kind) => matches!(
                kind,
                ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell
            ),
        };
        // "You can eat" and "Do not eat" over two columns are told of the cells below them.
        let is_header = facts.sentence(index).within.kind == TextKind::In(ProseKind::Cell)
            && facts.row_around(facts.sentence(index).span()).is_none();
        if is_header {
            continue;
        }
        let has_verb = has_verb(facts, index);
        let is_item = facts.sentence(index).within.kind == TextKind::In(ProseKind::Item);
        let may_judge = judged::may_judge(facts.tokens_of(index));
        if !is_text || !(has_verb || may_judge || is_item) || facts.is_in_roles(index, IGNORED) {
            continue;
        }
        // "Things to avoid:" gives its verb to items that name only an object.
        let scope = scopes.of_sentence(facts, index);
        if let Some(scope) = scope.filter(|scope| has_verb || may_judge || scope.is_denied) {
            clause::in_sentence(facts, index, &scope, &scopes, &mut found);
            way::ways(facts, index, &scope, &scopes, &mut found);
        }
    }
    answers::in_answers(facts, &scopes, &mut found);
    found.sort_by_key(|one: &Instruction| one.span);
    found
}

/// Whether a sentence has a word of the tables, or names a medicine that it may judge, so that it is worth reading.
fn has_verb(facts: &Facts<'_>, index: usize) -> bool {
    let tables = [
        Table::UseVerbs,
        Table::ActVerbs,
        Table::StopVerbs,
        Table::Medicine,
    ];
    tables
        .iter()
        .any(|table| !facts.hits_in(*table, index).is_empty())
        || way::WAYS
            .iter()
            .any(|(table, _, _)| !facts.hits_in(*table, index).is_empty())
}

/// The mark of a condition that something is not so: "if you have no fever".
const DENIED: Stem = Stem::new_static("~not");

/// Whether one of `words` denies.
pub(in crate::facts) fn has_denial(tokens: &Tokens, mut words: Range<usize>) -> bool {
    words.any(|at| {
        let word = tokens.word(at);
        matches!(
            word,
            "no" | "not" | "never" | "without" | "cannot" | "none" | "sin" | "ni" | "nunca"
        ) || word.ends_with("n't")
    })
}

/// The sorted stems of the content words among `words`.
fn stems(facts: &Facts<'_>, index: usize, words: Range<usize>) -> Vec<Stem> {
    let tokens = facts.tokens_of(index);
    let content = words
        .map(|at| tokens.word(at))
        .filter(|word| !is_stop_word(word, facts.lang));
    let mut stems: Vec<Stem> = content.map(|word| stem_of(word, facts.lang)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests;
