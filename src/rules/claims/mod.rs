//! What an article claims for a treatment.

use super::{Family, Group};

const NAME: &str = "claims";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Claims",
    group: Group::Evidence,
    error_group: Group::Safety,
    rules: &[],
};
