//! Benefits, risks and choices.

mod procedure_topic_coverage;

use super::Family;

const NAME: &str = "risk";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Benefits and risks",
    rules: &[&procedure_topic_coverage::RULE],
};
