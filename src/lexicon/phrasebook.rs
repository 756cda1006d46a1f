//! Finds the matches of many lists of patterns in one pass over the words of a text.
//!
//! Each pattern is looked for by one word that it cannot match without; all those words are in one Aho-Corasick automaton.
//! Only where its word stands is a pattern tried, so the cost grows with the text and the matches, hardly with the number
//! of lists.

use super::pattern::Pattern;
use super::token::Tokens;
use aho_corasick::{AhoCorasick, MatchKind};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

/// Lists of patterns, compiled.
#[derive(Debug)]
pub struct Phrasebook {
    lists: Vec<Vec<Pattern>>,
    words: AhoCorasick,
    /// For each needle of the automaton, the patterns that it may be in.
    anchored: Vec<Vec<Candidate>>,
    /// Patterns of numbers, negations and any words only; tried at every word.
    loose: Vec<(usize, usize)>,
}

/// A pattern with the number of words that may stand before its needle.
#[derive(Debug, Clone)]
struct Candidate {
    list: usize,
    row: usize,
    before: RangeInclusive<usize>,
}

/// A match.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

impl Phrasebook {
    /// Compiles `lists`; an empty list is fine.
    pub fn new(lists: Vec<Vec<Pattern>>) -> Self {
        let mut by_needle: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
        let mut loose = Vec::new();
        for (list, patterns) in lists.iter().enumerate() {
            for (row, pattern) in patterns.iter().enumerate() {
                let Some(anchor) = pattern.anchor() else {
                    loose.push((list, row));
                    continue;
                };
                for needle in anchor.needles {
                    let before = anchor.before.clone();
                    // "doctor" stands for "doctor's" too.
                    if let Some(word) = needle.strip_suffix(' ') {
                        let owner = by_needle.entry(format!("{word}'s ")).or_default();
                        owner.push(Candidate {
                            list,
                            row,
                            before: before.clone(),
                        });
                    }
                    let plain = by_needle.entry(needle).or_default();
                    plain.push(Candidate { list, row, before });
                }
            }
        }
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(by_needle.keys())
            .expect("the lists are far smaller than the automaton's limit of two thousand million states");
        Self {
            lists,
            words,
            anchored: by_needle.into_values().collect(),
            loose,
        }
    }

    /// Every match in `sentences`.
    pub fn find(&self, sentences: &[Tokens]) -> Hits {
        let mut all = Vec::new();
        for (sentence, tokens) in sentences.iter().enumerate() {
            self.find_in(sentence, tokens, &mut all);
        }
        all.sort_unstable_by_key(|hit: &Hit| {
            let words = &hit.words;
            (
                hit.list,
                hit.sentence,
                words.start,
                Reverse(words.end),
                hit.row,
            )
        });
        all.dedup();
        Hits { all }
    }

    fn find_in(&self, sentence: usize, tokens: &Tokens, all: &mut Vec<Hit>) {
        let mut try_at = |list: usize, row: usize, start: usize| {
            let pattern = self.lists.get(list).and_then(|list| list.get(row));
            let end = pattern.and_then(|pattern| pattern.match_at(tokens, start));
            all.extend(end.filter(|end| *end > start).map(|end| Hit {
                list,
                row,
                sentence,
                words: start..end,
            }));
        };
        for found in self.words.find_overlapping_iter(tokens.spaced()) {
            let at = tokens.word_at(found.start() + 1);
            let candidates = self.anchored.get(found.pattern().as_usize());
            for candidate in candidates.into_iter().flatten() {
                let first = at.saturating_sub(*candidate.before.end());
                let Some(last) = at.checked_sub(*candidate.before.start()) else {
                    continue;
                };
                for start in first..=last {
                    try_at(candidate.list, candidate.row, start);
                }
            }
        }
        for (list, row) in &self.loose {
            for start in 0..tokens.len() {
                try_at(*list, *row, start);
            }
        }
    }
}

impl Hits {
    /// The matches of the list with this index, in reading order; of those that start together the longest first.
    pub fn of(&self, list: usize) -> &[Hit] {
        let from = self.all.partition_point(|hit| hit.list < list);
        let to = self.all.partition_point(|hit| hit.list <= list);
        self.all.get(from..to).unwrap_or(&[])
    }

    /// The matches of the list with this index in one sentence, in order; of those that start together the longest first.
    pub fn in_sentence(&self, list: usize, sentence: usize) -> &[Hit] {
        let place = (list, sentence);
        let from = self
            .all
            .partition_point(|hit| (hit.list, hit.sentence) < place);
        let to = self
            .all
            .partition_point(|hit| (hit.list, hit.sentence) <= place);
        self.all.get(from..to).unwrap_or(&[])
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
