//! What the article says in one place against what it says in another.

mod care_advice_outside_section;
pub mod conflict;
mod list_count_mismatch;
mod number_conflict;
mod spelling_variant_mixed;
mod urgency_conflict;

use super::Family;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Disagreement,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Consistency between the parts",
    rules: &[
        &urgency_conflict::RULE,
        &spelling_variant_mixed::RULE,
        &number_conflict::RULE,
        &list_count_mismatch::RULE,
        &care_advice_outside_section::RULE,
    ],
};
