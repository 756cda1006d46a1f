//! Disclaimer.

mod disclaimer_elements;
mod disclaimer_missing;
mod disclaimer_not_a_section;

use super::{Family, Group};

const NAME: &str = "disclaimer";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Disclaimer",
    group: Group::Parts,
    error_group: Group::Parts,
    rules: &[
        &disclaimer_missing::RULE,
        &disclaimer_elements::RULE,
        &disclaimer_not_a_section::RULE,
    ],
};
