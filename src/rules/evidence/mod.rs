//! Evidence.

mod references_missing;

use super::{Family, Group};

const NAME: &str = "evidence";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Evidence",
    group: Group::Evidence,
    error_group: Group::Evidence,
    rules: &[&references_missing::RULE],
};
