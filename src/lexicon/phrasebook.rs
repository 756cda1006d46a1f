//! Finds the matches of many lists of patterns in one pass over the words of a text.
//!
//! Each pattern is looked for by one word that it cannot match without; all those words are in one hash table.
//! Only where its word stands is a pattern tried, so the cost grows with the text and the matches, hardly with the number
//! of lists.

use super::pattern::{Needle, Pattern};
use super::token::{self, Tokens};
use std::cmp::Reverse;
use std::ops::Range;

/// Lists of patterns, compiled.
#[derive(Debug)]
pub struct Phrasebook {
    rows: Vec<Row>,
    lists: usize,
    words: Index,
    /// Starts of words, by their first byte, two bytes and three.
    stems: [Index; 3],
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

/// Needles by a hash of their keys.
#[derive(Debug, Default)]
struct Index {
    /// For each hash the first of its entries, and the end of all.
    starts: Vec<usize>,
    entries: Vec<Entry>,
    /// How far a hash is shifted.
    shift: u32,
}

/// A needle with the pattern that it may be in and the numbers of words that may stand before it there.
#[derive(Debug, Clone)]
struct Entry {
    key: u64,
    filled: u64,
    /// Beginnings of other words of which a text with a match has at least one.
    needed: u128,
    row: usize,
    least: usize,
    most: usize,
}

impl Index {
    /// An index of `entries` by the bits `hashed` of their keys.
    fn new(mut entries: Vec<Entry>, hashed: u64) -> Self {
        if entries.is_empty() {
            return Self::default();
        }
        let bits = (entries.len() * 2).ilog2() + 1;
        let shift = 64 - bits;
        entries.sort_by_key(|entry| hash(entry.key & hashed, shift));
        let starts = (0..=1_usize << bits)
            .map(|at| entries.partition_point(|entry| hash(entry.key & hashed, shift) < at));
        Self {
            starts: starts.collect(),
            entries,
            shift,
        }
    }

    /// The entries whose needle the word with the key `key` may be; `hashed` is that key with the bits of the index only.
    fn of(&self, key: u64, hashed: u64) -> impl Iterator<Item = &Entry> {
        let entries = if self.entries.is_empty() {
            None
        } else {
            let at = hash(hashed, self.shift);
            match self.starts.get(at..at + 2) {
                Some([from, to]) => self.entries.get(*from..*to),
                _ => None,
            }
        };
        let entries = entries.unwrap_or(&[]).iter();
        entries.filter(move |entry| key & entry.filled == entry.key)
    }
}

fn hash(key: u64, shift: u32) -> usize {
    // Fibonacci hashing: the upper bits are the mixed ones.
    usize::try_from(key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift).unwrap_or(0)
}

/// The bits of a key that hold its first `bytes` bytes.
const fn first_bytes(bytes: usize) -> u64 {
    u64::MAX << (64 - 8 * bytes)
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
        let mut rows = Vec::new();
        let mut loose = Vec::new();
        let mut words = Vec::new();
        let mut stems = [Vec::new(), Vec::new(), Vec::new()];
        for (list, patterns) in lists.into_iter().enumerate() {
            for (row, pattern) in patterns.into_iter().enumerate() {
                let index = rows.len();
                let anchor = pattern.anchor();
                rows.push(Row {
                    list,
                    at: row,
                    pattern,
                });
                let Some(anchor) = anchor else {
                    loose.push(index);
                    continue;
                };
                for needle in &anchor.needles {
                    let entry = Entry {
                        key: needle.key,
                        filled: if needle.is_stem {
                            needle.filled
                        } else {
                            u64::MAX
                        },
                        needed: rows
                            .last()
                            .map_or(u128::MAX, |row: &Row| row.pattern.needed_beside(needle.key)),
                        row: index,
                        least: *anchor.before.start(),
                        most: *anchor.before.end(),
                    };
                    let index = match Self::stem_bytes(needle) {
                        None => &mut words,
                        Some(1) => &mut stems[0],
                        Some(2) => &mut stems[1],
                        Some(_) => &mut stems[2],
                    };
                    index.push(entry);
                }
            }
        }
        let [one, two, three] = stems;
        Self {
            rows,
            lists: count,
            words: Index::new(words, u64::MAX),
            stems: [
                Index::new(one, first_bytes(1)),
                Index::new(two, first_bytes(2)),
                Index::new(three, first_bytes(3)),
            ],
            loose,
        }
    }

    /// The bytes that the start of a word has, `None` for a whole word.
    fn stem_bytes(needle: &Needle) -> Option<u32> {
        needle.is_stem.then_some(needle.filled.count_ones() / 8)
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
        for list in 1..next.len() {
            next[list] += next[list - 1];
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
        for at in 0..tokens.len() {
            let key = tokens.key(at);
            let mut try_entry = |entry: &Entry| {
                if entry.needed & tokens.beginnings() == 0 {
                    return;
                }
                let Some(last) = at.checked_sub(entry.least) else {
                    return;
                };
                let Some(row) = self.rows.get(entry.row) else {
                    return;
                };
                if row.pattern.may_match(tokens) {
                    for start in at.saturating_sub(entry.most)..=last {
                        try_at(row, start);
                    }
                }
            };
            self.words.of(key, key).for_each(&mut try_entry);
            // "doctor" stands for "doctor's" too.
            if let Some(owner) = tokens.word(at).strip_suffix("'s") {
                let key = token::key(owner);
                self.words.of(key, key).for_each(&mut try_entry);
            }
            for (bytes, stems) in (1..).zip(&self.stems) {
                let found = stems.of(key, key & first_bytes(bytes));
                found.for_each(&mut try_entry);
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
