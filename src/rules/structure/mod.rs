//! Structure.

mod circular_advice;
mod conclusion_not_last;
mod heading_ampersand;
mod heading_case_inconsistent;
mod heading_level_skip;
mod letter_case;
mod list_items_not_parallel;
mod list_too_long;
mod list_without_lead_in;
mod lists;
mod main_message_not_first;
mod missing_required_section;
mod near_duplicate_sentence;
mod placeholder_text;
mod position;
mod question_heading;
mod red_flags_too_late;
mod required_section_empty;
mod section_out_of_order;
mod section_size;
mod section_too_long;
mod single_item_list;
mod summary_missing;
mod title_too_long;

use super::Family;

const NAME: &str = "structure";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Style,
    error_group: super::Group::Parts,
    name: NAME,
    title: "Structure",
    rules: &[
        &missing_required_section::RULE,
        &required_section_empty::RULE,
        &section_out_of_order::RULE,
        &section_size::RULE,
        &placeholder_text::RULE,
        &red_flags_too_late::RULE,
        &summary_missing::RULE,
        &conclusion_not_last::RULE,
        &section_too_long::RULE,
        &title_too_long::RULE,
        &question_heading::RULE,
        &heading_level_skip::RULE,
        &heading_case_inconsistent::RULE,
        &heading_ampersand::RULE,
        &list_too_long::RULE,
        &list_without_lead_in::RULE,
        &list_items_not_parallel::RULE,
        &single_item_list::RULE,
        &circular_advice::RULE,
        &near_duplicate_sentence::RULE,
        &main_message_not_first::RULE,
    ],
};
