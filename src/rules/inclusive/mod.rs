//! Words that respect the people whom an article is about.

use super::Family;

const NAME: &str = "inclusive";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Respectful words",
    rules: &[],
};
