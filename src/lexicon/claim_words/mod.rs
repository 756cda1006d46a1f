//! Words by which a clause says what its number is about, folded, by language: how long something lasts, when it is over,
//! for whom it holds.

mod english;
mod spanish;

use super::word_table::WordTable;
use english::ENGLISH;
use spanish::SPANISH;

/// The words of one language.
#[derive(Debug)]
pub struct ClaimWords {
    /// It lasts.
    pub lasts: &'static WordTable,
    /// It is over or better.
    pub ends: &'static WordTable,
    /// It works.
    pub starts: &'static WordTable,
    /// It is to be left until then, or may be done from then on.
    pub waits: &'static WordTable,
    /// It is to be used or done for so long; such verbs tell nothing of what is used.
    pub uses: &'static WordTable,
    /// It has a share of people, or happens in a share of cases.
    pub happens: &'static WordTable,
    /// It is not to be done.
    pub denies: &'static WordTable,
    /// They open a phrase that says for whom, when or in which case the clause holds.
    pub opens: &'static WordTable,
    /// They say so by themselves: "children", "severe", "first".
    pub limits: &'static WordTable,
    /// Another word stands for what the clause is about.
    pub pronouns: &'static WordTable,
    /// They say nothing of it.
    pub empty: &'static WordTable,
    /// What an article about a procedure calls it.
    pub procedure: &'static WordTable,
    /// What an article about an illness calls it.
    pub illness: &'static WordTable,
    /// What an article about a medicine calls it.
    pub medicine: &'static WordTable,
    /// So long before something.
    pub before: &'static WordTable,
    /// What a time is counted from, of which an article has one: "10 days after the operation".
    pub events: &'static WordTable,
    /// Between two of them.
    pub between: &'static WordTable,
    /// Words that open the part of a sentence in which something is said of its subject.
    pub verbs: &'static WordTable,
}

impl ClaimWords {
    /// Those of the language with this base tag; `None` for a language without.
    pub fn of(base_lang: &str) -> Option<&'static Self> {
        match base_lang {
            "en" => Some(&ENGLISH),
            "es" => Some(&SPANISH),
            _ => None,
        }
    }
}
