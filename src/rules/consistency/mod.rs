//! What the article says in one place against what it says in another.

use super::{Family, Group};

pub mod conflict;
mod urgency_conflict;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Consistency between the parts",
    group: Group::Disagreement,
    error_group: Group::Safety,
    rules: &[&urgency_conflict::RULE],
};
