//! What a handout needs before it is given away.

mod export_drops_safety_content;
mod handout_contact_missing;
mod language_assistance_notice;
mod schema_org_incomplete;

use super::Family;

const NAME: &str = "export";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Style,
    error_group: super::Group::Style,
    name: NAME,
    title: "Handouts",
    rules: &[
        &export_drops_safety_content::RULE,
        &handout_contact_missing::RULE,
        &language_assistance_notice::RULE,
        &schema_org_incomplete::RULE,
    ],
};
