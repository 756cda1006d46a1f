//! Evidence.

mod citation_unresolved;
mod evidence_claim_without_citation;
mod reference_incomplete;
mod reference_uncited;
mod references_missing;
mod shared;
mod statistic_without_source;
mod superseded_guideline;
mod uncertainty_not_stated;
mod vague_attribution;

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
        &evidence_claim_without_citation::RULE,
        &citation_unresolved::RULE,
        &uncertainty_not_stated::RULE,
        &vague_attribution::RULE,
        &reference_incomplete::RULE,
        &reference_uncited::RULE,
    ],
};
