//! Plain language: words and sentences that readers can follow.

use super::{Family, Group};

const NAME: &str = "plain-language";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Plain language",
    group: Group::PlainLanguage,
    error_group: Group::PlainLanguage,
    rules: &[],
};
