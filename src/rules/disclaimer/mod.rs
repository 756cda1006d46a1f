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
use crate::config::Region;
use crate::facts::QuantityKind;
use crate::rules::prelude::*;

const NAME: &str = "disclaimer";

/// The number that a suggested disclaimer tells the reader to call: the region's, else the only one that the article
/// names where that is another.
fn number_to_call<'a>(cx: &Context<'a>) -> Option<&'a str> {
    let own = cx.settings.region.emergency_number;
    let all = cx.facts.quantities().iter();
    let named: Vec<&str> = all
        .filter(|quantity| quantity.kind == QuantityKind::Emergency)
        .map(|quantity| cx.facts.quantity_text(quantity))
        .collect();
    if let Some(own) = own
        && (named.is_empty() || named.iter().any(|number| number.contains(own)))
    {
        return Some(own);
    }
    // An article for another region than the one that is set says itself whom its readers call.
    let mut wide = named
        .iter()
        .copied()
        .filter(|number| Region::is_wide_number(number));
    let first = wide.next()?;
    wide.all(|number| number == first).then_some(first)
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
