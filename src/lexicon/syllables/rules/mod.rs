//! The rules by which a word's syllables are counted: groups of vowels, vowels that are spoken apart, silent ends.

mod apart;

use crate::source::PartOf;
use apart::Meeting;

/// The syllables of `word`, which is lower case and has only the letters a to z; at least 1.
pub(super) fn count(word: &[u8]) -> usize {
    let mut count = 0_usize;
    let mut before = 0_u8;
    for (at, letter) in word.iter().copied().enumerate() {
        if is_vowel(letter)
            && (!is_vowel(before)
                || Meeting::at(word, at).is_some_and(|meeting| meeting.is_apart()))
        {
            count += 1;
        }
        before = letter;
    }
    (count + unwritten(word))
        .saturating_sub(silent(word))
        .max(1)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Syllables without a vowel letter of their own: spasm, rhythm, Mc.
fn unwritten(word: &[u8]) -> usize {
    let singular = word.strip_suffix(b"s").unwrap_or(word);
    let ends = singular.ends_with(b"sm") || singular.ends_with(b"thm");
    let starts = word.starts_with(b"mc") && word.len() > 3;
    usize::from(ends) + usize::from(starts)
}

/// Vowels that are written and not spoken.
fn silent(word: &[u8]) -> usize {
    if word.ends_with(b"ically") {
        return 1;
    }
    match suffix(word) {
        Some(suffix) => 1 + usize::from(ends_silent(suffix)),
        None => usize::from(ends_silent(word)),
    }
}

/// Endings before which the e of the stem is silent: care-ful-ly, state-ment, pace-maker.
const SUFFIXES: &[&str] = &[
    "ly", "ment", "ments", "ful", "fully", "less", "lessly", "lessness", "fulness", "ness", "man",
    "men", "maker", "makers", "work", "place", "places", "time", "times", "like", "side", "sides",
    "some", "wide",
];

/// The suffix of a word whose stem ends in a silent e.
fn suffix(word: &[u8]) -> Option<&'static [u8]> {
    let mut suffixes = SUFFIXES.iter().map(|suffix| suffix.as_bytes());
    suffixes.find(|suffix| {
        let stem = word.strip_suffix(*suffix);
        stem.is_some_and(|stem| stem.len() > 2 && ends_in_silent_e(stem))
    })
}

/// Whether the last vowel is silent: hope, hopes, hoped, but not table, changes, treated.
fn ends_silent(word: &[u8]) -> bool {
    match word {
        // Treated, needed, diabetes.
        [.., b't' | b'd', b'e', b'd'] | [.., b'b', b'e', b't', b'e', b's'] => false,
        [.., b'e'] => ends_in_silent_e(word),
        [.., before, b'e', b's'] => {
            let hisses = matches!(before, b's' | b'x' | b'z' | b'c' | b'g')
                || word.ends_with(b"ches")
                || word.ends_with(b"shes");
            !hisses && ends_in_silent_e(word.part(..word.len() - 1))
        }
        [.., before, b'e', b'd'] => {
            !is_vowel(*before) && !ends_in_syllabic_l(word.part(..word.len() - 1))
        }
        _ => false,
    }
}

fn ends_in_silent_e(word: &[u8]) -> bool {
    match word {
        [.., b'l', b'e'] => !ends_in_syllabic_l(word),
        [.., b'q' | b'g', b'u', b'e'] => true,
        [.., before, b'e'] => !is_vowel(*before),
        _ => false,
    }
}

/// Whether "le" is a syllable: table, muscle, but not whole or pearl.
fn ends_in_syllabic_l(word: &[u8]) -> bool {
    match word {
        [.., before, b'l', b'e'] => {
            !is_vowel(*before) && !matches!(before, b'l' | b'r' | b'w' | b'h')
        }
        _ => false,
    }
}
