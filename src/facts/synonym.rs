//! Words for one sign that articles change between: "passes out" and "faints", "tummy" and "belly".
//!
//! It is for telling whether two places speak of the same sign; a word here is no recommendation.

use super::words::Stem;

/// Pairs of words that are one, folded, with the word that they stand for.
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
    ("short", "breath", "troubl breath"),
    ("high", "temperature", "fever"),
    ("end", "life", "suicid"),
    ("ending", "life", "suicid"),
    ("ends", "life", "suicid"),
    ("harming", "yourself", "suicid"),
    ("hurting", "yourself", "suicid"),
    ("coffee", "grounds", "coffe ground"),
    ("ground", "coffee", "coffe ground"),
    ("catch", "breath", "troubl breath"),
    ("breathe", "properly", "troubl breath"),
];

/// Stems with the stem that stands for them.
const STEMS: &[(&str, &str)] = &[
    ("abdom", "belli"),
    ("ach", "pain"),
    ("abdomen", "belli"),
    ("abdominal", "belli"),
    ("bled", "blood"),
    ("bleed", "blood"),
    ("blackout", "faint"),
    ("bloodi", "blood"),
    ("breathless", "troubl breath"),
    ("clos", "near"),
    ("collaps", "faint"),
    ("convulsion", "seizur"),
    ("convuls", "seizur"),
    ("difficult", "troubl"),
    ("difficulti", "troubl"),
    ("eyesight", "sight"),
    ("feverish", "fever"),
    ("faec", "stool"),
    ("fec", "stool"),
    ("fit", "seizur"),
    ("hard", "troubl"),
    ("lightheaded", "dizzi"),
    ("hurt", "pain"),
    ("motion", "stool"),
    ("painful", "pain"),
    ("pee", "urin"),
    ("pees", "urin"),
    ("peeing", "urin"),
    ("poo", "stool"),
    ("poop", "stool"),
    ("stomach", "belli"),
    ("struggl", "troubl"),
    ("swollen", "swell"),
    ("tummi", "belli"),
    ("unconsciou", "faint"),
    ("urinat", "urin"),
    ("vision", "sight"),
    ("wee", "urin"),
];

/// Signs of which one word is enough to know them again.
const TELLING: &[&str] = &[
    "faint",
    "seizur",
    "overdos",
    "pus",
    "suicid",
    "desmai",
    "convulsion",
    "convulsiona",
];

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
        let (told, length) = match pair {
            Some((_, _, one)) => (Stem::new_static(one), 2),
            None => (stem(word), 1),
        };
        let one = STEMS
            .iter()
            .find(|(known, _)| *known == told)
            .map_or(told.as_str(), |(_, one)| one);
        stems.extend(one.split(' ').map(Stem::new));
        index += length;
    }
    stems
}

/// The stem that stands for `stem`, where it is one word.
pub(super) fn one(stem: Stem) -> Stem {
    match STEMS
        .iter()
        .find(|(known, one)| *known == stem && !one.contains(' '))
    {
        Some((_, one)) => Stem::new_static(one),
        None => stem,
    }
}

/// Whether one word with this stem names a sign by itself.
pub fn is_telling(stem: &str) -> bool {
    TELLING.contains(&stem)
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
        ] {
            assert_eq!(of(one), of(other), "{one}, {other}");
        }
    }
}
