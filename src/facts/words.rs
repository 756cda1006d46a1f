//! The content words of a text, as stems: what two texts have in common.

use super::synonym;
use crate::lexicon::Tokens;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::PartOf;

/// The stems of a text's content words.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentWords {
    in_order: Vec<String>,
    sorted: Vec<String>,
}

impl ContentWords {
    /// The content words of `text` in the language with this base tag (`en`, `es`); others are read as English.
    pub fn of(text: &str, base_lang: &str) -> Self {
        let tokens = Tokens::of(text);
        Self::from_stems(
            tokens
                .words()
                .filter(|word| !is_stop_word(word, base_lang))
                .map(|word| stem(word, base_lang)),
        )
    }

    /// The content words of the name of a sign, words for the same thing made one: "tummy" and "belly".
    pub fn of_sign(text: &str, base_lang: &str) -> Self {
        let tokens = Tokens::of(text);
        let content = tokens
            .words()
            .filter(|word| *word == "up" || *word == "out" || !is_stop_word(word, base_lang));
        let stems = synonym::stems(content, |word| stem(word, base_lang));
        Self::from_stems(
            stems
                .into_iter()
                .filter(|stem| stem != "up" && stem != "out"),
        )
    }

    /// A set of stems that are at hand already.
    pub fn from_stems(stems: impl Iterator<Item = String>) -> Self {
        let in_order: Vec<String> = stems.collect();
        let mut sorted = in_order.clone();
        sorted.sort_unstable();
        sorted.dedup();
        Self { in_order, sorted }
    }

    /// The stems in the order of the text, repetitions included.
    pub fn in_order(&self) -> &[String] {
        &self.in_order
    }

    /// The different stems, sorted.
    pub fn different(&self) -> &[String] {
        &self.sorted
    }

    /// The number of different stems.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// Whether there is no content word.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// Whether `stem` is one of them.
    pub fn contains(&self, stem: &str) -> bool {
        self.sorted
            .binary_search_by(|known| known.as_str().cmp(stem))
            .is_ok()
    }

    /// The stems that the two have in common, over all stems of both: 0 to 1, 0 where both are empty.
    pub fn jaccard(&self, other: &Self) -> f64 {
        let common = self.common(other);
        let all = self.len() + other.len() - common;
        ratio(common, all)
    }

    /// The share of these stems that `other` has too: 0 to 1, 0 where there are none.
    pub fn share_in(&self, other: &Self) -> f64 {
        ratio(self.common(other), self.len())
    }

    fn common(&self, other: &Self) -> usize {
        self.sorted
            .iter()
            .filter(|stem| other.contains(stem))
            .count()
    }
}

fn ratio(part: usize, all: usize) -> f64 {
    if all == 0 {
        0.0
    } else {
        part as f64 / all as f64
    }
}

/// The stem of a folded word: plurals, tenses and the commonest endings taken off.
///
/// It is made for comparing words with each other; it is no dictionary form.
pub fn stem(word: &str, base_lang: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.len() <= 3 || word.bytes().any(|byte| byte.is_ascii_digit()) || !word.is_ascii() {
        return word.to_owned();
    }
    if base_lang == "es" {
        spanish_stem(word).to_owned()
    } else {
        english_stem(word)
    }
}

/// Plurals that no ending gives away.
const IRREGULAR: &[(&str, &str)] = &[
    ("children", "child"),
    ("feet", "foot"),
    ("knives", "knif"),
    ("lives", "life"),
    ("men", "man"),
    ("teeth", "tooth"),
    ("vertebrae", "vertebra"),
    ("women", "woman"),
];

fn english_stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return (*stem).to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}i");
    }
    let word = without_english_plural(word);
    for (ending, least) in [("ness", 3), ("ing", 3), ("ed", 3), ("ly", 4)] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= least
            && stem.bytes().any(is_vowel)
            && !(ending == "ed" && stem.ends_with('e'))
        {
            return without_end(without_doubled(stem));
        }
    }
    without_end(word)
}

fn without_english_plural(word: &str) -> &str {
    if let Some(stem) = word.strip_suffix("es")
        && ["ss", "sh", "ch", "x", "zz"]
            .iter()
            .any(|end| stem.ends_with(end))
    {
        return stem;
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}

/// A last `e` is no part of the stem ("take", "taking"), nor is the `is` of "diagnosis"; a last `y` is written `i` as in
/// the plural.
fn without_end(word: &str) -> String {
    if word.len() <= 3 {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("sis") {
        return format!("{stem}s");
    }
    if let Some(stem) = word
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{stem}i");
    }
    word.strip_suffix('e').unwrap_or(word).to_owned()
}

/// "stopp" from "stopping" is "stop".
fn without_doubled(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    match bytes {
        [.., a, b] if a == b && !is_vowel(*a) && !matches!(a, b'l' | b's' | b'z') => {
            stem.part(..stem.len() - 1)
        }
        _ => stem,
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn spanish_stem(word: &str) -> &str {
    let word = match word.strip_suffix("es") {
        Some(stem) if stem.len() > 2 && !stem.bytes().last().is_some_and(is_vowel) => stem,
        _ => word.strip_suffix('s').unwrap_or(word),
    };
    match word.strip_suffix(['a', 'e', 'o']) {
        Some(stem) if stem.len() > 2 => stem,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let english: &[&[&str]] = &[
            &["block", "blocks", "blocked", "blocking"],
            &["injury", "injuries"],
            &["take", "takes", "taking"],
            &["stop", "stops", "stopped", "stopping"],
            &["numb", "numbness"],
            &["weak", "weakness"],
            &["child", "children"],
            &["diagnosis", "diagnoses"],
            &["rash", "rashes"],
            &["day", "days"],
            &["exercise", "exercises", "exercising"],
            &["sudden", "suddenly"],
        ];
        for (lang, groups) in [
            ("en", english),
            (
                "es",
                &[
                    &["dolor", "dolores"],
                    &["pierna", "piernas"],
                    &["infeccion", "infecciones"],
                ],
            ),
        ] {
            for group in groups {
                for word in *group {
                    assert_eq!(stem(word, lang), stem(group[0], lang), "{word}");
                }
            }
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (a, b) in [
            ("bleed", "ble"),
            ("need", "ne"),
            ("pus", "pu"),
            ("red", "r"),
            ("ring", "r"),
        ] {
            assert_ne!(stem(a, "en"), stem(b, "en"));
        }
    }

    #[test]
    fn overlap_counts_content_words_only() {
        let one = ContentWords::of("Is the block painful?", "en");
        let other = ContentWords::of("Are blocks painful?", "en");
        assert!((one.jaccard(&other) - 1.0).abs() < 1e-9);
        let third = ContentWords::of("Are blocks painful in old age?", "en");
        assert!((one.share_in(&third) - 1.0).abs() < 1e-9);
        assert!((one.jaccard(&third) - 0.5).abs() < 1e-9);
        assert!(
            ContentWords::of("what is it", "en")
                .jaccard(&ContentWords::default())
                .abs()
                < 1e-9
        );
    }
}
