//! `[words.LIST]`: the words that a team adds and takes out.

use crate::config::table::Table;
use crate::config::words::{AddedWord, WordChange, WordChanges};

pub(super) fn words(whole: &mut Table<'_>, lists: &[&str]) -> WordChanges {
    let mut changes = WordChanges::new();
    if let Some(mut table) = whole.table("words") {
        for key in table.keys() {
            if !lists.is_empty() && !lists.contains(&key.value.as_str()) {
                table.faults.unknown(&key, "word list", lists);
                continue;
            }
            if let Some(row) = table.table(&key.value) {
                changes.insert(key.value, change(row));
            }
        }
    }
    let excluded = whole.texts("jargon-exclude");
    if !excluded.is_empty() {
        changes
            .entry("jargon".to_owned())
            .or_default()
            .remove
            .extend(excluded);
    }
    changes
}

fn change(mut row: Table<'_>) -> WordChange {
    let add = row.tables("add").into_iter().filter_map(|mut word| {
        let term = word.needed("term");
        if !term.value.is_empty() {
            word.pattern(&term);
        }
        // The column has both names in the lists.
        let plain = word.text("plain");
        let prefer = word.text("prefer").or(plain);
        let note = word.text("note");
        word.done();
        (!term.value.is_empty()).then(|| AddedWord {
            term,
            prefer: prefer.map_or_else(String::new, |text| text.value),
            note: note.map_or_else(String::new, |text| text.value),
        })
    });
    let change = WordChange {
        add: add.collect(),
        remove: row.texts("remove"),
    };
    row.done();
    change
}
