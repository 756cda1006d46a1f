//! Words that respect the people whom an article is about.

use super::{Family, Group};

const NAME: &str = "inclusive";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Respectful words",
    group: Group::PlainLanguage,
    error_group: Group::PlainLanguage,
    rules: &[],
};
