//! Disclaimer.

mod differences;
mod disclaimer_body_conflict;
mod disclaimer_canonical_drift;
mod disclaimer_duplicated;
mod disclaimer_elements;
mod disclaimer_missing;
mod disclaimer_not_a_section;
mod disclaimer_reading_grade;

use super::Family;
use crate::facts::QuantityKind;
use crate::rules::prelude::*;

const NAME: &str = "disclaimer";

/// The number that a suggested disclaimer tells the reader to call: the region's, unless the article names others only.
fn number_to_call(cx: &Context<'_>) -> Option<&'static str> {
    let own = cx.settings.region.emergency_number?;
    let all = cx.facts.quantities().iter();
    let mut named = all
        .filter(|quantity| quantity.kind == QuantityKind::Emergency)
        .map(|quantity| cx.facts.quantity_text(quantity))
        .peekable();
    let is_other = named.peek().is_some() && !named.any(|number| number.contains(own));
    (!is_other).then_some(own)
}

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Parts,
    error_group: super::Group::Parts,
    name: NAME,
    title: "Disclaimer",
    rules: &[
        &disclaimer_missing::RULE,
        &disclaimer_elements::RULE,
        &disclaimer_canonical_drift::RULE,
        &disclaimer_not_a_section::RULE,
        &disclaimer_duplicated::RULE,
        &disclaimer_body_conflict::RULE,
        &disclaimer_reading_grade::RULE,
    ],
};
