//! Words addressed to facetdoc.

use super::Family;

const NAME: &str = "meta";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Words addressed to facetdoc",
    rules: &[],
};
