//! The word lists: rows of data with what to write instead and why, found in the same pass as the phrase tables.
//!
//! Each list is a TSV file here. Its columns: `term`; `kind` (fixed, noun, verb, exact, variants: see [`Kind`]); `forms`,
//! parted by " / ", the term if empty; `plain`; `level`; `swap` (y or n); `guards`, patterns parted by " / " that silence
//! the row where they share a word with the match, or anywhere in the sentence if they begin with `~`; `note`; `example`,
//! which the row must match; `passes`, in which a guard must silence it; `source`. Lines that begin with `#` are comments.

mod names;
mod row;

pub use names::List;
pub use row::{Kind, Row, RowError};

use super::Tokens;
use super::phrasebook::{Hit, Hits, Phrasebook};
use super::phrases::{self, Table};
use crate::lexicon::constant::built;
use std::sync::{Arc, LazyLock};

/// The rows of every list, with the phrasebook that finds them and the phrase tables.
#[derive(Debug)]
pub struct Lists {
    rows: Vec<Vec<Row>>,
    /// For each list, the row of each of its patterns.
    rows_of_patterns: Vec<Vec<usize>>,
    book: Phrasebook,
}

/// What a team changes in one list.
#[derive(Debug, Clone)]
pub struct Change {
    /// The list.
    pub list: List,
    /// Rows that come in; one with the term of a row that is there takes its place.
    pub add: Vec<Row>,
    /// Terms that go out, without regard to case.
    pub remove: Vec<String>,
}

static BUILT_IN: LazyLock<Arc<Lists>> = LazyLock::new(|| {
    let rows = List::ALL.iter().map(|list| {
        let lines = lines(*list).map(|(_, line)| Row::parse(line));
        let rows: Result<Vec<Row>, _> = lines.collect();
        built(rows)
    });
    Arc::new(Lists::of(rows.collect()))
});

/// The numbered lines of a list's file that hold a row.
fn lines(list: List) -> impl Iterator<Item = (usize, &'static str)> {
    let numbered = list.data().lines().enumerate();
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

impl Lists {
    /// The English lists that ship.
    pub fn built_in() -> Arc<Self> {
        Arc::clone(&BUILT_IN)
    }

    /// These lists with the changes of a team, in their order.
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut rows = self.rows.clone();
        for change in changes {
            let Some(list) = rows.get_mut(change.list.index()) else {
                continue;
            };
            let added = change.add.iter().map(|row| row.term.as_ref());
            let gone: Vec<String> = change
                .remove
                .iter()
                .map(String::as_str)
                .chain(added)
                .map(str::to_lowercase)
                .collect();
            list.retain(|row| !gone.contains(&row.term.to_lowercase()));
            list.extend(change.add.iter().cloned());
        }
        Self::of(rows)
    }

    fn of(rows: Vec<Vec<Row>>) -> Self {
        let mut patterns = phrases::patterns("en");
        let mut rows_of_patterns = Vec::new();
        for list in &rows {
            let mut of = Vec::new();
            let mut all = Vec::new();
            for (index, row) in list.iter().enumerate() {
                of.extend(std::iter::repeat_n(index, row.patterns.len()));
                all.extend(row.patterns.iter().cloned());
            }
            rows_of_patterns.push(of);
            patterns.push(all);
        }
        Self {
            rows,
            rows_of_patterns,
            book: Phrasebook::new(patterns),
        }
    }

    /// The rows of a list.
    pub fn rows(&self, list: List) -> &[Row] {
        self.rows.get(list.index()).map_or(&[], Vec::as_slice)
    }

    /// What finds the English phrase tables and, after them, the lists.
    pub fn book(&self) -> &Phrasebook {
        &self.book
    }

    /// The matches of a list in one sentence among `hits`, what this book found, guarded ones too.
    pub fn hits_in<'a>(&self, list: List, hits: &'a Hits, sentence: usize) -> &'a [Hit] {
        hits.in_sentence(Table::ALL.len() + list.index(), sentence)
    }

    /// The matches of a list among `hits`, what this book found, each with its row: in reading order, of those that overlap
    /// the first, the longest of those that start together; guarded ones are left out.
    pub fn uses<'a>(
        &'a self,
        list: List,
        hits: &'a Hits,
        sentences: &[Tokens],
    ) -> Vec<(&'a Row, &'a Hit)> {
        let rows = self.rows(list);
        let rows_of = self.rows_of_patterns.get(list.index());
        let mut uses: Vec<(&Row, &Hit)> = Vec::new();
        for hit in hits.of(Table::ALL.len() + list.index()) {
            let is_inside = uses.last().is_some_and(|(_, last)| {
                last.sentence == hit.sentence && hit.words.start < last.words.end
            });
            let row = rows_of
                .and_then(|of| of.get(hit.row))
                .and_then(|row| rows.get(*row));
            let (Some(row), Some(tokens)) = (row, sentences.get(hit.sentence)) else {
                continue;
            };
            if !is_inside && !row.is_guarded(tokens, &hit.words) {
                uses.push((row, hit));
            }
        }
        uses
    }
}

#[cfg(test)]
mod tests;
