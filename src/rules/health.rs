//! The rules that speak of health: a document that has nothing to do with it is left alone by them.

use super::Rule;
use crate::config::{Level, OwnKind, Settings};

/// Families of which every rule does.
const FAMILIES: &[&str] = &["claims", "disclaimer", "red-flags", "risk"];

/// The other rules that do, in alphabetical order: they ask for a clinician, a helpline or a clinic, or read doses, symptoms
/// and advice to see a doctor.
const NAMES: &[&str] = &[
    "author-missing",
    "body-region-mismatch",
    "care-advice-outside-section",
    "circular-advice",
    "disclosure-missing",
    "dose-unit-spacing",
    "error-prone-abbreviation",
    "faq-safety-question-missing",
    "further-help-missing",
    "handout-contact-missing",
    "language-assistance-notice",
    "medicine-without-limit",
    "naked-decimal",
    "persistence-without-time-limit",
    "promise-of-cause-vs-prevention",
    "red-flags-too-late",
    "review-date-missing",
    "reviewer-missing",
    "safety-section-grade",
    "schema-org-incomplete",
    "temperature-unit",
    "trailing-zero-dose",
    "uncertainty-not-stated",
    "vague-instruction",
];

/// Whether `rule` speaks of health.
pub fn speaks_of_health(rule: &Rule) -> bool {
    FAMILIES.contains(&rule.family) || NAMES.binary_search(&rule.name).is_ok()
}

/// Whether `rule` is asked of an article with these settings: all are, but those that speak of health are not asked of a
/// team's kind that has nothing to do with it, unless the team gives the rule a level.
pub fn is_asked(rule: &Rule, settings: &Settings) -> bool {
    let own = settings.own_kind.as_deref();
    own.is_none_or(OwnKind::is_about_health)
        || !speaks_of_health(rule)
        || matches!(
            settings.config.level(rule.name, rule.family),
            Some(Level::Info | Level::Warning | Level::Error)
        )
}

/// The families and rules that speak of health, as two sentences for the manual.
pub fn manual() -> String {
    let quoted = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    format!(
        "A kind of document that a team defines without `extends`, and without a part that only health articles have, has \
         nothing to do with health. The families {} are off for it, and so are these rules, unless `[rules]` in \
         `facetdoc.toml` gives them a level: {}.\n",
        quoted(FAMILIES),
        quoted(NAMES)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn the_names_are_those_of_rules_and_families_in_order() {
        assert!(NAMES.is_sorted());
        for name in NAMES {
            let rule = rules::find(name).unwrap();
            assert!(!FAMILIES.contains(&rule.family), "{name} is there twice");
        }
        for name in FAMILIES {
            assert!(rules::family(name).is_some(), "{name}");
        }
    }
}
