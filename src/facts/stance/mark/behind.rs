//! Marks behind what they are about: "swimming is fine", "baths should be avoided".

use super::words::{denied, is_participle, is_person, judgement};
use super::{Mark, Reader, Told};
use crate::facts::stance::Force;

impl Reader<'_> {
    /// "Swimming is fine", "baths should be avoided", "the sling is not needed".
    pub(super) fn behind(&self, at: usize) -> Option<Mark> {
        let next = self.skip(at + 1);
        let (first, second) = (self.word(at), self.word(next));
        if at == 0 && !matches!(first, "is" | "are") {
            return None;
        }
        // "Neither soap nor water should be used", "no cream may be applied".
        let is_none = matches!(self.word(0), "neither" | "no" | "none");
        if let Some(end) = self.does_no_harm(at) {
            return Some(Mark::behind(Force::May, at..end));
        }
        let told = match (first, second) {
            ("is" | "are" | "isn't" | "aren't", _) => return self.is_called(at),
            ("should" | "must" | "can" | "may" | "could", "not" | "never")
                if self.word(next + 1) == "be" =>
            {
                self.passive(next + 2, Force::MustNot)
            }
            ("shouldn't" | "mustn't" | "cannot" | "can't", "be") => {
                self.passive(next + 1, Force::MustNot)
            }
            ("can" | "may" | "could" | "should" | "must", "be") if is_none => {
                self.passive(next + 1, Force::MustNot)
            }
            ("can" | "may" | "could", "be") => self.passive(next + 1, Force::May),
            ("should" | "must", "be") => self.passive(next + 1, Force::Must),
            ("need" | "needs" | "has" | "have", "to") if self.word(next + 1) == "be" => {
                self.passive(next + 2, Force::Must)
            }
            ("don't" | "doesn't" | "needn't", "need" | "have" | "be") => {
                let be = (next..next + 3).find(|at| self.word(*at) == "be")?;
                self.passive(be + 1, Force::NeedNot)
            }
            ("do" | "does", "not")
                if matches!(self.word(next + 1), "need" | "have")
                    && self.word(next + 3) == "be" =>
            {
                self.passive(next + 4, Force::NeedNot)
            }
            ("must" | "should", "wait") => Some((Force::MustNot, next + 1)),
            ("has" | "have" | "needs" | "need", "to") if self.word(next + 1) == "wait" => {
                Some((Force::MustNot, next + 2))
            }
            _ => None,
        };
        let (force, end) = told?;
        Some(Mark::behind(force, at..end))
    }

    /// The word after "does no harm", "won't hurt", "is no problem" at `at`.
    fn does_no_harm(&self, at: usize) -> Option<usize> {
        let is_harm = |at: usize| {
            matches!(
                self.word(at),
                "harm" | "damage" | "problem" | "problems" | "trouble"
            )
        };
        let hurts = |at: usize| matches!(self.word(at), "hurt" | "harm" | "matter" | "damage");
        let end = match (self.word(at), self.word(at + 1)) {
            ("do" | "does" | "causes" | "cause" | "is" | "are", "no")
            | ("isn't" | "aren't", "a")
                if is_harm(at + 2) =>
            {
                at + 3
            }
            ("will" | "can", "do") if self.word(at + 2) == "no" && is_harm(at + 3) => at + 4,
            ("is" | "are", "not") if self.word(at + 2) == "a" && is_harm(at + 3) => at + 4,
            ("won't" | "doesn't" | "don't", _) if hurts(at + 1) => at + 2,
            ("will" | "does" | "do", "not") if hurts(at + 2) => at + 3,
            _ => return None,
        };
        Some(end)
    }

    /// What stands after "be": "avoided", "worn", "safe".
    fn passive(&self, at: usize, force: Force) -> Option<Told> {
        let at = self.skip(at);
        let word = self.word(at);
        match word {
            "avoided" | "stopped" | "omitted" | "skipped" => Some((force.turned(), at + 1)),
            "left" if self.word(at + 1) == "out" => Some((force.turned(), at + 2)),
            "fine" | "safe" | "ok" | "okay" => Some((force, at + 1)),
            word if word.ends_with("ed") || is_participle(word) => Some((force, at)),
            _ => None,
        }
    }

    /// The word after "to be", "as a" and adverbs from `at` on.
    fn behind_held(&self, at: usize) -> usize {
        let at = match (self.word(at), self.word(at + 1)) {
            ("to", "be") => at + 2,
            ("as", _) => at + 1,
            _ => at,
        };
        let at = self.skip(at);
        at + usize::from(matches!(self.word(at), "a" | "an"))
    }

    /// "is fine", "are not allowed", "is best avoided", "is off limits".
    fn is_called(&self, at: usize) -> Option<Mark> {
        let (is_denied, next) = self.denial(at + 1);
        let is_denied = is_denied || self.word(at).ends_with("n't");
        let next = next
            + usize::from(
                matches!(self.word(next), "a" | "an" | "the" | "all" | "both")
                    && self.word(next + 1) != "right",
            );
        // "Is considered safe", "is regarded as a good choice".
        let is_held = matches!(
            self.word(next),
            "considered"
                | "regarded"
                | "thought"
                | "known"
                | "classed"
                | "seen"
                | "judged"
                | "believed"
        );
        let next = if is_held {
            self.behind_held(next + 1)
        } else {
            next
        };
        let word = self.word(next);
        let called = match (word, self.word(next + 1)) {
            ("best" | "better", "avoided" | "left")
            | ("bad", "idea" | "option" | "choice")
            | ("off", "limits") => Some((Force::MustNot, next + 2)),
            ("to", "be") if self.word(next + 2) == "avoided" => Some((Force::MustNot, next + 3)),
            ("all", "right")
            | (
                "good" | "best" | "better" | "safe" | "sensible" | "healthy" | "great" | "fine"
                | "suitable" | "excellent" | "reasonable",
                "way" | "idea" | "option" | "choice" | "choices" | "options" | "thing",
            ) => Some((Force::May, next + 2)),
            ("off-limits", _) => Some((Force::MustNot, next + 1)),
            ("out", "of") if self.is(next + 2, &["the", "question"]) => {
                Some((Force::MustNot, next + 4))
            }
            // "Rest is important" says how much, not that it is to be done.
            ("best" | "better" | "crucial" | "important" | "sensible" | "wise", _) => return None,
            _ => None,
        };
        let (force, end) = match called {
            Some((force, end)) if is_denied => (denied(force), end),
            Some(called) => called,
            None => (judgement(word, is_denied)?, next + 1),
        };
        // "You are allowed to": of the person, not behind.
        if matches!(self.word(end), "to" | "against" | "not") && is_person(self.before(at)) {
            return None;
        }
        Some(Mark::behind(force, at..end))
    }
}
