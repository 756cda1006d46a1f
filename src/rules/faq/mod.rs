//! Questions and answers.

use super::Family;

const NAME: &str = "faq";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Questions and answers",
    rules: &[],
};
