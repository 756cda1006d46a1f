//! Links.

use super::Family;

const NAME: &str = "links";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Links",
    rules: &[],
};
