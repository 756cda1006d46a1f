//! The languages that rules can read: some need English, some a language with word lists.

use super::Rule;

/// Rules that read words or grammar for which there are English tables alone, in alphabetical order.
const NAMES: &[&str] = &[
    "abbreviation-redefined",
    "abbreviation-undefined",
    "absolute-claim",
    "age-sex-term",
    "agreement-after-such-as",
    "audience-drift",
    "blame-language",
    "body-region-mismatch",
    "brand-name-only",
    "care-card-heading",
    "circular-advice",
    "definition-after-use",
    "disclaimer-reading-grade",
    "intro-promise-unmet",
    "jargon-plain-alternative",
    "jargon-undefined",
    "large-number-comma",
    "list-items-not-parallel",
    "main-message-not-first",
    "medicine-without-limit",
    "mixed-denominators",
    "new-term-in-conclusion",
    "no-direct-address",
    "nominalised-advice",
    "noun-string",
    "off-label-not-stated",
    "passive-advice",
    "persistence-without-time-limit",
    "person-first",
    "promise-of-cause-vs-prevention",
    "promotional-tone",
    "range-dash",
    "reading-grade",
    "red-flag-no-timeframe",
    "red-flag-term-undefined",
    "relative-risk-without-absolute",
    "safety-section-grade",
    "sentence-too-long",
    "spelling-variant-mixed",
    "statistic-without-source",
    "stigmatizing-term",
    "temperature-unit",
    "term-drift",
    "testimonial",
    "title-promise-unmet",
    "vague-instruction",
    "verbal-probability-only",
];

/// Rules that look for words, or miss some, which only a language with word lists has, in alphabetical order.
const OF_WORDS: &[&str] = &[
    "aftercare-red-flags-missing",
    "cure-or-no-side-effects",
    "disclaimer-elements",
    "error-prone-abbreviation",
    "red-flag-no-service",
    "red-flag-without-action",
];

/// The languages that have word lists, by their base tags.
const WITH_LISTS: &[&str] = &["en", "es"];

/// Whether there are word lists for the language with this base tag.
pub fn has_lists(base_lang: &str) -> bool {
    WITH_LISTS.contains(&base_lang)
}

/// Whether `rule` can read an article in the language with this base tag; in any other it finds nothing.
pub fn reads(rule: &Rule, base_lang: &str) -> bool {
    let is_among = |names: &[&str]| names.binary_search(&rule.name).is_ok();
    (base_lang == "en" || !is_among(NAMES)) && (has_lists(base_lang) || !is_among(OF_WORDS))
}

/// How many rules cannot read an article in the language with this base tag.
pub fn unread_rules(base_lang: &str) -> usize {
    let english = if base_lang == "en" { 0 } else { NAMES.len() };
    let of_words = if has_lists(base_lang) {
        0
    } else {
        OF_WORDS.len()
    };
    english + of_words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn the_names_are_those_of_rules_in_order() {
        assert!(NAMES.is_sorted() && OF_WORDS.is_sorted());
        for name in NAMES.iter().chain(OF_WORDS) {
            assert!(rules::find(name).is_some(), "{name}");
        }
    }
}
