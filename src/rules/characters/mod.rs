//! Characters that show something else than what is written.

mod bidi_override;
mod invisible_character;
mod lookalike;
mod lookalike_character;

use super::Family;

const NAME: &str = "characters";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Safety,
    error_group: super::Group::Safety,
    name: NAME,
    title: "Characters that mislead",
    rules: &[
        &bidi_override::RULE,
        &invisible_character::RULE,
        &lookalike_character::RULE,
    ],
};
