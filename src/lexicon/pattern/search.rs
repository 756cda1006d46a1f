//! The search for one match of a pattern.

use super::{ELEMENTS_MAX, Element, GAPS_MAX, Pattern};
use crate::lexicon::token::Tokens;

/// The search for one match. Where a pattern can go on in many ways, it remembers which led nowhere, so that no pattern
/// takes more steps at a word than it has elements times the words that it can span.
pub(super) struct Search<'a> {
    pattern: &'a Pattern,
    tokens: &'a Tokens,
    start: usize,
    /// How often a choice led nowhere.
    failures: usize,
    /// The choices that led nowhere, an element and how far it was from the start; empty until that is worth the room.
    dead: Vec<bool>,
}

/// So many choices may lead nowhere before they are remembered; few patterns have as many.
const FAILURES_FORGOTTEN: usize = 256;
/// The words that a pattern can span, and one.
const REACH: usize = ELEMENTS_MAX + GAPS_MAX + 1;

impl<'a> Search<'a> {
    /// The search for a match that starts at word `start`.
    #[inline]
    pub(super) fn new(pattern: &'a Pattern, tokens: &'a Tokens, start: usize) -> Self {
        Self {
            pattern,
            tokens,
            start,
            failures: 0,
            dead: Vec::new(),
        }
    }

    /// The end of the match of the elements from `index` on that begins at word `at`.
    pub(super) fn from(&mut self, index: usize, at: usize) -> Option<usize> {
        let Some(first) = self.pattern.elements.get(index) else {
            return (!self.pattern.at_end || at == self.tokens.len()).then_some(at);
        };
        match first {
            Element::Gap(most) => {
                if self.is_dead(index, at) {
                    return None;
                }
                let found = (0..=*most)
                    .take_while(|skip| at + skip <= self.tokens.len())
                    .find_map(|skip| self.from(index + 1, at + skip));
                self.kept(found, index, at)
            }
            Element::Word { optional, .. } => {
                if *optional && self.is_dead(index, at) {
                    return None;
                }
                let here = at < self.tokens.len() && self.pattern.takes(first, self.tokens, at);
                let taken = if here {
                    self.from(index + 1, at + 1)
                } else {
                    None
                };
                if !*optional || taken.is_some() {
                    return taken;
                }
                let found = self.from(index + 1, at);
                self.kept(found, index, at)
            }
        }
    }

    fn is_dead(&self, index: usize, at: usize) -> bool {
        let place = index * REACH + (at - self.start);
        self.dead.get(place).is_some_and(|dead| *dead)
    }

    /// `found`, noted if it is nothing.
    fn kept(&mut self, found: Option<usize>, index: usize, at: usize) -> Option<usize> {
        if found.is_some() {
            return found;
        }
        self.failures += 1;
        if self.failures == FAILURES_FORGOTTEN {
            self.dead = vec![false; self.pattern.elements.len() * REACH];
        }
        if let Some(dead) = self.dead.get_mut(index * REACH + (at - self.start)) {
            *dead = true;
        }
        None
    }
}
