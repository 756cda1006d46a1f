//! Disclaimer.

use super::Family;

const NAME: &str = "disclaimer";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Disclaimer",
    rules: &[],
};
