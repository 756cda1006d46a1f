//! Words addressed to facetdoc: the front matter and its comments.

use super::Family;

pub mod allowance_unknown_rule;
pub mod allowance_unused;
pub mod allowance_without_reason;
pub mod front_matter_invalid;

const NAME: &str = "meta";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Words addressed to facetdoc",
    rules: &[
        &front_matter_invalid::RULE,
        &allowance_without_reason::RULE,
        &allowance_unknown_rule::RULE,
        &allowance_unused::RULE,
    ],
};
