//! What an article claims for a treatment.

use super::Family;

mod absolute_claim;
mod brand_name_only;
mod cure_or_no_side_effects;
mod testimonial;

const NAME: &str = "claims";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Claims",
    rules: &[
        &absolute_claim::RULE,
        &brand_name_only::RULE,
        &cure_or_no_side_effects::RULE,
        &testimonial::RULE,
    ],
};
