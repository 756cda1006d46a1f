//! When to get help: that the article says it, for what, how fast and where.

mod aftercare_red_flags_missing;
mod care_card_heading;
mod emergency_link_out;
mod emergency_number_region;
pub mod missing;
pub mod places;
mod red_flag_category_gap;
mod red_flag_conditional_persistence;
mod red_flag_copy_drift;
mod red_flag_coverage;
mod red_flag_event_not_symptom;
mod red_flag_no_service;
mod red_flag_no_timeframe;
mod red_flag_outside_section;
mod red_flag_term_undefined;
mod red_flag_tiers_mixed;
mod red_flag_without_action;
mod red_flags_missing;
mod urgency_below_guideline;

use super::Family;

const NAME: &str = "red-flags";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Safety,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Red flags: when to get help",
    rules: &[
        &red_flags_missing::RULE,
        &red_flag_coverage::RULE,
        &red_flag_category_gap::RULE,
        &urgency_below_guideline::RULE,
        &red_flag_tiers_mixed::RULE,
        &red_flag_without_action::RULE,
        &red_flag_no_service::RULE,
        &red_flag_no_timeframe::RULE,
        &red_flag_conditional_persistence::RULE,
        &red_flag_term_undefined::RULE,
        &emergency_number_region::RULE,
        &red_flag_outside_section::RULE,
        &red_flag_copy_drift::RULE,
        &red_flag_event_not_symptom::RULE,
        &aftercare_red_flags_missing::RULE,
        &care_card_heading::RULE,
        &emergency_link_out::RULE,
    ],
};
