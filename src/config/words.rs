//! The words that a team adds to the word lists or takes out of them.

use crate::article::Located;
use std::collections::BTreeMap;

/// What a team changes in each word list, by the list's name.
pub type WordChanges = BTreeMap<String, WordChange>;

/// What a team changes in one word list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordChange {
    /// The words that it adds, in the order of the file.
    pub add: Vec<AddedWord>,
    /// The words that it takes out, as written.
    pub remove: Vec<Located<String>>,
}

/// A word that a team adds to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedWord {
    /// The word, in the pattern language of the lists.
    pub term: Located<String>,
    /// What to write instead; empty where the word is only to be left out.
    pub prefer: String,
    /// Why.
    pub note: String,
}
