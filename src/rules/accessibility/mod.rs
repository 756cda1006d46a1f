//! Accessibility.

mod image_alt_generic;
mod image_alt_missing;

use super::Family;

const NAME: &str = "accessibility";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Style,
    error_group: super::Group::Style,
    name: NAME,
    title: "Accessibility",
    rules: &[&image_alt_missing::RULE, &image_alt_generic::RULE],
};
