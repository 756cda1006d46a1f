//! What a stance is about, and when it holds.

mod clause;
mod keys;
mod lead;
mod limits;
mod words;

use super::mark::Mark;
use super::{Force, Key, Stance};
use crate::facts::instruction::{Scopes, Window};
use crate::facts::{Facts, Quantity};
use crate::lexicon::Tokens;
use crate::source::Span;
use keys::things_before;
use lead::{Outer, is_of_others, leads_to_cases};
use std::ops::Range;

pub(super) use keys::sorted;

/// What the words of a clause say beside what it is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// What it is about, an entry for each of several things.
    pub(super) things: Vec<Vec<Key>>,
    pub(super) limits: Vec<Key>,
    pub(super) window: Option<Window>,
    /// The cases in which it holds all the same: "even if".
    pub(super) even: Vec<Key>,
    /// Whether one of its cases is enough: "if you are sick or have a fever".
    pub(super) is_any: bool,
    /// What it is for: "to prevent head lice".
    purpose: Vec<Key>,
    /// Whether the time is one in which something may be done again: "in 2 weeks".
    is_within: bool,
    /// Whether it is about how much, or about another of something: nothing to compare.
    is_relative: bool,
}

/// The stances of sentence `index`, which has `marks`.
pub(super) fn in_sentence(
    facts: &Facts<'_>,
    index: usize,
    marks: &[Mark],
    scopes: &Scopes,
    found: &mut Vec<Stance>,
) {
    if is_of_others(facts, index) || leads_to_cases(facts, index) {
        return;
    }
    let reader = Reader::of(facts, index, scopes);
    let Some(scope) = scopes.of_sentence(facts, index) else {
        found.extend(reader.listed_case());
        return;
    };
    let outside = Outside {
        opening: reader.opening(marks.first().map_or(0, |mark| mark.words.start)),
        outer: reader.outer(&scope),
        is_denied: scope.is_denied,
    };
    let force = if scope.is_denied {
        Some(Force::MustNot)
    } else {
        reader.force_of_lead()
    };
    let listed = force.map(Mark::whole);
    let is_told_itself = !marks.is_empty();
    let marks = if marks.is_empty() {
        listed.as_slice()
    } else {
        marks
    };
    for (at, mark) in marks.iter().enumerate() {
        if is_told_itself && scope.is_denied && reader.leaves_off(mark) {
            continue;
        }
        let previous = at.checked_sub(1).and_then(|at| marks.get(at));
        let previous = previous.map_or(0, |mark| mark.words.end);
        let next = marks.get(at + 1);
        let next = next.map_or(reader.tokens.len(), |next| next.words.start);
        reader.stances(mark, &(previous..next), &outside, found);
    }
}

/// What stands around the clauses of a sentence.
struct Outside {
    /// What it opens with: "For the first week,".
    opening: (Vec<Key>, Option<Window>),
    /// What the headings and the line that leads to its list say.
    outer: Outer,
    /// Whether these say not to do what follows.
    is_denied: bool,
}

/// Whether no word of the sentence makes less of what it says.
pub(super) fn is_plain(tokens: &Tokens) -> bool {
    !tokens.words().any(|word| {
        matches!(
            word,
            "although"
                | "depending"
                | "except"
                | "however"
                | "might"
                | "often"
                | "some"
                | "sometimes"
                | "unless"
                | "provided"
        )
    })
}

/// One sentence that is read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) index: usize,
    pub(super) text: &'a str,
    pub(super) tokens: &'f Tokens,
    pub(super) scopes: &'f Scopes,
}

impl<'f, 'a> Reader<'f, 'a> {
    pub(super) fn of(facts: &'f Facts<'a>, index: usize, scopes: &'f Scopes) -> Self {
        Self {
            facts,
            index,
            text: facts.sentence(index).text(),
            tokens: facts.tokens_of(index),
            scopes,
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// The quantities that have one of these words.
    fn quantities(&self, words: Range<usize>) -> impl Iterator<Item = &Quantity> {
        self.facts.quantities_at(self.index, words)
    }

    fn is_parted(&self, at: usize, marks: &[char]) -> bool {
        self.tokens.gap_before(self.text, at).contains(marks)
    }

    /// Adds what a mark says of each thing that it is about; `near` is from the mark before to the one after.
    fn stances(
        &self,
        mark: &Mark,
        near: &Range<usize>,
        outside: &Outside,
        found: &mut Vec<Stance>,
    ) {
        let mut told = self.told_by(mark, near);
        if told.is_relative {
            return;
        }
        let force = match mark.force {
            force if self.is_kept_off(mark, near.end) => force.turned(),
            Force::Must if outside.is_denied => Force::MustNot,
            force => force,
        };
        if let Some(Window::For(hours)) = told.window
            && told.is_within
            && !force.is_denied()
        {
            told.window = Some(Window::After(hours));
        }
        if force.is_denied() && !told.purpose.is_empty() {
            // "Do not use lotions to keep lice away" leaves room for another use.
            told.limits.append(&mut told.purpose);
        }
        let (opening, outer) = (&outside.opening, &outside.outer);
        told.limits.extend(self.keys(mark.person.clone()));
        told.limits.extend(opening.0.iter().cloned());
        told.limits.extend(outer.limits.iter().cloned());
        let limits = sorted(told.limits);
        let span = self.span_of(mark, near);
        for thing in told.things {
            let is_known = thing.iter().any(|key| matches!(key, Key::Thing(_)));
            if thing.is_empty() || mark.is_weak && !is_known {
                continue;
            }
            found.push(Stance {
                sentence: self.index,
                span,
                force,
                words: sorted(thing),
                limits: limits.clone(),
                even: told.even.clone(),
                is_any: told.is_any && outer.limits.is_empty() && opening.0.is_empty(),
                window: told.window.or(opening.1).or(outer.window),
                is_plain: is_plain(self.tokens),
                is_answer: false,
            });
        }
    }

    /// What is told by a mark, between the marks before and after it.
    fn told_by(&self, mark: &Mark, near: &Range<usize>) -> Told {
        if !mark.is_behind {
            return self.told(mark.words.end..near.end);
        }
        let mut told = self.told_before(mark, near.start, near.end);
        if let Some(thing) = self.pointed_at(mark.words.start) {
            // "It is used in pregnancy and is regarded as safe": what else is named says when.
            let others = things_before(self.tokens, mark.words.start).map(Key::Thing);
            told.limits
                .extend(others.filter(|key| !thing.contains(key)));
            told.things = vec![thing];
        }
        told
    }

    /// The clause of a mark.
    fn span_of(&self, mark: &Mark, near: &Range<usize>) -> Span {
        let start = if mark.is_behind {
            self.clause_start(mark.words.start).max(near.start)
        } else {
            mark.words.start
        };
        let words = start..near.end.max(start + 1);
        self.facts.span_of(self.index, words)
    }
}
