//! Plain language: words and sentences that readers can follow.

use super::Family;

mod jargon_plain_alternative;
mod jargon_undefined;
mod promotional_tone;

const NAME: &str = "plain-language";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Plain language",
    rules: &[
        &jargon_plain_alternative::RULE,
        &jargon_undefined::RULE,
        &promotional_tone::RULE,
    ],
};
