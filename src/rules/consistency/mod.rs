//! What the article says in one place against what it says in another.

mod abbreviation_redefined;
mod abbreviation_undefined;
mod advice_conflict;
mod audience_drift;
mod body_region_mismatch;
mod care_advice_outside_section;
pub mod conflict;
mod cross_reference_broken;
mod definition_after_use;
mod intro_promise_unmet;
mod list_count_mismatch;
mod names;
mod new_term_in_conclusion;
mod number_conflict;
mod pack_names;
mod played_down;
mod promise_of_cause_vs_prevention;
mod spelling_variant_mixed;
mod term_drift;
mod title_promise_unmet;
mod urgency_conflict;

use super::Family;

const NAME: &str = "consistency";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Disagreement,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Consistency between the parts",
    rules: &[
        &urgency_conflict::RULE,
        &advice_conflict::RULE,
        &title_promise_unmet::RULE,
        &intro_promise_unmet::RULE,
        &term_drift::RULE,
        &abbreviation_undefined::RULE,
        &abbreviation_redefined::RULE,
        &definition_after_use::RULE,
        &new_term_in_conclusion::RULE,
        &body_region_mismatch::RULE,
        &promise_of_cause_vs_prevention::RULE,
        &audience_drift::RULE,
        &cross_reference_broken::RULE,
        &spelling_variant_mixed::RULE,
        &number_conflict::RULE,
        &list_count_mismatch::RULE,
        &care_advice_outside_section::RULE,
    ],
};
