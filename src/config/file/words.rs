//! `[words.LIST]`: the words that a team adds to a word list and takes out of it.

use crate::article::Located;
use crate::config::table::Table;
use crate::lexicon::lists::{Change, List, Lists, Row, RowError};
use std::sync::Arc;

/// The level of a word that a team adds and says nothing more of: worth a warning where the list has levels.
const LEVEL: usize = 2;
/// The highest level of any list.
const LEVEL_MAX: usize = 3;

/// The word lists with the changes of the file; `None` where it has none.
pub(super) fn word_lists(whole: &mut Table<'_>) -> Option<Arc<Lists>> {
    let built_in = Lists::built_in();
    let mut changes = Vec::new();
    if let Some(mut table) = whole.table("words") {
        let names: Vec<&str> = List::ALL.iter().map(|list| list.name()).collect();
        for key in table.keys() {
            let Some(list) = List::from_name(&key.value) else {
                table.faults.unknown(&key, "word list", &names);
                continue;
            };
            if let Some(row) = table.table(&key.value) {
                changes.push(change(row, list, &built_in));
            }
        }
    }
    let excluded = whole.texts("jargon-exclude");
    if !excluded.is_empty() {
        changes.push(Change {
            list: List::Jargon,
            add: Vec::new(),
            remove: known(whole, List::Jargon, excluded, &built_in),
        });
    }
    (!changes.is_empty()).then(|| Arc::new(built_in.with(&changes)))
}

fn change(mut table: Table<'_>, list: List, lists: &Lists) -> Change {
    let add = table.tables("add").into_iter().filter_map(added);
    let add = add.collect();
    let remove = table.texts("remove");
    let remove = known(&table, list, remove, lists);
    table.done();
    Change { list, add, remove }
}

/// A word that comes in.
fn added(mut word: Table<'_>) -> Option<Row> {
    let term = word.needed("term");
    // The lists say `plain`; what to prefer is the same.
    let plain = word.text("plain");
    let plain = word.text("prefer").or(plain);
    let note = word.text("note");
    let level = word.count("level", 0).unwrap_or(LEVEL);
    if level > LEVEL_MAX {
        let message = format!("a level is a number from 0 to {LEVEL_MAX}");
        word.fault(word.place("level"), message);
    }
    let text = |text: Option<Located<String>>| text.map_or_else(String::new, |text| text.value);
    let (plain, note) = (text(plain), text(note));
    let level = u8::try_from(level).unwrap_or(u8::MAX);
    let row = Row::of_team(&term.value, &plain, level, &note);
    let fine = !term.value.trim().is_empty();
    if let (Err(RowError::Pattern(_, error)), true) = (&row, fine) {
        let written = term.value.trim();
        let message = format!("the pattern \"{written}\" cannot be used: {error}");
        word.fault(term.span, message);
    }
    word.done();
    row.ok().filter(|_| fine)
}

/// The words to take out; one that the list does not have is a mistake.
fn known(table: &Table<'_>, list: List, words: Vec<Located<String>>, lists: &Lists) -> Vec<String> {
    let rows = lists.rows(list).iter();
    let terms: Vec<&str> = rows.map(|row| row.term.as_ref()).collect();
    let plain = |word: &str| word.trim().to_lowercase().replace('-', " ");
    let mut known = Vec::new();
    for word in words {
        let written = plain(&word.value);
        if let Some(term) = terms.iter().find(|term| plain(term) == written) {
            known.push((*term).to_owned());
        } else {
            let what = format!("word in {}", list.name());
            table.faults.unknown_among_many(&word, &what, &terms);
        }
    }
    known
}
