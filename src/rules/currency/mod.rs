//! Currency.

mod review_date_missing;

use super::{Family, Group};

const NAME: &str = "currency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Currency",
    group: Group::Evidence,
    error_group: Group::Evidence,
    rules: &[&review_date_missing::RULE],
};
