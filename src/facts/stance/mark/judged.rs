//! Marks that judge: "it is safe to", "there is no need to", "we advise against".

use super::words::{denied, judgement};
use super::{Mark, Reader};
use crate::facts::stance::Force;

impl Reader<'_> {
    /// "It is safe to", "it's best not to".
    pub(super) fn of_judgement(&self, at: usize) -> Option<Mark> {
        let start = match (self.word(at), self.word(at + 1)) {
            ("it" | "that", "is") => at + 2,
            ("it's" | "that's", _) => at + 1,
            ("there", "is") => return self.there_is(at, at + 2),
            ("there's", _) => return self.there_is(at, at + 1),
            _ => return None,
        };
        let (is_denied, next) = self.denial(start);
        let next = next + usize::from(matches!(self.word(next), "a" | "an"));
        let called = match (self.word(next), self.word(next + 1)) {
            ("all", "right") => Some(Force::May),
            ("good" | "sensible", "idea") => Some(Force::Must),
            ("bad", "idea") => Some(Force::MustNot),
            _ => None,
        };
        let (force, mut end) = match called {
            Some(force) if is_denied => (denied(force), next + 2),
            Some(force) => (force, next + 2),
            None => (judgement(self.word(next), is_denied)?, next + 1),
        };
        // "for you to", "for children to".
        if self.word(end) == "for" && (end + 1..end + 4).any(|at| self.word(at) == "to") {
            end = (end + 1..end + 4)
                .find(|at| self.word(*at) == "to")
                .unwrap_or(end);
        }
        // "It is fine" alone is of what was asked.
        let ends =
            self.word(end).is_empty() || !self.tokens.gap_before(self.text, end).trim().is_empty();
        if ends {
            return Some(Mark::behind(force, at + 1..end));
        }
        if self.is(end, &["not", "to"]) {
            let (force, end) = self.flipped(force.turned(), end + 2);
            return Some(Mark::ahead(force, at..end));
        }
        (self.word(end) == "to").then(|| {
            let (force, end) = self.flipped(force, end + 1);
            Mark::ahead(force, at..end)
        })
    }

    pub(super) fn there_is(&self, at: usize, next: usize) -> Option<Mark> {
        let told = match (self.word(next), self.word(next + 1)) {
            ("no", "need") => self.no_need(next),
            ("no", "reason") => self.no_reason(next),
            ("no", "harm") if self.word(next + 2) == "in" => Some((Force::May, next + 3)),
            ("nothing", "wrong") if self.word(next + 2) == "with" => Some((Force::May, next + 3)),
            _ => None,
        };
        told.map(|(force, end)| Mark::ahead(force, at..end))
    }

    /// "We advise against", "your surgeon will ask you not to".
    pub(super) fn of_experts(&self, at: usize) -> Option<Mark> {
        let word = self.word(at);
        let is_told = matches!(
            word,
            "recommend"
                | "recommends"
                | "advise"
                | "advises"
                | "suggest"
                | "suggests"
                | "encourage"
                | "encourages"
                | "ask"
                | "asks"
                | "urge"
                | "urges"
                | "warn"
                | "warns"
        );
        if !is_told || self.starts_clause(at) && at > 0 && self.before(at) != "and" || at == 0 {
            return None;
        }
        let is_denied = matches!(self.before(at), "not" | "don't" | "never" | "doesn't");
        let end = at + 1;
        let is_you = matches!(
            self.word(end),
            "you" | "patients" | "people" | "parents" | "women"
        );
        let (force, end) = match (self.word(end), self.word(end + 1)) {
            ("against", _) => (Force::MustNot, end + 1),
            (_, "against") if is_you => (Force::MustNot, end + 2),
            (_, "to") if is_you => self.flipped(Force::Must, end + 2),
            (_, "not") if is_you => self.flipped(Force::MustNot, end + 3),
            ("that", "you")
                if matches!(
                    word,
                    "recommend" | "recommends" | "advise" | "advises" | "suggest" | "suggests"
                ) =>
            {
                self.flipped(Force::Must, end + 2)
            }
            ("you", _) => self.flipped(Force::Must, end + 1),
            _ if matches!(
                word,
                "recommend" | "recommends" | "advise" | "advises" | "suggest" | "suggests"
            ) =>
            {
                self.flipped(Force::Must, end)
            }
            _ => return None,
        };
        let force = if is_denied && force == Force::Must {
            Force::MustNot
        } else {
            force
        };
        Some(Mark::ahead(force, at..end))
    }
}
