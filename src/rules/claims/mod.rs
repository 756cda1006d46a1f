//! What an article claims for a treatment.

use super::Family;

mod absolute_claim;
mod brand_name_only;
mod claim_contradicts_pack;
mod cure_or_no_side_effects;
mod off_label_not_stated;
mod testimonial;

const NAME: &str = "claims";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Claims",
    rules: &[
        &absolute_claim::RULE,
        &claim_contradicts_pack::RULE,
        &brand_name_only::RULE,
        &cure_or_no_side_effects::RULE,
        &off_label_not_stated::RULE,
        &testimonial::RULE,
    ],
};
