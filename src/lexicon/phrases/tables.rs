//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    /// Compounds that take a hyphen before a noun.
    OpenCompound = "open-compound",
    Persistence = "persistence",
    /// The id of a clinical guideline: "CG88".
    GuidelineId = "guideline-id",
    /// Words by which a text knows that a guideline was replaced.
    GuidelineReplaced = "guideline-replaced",
    /// Medicines that are used for more than their label names.
    OffLabelDrug = "off-label-drug",
    /// Words that say that a use is not on the label.
    OffLabelNote = "off-label-note",
    /// Words by which a question or its answer speaks of risks.
    FaqRisk = "faq-risk",
    /// Words that take the edge off a claim that experts do not share.
    ClaimHedge = "claim-hedge",
    /// Words that say that results differ from person to person.
    ResultsVary = "results-vary",
    /// The success of a treatment in the first person.
    SuccessStory = "success-story",
}
