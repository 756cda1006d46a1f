//! Tables of words that are written as words and looked up by their stems.
//!
//! A stem that is written by hand may be one that no word has; so it is made of the word when the table is first asked.

use super::words::{Stem, stem_of};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Groups of English words that mean one thing.
#[derive(Debug)]
pub struct Alike {
    groups: &'static [(&'static str, &'static [&'static str])],
    known: OnceLock<BTreeMap<Stem, Stem>>,
}

impl Alike {
    /// A table of groups: the words that stand for the others, then those.
    pub const fn new(groups: &'static [(&'static str, &'static [&'static str])]) -> Self {
        Self {
            groups,
            known: OnceLock::new(),
        }
    }

    /// What stands for a word with this stem: a stem, or several with a space between them.
    pub fn of(&self, stem: &str) -> Option<&Stem> {
        self.known.get_or_init(|| self.build()).get(stem)
    }

    fn build(&self) -> BTreeMap<Stem, Stem> {
        let pairs = self.groups.iter().flat_map(|(one, others)| {
            let one = stems_of(one);
            others
                .iter()
                .map(move |other| (stem_of(other, "en"), one.clone()))
        });
        pairs.collect()
    }
}

/// The stems of some English words, as written with a space between two.
pub(super) fn stems_of(words: &str) -> Stem {
    let stems: Vec<Stem> = words.split(' ').map(|word| stem_of(word, "en")).collect();
    stems.join(" ").into()
}

/// A set of words that are known by their stems.
#[derive(Debug)]
pub struct StemTable {
    words: &'static [&'static str],
    lang: &'static str,
    stems: OnceLock<Vec<Stem>>,
}

impl StemTable {
    /// A table of English words, folded.
    pub const fn new(words: &'static [&'static str]) -> Self {
        Self::in_language(words, "en")
    }

    /// A table of folded words in the language with this base tag.
    pub const fn in_language(words: &'static [&'static str], lang: &'static str) -> Self {
        Self {
            words,
            lang,
            stems: OnceLock::new(),
        }
    }

    /// Whether one of the words has this stem.
    pub fn has(&self, stem: &str) -> bool {
        let stems = self.stems.get_or_init(|| {
            let mut stems: Vec<Stem> = self
                .words
                .iter()
                .map(|word| stem_of(word, self.lang))
                .collect();
            stems.sort_unstable();
            stems
        });
        stems
            .binary_search_by(|known| known.as_str().cmp(stem))
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_of_the_table_are_found_by_their_stem() {
        static GROUPS: Alike = Alike::new(&[("trouble breath", &["breathless"])]);
        static TABLE: StemTable = StemTable::new(&["stopped", "only", "agree"]);
        for word in ["stop", "stopping", "only", "agreed", "agrees"] {
            assert_eq!(TABLE.has(&stem_of(word, "en")), word != "agreed", "{word}");
        }
        let one = GROUPS.of(&stem_of("breathlessness", "en"));
        assert_eq!(one.map(Stem::as_str), Some("troubl breath"));
        assert!(GROUPS.of("breathless air").is_none());
    }
}
