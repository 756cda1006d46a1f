//! Several patterns, indexed by the words that their matches may start with.

use super::pattern::{Opening, Pattern, PatternError};
use super::token::{self, MARKS, Tokens};
use std::ops::Range;

/// Several patterns, any of which may match.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    all: Vec<Pattern>,
    /// For each mark, whether a match may start with a word of it.
    marks: Marks,
    /// The patterns whose matches may start with a word of a mark, by mark.
    by_mark: Vec<usize>,
    /// For each of the marks in order where its patterns start among these, and their end.
    firsts: Vec<usize>,
    /// The patterns whose matches may start with any word.
    anywhere: Vec<usize>,
    /// A text without any of these beginnings of words has no match; see [`Pattern::needed`].
    needed: u128,
    /// How many words a match may have.
    longest: usize,
}

/// A set of marks: for each 64 of them a bit for each that it has, with the number of those that it has before.
#[derive(Debug, Clone)]
struct Marks([(u64, usize); MARKS / 64]);

impl Default for Marks {
    fn default() -> Self {
        Self([(0, 0); MARKS / 64])
    }
}

impl Marks {
    /// The set of `marks`, which are in order, each once.
    fn of(marks: &[u16]) -> Self {
        let mut set = Self::default();
        for mark in marks {
            if let Some((bits, _)) = set.0.get_mut(usize::from(mark / 64)) {
                *bits |= 1 << (mark % 64);
            }
        }
        let mut all = 0;
        for (bits, before) in &mut set.0 {
            *before = all;
            all += bits.count_ones() as usize;
        }
        set
    }

    fn contains(&self, mark: u16) -> bool {
        let bits = self.0.get(usize::from(mark / 64));
        bits.is_some_and(|(bits, _)| bits >> (mark % 64) & 1 == 1)
    }

    /// How many of its marks come before `mark`; `None` where it has no such mark.
    fn index(&self, mark: u16) -> Option<usize> {
        let (bits, before) = self.0.get(usize::from(mark / 64))?;
        let bit = 1 << (mark % 64);
        (bits & bit != 0).then(|| before + (bits & (bit - 1)).count_ones() as usize)
    }
}

impl Patterns {
    /// Compiles `patterns`; the error names the one at fault.
    pub fn new<'a>(
        patterns: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, (String, PatternError)> {
        let compiled = patterns
            .into_iter()
            .map(|text| Pattern::new(text).map_err(|error| (text.to_owned(), error)));
        let mut patterns = Self {
            all: compiled.collect::<Result<_, _>>()?,
            ..Self::default()
        };
        let mut by_mark: Vec<(u16, usize)> = Vec::new();
        for (index, pattern) in patterns.all.iter().enumerate() {
            patterns.needed |= pattern.needed();
            patterns.longest = patterns.longest.max(pattern.longest());
            pattern.openings(|opening| match opening {
                Opening::Anything => patterns.anywhere.push(index),
                Opening::Mark(mark) => by_mark.push((mark, index)),
            });
        }
        patterns.anywhere.dedup();
        by_mark.sort_unstable();
        by_mark.dedup();
        let mut marks = Vec::new();
        for of in by_mark.chunk_by(|one, other| one.0 == other.0) {
            marks.extend(of.first().map(|(mark, _)| *mark));
            patterns.firsts.push(patterns.by_mark.len());
            patterns.by_mark.extend(of.iter().map(|(_, index)| *index));
        }
        patterns.firsts.push(patterns.by_mark.len());
        patterns.marks = Marks::of(&marks);
        Ok(patterns)
    }

    /// The patterns, in the order given.
    pub fn all(&self) -> &[Pattern] {
        &self.all
    }

    /// The ends of the shortest matches of each pattern that start at word `start`.
    fn ends(&self, tokens: &Tokens, start: usize) -> impl Iterator<Item = usize> {
        let negated = tokens.is_negated(start).then_some(token::NEGATED);
        let by_negation = negated.map_or(&[][..], |mark| self.marked(mark));
        let all = [self.marked(tokens.mark(start)), by_negation, &self.anywhere];
        let patterns = all.into_iter().flatten();
        patterns.filter_map(move |index| {
            let pattern = self.all.get(*index)?;
            let may_match = pattern.may_match(tokens);
            may_match.then(|| pattern.match_at(tokens, start)).flatten()
        })
    }

    /// The indices of the patterns whose matches may start with a word of a mark.
    fn marked(&self, mark: u16) -> &[usize] {
        let index = self.marks.index(mark);
        let ends = index.and_then(|index| self.firsts.get(index..index + 2));
        match ends {
            Some([first, end]) => self.by_mark.get(*first..*end).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The words among `within` at which a match may start.
    fn starts(&self, tokens: &Tokens, within: Range<usize>) -> impl Iterator<Item = usize> {
        let may_match = self.needed & tokens.beginnings() != 0;
        let anywhere = self
            .anywhere
            .iter()
            .filter_map(|index| self.all.get(*index));
        let anywhere = may_match && anywhere.into_iter().any(|one| one.may_match(tokens));
        let end = if may_match {
            within.end.min(tokens.len())
        } else {
            within.start
        };
        (within.start..end).filter(move |start| {
            let negated = tokens.is_negated(*start);
            anywhere
                || self.marks.contains(tokens.mark(*start))
                || negated && self.marks.contains(token::NEGATED)
        })
    }

    /// The earliest match, the longest of those that start together.
    pub fn find(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.find_from(tokens, 0)
    }

    /// The earliest match at or after word `from`, the longest of those that start together.
    pub fn find_from(&self, tokens: &Tokens, from: usize) -> Option<Range<usize>> {
        self.starts(tokens, from..usize::MAX)
            .find_map(|start| Some(start..self.match_at(tokens, start)?))
    }

    /// Every match, in order, the longest at each start; a match may start inside another. Linear in the text's length.
    pub fn find_all(&self, tokens: &Tokens) -> Vec<Range<usize>> {
        self.starts(tokens, 0..usize::MAX)
            .filter_map(|start| Some(start..self.match_at(tokens, start)?))
            .collect()
    }

    /// The matches that lie in the words `within`, in order, the longest at each start. It looks at no others, so that many
    /// parts of one sentence can be asked for.
    pub fn find_in(
        &self,
        tokens: &Tokens,
        within: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> {
        let end = within.end;
        self.starts(tokens, within)
            .filter_map(|start| Some(start..self.match_at(tokens, start)?))
            .filter(move |found| found.end <= end)
    }

    /// Whether a match covers word `at`.
    pub fn covers(&self, tokens: &Tokens, at: usize) -> bool {
        let first = (at + 1).saturating_sub(self.longest);
        let mut starts = self.starts(tokens, first..at + 1);
        starts.any(|start| self.match_at(tokens, start).is_some_and(|end| end > at))
    }

    /// The end of the longest match that starts at word `start`.
    pub fn match_at(&self, tokens: &Tokens, start: usize) -> Option<usize> {
        self.ends(tokens, start).max()
    }

    /// Whether any pattern matches.
    pub fn is_match(&self, tokens: &Tokens) -> bool {
        self.starts(tokens, 0..usize::MAX)
            .any(|start| self.ends(tokens, start).next().is_some())
    }

    /// Whether there is no pattern.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_patterns_find_what_the_best_of_them_finds_alone() {
        let rows = [
            "?the doctor",
            "doctor _2 now",
            "numb*",
            "# in #",
            "n't",
            "* people",
            "a*",
            "a|an ambulance",
            "^now",
            "e*",
            "911",
            "a|x edge",
        ];
        let texts = [
            "See the doctor right now, or call 911 for an ambulance.",
            "About 1 in 100 people can't feel the numbness.",
            "Now Ångström and 1 é é people, an A's edge",
            "",
        ];
        let together = Patterns::new(rows).unwrap();
        for text in texts {
            let tokens = Tokens::of(text);
            for start in 0..=tokens.len() {
                let alone = rows
                    .iter()
                    .filter_map(|row| Pattern::new(row).unwrap().match_at(&tokens, start))
                    .max();
                assert_eq!(
                    together.match_at(&tokens, start),
                    alone,
                    "{text:?} at {start}"
                );
            }
        }
    }
}
