//! What the line that leads to a list says of its items.

use super::Reader;
use super::keys::{is_of_time, keys_of, sorted};
use super::words::is_filler;
use crate::facts::Facts;
use crate::facts::instruction::{Scope, Window};
use crate::facts::stance::mark;
use crate::facts::stance::{Force, Key, Stance};
use crate::lexicon::Lead;
use crate::lexicon::stop_words::is_stop_word;

/// A line of more words than this leads to no list of mere things.
const LONGEST_LEAD: usize = 40;

/// What limits a sentence from outside.
pub(super) struct Outer {
    pub(super) limits: Vec<Key>,
    /// "For the first 12 weeks:" over its list.
    pub(super) window: Option<Window>,
}

/// Whether a sentence is an item of what somebody else may do: "Your GP may:".
pub(super) fn is_of_others(facts: &Facts<'_>, index: usize) -> bool {
    let span = facts.sentence(index).span();
    let lead = facts.lists_around(span).next().and_then(|list| list.lead);
    lead.is_some_and(|lead| {
        let tokens = facts.tokens_of(lead);
        let last = tokens.len().checked_sub(1).map_or("", |at| tokens.word(at));
        matches!(
            last,
            "may" | "might" | "will" | "could" | "can" | "would" | "to"
        ) && !tokens
            .words()
            .any(|word| matches!(word, "you" | "not" | "try" | "need" | "remember"))
    })
}

/// Whether a sentence leads to the cases in which it holds: "Do not take it if you:". It says nothing by itself.
pub(super) fn leads_to_cases(facts: &Facts<'_>, index: usize) -> bool {
    facts.lead(index) == Lead::Condition
}

impl Reader<'_, '_> {
    /// What the headings and the line that leads to the list say of when it holds.
    pub(super) fn outer(&self, scope: &Scope) -> Outer {
        let mut limits = keys_of(&scope.condition);
        let span = self.facts.sentence(self.index).span();
        let lead = self
            .facts
            .lists_around(span)
            .next()
            .and_then(|list| list.lead);
        let window = lead.and_then(|lead| {
            let tokens = self.facts.tokens_of(lead);
            let of_lead = Reader::of(self.facts, lead, self.scopes);
            let mut hours =
                { 0..tokens.len() }.filter(|at| matches!(tokens.word(*at), "for" | "first"));
            let hours = hours.find_map(|at| of_lead.duration(at..at + 4))?;
            Some(Window::For(hours))
        });
        if window.is_some() {
            limits.retain(|key| !is_of_time(key));
        }
        Outer { limits, window }
    }

    /// A case in which the line that leads to the item's list forbids something: "Do not take naproxen if:".
    pub(super) fn listed_case(&self) -> Option<Stance> {
        let span = self.facts.sentence(self.index).span();
        let lead = self.facts.lists_around(span).next()?.lead?;
        let (tokens, text) = (self.facts.tokens_of(lead), self.facts.sentence(lead).text());
        if tokens.len() > LONGEST_LEAD || !text.trim_end().ends_with(':') {
            return None;
        }
        let marks = mark::marks(text, tokens);
        let [mark] = marks.as_slice() else {
            return None;
        };
        let of_lead = Self::of(self.facts, lead, self.scopes);
        let told = of_lead.told(mark.words.end..tokens.len());
        let thing = { told.things.into_iter() }.find(|thing| !thing.is_empty())?;
        let limits = self.keys(0..self.tokens.len());
        let is_case = mark.force == Force::MustNot && !mark.is_behind && told.limits.is_empty();
        (is_case && !limits.is_empty()).then(|| Stance {
            sentence: self.index,
            span,
            force: Force::MustNot,
            words: sorted(thing),
            limits: sorted(limits),
            even: Vec::new(),
            is_any: true,
            window: None,
            is_plain: true,
            is_answer: false,
        })
    }

    /// How the line that leads to the list of an item stands to what the items name: "Good choices are:", "You can have:".
    pub(super) fn force_of_lead(&self) -> Option<Force> {
        let span = self.facts.sentence(self.index).span();
        let lead = self.facts.lists_around(span).next()?.lead?;
        let (tokens, text) = (self.facts.tokens_of(lead), self.facts.sentence(lead).text());
        if tokens.len() > LONGEST_LEAD || !text.trim_end().ends_with(':') {
            return None;
        }
        let is_choice = { 0..tokens.len() }.any(|at| {
            matches!(
                tokens.word(at),
                "good" | "safe" | "suitable" | "healthy" | "sensible"
            ) && matches!(
                tokens.word(at + 1),
                "choices" | "options" | "ideas" | "foods" | "drinks" | "snacks"
            )
        });
        if is_choice {
            return Some(Force::May);
        }
        let marks = mark::marks(text, tokens);
        let mark = marks.last().filter(|mark| !mark.is_behind)?;
        // Nothing but a verb and small words between the mark and the colon.
        let is_open = (mark.words.end..tokens.len()).all(|at| {
            let word = tokens.word(at);
            is_filler(word)
                || is_stop_word(word, "en")
                || matches!(word, "following" | "give" | "include")
        });
        is_open.then_some(mark.force)
    }
}
