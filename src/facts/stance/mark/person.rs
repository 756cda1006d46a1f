//! Marks that name a person: "you can", "people with asthma should not".

use super::words::{happens, is_dependent, is_person};
use super::{Mark, Reader, Told};
use crate::facts::stance::Force;

impl Reader<'_> {
    /// "You can", "people with asthma should not".
    pub(super) fn of_person(&self, at: usize) -> Option<Mark> {
        let word = self.word(at);
        let before = self.before(at);
        if !is_person(word)
            || is_dependent(before)
                && !(before == "that" && at > 1 && self.before(at - 1).ends_with("ommend"))
        {
            return None;
        }
        let first = self.skip(at + 1);
        let told = self.modal(first);
        let (modal, (force, end)) = match told {
            Some(told) => (first, told),
            // "People with asthma should".
            None if matches!(
                self.word(at + 1),
                "with" | "who" | "over" | "under" | "aged" | "taking" | "on" | "at"
            ) && word != "you" =>
            {
                let modal = (at + 2..at + 9).find(|at| {
                    matches!(
                        self.word(*at),
                        "should"
                            | "must"
                            | "can"
                            | "cannot"
                            | "can't"
                            | "may"
                            | "shouldn't"
                            | "mustn't"
                            | "need"
                    )
                })?;
                let has_comma = (at + 1..=modal).any(|at| {
                    self.tokens
                        .gap_before(self.text, at)
                        .contains([',', ';', ':'])
                });
                if has_comma {
                    return None;
                }
                (modal, self.modal(modal)?)
            }
            None => return None,
        };
        let is_asked = matches!(self.word(modal), "can" | "may" | "could");
        let verb = self.word(end);
        let next = self.word(end + 1);
        let moves = verb == "get"
            && matches!(
                next,
                "back" | "behind" | "in" | "into" | "out" | "up" | "dressed"
            )
            || verb == "be" && next == "back";
        // "You may feel sick", "you cannot feel them working".
        let is_unable = matches!(self.word(modal), "cannot" | "can't" | "can");
        let is_told = force == Force::May && is_asked || force == Force::MustNot && is_unable;
        if is_told && happens(verb) && !moves {
            return None;
        }
        let end = if verb == "be" && moves { end + 1 } else { end };
        let mut mark = Mark::ahead(force, at..end);
        mark.is_weak = force == Force::May && is_asked && verb == "have";
        // "Your child" is the reader's own.
        let is_reader = before == "your"
            || matches!(
                word,
                "you" | "they" | "he" | "she" | "we" | "patients" | "everyone" | "anyone"
            );
        mark.person = if is_reader { at + 1..modal } else { at..modal };
        Some(mark)
    }

    /// What a modal verb at `at` says.
    pub(super) fn modal(&self, at: usize) -> Option<Told> {
        let next = self.skip(at + 1);
        let (first, second) = (self.word(at), self.word(next));
        match (first, second) {
            ("can" | "may" | "could" | "should" | "must", "not" | "never") => {
                Some(self.flipped(Force::MustNot, next + 1))
            }
            ("can't" | "cannot" | "shouldn't" | "mustn't", _) => {
                Some(self.flipped(Force::MustNot, next))
            }
            ("can" | "may" | "could", _) => Some(self.flipped(Force::May, next)),
            ("should" | "must", _) => Some(self.flipped(Force::Must, next)),
            ("need" | "have" | "ought", "to") => Some(self.flipped(Force::Must, next + 1)),
            ("ought", "not") => Some(self.flipped(Force::MustNot, next + 2)),
            ("needn't", _) => Some(self.flipped(Force::NeedNot, next)),
            ("need", "not") => Some(self.flipped(Force::NeedNot, next + 1)),
            ("don't" | "won't", "need") => Some(self.flipped(
                Force::NeedNot,
                next + 1 + usize::from(self.word(next + 1) == "to"),
            )),
            ("don't" | "won't", "have") if self.word(next + 1) == "to" => {
                Some(self.flipped(Force::NeedNot, next + 2))
            }
            ("do" | "will", "not") if self.word(next + 1) == "need" => Some(self.flipped(
                Force::NeedNot,
                next + 2 + usize::from(self.word(next + 2) == "to"),
            )),
            ("do" | "will", "not") if self.is(next + 1, &["have", "to"]) => {
                Some(self.flipped(Force::NeedNot, next + 3))
            }
            ("will", "not") if self.is(next + 1, &["be", "able", "to"]) => {
                Some(self.flipped(Force::MustNot, next + 4))
            }
            ("won't", "be") if self.is(next + 1, &["able", "to"]) => {
                Some(self.flipped(Force::MustNot, next + 3))
            }
            ("will", "be") if matches!(self.word(next + 1), "able" | "allowed") => {
                Some(self.flipped(Force::May, next + 3))
            }
            ("are" | "is", "not")
                if matches!(
                    self.word(next + 1),
                    "allowed" | "permitted" | "advised" | "able" | "fit" | "safe"
                ) =>
            {
                Some(self.flipped(Force::MustNot, next + 3))
            }
            ("are" | "is", "advised" | "asked" | "told") if self.is(next + 1, &["not", "to"]) => {
                Some(self.flipped(Force::MustNot, next + 3))
            }
            ("are" | "is", "advised") if self.word(next + 1) == "against" => {
                Some((Force::MustNot, next + 2))
            }
            ("will", "need" | "have")
            | ("are" | "is", "advised" | "asked" | "encouraged" | "urged")
                if self.word(next + 1) == "to" =>
            {
                Some(self.flipped(Force::Must, next + 2))
            }
            ("are" | "is", "allowed" | "free" | "welcome" | "safe" | "fine" | "able" | "fit")
                if self.word(next + 1) == "to" =>
            {
                Some(self.flipped(Force::May, next + 2))
            }
            ("had", "better") => Some((Force::Must, next + 1)),
            _ => None,
        }
    }
}
