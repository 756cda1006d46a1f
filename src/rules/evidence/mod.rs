//! Evidence.

mod references_missing;

use super::Family;

const NAME: &str = "evidence";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Evidence",
    rules: &[&references_missing::RULE],
};
