//! What a handout needs before it is given away.

use super::{Family, Group};

const NAME: &str = "export";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Handouts",
    group: Group::Style,
    error_group: Group::Style,
    rules: &[],
};
