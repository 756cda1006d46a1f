//! Structure.

mod heading_level_skip;
mod main_message_not_first;
mod missing_required_section;
mod placeholder_text;
mod required_section_empty;
mod section_out_of_order;
mod section_size;

use super::Family;

const NAME: &str = "structure";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Structure",
    rules: &[
        &missing_required_section::RULE,
        &required_section_empty::RULE,
        &section_out_of_order::RULE,
        &section_size::RULE,
        &placeholder_text::RULE,
        &heading_level_skip::RULE,
        &main_message_not_first::RULE,
    ],
};
