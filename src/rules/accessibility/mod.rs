//! Accessibility.

mod image_alt_generic;
mod image_alt_missing;

use super::Family;

const NAME: &str = "accessibility";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Accessibility",
    rules: &[&image_alt_missing::RULE, &image_alt_generic::RULE],
};
