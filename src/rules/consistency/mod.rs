//! What the article says in one place against what it says in another.

use super::Family;

pub mod conflict;
mod spelling_variant_mixed;
mod urgency_conflict;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Consistency between the parts",
    rules: &[&urgency_conflict::RULE, &spelling_variant_mixed::RULE],
};
