//! Currency.

mod author_missing;
mod date_ambiguous;
mod disclosure_missing;
mod metadata_mismatch;
mod review_date_citation_gap;
mod review_date_missing;
mod review_overdue;
mod reviewer_missing;

use super::Family;

const NAME: &str = "currency";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Evidence,
    name: NAME,
    title: "Currency",
    rules: &[
        &review_date_missing::RULE,
        &date_ambiguous::RULE,
        &review_overdue::RULE,
        &review_date_citation_gap::RULE,
        &author_missing::RULE,
        &reviewer_missing::RULE,
        &disclosure_missing::RULE,
        &metadata_mismatch::RULE,
    ],
};
