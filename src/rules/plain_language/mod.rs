//! Plain language: words and sentences that readers can follow.

mod jargon_plain_alternative;
mod jargon_undefined;
mod persistence_without_time_limit;
mod promotional_tone;
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
    ],
};
