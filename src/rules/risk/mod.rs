//! Benefits, risks and choices.

use super::{Family, Group};

const NAME: &str = "risk";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Benefits and risks",
    group: Group::Evidence,
    error_group: Group::Safety,
    rules: &[],
};
