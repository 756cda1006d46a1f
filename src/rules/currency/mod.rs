//! Currency.

mod date_ambiguous;
mod review_date_missing;

use super::Family;

const NAME: &str = "currency";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Evidence,
    name: NAME,
    title: "Currency",
    rules: &[&review_date_missing::RULE, &date_ambiguous::RULE],
};
