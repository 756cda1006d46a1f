//! Benefits, risks and choices.

mod alternatives_missing;
mod benefit_risk_imbalance;
mod decision_support_missing;
mod mixed_denominators;
mod no_treatment_option_missing;
mod procedure_topic_coverage;
mod relative_risk_without_absolute;
mod risks_missing;
mod shared;
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
        &risks_missing::RULE,
        &benefit_risk_imbalance::RULE,
        &alternatives_missing::RULE,
        &no_treatment_option_missing::RULE,
        &decision_support_missing::RULE,
    ],
};
