//! Structure.

use super::Family;

const NAME: &str = "structure";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Structure",
    rules: &[],
};
