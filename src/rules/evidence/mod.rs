//! Evidence.

mod references_missing;
mod statistic_without_source;
mod superseded_guideline;

use super::Family;

const NAME: &str = "evidence";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Evidence,
    error_group: super::Group::Evidence,
    name: NAME,
    title: "Evidence",
    rules: &[
        &references_missing::RULE,
        &superseded_guideline::RULE,
        &statistic_without_source::RULE,
    ],
};
