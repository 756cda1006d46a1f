//! The rules that only English is known well enough for.

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
    "cross-reference-broken",
    "cure-or-no-side-effects",
    "definition-after-use",
    "disclaimer-reading-grade",
    "error-prone-abbreviation",
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

/// Whether `rule` needs an article in English; in any other it finds nothing.
pub fn needs_english(rule: &Rule) -> bool {
    NAMES.binary_search(&rule.name).is_ok()
}

/// How many rules need English.
pub fn english_rules() -> usize {
    NAMES.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn the_names_are_those_of_rules_in_order() {
        assert!(NAMES.is_sorted());
        for name in NAMES {
            assert!(rules::find(name).is_some(), "{name}");
        }
    }
}
