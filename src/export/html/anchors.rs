//! The anchors of a page: those of the article, and the page's own, among them the ways from a call to its note and back.

use crate::handout::{self, Item};
use std::collections::{BTreeMap, BTreeSet};

/// The anchors of one page.
#[derive(Debug)]
pub(super) struct Anchors {
    /// Those that are taken, by the article or by the page.
    taken: BTreeSet<String>,
    notes: BTreeMap<usize, Note>,
}

/// A note that stands on the page.
#[derive(Debug)]
struct Note {
    anchor: String,
    /// The anchors of its calls so far.
    calls: Vec<String>,
}

/// The call of a note.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Call {
    /// Its own anchor.
    pub(super) anchor: String,
    /// That of the note.
    pub(super) note: String,
}

impl Anchors {
    /// The anchors of the page of `items`; those that the article has stay.
    pub(super) fn of(items: &[Item]) -> Self {
        let mut anchors = Self {
            taken: handout::anchors(items),
            notes: BTreeMap::new(),
        };
        for number in handout::notes(items) {
            let anchor = anchors.own(&format!("note-{number}"));
            let calls = Vec::new();
            anchors.notes.insert(number, Note { anchor, calls });
        }
        anchors
    }

    /// An anchor of the page's own that nothing else on it has.
    pub(super) fn own(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 1;
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }

    /// A new call of the note of this number; `None` where the note is not on the page.
    pub(super) fn call(&mut self, number: usize) -> Option<Call> {
        let note = self.notes.get(&number)?.anchor.clone();
        let anchor = self.own(&format!("{note}-call"));
        let calls = &mut self.notes.get_mut(&number)?.calls;
        calls.push(anchor.clone());
        Some(Call { anchor, note })
    }

    /// The anchor of the note of this number, and those of its calls so far.
    pub(super) fn note(&self, number: usize) -> Option<(&str, &[String])> {
        let note = self.notes.get(&number)?;
        Some((&note.anchor, &note.calls))
    }
}
