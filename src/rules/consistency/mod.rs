//! What the article says in one place against what it says in another.

use super::Family;

pub mod conflict;
mod list_count_mismatch;
mod number_conflict;
mod urgency_conflict;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Consistency between the parts",
    rules: &[
        &urgency_conflict::RULE,
        &number_conflict::RULE,
        &list_count_mismatch::RULE,
    ],
};
