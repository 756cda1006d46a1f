//! Numbers whose unit is left out: ages ("over 65s"), temperatures ("a fever over 38").

use super::read::Reader;
use super::{Bound, Unit, around, spanish};
use std::ops::Range;

impl Reader<'_, '_> {
    /// "5 years old", "4-year-old", "aged 2 years", "6 months of age".
    pub(super) fn is_age(&self, words: &Range<usize>, unit: Unit) -> bool {
        let word = |index: usize| self.tokens.word(index);
        let back = |by: usize| words.start.checked_sub(by).map_or("", |at| word(at));
        let is_aged = |at: &str| matches!(at, "aged" | "age" | "ages");
        if self.is_spanish {
            return spanish::is_age(self.tokens, words);
        }
        word(words.end) == "old"
            || word(words.end) == "olds"
            || (word(words.end) == "of" && word(words.end + 1) == "age")
            || is_aged(back(1))
            || (is_aged(back(2)) && !matches!(back(1), "and" | "in"))
            || (is_aged(back(3)) && back(2) == "of")
            || matches!((back(2), back(1)), ("older" | "younger", "than"))
            || (matches!(word(words.end), "or" | "and")
                && matches!(word(words.end + 1), "older" | "younger"))
            // "Babies under 6 months".
            || (matches!(unit, Unit::Week | Unit::Month | Unit::Year)
                && is_person(back(2))
                && matches!(back(1), "over" | "under" | "above" | "below"))
    }

    /// "children under 5", "over 65s", "the age of 50", "50 and older".
    pub(super) fn is_bare_age(&self, words: &Range<usize>, bound: Bound) -> bool {
        let word = |index: usize| self.tokens.word(index);
        let back = |by: usize| words.start.checked_sub(by).map_or("", |at| word(at));
        let follows_nothing = around::noun(self.text, self.tokens, words.end).is_empty();
        let is_side = matches!(back(1), "over" | "under" | "above" | "below");
        matches!(back(1), "aged" | "age" | "ages")
            || (back(1) == "of" && matches!(back(2), "age" | "ages"))
            || (matches!(back(2), "age" | "ages" | "aged")
                && matches!(
                    back(1),
                    "over"
                        | "under"
                        | "above"
                        | "below"
                        | "between"
                        | "from"
                        | "about"
                        | "around"
                        | "least"
                        | "by"
                ))
            || (matches!((back(2), back(1)), ("older" | "younger", "than")) && follows_nothing)
            || (matches!(word(words.end), "or" | "and")
                && matches!(word(words.end + 1), "older" | "younger")
                && bound != Bound::Exact)
            || (is_person(back(2)) && is_side && follows_nothing)
            // "Your child is over 2."
            || (is_person(back(3)) && back(2) == "is" && is_side && follows_nothing)
    }

    /// "a fever over 38", "a temperature of 39 or more".
    pub(super) fn is_bare_temperature(&self, words: &Range<usize>, value: f64) -> bool {
        let may_be_body = (36.0..=43.0).contains(&value) || (97.0..=110.0).contains(&value);
        may_be_body
            && around::noun(self.text, self.tokens, words.end).is_empty()
            && (words.start.saturating_sub(6)..words.start)
                .any(|at| matches!(self.tokens.word(at), "fever" | "temperature"))
    }
}

/// Words for people whose age may follow.
fn is_person(word: &str) -> bool {
    matches!(
        word,
        "children"
            | "child"
            | "people"
            | "adults"
            | "adult"
            | "men"
            | "women"
            | "anyone"
            | "those"
            | "person"
            | "babies"
            | "baby"
            | "infants"
            | "girls"
            | "boys"
            | "patients"
            | "you're"
            | "teenagers"
            | "kids"
            | "everyone"
            | "someone"
    )
}
