//! Words for one sign that articles change between: "passes out" and "faints", "tummy" and "belly".
//!
//! It is for telling whether two places speak of the same sign; a word here is no recommendation.

use super::alike::{Alike, StemTable, stems_of};
use super::words::Stem;

/// Pairs of words that are one, folded, with the words that they stand for.
const PAIRS: &[(&str, &str, &str)] = &[
    ("throw", "up", "vomit"),
    ("throws", "up", "vomit"),
    ("throwing", "up", "vomit"),
    ("pass", "out", "faint"),
    ("passes", "out", "faint"),
    ("passing", "out", "faint"),
    ("black", "out", "faint"),
    ("lose", "consciousness", "faint"),
    ("loses", "consciousness", "faint"),
    ("short", "breath", "trouble breath"),
    ("high", "temperature", "fever"),
    ("end", "life", "suicide"),
    ("ending", "life", "suicide"),
    ("ends", "life", "suicide"),
    ("harming", "yourself", "suicide"),
    ("hurting", "yourself", "suicide"),
    ("bowel", "motion", "stool"),
    ("bowel", "motions", "stool"),
    ("catch", "breath", "trouble breath"),
    ("breathe", "properly", "trouble breath"),
    ("coffee", "grounds", "coffee ground"),
    ("ground", "coffee", "coffee ground"),
    ("light", "headed", "dizzy"),
    ("light", "headedness", "dizzy"),
];

/// What stands for words that mean the same wherever they are.
static ALIKE: Alike = Alike::new(&[
    ("belly", &["abdomen", "abdominal", "stomach", "tummy"]),
    ("blood", &["bled", "bleed", "bloody"]),
    ("dizzy", &["lightheaded", "lightheadedness"]),
    ("faint", &["blackout", "collapse", "unconscious"]),
    ("fever", &["feverish"]),
    ("near", &["close"]),
    ("pain", &["ache", "hurt", "painful"]),
    ("seizure", &["convulsion", "convulse"]),
    ("sight", &["eyesight", "vision"]),
    ("stool", &["faeces", "feces", "poo", "poop"]),
    ("swell", &["swollen"]),
    ("trouble", &["difficult", "difficulty", "struggle"]),
    ("trouble breath", &["breathless"]),
    ("urine", &["pee", "urinate", "urination", "wee"]),
]);

/// Words that mean so only where a sign is named: elsewhere one is fit to fly, and food is hard.
const OF_SIGNS: &[(&str, &str)] = &[
    ("fit", "seizure"),
    ("fits", "seizure"),
    ("hard", "trouble"),
    ("motions", "stool"),
];

/// Signs of which one word is enough to know them again.
static TELLING: StemTable = StemTable::new(&["faint", "seizure", "overdose", "pus", "suicide"]);
/// Those in Spanish.
static TELLING_ES: StemTable = StemTable::in_language(&["desmayo", "convulsion"], "es");

/// The stems of a sign, synonyms made one; `words` are its folded content words and `stem` takes off their endings.
pub(super) fn stems<'w>(
    words: impl Iterator<Item = &'w str>,
    stem: impl Fn(&str) -> Stem,
) -> Vec<Stem> {
    let words: Vec<&str> = words.collect();
    let mut stems = Vec::with_capacity(words.len());
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let next = words.get(index + 1).copied().unwrap_or("");
        let pair = PAIRS
            .iter()
            .find(|(one, two, _)| one == word && *two == next);
        let of_sign = OF_SIGNS.iter().find(|(known, _)| known == word);
        let (told, length) = match (pair, of_sign) {
            (Some((_, _, one)), _) => (stems_of(one), 2),
            (None, Some((_, one))) => (stems_of(one), 1),
            (None, None) => (stem(word), 1),
        };
        let one = ALIKE.of(&told).unwrap_or(&told);
        stems.extend(one.split(' ').map(Stem::new));
        index += length;
    }
    stems
}

/// The stem that stands for `stem`, where it is one word.
pub(super) fn one(stem: Stem) -> Stem {
    match ALIKE.of(&stem).filter(|one| !one.contains(' ')) {
        Some(one) => one.clone(),
        None => stem,
    }
}

/// Whether one word with this stem names a sign by itself.
pub fn is_telling(stem: &str) -> bool {
    TELLING.has(stem) || TELLING_ES.has(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::words;

    #[test]
    fn two_wordings_of_one_sign_have_the_same_stems() {
        let of = |text: &str| stems(text.split(' '), |word| words::stem_of(word, "en"));
        for (one, other) in [
            ("throws up", "vomits"),
            ("passes out", "faints"),
            ("trouble breathing", "difficulty breathing"),
            ("abdominal pain", "stomach pain"),
            ("loss vision", "loss sight"),
            ("second fit", "second seizure"),
            ("high temperature", "fever"),
            ("black poo", "black stools"),
            ("one leg hurts", "one leg painful"),
            ("unconscious", "faint"),
            ("lightheaded", "dizzy"),
            ("light headed", "dizziness"),
            ("pees often", "urinates often"),
            ("black motions", "black stools"),
        ] {
            assert_eq!(of(one), of(other), "{one}, {other}");
        }
    }

    #[test]
    fn a_word_of_another_meaning_is_joined_only_where_a_sign_is_named() {
        let one = |word: &str| super::one(words::stem_of(word, "en"));
        assert_eq!(one("fit"), "fit");
        assert_eq!(one("motion"), "motion");
        assert_eq!(one("tummy"), "belli");
        assert!(is_telling(&words::stem_of("desmayos", "es")));
    }
}
