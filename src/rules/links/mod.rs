//! Links.

mod resource_named_without_link;

use super::{Family, Group};

const NAME: &str = "links";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Links",
    group: Group::Evidence,
    error_group: Group::Evidence,
    rules: &[&resource_named_without_link::RULE],
};
