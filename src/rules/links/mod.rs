//! Links.

mod further_help_missing;
mod link_target_conflict;
mod print_link_invisible;
mod resource_named_without_link;

use super::Family;

const NAME: &str = "links";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Evidence,
    name: NAME,
    title: "Links",
    rules: &[
        &resource_named_without_link::RULE,
        &link_target_conflict::RULE,
        &further_help_missing::RULE,
        &print_link_invisible::RULE,
    ],
};
