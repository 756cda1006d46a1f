//! Finds the matches of many lists of patterns in one pass over the words of a text.
//!
//! Each pattern is looked for by one word that it cannot match without; all those words are in one Aho-Corasick automaton.
//! Only where its word stands is a pattern tried, so the cost grows with the text and the matches, hardly with the number
//! of lists.

use super::pattern::Pattern;
use super::token::Tokens;
use crate::lexicon::constant::built;
use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::ops::{Range, RangeInclusive};

/// Lists of patterns, compiled.
#[derive(Debug)]
pub struct Phrasebook {
    rows: Vec<Row>,
    lists: usize,
    words: AhoCorasick,
    /// For each needle of the automaton, the patterns that it may be in.
    anchored: Vec<Vec<Candidate>>,
    /// Patterns of numbers, negations and any words only; tried at every word.
    loose: Vec<usize>,
}

/// A pattern with its place.
#[derive(Debug)]
struct Row {
    list: usize,
    at: usize,
    pattern: Pattern,
}

/// A pattern, by its index in the rows, with the number of words that may stand before its needle.
#[derive(Debug, Clone)]
struct Candidate {
    row: usize,
    before: RangeInclusive<usize>,
}

/// A match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hit {
    /// The index of the list.
    pub list: usize,
    /// The index of the pattern in its list.
    pub row: usize,
    /// The index of the sentence.
    pub sentence: usize,
    /// The words of the sentence, never none.
    pub words: Range<usize>,
}

/// The matches in some sentences.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// By list, sentence and first word; of matches that start together the longest first.
    all: Vec<Hit>,
    /// For each list the first of its matches, and the end of all.
    starts: Vec<usize>,
}

impl Phrasebook {
    /// Compiles `lists`; an empty list is fine.
    pub fn new(lists: Vec<Vec<Pattern>>) -> Self {
        let count = lists.len();
        let numbered = lists.into_iter().enumerate();
        let rows: Vec<Row> = numbered
            .flat_map(|(list, patterns)| {
                let row = move |(at, pattern)| Row { list, at, pattern };
                patterns.into_iter().enumerate().map(row)
            })
            .collect();
        let mut by_needle: FxHashMap<String, Vec<Candidate>> = FxHashMap::default();
        let mut loose = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let Some(anchor) = row.pattern.anchor() else {
                loose.push(index);
                continue;
            };
            let candidate = Candidate {
                row: index,
                before: anchor.before,
            };
            for needle in anchor.needles {
                // "doctor" stands for "doctor's" too.
                if let Some(word) = needle.strip_suffix(' ') {
                    let owner = by_needle.entry([word, "'s "].concat()).or_default();
                    owner.push(candidate.clone());
                }
                by_needle.entry(needle).or_default().push(candidate.clone());
            }
        }
        // In order, so that every run has the same automaton.
        let mut by_needle: Vec<(String, Vec<Candidate>)> = by_needle.into_iter().collect();
        by_needle.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let (needles, anchored): (Vec<String>, Vec<_>) = by_needle.into_iter().unzip();
        let words = built(
            AhoCorasick::builder()
                .match_kind(MatchKind::Standard)
                .build(&needles),
        );
        Self {
            rows,
            lists: count,
            words,
            anchored,
            loose,
        }
    }

    /// Every match in `sentences`.
    pub fn find(&self, sentences: &[Tokens]) -> Hits {
        let mut all = Vec::with_capacity(8 * sentences.len());
        for (sentence, tokens) in sentences.iter().enumerate() {
            self.find_in(sentence, tokens, &mut all);
        }
        let mut all = self.by_list(all);
        all.dedup();
        let mut starts = Vec::with_capacity(self.lists + 1);
        for (index, hit) in all.iter().enumerate() {
            while starts.len() <= hit.list {
                starts.push(index);
            }
        }
        starts.resize(self.lists + 1, all.len());
        Hits { all, starts }
    }

    /// `hits` in the order of [`Hits`]; they are in the order of the sentences.
    fn by_list(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let mut next = vec![0; self.lists + 1];
        for hit in &hits {
            if let Some(count) = next.get_mut(hit.list + 1) {
                *count += 1;
            }
        }
        let mut before = 0;
        for count in &mut next {
            *count += before;
            before = *count;
        }
        let mut sorted = vec![Hit::default(); hits.len()];
        for hit in hits {
            if let Some(at) = next.get_mut(hit.list)
                && let Some(place) = sorted.get_mut(*at)
            {
                *at += 1;
                *place = hit;
            }
        }
        for of in sorted.chunk_by_mut(|one, other| one.list == other.list) {
            of.sort_unstable_by_key(|hit| {
                let words = &hit.words;
                (hit.sentence, words.start, Reverse(words.end), hit.row)
            });
        }
        sorted
    }

    fn find_in(&self, sentence: usize, tokens: &Tokens, all: &mut Vec<Hit>) {
        let mut try_at = |row: &Row, start: usize| {
            let end = row.pattern.match_at(tokens, start);
            all.extend(end.filter(|end| *end > start).map(|end| Hit {
                list: row.list,
                row: row.at,
                sentence,
                words: start..end,
            }));
        };
        for found in self.words.find_overlapping_iter(tokens.spaced()) {
            let at = tokens.word_at(found.start() + 1);
            let candidates = self.anchored.get(found.pattern().as_usize());
            for candidate in candidates.into_iter().flatten() {
                let row = self.rows.get(candidate.row);
                let Some(row) = row.filter(|row| row.pattern.may_match(tokens)) else {
                    continue;
                };
                let Some(last) = at.checked_sub(*candidate.before.start()) else {
                    continue;
                };
                for start in at.saturating_sub(*candidate.before.end())..=last {
                    try_at(row, start);
                }
            }
        }
        for row in self.loose.iter().filter_map(|row| self.rows.get(*row)) {
            for start in 0..tokens.len() {
                try_at(row, start);
            }
        }
    }
}

impl Hits {
    /// The matches of the list with this index, in reading order; of those that start together the longest first.
    pub fn of(&self, list: usize) -> &[Hit] {
        match self.starts.get(list..list + 2) {
            Some([from, to]) => self.all.get(*from..*to).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The matches of the list with this index in one sentence, in order; of those that start together the longest first.
    pub fn in_sentence(&self, list: usize, sentence: usize) -> &[Hit] {
        let of = self.of(list);
        let from = of.partition_point(|hit| hit.sentence < sentence);
        let of = of.get(from..).unwrap_or(&[]);
        let length = of.iter().take_while(|hit| hit.sentence == sentence);
        of.get(..length.count()).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_pass_finds_what_each_pattern_finds_alone() {
        let texts = [
            "If the pain doesn’t go away after 6 weeks, see a doctor.",
            "About 1 in 100 people get numbness between both legs.",
            "Call the doctor's office at 555 123 4567 now.",
            "Now.",
            "",
        ];
        let patterns = [
            "go|goes away",
            "^now",
            "now$",
            "# in #",
            "# # #",
            "n't _2 away",
            "numb* _2 legs|leg",
            "?the doctor",
            "see|call _3 doctor",
            "* people",
        ];
        let compiled: Vec<Pattern> = patterns
            .iter()
            .map(|text| Pattern::new(text).unwrap())
            .collect();
        let tokens: Vec<Tokens> = texts.iter().map(|text| Tokens::of(text)).collect();
        let lists = compiled
            .iter()
            .cloned()
            .map(|pattern| vec![pattern])
            .collect();
        let hits = Phrasebook::new(lists).find(&tokens);
        for (list, pattern) in compiled.iter().enumerate() {
            let alone: Vec<(usize, Range<usize>)> = tokens
                .iter()
                .enumerate()
                .flat_map(|(sentence, tokens)| {
                    let starts = 0..tokens.len();
                    let ends =
                        starts.filter_map(|start| Some(start..pattern.match_at(tokens, start)?));
                    ends.map(move |words| (sentence, words)).collect::<Vec<_>>()
                })
                .collect();
            let together: Vec<(usize, Range<usize>)> = hits
                .of(list)
                .iter()
                .map(|hit| (hit.sentence, hit.words.clone()))
                .collect();
            assert_eq!(together, alone, "{}", patterns[list]);
            assert!(!alone.is_empty(), "{}", patterns[list]);
        }
        assert_eq!(hits.in_sentence(1, 3).len(), 1);
        assert_eq!(hits.in_sentence(1, 2).len(), 0);
    }
}
