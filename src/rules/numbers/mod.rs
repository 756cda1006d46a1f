//! Numbers, doses and units.

use super::Family;

mod dose_unit_spacing;
mod large_number_comma;
mod medicine_without_limit;
mod naked_decimal;
mod range_dash;
mod temperature_unit;
mod trailing_zero_dose;

const NAME: &str = "numbers";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Numbers and doses",
    rules: &[
        &trailing_zero_dose::RULE,
        &naked_decimal::RULE,
        &medicine_without_limit::RULE,
        &dose_unit_spacing::RULE,
        &large_number_comma::RULE,
        &range_dash::RULE,
        &temperature_unit::RULE,
    ],
};
