//! What an article claims for a treatment.

mod claim_contradicts_pack;
mod off_label_not_stated;

use super::Family;

const NAME: &str = "claims";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Claims",
    rules: &[&claim_contradicts_pack::RULE, &off_label_not_stated::RULE],
};
