//! Plain language: words and sentences that readers can follow.

use super::Family;

mod persistence_without_time_limit;
mod vague_instruction;

const NAME: &str = "plain-language";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Plain language",
    rules: &[
        &persistence_without_time_limit::RULE,
        &vague_instruction::RULE,
    ],
};
