//! Accessibility.

mod image_alt_generic;
mod image_alt_missing;

use super::{Family, Group};

const NAME: &str = "accessibility";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Accessibility",
    group: Group::Style,
    error_group: Group::Style,
    rules: &[&image_alt_missing::RULE, &image_alt_generic::RULE],
};
