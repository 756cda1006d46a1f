//! Which of the languages that facetdoc has word tables for a text is in.

/// Words that only one of two languages has, among the commonest of each.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "is", "for", "with", "you", "your", "or", "that", "are", "in", "if",
];
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "de", "que", "en", "para", "con", "una", "por", "su", "es", "si",
    "se",
];

/// How much of a text is looked at, in words.
const SAMPLE: usize = 600;

/// The word table for a language tag: `es` for Spanish of any region, `en` for English, `other` for every other language,
/// which no rule about words should be asked of. Tables without a language of that name are read in English.
pub fn base(tag: &str) -> &'static str {
    let base = tag.trim().split(['-', '_']).next().unwrap_or("");
    let known = ["en", "es"]
        .into_iter()
        .find(|known| base.eq_ignore_ascii_case(known));
    known.unwrap_or(if base.is_empty() { "en" } else { "other" })
}

/// The word table that fits the commonest words of `text`; English in doubt.
pub fn guess(text: &str) -> &'static str {
    let (mut english, mut spanish) = (0usize, 0usize);
    for word in text.split_whitespace().take(SAMPLE) {
        let word = word
            .trim_matches(|char: char| !char.is_alphabetic())
            .to_lowercase();
        english += usize::from(ENGLISH.contains(&word.as_str()));
        spanish += usize::from(SPANISH.contains(&word.as_str()));
    }
    if spanish > english { "es" } else { "en" }
}

/// Common English words that no neighbour of English has.
const ONLY_ENGLISH: &[&str] = &["the", "and", "with", "you", "your", "that", "are"];

/// Whether `text` is surely English: one word in 25 is a common one that English alone has.
pub fn is_english(text: &str) -> bool {
    let (mut words, mut english) = (0usize, 0usize);
    for word in text.split_whitespace().take(SAMPLE) {
        let word = word
            .trim_matches(|char: char| !char.is_alphabetic())
            .to_lowercase();
        words += usize::from(!word.is_empty());
        english += usize::from(ONLY_ENGLISH.contains(&word.as_str()));
    }
    english > 0 && english * 25 >= words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_words_tell_the_language() {
        assert_eq!(
            guess("El dolor de espalda es uno de los problemas que afecta a la gente."),
            "es"
        );
        assert_eq!(
            guess("Back pain is one of the problems that people have."),
            "en"
        );
        assert!(is_english(
            "Back pain is one of the problems that people have."
        ));
        for other in [
            "Der Rücken tut in der Regel weh. Es wird in ein paar Tagen besser.",
            "De rug is in de regel pijnlijk of stijf. Het gaat vanzelf over.",
            "El dolor de espalda es uno de los problemas que afecta a la gente.",
        ] {
            assert!(!is_english(other), "{other}");
        }
        assert_eq!(guess(""), "en");
        assert_eq!(base("es-MX"), "es");
        assert_eq!(base("en_GB"), "en");
        assert_eq!(base("pl"), "other");
    }
}
