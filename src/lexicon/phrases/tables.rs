//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    Persistence = "persistence",
    /// Words by which an article claims to rest on research.
    EvidenceClaim = "evidence-claim",
    /// Words that claim it in a title.
    EvidenceClaimTitle = "evidence-claim-title",
    /// Claims in running text that need a source of their own: "studies show".
    EvidenceAssertion = "evidence-assertion",
    /// Sentences in which those words claim nothing.
    EvidenceAssertionNot = "evidence-assertion-not",
    /// Somebody unnamed says so: "experts say".
    VagueAttribution = "vague-attribution",
    /// Words that say what is not known.
    Uncertainty = "uncertainty",
    /// Who stands behind a reference.
    Publisher = "publisher",
    /// Journals, and how their names are shortened.
    Journal = "journal",
    /// What stands before an author's name.
    AuthorLabel = "author-label",
    /// What stands before a reviewer's name.
    ReviewerLabel = "reviewer-label",
    /// Degrees, titles and professions.
    Credential = "credential",
    /// Who paid, and whether somebody gains.
    Disclosure = "disclosure",
    /// Operations, injections and the like.
    Intervention = "intervention",
    /// What something is good for.
    Benefit = "benefit",
    /// Words that announce harm.
    HarmCue = "harm-cue",
    /// Words that announce harm unless something good is said beside them.
    HarmCueWeak = "harm-cue-weak",
    /// Concrete harm: "bruising".
    Harm = "harm",
    /// Risks that are no risks of a treatment.
    HarmNot = "harm-not",
    /// Other ways to go.
    Alternative = "alternative",
    /// What takes back a mention of alternatives.
    AlternativeNot = "alternative-not",
    /// What happens without treatment.
    NoTreatment = "no-treatment",
    /// What helps to decide together.
    DecisionSupport = "decision-support",
    /// References to a colour or a side.
    ColourOnly = "colour-only",
    /// Link text that says nothing by itself.
    LinkGeneric = "link-generic",
    /// Somewhere else to turn to.
    FurtherHelp = "further-help",
    /// A notice that help in other languages is free.
    LanguageNotice = "language-notice",
}
