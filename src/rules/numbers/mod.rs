//! Numbers, doses and units.

mod dose_unit_spacing;
mod error_prone_abbreviation;
mod large_number_comma;
mod medicine_without_limit;
mod naked_decimal;
mod range_dash;
mod temperature_unit;
mod trailing_zero_dose;
mod unit_conversion_wrong;

use super::Family;

const NAME: &str = "numbers";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Numbers and doses",
    rules: &[
        &error_prone_abbreviation::RULE,
        &trailing_zero_dose::RULE,
        &naked_decimal::RULE,
        &medicine_without_limit::RULE,
        &dose_unit_spacing::RULE,
        &large_number_comma::RULE,
        &range_dash::RULE,
        &temperature_unit::RULE,
        &unit_conversion_wrong::RULE,
    ],
};
