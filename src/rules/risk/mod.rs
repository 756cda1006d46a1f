//! Benefits, risks and choices.

use super::Family;

mod mixed_denominators;
mod relative_risk_without_absolute;
mod verbal_probability_only;

const NAME: &str = "risk";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Benefits and risks",
    rules: &[
        &relative_risk_without_absolute::RULE,
        &mixed_denominators::RULE,
        &verbal_probability_only::RULE,
    ],
};
