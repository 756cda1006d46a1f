//! The rules, by family, and the one table of them all.

mod context;
mod english;
mod findings;
mod group;
mod health;
mod manual;
mod wording;

pub mod accessibility;
pub mod characters;
pub mod claims;
pub mod consistency;
pub mod currency;
pub mod disclaimer;
pub mod evidence;
pub mod export;
pub mod faq;
pub mod inclusive;
pub mod links;
pub mod meta;
pub mod numbers;
pub mod plain_language;
pub mod red_flags;
pub mod risk;
pub mod structure;

pub use crate::lexicon::nearest;
pub use context::Context;
pub use english::{has_lists, reads, unread_rules};
pub use findings::Findings;
pub use group::Group;
pub use health::{is_asked, manual as of_health, speaks_of_health};
pub use manual::{Example, Expectation, examples, lines as manual_lines};

pub use crate::config::pack::Reference;
pub use crate::config::profile::table as profiles;

use crate::config::pack::{self, TopicPack};
use crate::diagnostic::Severity;

/// What a rule's file needs.
pub(crate) mod prelude {
    pub(crate) use super::{Context, Findings, rule};
    pub(crate) use crate::article::*;
    pub(crate) use crate::diagnostic::{Edit, Fix, Safety, Severity};
    pub(crate) use crate::source::Span;
}

/// One rule: what it is called, its manual and its check.
#[derive(Debug)]
pub struct Rule {
    /// The name of the fault: unique, in kebab-case, never used again for another.
    pub name: &'static str,
    /// The family's name.
    pub family: &'static str,
    /// One line without a full stop: what is wrong with an article that it flags.
    pub summary: &'static str,
    /// The severity of its findings, where the check does not say otherwise.
    pub severity: Severity,
    /// The standards behind it.
    pub standard: &'static str,
    /// The first version that had it.
    pub since: &'static str,
    /// The manual in Markdown: the doc comment in the rule's file.
    pub manual: &'static str,
    /// Looks at one article.
    pub check: fn(&Context<'_>, &mut Findings<'_>),
}

/// Rules about one subject.
#[derive(Debug)]
pub struct Family {
    /// The name by which the family is selected.
    pub name: &'static str,
    /// What it is about, for a table of contents.
    pub title: &'static str,
    /// Where a report puts its warnings and matters of style.
    pub group: Group,
    /// Where a report puts its errors.
    pub error_group: Group,
    /// Its rules, in the order of the manual.
    pub rules: &'static [&'static Rule],
}

/// Every family, in the order of the manual.
pub const FAMILIES: &[Family] = &[
    structure::FAMILY,
    red_flags::FAMILY,
    disclaimer::FAMILY,
    faq::FAMILY,
    consistency::FAMILY,
    evidence::FAMILY,
    currency::FAMILY,
    plain_language::FAMILY,
    risk::FAMILY,
    numbers::FAMILY,
    inclusive::FAMILY,
    characters::FAMILY,
    accessibility::FAMILY,
    links::FAMILY,
    claims::FAMILY,
    export::FAMILY,
    meta::FAMILY,
];

/// Every rule, in the order of the manual.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES
        .iter()
        .flat_map(|family| family.rules.iter().copied())
}

/// The family called `name`.
pub fn family(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.name == name)
}

/// The rule called `name`.
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

/// Families whose rules compare places with each other: a finding may come from a change at any of the places.
const COMPARING: &[&str] = &["consistency", "red-flags", "disclaimer", "faq"];

/// Whether the findings of `rule` are about places that must agree.
pub fn compares_places(rule: &Rule) -> bool {
    COMPARING.contains(&rule.family)
}

/// Rules that compare places though their family looks for parts.
const DISAGREEING: &[&str] = &["faq-contradicts-body"];

/// Where a report puts the findings of `rule` with this severity.
pub fn group_of(rule: &Rule, severity: Severity) -> Group {
    let is_error = severity == Severity::Error;
    if DISAGREEING.contains(&rule.name) {
        return if is_error {
            Group::Safety
        } else {
            Group::Disagreement
        };
    }
    let family = family(rule.family);
    family.map_or(Group::Style, |family| {
        if is_error {
            family.error_group
        } else {
            family.group
        }
    })
}

/// The rules whose findings rest on the sources of topic packs.
const CLINICAL: &[&str] = &[
    "red-flag-coverage",
    "red-flag-category-gap",
    "urgency-below-guideline",
    "procedure-topic-coverage",
    "claim-contradicts-pack",
];

/// What the findings of a clinical rule rest on: the sources of the embedded topic packs that it reads, each once, in the
/// order of the packs; none for other rules.
pub fn sources(rule: &Rule) -> Vec<&'static Reference> {
    let mut sources: Vec<&'static Reference> = Vec::new();
    if !CLINICAL.contains(&rule.name) {
        return sources;
    }
    let is_read = |pack: &&TopicPack| match rule.name {
        "procedure-topic-coverage" => !pack.topics.is_empty(),
        "claim-contradicts-pack" => !pack.claims.is_empty(),
        "urgency-below-guideline" => !pack.concepts.is_empty(),
        _ => pack.asks_coverage && !pack.concepts.is_empty(),
    };
    for source in pack::all()
        .iter()
        .filter(is_read)
        .flat_map(|pack| &pack.sources)
    {
        if sources
            .iter()
            .all(|known| known.to_string() != source.to_string())
        {
            sources.push(source);
        }
    }
    sources
}

/// Declares `pub static RULE` from a manual and metadata; the check is the `check` function beside it, the family the
/// `NAME` of the module above.
macro_rules! rule {
    ($(#[doc = $line:expr])* RULE {
        name: $name:literal, severity: $severity:ident, since: $since:literal,
        standard: $standard:literal,
        summary: $summary:literal $(,)?
    }) => {
        $(#[doc = $line])*
        pub static RULE: $crate::rules::Rule = $crate::rules::Rule {
            name: $name,
            family: super::NAME,
            summary: $summary,
            severity: $crate::diagnostic::Severity::$severity,
            standard: $standard,
            since: $since,
            manual: concat!($($line, "\n"),*),
            check,
        };
    };
}
pub(crate) use rule;
