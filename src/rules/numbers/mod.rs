//! Numbers, doses and units.

use super::Family;

mod error_prone_abbreviation;

const NAME: &str = "numbers";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Numbers and doses",
    rules: &[&error_prone_abbreviation::RULE],
};
