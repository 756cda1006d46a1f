//! What a handout needs before it is given away.

use super::Family;

const NAME: &str = "export";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Style,
    error_group: super::Group::Style,
    name: NAME,
    title: "Handouts",
    rules: &[],
};
