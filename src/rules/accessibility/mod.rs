//! Accessibility.

mod colour_or_position_only;
mod emphasis_style;
mod handout_pdf_accessible;
mod image_alt_generic;
mod image_alt_missing;
mod language_undeclared;
mod link_text_generic;
mod table_headers_missing;

use super::Family;

const NAME: &str = "accessibility";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Style,
    error_group: super::Group::Style,
    name: NAME,
    title: "Accessibility",
    rules: &[
        &image_alt_missing::RULE,
        &image_alt_generic::RULE,
        &link_text_generic::RULE,
        &table_headers_missing::RULE,
        &language_undeclared::RULE,
        &handout_pdf_accessible::RULE,
        &emphasis_style::RULE,
        &colour_or_position_only::RULE,
    ],
};
