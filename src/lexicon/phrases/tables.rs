//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    Persistence = "persistence",
    /// Words beside which capitals are names of genes.
    GeneWords = "gene-words",
    /// To take, use, eat or give.
    UseVerbs = "use-verbs",
    /// Other things that readers are told to do.
    ActVerbs = "act-verbs",
    /// To leave off.
    StopVerbs = "stop-verbs",
    /// To rest in bed.
    WayRest = "way-rest",
    /// To keep moving.
    WayMove = "way-move",
    /// To take it with food.
    WayWithFood = "way-with-food",
    /// To take it without food.
    WayFasting = "way-fasting",
    /// To take all of a medicine.
    WayFinish = "way-finish",
    /// To stop a medicine when it helps.
    WayStopBetter = "way-stop-better",
    /// To tilt the head back.
    WayHeadBack = "way-head-back",
    /// To lean forward.
    WayLeanForward = "way-lean-forward",
    /// To bend back.
    WayBendBack = "way-bend-back",
    /// To bend forward.
    WayBendForward = "way-bend-forward",
    /// Titles that promise when to get help.
    TitleCare = "title-care",
    /// "5 tips" in a title.
    TitleCount = "title-count",
    /// Titles that promise exercises.
    TitleExercises = "title-exercises",
    /// Risks, in a title.
    TitleRisks = "title-risks",
    /// Causes, in a title.
    TitleCauses = "title-causes",
    /// Symptoms, in a title.
    TitleSymptoms = "title-symptoms",
    /// Treatment, in a title.
    TitleTreatment = "title-treatment",
    /// Prevention, in a title.
    TitlePrevention = "title-prevention",
    /// Words that show where a text comes from.
    StudyWords = "study-words",
    /// Readers that a title can name, a row each.
    Readers = "readers",
    /// Words that say what an article holds.
    Announces = "announces",
    /// Last words of medical names.
    TermHeads = "term-heads",
    /// To prevent.
    Prevents = "prevents",
    /// Causes that nobody can change.
    FixedCauses = "fixed-causes",
    /// Words for causes.
    CauseWords = "cause-words",
    /// Names for the reader.
    ReaderNames = "reader-names",
    /// Exercises of the upper body.
    UpperMoves = "upper-moves",
    /// Exercises of the lower body.
    LowerMoves = "lower-moves",
    /// Parts of the upper body.
    UpperPlaces = "upper-places",
    /// Parts of the lower body.
    LowerPlaces = "lower-places",
    /// "Red flag".
    RedFlagTerm = "red-flag-term",
    /// "Red flag" with what it is.
    RedFlagExplained = "red-flag-explained",
    /// Before an author.
    WrittenBy = "written-by",
    /// Before a reviewer.
    ReviewedBy = "reviewed-by",
    /// Before a review date.
    ReviewedOn = "reviewed-on",
    /// Before the date of the next review.
    NextReview = "next-review",
    /// Before a date of publication.
    PublishedOn = "published-on",
    /// Names of one thing, a row each: blood sugar.
    SameBloodSugar = "same-blood-sugar",
    /// Names of one thing, a row each: high pressure.
    SameHighPressure = "same-high-pressure",
    /// Names of one thing, a row each: reliever.
    SameReliever = "same-reliever",
    /// Names of one thing, a row each: preventer.
    SamePreventer = "same-preventer",
    /// Names of one thing, a row each: physio.
    SamePhysio = "same-physio",
    /// Names of one thing, a row each: hba1c.
    SameHba1c = "same-hba1c",
    /// Names of one thing, a row each: thinner.
    SameThinner = "same-thinner",
    /// Names of one thing, a row each: seizure.
    SameSeizure = "same-seizure",
    /// Names of one thing, a row each: flare.
    SameFlare = "same-flare",
    /// Names of one thing, a row each: stitches.
    SameStitches = "same-stitches",
    /// Names of one thing, a row each: heart attack.
    SameHeartAttack = "same-heart-attack",
    /// Names of one thing, a row each: hypo.
    SameHypo = "same-hypo",
    /// Names of one thing, a row each: caesarean.
    SameCaesarean = "same-caesarean",
    /// Names of one thing, a row each: epinephrine.
    SameEpinephrine = "same-epinephrine",
    /// Names of one thing, a row each: doctor.
    SameDoctor = "same-doctor",
    /// Last words of names: operation.
    HeadsOperation = "heads-operation",
    /// Last words of names: injection.
    HeadsInjection = "heads-injection",
    /// Last words of names: test.
    HeadsTest = "heads-test",
    /// Last words of names: illness.
    HeadsIllness = "heads-illness",
    /// Last words of names: nerve.
    HeadsNerve = "heads-nerve",
}
