//! Things and actions that articles speak of, known again in other words: "wine" is alcohol, "jogging" is
//! running and a kind of exercise.

use super::words::{Stem, stem_of};
use crate::lexicon::Tokens;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::sync::LazyLock;

/// A thing of the table, by its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thing(usize);

/// The English table.
#[derive(Debug, Default)]
struct Things {
    /// What each thing is a kind of, however many steps up.
    kinds: Vec<Vec<Thing>>,
    /// By the stem of the first word: the stems of the others, and the thing; the longest first.
    names: FxHashMap<Stem, Vec<(Vec<Stem>, Thing)>>,
    /// Single words that are meant in this form only.
    exact: FxHashMap<&'static str, Thing>,
    /// The name of each, as its row has it.
    labels: Vec<&'static str>,
}

static ENGLISH: LazyLock<Things> = LazyLock::new(|| Things::read(include_str!("things.tsv")));

impl Things {
    /// Reads the rows of `things.tsv`, whose head explains them.
    fn read(table: &'static str) -> Self {
        let rows: Vec<Vec<&'static str>> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let mut things = Self::default();
        let by_name: FxHashMap<&str, Thing> = rows
            .iter()
            .enumerate()
            .filter_map(|(index, row)| Some((*row.first()?, Thing(index))))
            .collect();
        let of = |row: usize, at: usize, mark: char| {
            let cell = rows.get(row).and_then(|row| row.get(at)).copied();
            let cell = cell.unwrap_or("").split(mark);
            cell.map(str::trim).filter(|part| !part.is_empty())
        };
        for index in 0..rows.len() {
            let mut kinds: Vec<Thing> = Vec::new();
            let mut above: Vec<usize> = vec![index];
            while let Some(row) = above.pop() {
                for kind in of(row, 1, ',').filter_map(|name| by_name.get(name)) {
                    if !kinds.contains(kind) {
                        kinds.push(*kind);
                        above.push(kind.0);
                    }
                }
            }
            things.kinds.push(kinds);
            for name in of(index, 0, '|').chain(of(index, 2, '|')) {
                if let Some(word) = name.strip_prefix('=') {
                    things.exact.insert(word, Thing(index));
                    continue;
                }
                let mut stems = name
                    .split([' ', '-'])
                    .filter(|word| !is_small(word))
                    .map(|word| stem_of(word, "en"));
                if let Some(first) = stems.next() {
                    let names = things.names.entry(first).or_default();
                    let name = (stems.collect(), Thing(index));
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
        }
        things.labels = rows.iter().filter_map(|row| row.first().copied()).collect();
        for names in things.names.values_mut() {
            names.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        }
        things
    }
}

/// So many words has a name at most, small ones not counted.
const LONGEST: usize = 5;

/// Words that a name may have or leave out.
fn is_small(word: &str) -> bool {
    matches!(word, "your" | "a" | "the" | "in" | "of")
}

impl Thing {
    /// The thing that the stems of content words start with, and how many of them name it.
    pub fn at_start(stems: &[Stem]) -> Option<(Self, usize)> {
        let (first, others) = stems.split_first()?;
        let names = ENGLISH.names.get(first)?;
        names
            .iter()
            .find(|(more, _)| others.starts_with(more))
            .map(|(more, thing)| (*thing, more.len() + 1))
    }

    /// The thing that the words from `at` on name, up to `end`, and the word behind its name; the longest name first.
    pub fn named_at(tokens: &Tokens, at: usize, end: usize) -> Option<(Self, usize)> {
        let mut stems: SmallVec<[Stem; LONGEST]> = SmallVec::new();
        let mut ends: SmallVec<[usize; LONGEST]> = SmallVec::new();
        for at in at..end.min(tokens.len()) {
            let word = tokens.word(at);
            if is_small(word) && !stems.is_empty() {
                continue;
            }
            let stem = stem_of(word, "en");
            if stems.is_empty() && !ENGLISH.names.contains_key(&stem) {
                return Self::of_form(word).map(|thing| (thing, at + 1));
            }
            stems.push(stem);
            ends.push(at + 1);
            if stems.len() == LONGEST {
                break;
            }
        }
        match Self::at_start(&stems) {
            Some((thing, length)) => Some((thing, *ends.get(length - 1)?)),
            None => Self::of_form(tokens.word(at)).map(|thing| (thing, at + 1)),
        }
    }

    /// The thing that a word names in this very form.
    pub fn of_form(word: &str) -> Option<Self> {
        ENGLISH.exact.get(word).copied()
    }

    /// The name of its row.
    pub fn name(self) -> &'static str {
        ENGLISH.labels.get(self.0).copied().unwrap_or("")
    }

    /// Whether this is `other` or a kind of it.
    pub fn is_a(self, other: Self) -> bool {
        self == other
            || ENGLISH
                .kinds
                .get(self.0)
                .is_some_and(|kinds| kinds.contains(&other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(words: &str) -> Thing {
        let tokens = Tokens::of(words);
        let found = Thing::named_at(&tokens, 0, tokens.len());
        found.expect(words).0
    }

    #[test]
    fn the_longest_name_is_taken_and_a_form_that_stands_for_another_word_is_not() {
        let names = |words: &str| {
            let tokens = Tokens::of(words);
            Thing::named_at(&tokens, 0, tokens.len()).map(|(thing, end)| (thing.name(), end))
        };
        assert_eq!(names("bag of frozen peas on it"), Some(("ice", 4)));
        assert_ne!(names("alcohol-free beer"), names("beer"));
        assert_eq!(names("planes"), None);
        assert_eq!(names("plans"), None);
    }

    #[test]
    fn other_words_name_the_same_thing() {
        for (one, other) in [
            ("wine", "alcohol"),
            ("jogging", "running"),
            ("plane", "flights"),
            ("Tylenol".to_lowercase().as_str(), "paracetamol"),
            ("hot water bottle", "heat"),
            ("wash hair", "hair wash"),
        ] {
            assert_eq!(thing(one), thing(other), "{one}, {other}");
        }
    }

    #[test]
    fn a_kind_is_no_other_way_round() {
        assert!(thing("ibuprofen").is_a(thing("painkillers")));
        assert!(thing("football").is_a(thing("exercise")));
        assert!(!thing("painkillers").is_a(thing("ibuprofen")));
        assert!(!thing("water").is_a(thing("milk")));
    }

    #[test]
    fn every_kind_that_a_row_names_is_a_row() {
        let table = include_str!("things.tsv");
        let rows = || table.lines().filter(|line| !line.starts_with('#'));
        for row in rows() {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            for kind in columns[1].split(',').filter(|kind| !kind.is_empty()) {
                assert!(
                    rows().any(|row| row.split('\t').next() == Some(kind)),
                    "{kind}"
                );
            }
        }
    }
}
