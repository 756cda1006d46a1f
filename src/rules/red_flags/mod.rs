//! Red flags.

use super::Family;

const NAME: &str = "red-flags";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Red flags",
    rules: &[],
};
