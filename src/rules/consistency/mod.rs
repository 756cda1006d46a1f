//! Consistency.

use super::Family;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Consistency",
    rules: &[],
};
