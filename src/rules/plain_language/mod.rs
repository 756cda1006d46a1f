//! Plain language: words and sentences that readers can follow.

mod agreement_after_such_as;
mod grouped;
mod jargon_plain_alternative;
mod jargon_undefined;
mod no_direct_address;
mod nominalised_advice;
mod noun_string;
mod passive_advice;
mod persistence_without_time_limit;
mod promotional_tone;
mod reading_grade;
mod safety_section_grade;
mod sentence_too_long;
mod vague_instruction;

use super::Family;

const NAME: &str = "plain-language";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::PlainLanguage,
    error_group: super::Group::PlainLanguage,
    name: NAME,
    title: "Plain language",
    rules: &[
        &jargon_plain_alternative::RULE,
        &jargon_undefined::RULE,
        &promotional_tone::RULE,
        &persistence_without_time_limit::RULE,
        &vague_instruction::RULE,
        &reading_grade::RULE,
        &safety_section_grade::RULE,
        &sentence_too_long::RULE,
        &no_direct_address::RULE,
        &passive_advice::RULE,
        &nominalised_advice::RULE,
        &noun_string::RULE,
        &agreement_after_such_as::RULE,
    ],
};
