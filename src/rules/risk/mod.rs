//! Risks and choices.

mod alternatives_missing;
mod benefit_risk_imbalance;
mod decision_support_missing;
mod no_treatment_option_missing;
mod risks_missing;
mod shared;

use super::Family;

const NAME: &str = "risk";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Risks and choices",
    rules: &[
        &risks_missing::RULE,
        &benefit_risk_imbalance::RULE,
        &alternatives_missing::RULE,
        &no_treatment_option_missing::RULE,
        &decision_support_missing::RULE,
    ],
};
