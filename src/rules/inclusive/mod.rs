//! Words that respect the people whom an article is about.

use super::Family;

mod age_sex_term;
mod blame_language;
mod person_first;
mod stigmatizing_term;

const NAME: &str = "inclusive";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::PlainLanguage,
    error_group: super::Group::PlainLanguage,
    name: NAME,
    title: "Respectful words",
    rules: &[
        &age_sex_term::RULE,
        &blame_language::RULE,
        &person_first::RULE,
        &stigmatizing_term::RULE,
    ],
};
