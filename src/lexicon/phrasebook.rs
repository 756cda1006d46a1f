//! Finds the matches of many lists of patterns in one pass over the words of a text.
//!
//! Each pattern is filed under one word that it cannot match without. Only where that word stands is the pattern tried, so the
//! cost grows with the text and the matches, hardly with the number of lists. Patterns begin and end where words do; that is
//! why words are looked up whole here, and not letter by letter in an Aho-Corasick automaton, which took ten times as many
//! steps to build and more to run.

use super::pattern::{Opening, Pattern};
use super::token::{self, Tokens};
use super::word_index::WordIndex;
use std::cmp::Reverse;
use std::ops::{Range, RangeInclusive};

/// Lists of patterns, compiled.
#[derive(Debug)]
pub struct Phrasebook {
    rows: Vec<Row>,
    lists: usize,
    anchored: WordIndex<Candidate>,
    /// Patterns of numbers, negations and any words only.
    loose: Vec<Loose>,
}

/// A pattern with its place.
#[derive(Debug)]
struct Row {
    list: usize,
    at: usize,
    pattern: Pattern,
}

/// A pattern, by its index in the rows, with the number of words that may stand before the word it is filed under.
#[derive(Debug, Clone)]
struct Candidate {
    row: usize,
    before: RangeInclusive<usize>,
    /// Whether that word is all of the pattern.
    is_all: bool,
}

/// A pattern that is filed under no word, by its index in the rows.
#[derive(Debug)]
struct Loose {
    row: usize,
    /// Whether its matches start with a number; if not, it is tried at every word.
    starts_with_number: bool,
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
    /// For each sentence, a bit for each list that has a match in it.
    there: Vec<u64>,
    /// The numbers in `there` that each sentence has.
    width: usize,
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
        let mut anchored = WordIndex::default();
        let mut loose = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let Some(anchor) = row.pattern.anchor() else {
                let mut starts_with_number = true;
                row.pattern.openings(|opening| {
                    starts_with_number &= opening == Opening::Mark(token::DIGITS);
                });
                loose.push(Loose {
                    row: index,
                    starts_with_number,
                });
                continue;
            };
            for word in anchor.any {
                let candidate = Candidate {
                    row: index,
                    before: anchor.before.clone(),
                    is_all: row.pattern.is_one_word(),
                };
                anchored.insert(word, candidate);
            }
        }
        Self {
            rows,
            lists: count,
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
        let width = self.lists.div_ceil(64);
        let mut there = vec![0; width * sentences.len()];
        for hit in &all {
            if let Some(bits) = there.get_mut(hit.sentence * width + hit.list / 64) {
                *bits |= 1 << (hit.list % 64);
            }
        }
        Hits {
            all,
            starts,
            there,
            width,
        }
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
        let mut found = |row: &Row, start: usize, end: Option<usize>| {
            all.extend(end.filter(|end| *end > start).map(|end| Hit {
                list: row.list,
                row: row.at,
                sentence,
                words: start..end,
            }));
        };
        for at in 0..tokens.len() {
            self.anchored.each(tokens, at, |candidate| {
                let Some(row) = self.rows.get(candidate.row) else {
                    return;
                };
                if candidate.is_all {
                    found(row, at, Some(at + 1));
                    return;
                }
                if !row.pattern.may_match(tokens) {
                    return;
                }
                if *candidate.before.end() == 0 {
                    found(row, at, row.pattern.match_behind(tokens, at));
                    return;
                }
                if let Some(last) = at.checked_sub(*candidate.before.start()) {
                    for start in at.saturating_sub(*candidate.before.end())..=last {
                        found(row, start, row.pattern.match_at(tokens, start));
                    }
                }
            });
        }
        let has_number = tokens.may_have_number();
        for loose in &self.loose {
            let row = self.rows.get(loose.row);
            let row = row.filter(|row| {
                (has_number || !loose.starts_with_number) && row.pattern.may_match(tokens)
            });
            let Some(row) = row else { continue };
            let starts = (0..tokens.len())
                .filter(|start| !loose.starts_with_number || tokens.mark(*start) == token::DIGITS);
            for start in starts {
                found(row, start, row.pattern.match_at(tokens, start));
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
        // Most lists have none.
        let bits = self.there.get(sentence * self.width + list / 64);
        if bits.is_none_or(|bits| bits >> (list % 64) & 1 == 0) {
            return &[];
        }
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
