//! When and for whom a stance holds: times, cases, reasons.

use super::words::{is_event, is_reason, is_relative, opens};
use super::{Reader, Told};
use crate::facts::instruction::{Window, has_denial};
use crate::facts::quantity::QuantityKind;
use crate::facts::stance::Key;
use crate::facts::words::{Stem, stem_of};
use crate::lexicon::stop_words::is_stop_word;
use std::ops::Range;

/// So many words before a time tell whether it is a length: "for at least".
const MOST_BEFORE: usize = 3;

/// Words for a person of any kind.
fn is_anyone(word: &str) -> bool {
    matches!(
        word,
        "anyone"
            | "anybody"
            | "people"
            | "patients"
            | "women"
            | "men"
            | "children"
            | "those"
            | "adults"
            | "somebody"
            | "someone"
    )
}

impl Reader<'_, '_> {
    /// What `range` says: things, then what limits them.
    pub(in crate::facts::stance) fn told(&self, range: Range<usize>) -> Told {
        let mut told = Told::default();
        let stop = |at: &usize| {
            *at > range.start
                && self.is_parted(*at, &[';', ':', '.', '–', '—', '(', ')'])
                && !self.announces(range.start..*at)
        };
        let end = range.clone().find(stop).unwrap_or(range.end);
        // "A fortnight after the operation".
        let counted = self.quantities(range.clone()).find(|quantity| {
            let (start, end) = (quantity.words.start, quantity.words.end);
            // "For 2 weeks after the operation" says how long.
            let before = start.saturating_sub(MOST_BEFORE).max(range.start)..start;
            let is_length =
                { before }.any(|at| matches!(self.word(at), "for" | "until" | "first" | "least"));
            !is_length
                && quantity.kind == QuantityKind::Duration
                && quantity.words.start >= range.start
                && quantity.words.end < range.end
                && matches!(self.word(end), "after" | "from" | "following" | "later")
        });
        let end = match counted {
            Some(quantity) => {
                told.window = self.duration(quantity.words.clone()).map(Window::After);
                end.min(quantity.words.start)
            }
            None => end,
        };
        let first = (range.start..end)
            .find(|at| self.opens_at(*at))
            .unwrap_or(end);
        // "Over the joint" is where, "over two litres" how much.
        let is_where = |at: usize| {
            self.word(at) == "over" && matches!(self.word(at + 1), "the" | "your" | "a" | "an")
        };
        told.is_relative =
            (range.start..first).any(|at| is_relative(self.word(at)) && !is_where(at));
        told.things = self.things(range.start..first);
        self.limits(first..end, &mut told);
        told
    }

    /// Whether what stands before a colon only announces what follows: "the four things that make it bleed:".
    fn announces(&self, range: Range<usize>) -> bool {
        self.is_parted(range.end, &[':']) && { range }
            .any(|at| matches!(self.word(at), "things" | "following"))
    }

    fn opens_at(&self, at: usize) -> bool {
        let word = self.word(at);
        // "Once a day" is how often.
        let is_rate = word == "once"
            && matches!(
                self.word(at + 1),
                "a" | "an" | "every" | "per" | "daily" | "in" | "or"
            );
        opens(word) && !is_rate
            || word == "as"
                && matches!(
                    self.word(at + 1),
                    "soon" | "long" | "it" | "this" | "they" | "you"
                )
            || word == "to"
                // "Go back to swimming" is no purpose.
                && !(at > 0 && matches!(self.word(at - 1), "back" | "return" | "returning" | "go" | "going"))
                && !matches!(
                    self.word(at + 1),
                    "the"
                        | "a"
                        | "your"
                        | "work"
                        | "school"
                        | "nursery"
                        | "bed"
                        | "sport"
                        | "sports"
                        | "exercise"
                        | "light"
                        | "heat"
                )
            || word == "in"
                && (matches!(self.word(at + 1), "case" | "order") || self.is_time(at + 1))
            || word == "from" && self.is_time(at + 1)
            || word == "at" && matches!(self.word(at + 1), "least")
    }

    /// Whether a span of time stands within the words from `at` on.
    fn is_time(&self, at: usize) -> bool {
        self.duration(at..at + 2).is_some()
            || matches!(self.word(at), "day" | "week")
            || self.word(at) == "the" && matches!(self.word(at + 1), "first" | "next")
    }

    /// The hours of the span of time that starts in `range`, the longer of two.
    pub(super) fn duration(&self, range: Range<usize>) -> Option<u32> {
        Window::hours_at(self.facts, self.index, &range)
    }

    /// The hours up to the end of "the first week", "the tenth day".
    fn ordinal(&self, range: Range<usize>) -> Option<u32> {
        range.into_iter().find_map(|at| {
            let nth = ["first", "second", "third", "fourth", "fifth", "sixth"]
                .iter()
                .position(|word| *word == self.word(at))?;
            let unit = match self.word(at + 1) {
                "day" => 24,
                "week" => 168,
                "month" => 730,
                _ => return None,
            };
            Some(u32::try_from(nth + 1).ok()? * unit)
        })
    }

    /// Adds what stands in `range`: times and cases, each after its opening word.
    fn limits(&self, range: Range<usize>, told: &mut Told) {
        let mut at = range.start;
        while at < range.end {
            // "As soon as you are home" is one.
            let from = at + 1 + 2 * usize::from(self.word(at) == "as");
            let next = (from..range.end)
                .find(|next| self.opens_at(*next))
                .unwrap_or(range.end);
            self.limit(at..next, told);
            at = next;
        }
    }

    /// The words of a case in which it holds all the same: "even if you have a cold".
    fn even_case(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let (word, next) = (self.word(range.start), self.word(range.start + 1));
        let before = self.word(range.start.wrapping_sub(1));
        match word {
            "even" if matches!(next, "if" | "when" | "with") => Some(range.start + 2..range.end),
            "if" | "when" if before == "even" => Some(range.start + 1..range.end),
            _ => None,
        }
    }

    /// Adds the time or case that stands in `range`, its opening word first.
    fn limit(&self, range: Range<usize>, told: &mut Told) {
        if self.time(&range, told) {
            return;
        }
        if let Some(case) = self.even_case(&range) {
            told.even.extend(self.keys(case));
            return;
        }
        let (word, next) = (self.word(range.start), self.word(range.start + 1));
        let behind = range.start + 1..range.end;
        // "By anybody who is pregnant" says for whom.
        let is_of_person = word == "who" && is_anyone(self.word(range.start.wrapping_sub(1)));
        match (word, next) {
            ("as", "soon") if behind.clone().any(|at| is_free(self.word(at))) => {
                told.window = told.window.or(Some(Window::After(0)));
            }
            ("to", _) => told.purpose.extend(self.keys(behind)),
            _ if is_of_person => told.limits.extend(self.keys(behind)),
            ("as", "soon" | "long") => self.case(&range, told),
            ("as", _) | ("in", "case" | "order") => {}
            _ if is_reason(word) => {}
            _ => self.case(&range, told),
        }
    }

    /// Adds the span of time that stands in `range`, if one does.
    fn time(&self, range: &Range<usize>, told: &mut Told) -> bool {
        let word = self.word(range.start);
        let behind = range.start + 1..range.end;
        let hours = { self.duration(behind.clone()) }.or_else(|| self.ordinal(behind.clone()));
        let Some(hours) = hours else {
            return false;
        };
        told.is_within |= matches!(word, "in" | "within");
        let is_before = { behind }.any(|at| self.word(at) == "before");
        let window = match word {
            _ if is_before || self.word(range.end) == "before" => None,
            "for" | "until" | "till" | "in" | "during" | "within" | "at" => {
                Some(Window::For(hours))
            }
            "after" | "from" | "once" => Some(Window::After(hours)),
            _ => None,
        };
        match window {
            Some(window) => told.window = told.window.or(Some(window)),
            None => told
                .limits
                .push(Key::Stem(format!("~{word}{hours}").into())),
        }
        true
    }

    /// Whether word `at` only says that the treatment goes on: "while you take sertraline", in an article about it.
    fn is_of_course(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(
            word,
            "take" | "taking" | "use" | "using" | "on" | "treatment" | "tablets" | "course"
        ) || is_stop_word(word, self.facts.lang)
            || self.scopes.is_subject(&stem_of(word, "en"))
    }

    /// Adds the case that stands in `range`.
    fn case(&self, range: &Range<usize>, told: &mut Told) {
        let word = self.word(range.start);
        let behind = range.start + 1..range.end;
        let is_pointed =
            matches!(self.word(behind.start), "this" | "that" | "these" | "those") && word != "for";
        // "After the biopsy" in an article about biopsies.
        let is_event = |at: usize| {
            is_event(self.word(at)) || self.scopes.is_subject(&stem_of(self.word(at), "en"))
        };
        let only_event = { behind.clone() }
            .all(|at| is_event(at) || is_stop_word(self.word(at), self.facts.lang))
            && behind.clone().any(is_event);
        told.is_any |=
            matches!(word, "if" | "when") && behind.clone().any(|at| self.word(at) == "or");
        if matches!(word, "while" | "during") && behind.clone().all(|at| self.is_of_course(at)) {
            return;
        }
        // "If you have no fever" is another case than "if you have a fever".
        if matches!(word, "if" | "when") && has_denial(self.tokens, behind.clone()) {
            told.limits.push(Key::Stem(Stem::new_static("~not")));
        }
        let keys = self.keys(behind);
        if word == "after" && only_event {
            return;
        }
        if leaves_room(word) || is_pointed {
            told.limits.push(Key::Stem(format!("~{word}").into()));
        }
        told.limits.extend(keys);
    }
}

/// Words of a time that the reader is free to choose: "as soon as you like".
fn is_free(word: &str) -> bool {
    matches!(
        word,
        "like"
            | "want"
            | "wish"
            | "able"
            | "comfortable"
            | "ready"
            | "home"
            | "possible"
            | "well"
            | "better"
            | "fine"
    )
}

/// Words that open a case in which it holds no more, or not yet.
fn leaves_room(word: &str) -> bool {
    matches!(
        word,
        "until"
            | "till"
            | "unless"
            | "before"
            | "after"
            | "once"
            | "except"
            | "as"
            | "without"
            | "within"
    )
}
