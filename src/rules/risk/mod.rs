//! Benefits, risks and choices.

mod mixed_denominators;
mod procedure_topic_coverage;
mod relative_risk_without_absolute;
mod verbal_probability_only;

use super::Family;

const NAME: &str = "risk";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Benefits and risks",
    rules: &[
        &procedure_topic_coverage::RULE,
        &relative_risk_without_absolute::RULE,
        &mixed_denominators::RULE,
        &verbal_probability_only::RULE,
    ],
};
