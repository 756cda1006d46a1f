//! Accessibility.

use super::Family;

const NAME: &str = "accessibility";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Accessibility",
    rules: &[],
};
