//! The words of a clause as what stances are compared by.

use super::Reader;
use super::words::is_filler;
use crate::facts::stance::Key;
use crate::facts::synonym;
use crate::facts::things::Thing;
use crate::facts::words::{Stem, stem_of};
use crate::lexicon::Tokens;
use crate::lexicon::stop_words::is_stop_word;
use std::ops::Range;

/// So many words before a pronoun may name what it stands for.
const MOST_BACK: usize = 40;

/// The things that the words before `end` name, in order.
pub(super) fn things_before(tokens: &Tokens, end: usize) -> impl Iterator<Item = Thing> {
    let words = end.saturating_sub(MOST_BACK)..end;
    words.filter_map(move |at| Thing::named_at(tokens, at, end).map(|(thing, _)| thing))
}

/// Whether a key only counts a time that is known as such.
pub(super) fn is_of_time(key: &Key) -> bool {
    let Key::Stem(stem) = key else {
        return false;
    };
    stem.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(
            stem.as_str(),
            "first"
                | "hour"
                | "day"
                | "week"
                | "month"
                | "two"
                | "thre"
                | "four"
                | "six"
                | "eight"
                | "ten"
                | "twelv"
        )
}

pub(in crate::facts::stance) fn sorted(mut keys: Vec<Key>) -> Vec<Key> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The keys that stems in their order name.
pub(super) fn keys_of(stems: &[Stem]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut left = stems;
    while let Some((first, others)) = left.split_first() {
        if let Some((thing, length)) = Thing::at_start(left) {
            keys.push(Key::Thing(thing));
            left = left.get(length..).unwrap_or_default();
        } else {
            keys.push(Key::Stem(first.clone()));
            left = others;
        }
    }
    keys
}

impl Reader<'_, '_> {
    /// The things that `range` names: "lift or carry heavy bags" are two.
    pub(super) fn things(&self, range: Range<usize>) -> Vec<Vec<Key>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            let is_example = matches!(
                (self.word(at), self.word(at + 1)),
                ("such", "as") | ("including" | "like", _)
            );
            let is_joint = matches!(self.word(at), "and" | "or" | "nor") || is_example;
            let is_comma = at > start && self.is_parted(at, &[',']);
            if is_comma {
                parts.push(start..at);
                start = at;
            }
            if is_joint {
                parts.push(start..at);
                start = at + 1;
            }
        }
        parts.push(start..range.end);
        let mut things: Vec<Vec<Key>> = parts
            .into_iter()
            // "Use pads, not tampons".
            .filter(|part| part.start == range.start || self.word(part.start) != "not")
            .map(|part| self.keys_without_persons(part))
            .filter(|keys| !keys.is_empty())
            .collect();
        // "Rub or scratch your eye": the eye is of both.
        if let Some((last, others)) = things.split_last_mut()
            && last.len() > 1
        {
            for other in others
                .iter_mut()
                .filter(|other| matches!(other.as_slice(), [Key::Stem(_)]))
            {
                other.extend(last.iter().skip(1).cloned());
            }
        }
        things
    }

    fn keys_without_persons(&self, range: Range<usize>) -> Vec<Key> {
        let mut keys = self.all_keys(range);
        // The subject by its whole name stays: "alendronic acid".
        if !keys.iter().all(|key| self.is_subject(key)) && keys.len() > 1 {
            keys.retain(|key| !self.is_subject(key));
        }
        keys.retain(|key| !matches!(key, Key::Stem(stem) if matches!(stem.as_str(), "child" | "babi" | "son" | "daughter" | "him" | "her" | "them" | "kid" | "allow" | "let")));
        keys
    }

    fn is_subject(&self, key: &Key) -> bool {
        matches!(key, Key::Stem(stem) if self.scopes.is_subject(stem))
    }

    /// The keys of the content words in `range`, the article's own subject left out.
    pub(super) fn keys(&self, range: Range<usize>) -> Vec<Key> {
        let mut keys = self.all_keys(range);
        if keys.len() > 1 {
            keys.retain(|key| !self.is_subject(key));
        }
        keys
    }

    /// The keys of the content words in `range`.
    pub(in crate::facts::stance) fn all_keys(&self, range: Range<usize>) -> Vec<Key> {
        let mut numbers = self.quantities(range.clone()).peekable();
        let mut keys = Vec::new();
        let mut at = range.start;
        while at < range.end {
            // Things are known by all their words: "alcohol-free beer", "with food".
            if let Some((thing, end)) = Thing::named_at(self.tokens, at, range.end) {
                keys.push(Key::Thing(thing));
                at = end;
                continue;
            }
            let word = self.word(at);
            while numbers.next_if(|number| number.words.end <= at).is_some() {}
            let is_number = numbers
                .peek()
                .is_some_and(|number| number.words.contains(&at));
            let is_adverb = word.ends_with("ly") && word.len() > 4;
            let is_empty =
                word.is_empty() || is_filler(word) || is_stop_word(word, self.facts.lang);
            if !(is_number || is_adverb || is_empty) {
                keys.push(Key::Stem(synonym::one(stem_of(word, self.facts.lang))));
            }
            at += 1;
        }
        keys
    }
}
