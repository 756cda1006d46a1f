//! What the article says in one place against what it says in another.

use super::Family;

mod care_advice_outside_section;
pub mod conflict;
mod urgency_conflict;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Consistency between the parts",
    rules: &[&urgency_conflict::RULE, &care_advice_outside_section::RULE],
};
