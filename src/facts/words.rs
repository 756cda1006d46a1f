//! The content words of a text, as stems: what two texts have in common.

use super::synonym;
use crate::lexicon::Tokens;
use crate::lexicon::number_words;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::PartOf;
use smol_str::SmolStr;
use std::sync::{LazyLock, OnceLock};

/// The stems of a text's content words.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentWords {
    in_order: Vec<Stem>,
    sorted: Vec<Stem>,
}

impl ContentWords {
    /// The content words of `text` in the language with this base tag (`en`, `es`); others are read as English.
    pub fn of(text: &str, base_lang: &str) -> Self {
        Self::of_tokens(&Tokens::of(text), base_lang)
    }

    /// The content words of a text of which these are the words.
    pub fn of_tokens(tokens: &Tokens, base_lang: &str) -> Self {
        Self::of_words(tokens.words(), base_lang)
    }

    /// The content words among these folded words.
    pub fn of_words<'w>(words: impl Iterator<Item = &'w str>, base_lang: &str) -> Self {
        let content = words.filter(|word| !is_stop_word(word, base_lang));
        Self::from_stems(content.map(|word| stem_of(word, base_lang)))
    }

    /// The content words of the name of a sign, words for the same thing made one: "tummy" and "belly".
    pub fn of_sign(text: &str, base_lang: &str) -> Self {
        Self::of_sign_in(Tokens::of(text).words(), base_lang)
    }

    /// The content words of the name of a sign that has these folded words.
    pub fn of_sign_in<'w>(words: impl Iterator<Item = &'w str>, base_lang: &str) -> Self {
        let content =
            words.filter(|word| *word == "up" || *word == "out" || !is_stop_word(word, base_lang));
        let stems = synonym::stems(content, |word| stem_of(word, base_lang));
        Self::from_stems(
            stems
                .into_iter()
                .filter(|stem| stem != "up" && stem != "out"),
        )
    }

    /// A set of stems that are at hand already.
    pub fn from_stems<S: Into<Stem>>(stems: impl Iterator<Item = S>) -> Self {
        let in_order: Vec<Stem> = stems.map(Into::into).collect();
        let mut sorted = in_order.clone();
        sorted.sort_unstable();
        sorted.dedup();
        Self { in_order, sorted }
    }

    /// The stems in the order of the text, repetitions included.
    pub fn in_order(&self) -> &[Stem] {
        &self.in_order
    }

    /// The different stems, sorted.
    pub fn different(&self) -> &[Stem] {
        &self.sorted
    }

    /// The different stems as strings, sorted.
    pub fn to_strings(&self) -> Vec<String> {
        self.sorted.iter().map(Stem::to_string).collect()
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

/// The content words of a text that never changes, found once for each language.
#[derive(Debug)]
pub struct FixedWords {
    text: &'static str,
    read: fn(&str, &str) -> ContentWords,
    english: OnceLock<ContentWords>,
    spanish: OnceLock<ContentWords>,
}

impl FixedWords {
    /// The words of `text`; see [`ContentWords::of`].
    pub const fn new(text: &'static str) -> Self {
        Self::read_by(ContentWords::of, text)
    }

    /// The words of `text`; see [`ContentWords::of_sign`].
    pub const fn of_sign(text: &'static str) -> Self {
        Self::read_by(ContentWords::of_sign, text)
    }

    const fn read_by(read: fn(&str, &str) -> ContentWords, text: &'static str) -> Self {
        Self {
            text,
            read,
            english: OnceLock::new(),
            spanish: OnceLock::new(),
        }
    }

    /// Them in the language with this base tag.
    pub fn of(&self, base_lang: &str) -> &ContentWords {
        match base_lang {
            "es" => self.spanish.get_or_init(|| (self.read)(self.text, "es")),
            _ => self.english.get_or_init(|| (self.read)(self.text, "en")),
        }
    }
}

fn ratio(part: usize, all: usize) -> f64 {
    if all == 0 {
        0.0
    } else {
        part as f64 / all as f64
    }
}

/// A stem. Nearly every one is short enough to take no memory of its own.
pub type Stem = SmolStr;

/// The [`stem_of`] a folded word, as a string.
pub fn stem(word: &str, base_lang: &str) -> String {
    let (stem, end) = parts(word, base_lang);
    let mut whole = String::with_capacity(stem.len() + end.len());
    whole.push_str(stem);
    whole.push_str(end);
    whole
}

/// The stem of a folded word: plurals, tenses and the commonest endings taken off.
///
/// It is made for comparing words with each other; it is no dictionary form.
pub fn stem_of(word: &str, base_lang: &str) -> Stem {
    match parts(word, base_lang) {
        (stem, "") => Stem::new(stem),
        (stem, end) => [stem, end].into_iter().collect(),
    }
}

/// Whether `stem` is the English stem of a number word from "one" to "ninety", or starts with a digit.
pub fn is_number_stem(stem: &str) -> bool {
    static STEMS: LazyLock<Vec<Stem>> = LazyLock::new(|| {
        let words = number_words::ENGLISH.iter().skip(1);
        let mut stems: Vec<Stem> = words.map(|word| stem_of(word, "en")).collect();
        stems.sort_unstable();
        stems
    });
    stem.starts_with(|c: char| c.is_ascii_digit())
        || STEMS
            .binary_search_by(|known| known.as_str().cmp(stem))
            .is_ok()
}

/// The stem of a folded Spanish word, forms of a verb with its pronoun made one: "levante", "levantar", "levantarse".
pub fn spanish_verb_stem(word: &str) -> Stem {
    let is_infinitive = |rest: &&str| ["ar", "er", "ir"].iter().any(|end| rest.ends_with(end));
    let pronouns = ["lo", "la", "le", "se", "los", "las", "les"];
    let mut bare = { pronouns.iter() }.filter_map(|end| word.strip_suffix(end));
    let bare = bare.find(is_infinitive).unwrap_or(word);
    let endings = ["ar", "er", "ir", "an", "en"];
    let mut verbs = { endings.iter() }.filter_map(|end| bare.strip_suffix(end));
    let bare = verbs.find(|rest| rest.len() > 2).unwrap_or(bare);
    match bare {
        "conduzca" | "conduzc" | "conduce" => Stem::new_static("conduc"),
        bare => stem_of(bare, "es"),
    }
}

/// A stem: what it has of the word, and what is written in the place of the rest.
type Parts<'w> = (&'w str, &'static str);

fn parts<'w>(word: &'w str, base_lang: &str) -> Parts<'w> {
    let word = match word.as_bytes() {
        [.., b'\'', b's'] => without(word, 2),
        _ => word,
    };
    let is_letters = |word: &str| {
        !word
            .bytes()
            .any(|byte| byte.is_ascii_digit() || byte > b'~')
    };
    if word.len() <= 3 || !is_letters(word) {
        (word, "")
    } else if base_lang == "es" {
        (spanish_stem(word), "")
    } else {
        english_stem(word)
    }
}

/// `word`, which is ASCII, without its last `bytes`.
fn without(word: &str, bytes: usize) -> &str {
    word.part(..word.len().saturating_sub(bytes))
}

/// The stem of a plural that no ending gives away.
fn irregular(word: &str) -> Option<&'static str> {
    Some(match word {
        "children" => "child",
        "feet" => "foot",
        "knives" => "knif",
        "lives" => "life",
        "men" => "man",
        "teeth" => "tooth",
        "vertebrae" => "vertebra",
        "women" => "woman",
        _ => return None,
    })
}

fn english_stem(word: &str) -> Parts<'_> {
    if let Some(stem) = irregular(word) {
        return ("", stem);
    }
    if let [_, _, _, .., b'i', b'e', b's'] = word.as_bytes() {
        return (without(word, 3), "i");
    }
    let word = without_english_plural(word);
    let (ending, least) = match word.as_bytes() {
        [.., b'n', b'e', b's', b's'] => (4, 3),
        [.., b'i', b'n', b'g'] => (3, 3),
        [.., b'e', b'e', b'd'] => (0, 0),
        [.., b'e', b'd'] => (2, 3),
        [.., b'l', b'y'] => (2, 4),
        _ => (0, 0),
    };
    let stem = without(word, ending);
    if ending > 0 && stem.len() >= least && stem.bytes().any(is_vowel) {
        without_end(without_doubled(stem))
    } else {
        without_end(word)
    }
}

fn without_english_plural(word: &str) -> &str {
    match word.as_bytes() {
        [.., b's' | b'c', b'h', b'e', b's']
        | [.., b's', b's', b'e', b's']
        | [.., b'z', b'z', b'e', b's']
        | [.., b'x', b'e', b's'] => without(word, 2),
        [.., b's' | b'u' | b'i', b's'] => word,
        [_, .., b's'] => without(word, 1),
        _ => word,
    }
}

/// A last `e` is no part of the stem ("take", "taking"), nor is the `is` of "diagnosis"; a last `y` is written `i` as in
/// the plural.
fn without_end(word: &str) -> Parts<'_> {
    if word.len() <= 3 {
        return (word, "");
    }
    match word.as_bytes() {
        [.., b's', b'i', b's'] => (without(word, 2), ""),
        [.., before, b'y'] if !matches!(before, b'a' | b'e' | b'o' | b'u') => {
            (without(word, 1), "i")
        }
        [.., b'e'] => (without(word, 1), ""),
        _ => (word, ""),
    }
}

/// "stopp" from "stopping" is "stop".
fn without_doubled(stem: &str) -> &str {
    match stem.as_bytes() {
        [.., a, b] if a == b && !is_vowel(*a) && !matches!(a, b'l' | b's' | b'z') => {
            without(stem, 1)
        }
        _ => stem,
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn spanish_stem(word: &str) -> &str {
    let word = match word.as_bytes() {
        [_, _, .., last, b'e', b's'] if !is_vowel(*last) => without(word, 2),
        [.., b's'] => without(word, 1),
        _ => word,
    };
    match word.as_bytes() {
        [_, _, _, .., b'a' | b'e' | b'o'] => without(word, 1),
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
    fn stems_of_number_words_are_known() {
        for word in ["one", "three", "five", "nine", "twelve", "twenty", "24"] {
            assert!(is_number_stem(&stem(word, "en")), "{word}");
        }
        for word in ["first", "tenth", "zero", "many", "week"] {
            assert!(!is_number_stem(&stem(word, "en")), "{word}");
        }
    }

    #[test]
    fn forms_of_a_spanish_verb_share_a_stem() {
        for (forms, stem) in [
            (
                &["levante", "levantar", "levantarse", "levanten"][..],
                "levant",
            ),
            (&["conduzca", "conducir", "conduce"], "conduc"),
            (&["mojarlo", "moje", "moja"], "moj"),
            (&["pan"], "pan"),
        ] {
            for form in forms {
                assert_eq!(spanish_verb_stem(form), stem, "{form}");
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
