//! Currency.

mod date_ambiguous;
mod metadata_mismatch;
mod review_date_missing;

use super::Family;

const NAME: &str = "currency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Currency",
    rules: &[
        &review_date_missing::RULE,
        &date_ambiguous::RULE,
        &metadata_mismatch::RULE,
    ],
};
