//! Numbers, doses and units.

use super::Family;

const NAME: &str = "numbers";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Numbers and doses",
    rules: &[],
};
