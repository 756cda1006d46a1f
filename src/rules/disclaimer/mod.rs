//! Disclaimer.

mod differences;
mod disclaimer_body_conflict;
mod disclaimer_canonical_drift;
mod disclaimer_duplicated;
mod disclaimer_elements;
mod disclaimer_missing;
mod disclaimer_not_a_section;
mod disclaimer_reading_grade;

use super::Family;

const NAME: &str = "disclaimer";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Parts,
    error_group: super::Group::Parts,
    name: NAME,
    title: "Disclaimer",
    rules: &[
        &disclaimer_missing::RULE,
        &disclaimer_elements::RULE,
        &disclaimer_canonical_drift::RULE,
        &disclaimer_not_a_section::RULE,
        &disclaimer_duplicated::RULE,
        &disclaimer_body_conflict::RULE,
        &disclaimer_reading_grade::RULE,
    ],
};
