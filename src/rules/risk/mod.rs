//! Benefits, risks and choices.

use super::Family;

const NAME: &str = "risk";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Benefits and risks",
    rules: &[],
};
