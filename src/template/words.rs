//! What new articles say, by language: data files, a part a table.

use crate::lexicon::constant::{built, held};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a new article in one language says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Lines for the front matter, commented out.
    pub front_matter: String,
    /// What to do with the template.
    pub guide: String,
    /// The first paragraph.
    pub lead: String,
    /// How to get help at once, with `{number}` and `{place}`.
    pub emergency: String,
    /// The same where the number is not known.
    pub emergency_unknown: String,
    /// A list item.
    pub item: String,
    /// A question with its answer.
    pub question: String,
    /// A paragraph.
    pub paragraph: String,
    /// Guidance on a part with a least number of words, `{count}`.
    pub at_least: String,
    /// Guidance on a part with a greatest number of words, `{count}`.
    pub at_most: String,
    /// The parts, by the name of the role.
    pub part: BTreeMap<String, PartWords>,
}

/// What one part says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartWords {
    /// Its heading.
    pub heading: String,
    /// Guidance for the writer.
    pub note: String,
    /// Its text.
    pub text: String,
}

static LANGUAGES: LazyLock<BTreeMap<&str, Words>> = LazyLock::new(|| {
    let files = [
        ("en", include_str!("en.toml")),
        ("es", include_str!("es.toml")),
    ];
    let read = |text| built(toml::from_str(text));
    files
        .into_iter()
        .map(|(lang, text)| (lang, read(text)))
        .collect()
});

/// The words of the language with this base tag, and whether there are any; else those of English.
pub(super) fn words(base_lang: &str) -> (&'static Words, bool) {
    let own = LANGUAGES.get(base_lang);
    let english = || held(LANGUAGES.get("en"));
    (own.unwrap_or_else(english), own.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Role;
    use crate::facts::placeholder;

    #[test]
    fn every_language_has_every_part() {
        for (lang, words) in LANGUAGES.iter() {
            let roles = Role::ALL.iter();
            let missing: Vec<&str> = roles
                .map(|role| role.name())
                .filter(|name| !words.part.contains_key(*name))
                .collect();
            assert_eq!(missing, [""; 0], "{lang}");
            assert_eq!(words.part.len(), Role::ALL.len(), "{lang}");
        }
    }

    #[test]
    fn whatever_stands_in_brackets_is_a_placeholder_to_the_rules() {
        for (lang, words) in LANGUAGES.iter() {
            let parts = words.part.values().map(|part| part.text.as_str());
            let rest = [&words.lead, &words.item, &words.question, &words.paragraph];
            for text in parts.chain(rest.map(String::as_str)) {
                for line in text.lines().filter(|line| line.contains('[')) {
                    let found = placeholder::placeholders(line, lang);
                    assert_eq!(found.len(), line.matches('[').count(), "{line}");
                    let brackets = found
                        .iter()
                        .all(|one| line[one.range.clone()].ends_with(']'));
                    assert!(brackets, "{line}");
                }
            }
        }
    }
}
