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
        assert_eq!(guess(""), "en");
        assert_eq!(base("es-MX"), "es");
        assert_eq!(base("en_GB"), "en");
        assert_eq!(base("pl"), "other");
    }
}
