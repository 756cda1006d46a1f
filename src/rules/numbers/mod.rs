//! Numbers, doses and units.

use super::{Family, Group};

const NAME: &str = "numbers";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Numbers and doses",
    group: Group::Evidence,
    error_group: Group::Safety,
    rules: &[],
};
