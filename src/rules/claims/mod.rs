//! What an article claims for a treatment.

use super::Family;

const NAME: &str = "claims";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Claims",
    rules: &[],
};
