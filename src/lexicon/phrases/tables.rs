//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    /// Compounds that take a hyphen before a noun.
    OpenCompound = "open-compound",
    Persistence = "persistence",
    /// Titles that promise when to get help: "When to see a doctor".
    PromiseOfHelp = "promise_of_help",
    /// A sentence that points at what comes right after it: "the following", "these steps".
    PointsAhead = "points_ahead",
    /// Words for things that a reader can do, as an order says them: "walk", "take".
    Action = "action",
    /// Words that make a noun of what to do: "use of".
    NamedAction = "named_action",
    /// Words in -ing that name a sign or a thing: "swelling".
    IngNoun = "ing_noun",
    /// Words of advice without matter: "strategies", "support", "focus".
    EmptyAdvice = "empty_advice",
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
    /// Medicines that people buy without a prescription.
    OverTheCounter = "over-the-counter",
    /// Words that tell a reader to take one of them.
    TakeMedicine = "take-medicine",
    /// Words about the limit of a medicine, its label, or whom to ask.
    LabelAdvice = "label-advice",
    /// Words that say that something has not gone away yet.
    Lingering = "lingering",
    /// Times without a number: "overnight".
    TimeWords = "time-words",
    /// What readers are told to do for themselves.
    Activities = "activities",
    /// Words that tell readers to do it.
    AdviceVerbs = "advice-verbs",
    /// Words that make a sentence no instruction.
    NoAdvice = "no-advice",
    /// Words that say how often or how long.
    HowOften = "how-often",
    /// Words that say "soon" and not how soon.
    VagueSoon = "vague-soon",
    /// Words that say how soon.
    SoonWords = "soon-words",
    /// Nouns for the items of a list.
    ListNouns = "list-nouns",
    /// Words that promise no exact number of items.
    OpenList = "open-list",
    /// Words that make a share a figure about people.
    FigurePeople = "figure-people",
    /// Words that make a share one of something else.
    FigureOther = "figure-other",
    /// Words that name a source.
    NamedSource = "named-source",
    /// "Three times as likely".
    TimesLikely = "times-likely",
    /// "Doubles the risk".
    RiskChange = "risk-change",
    /// Words for a risk.
    RiskWords = "risk-words",
    /// Words that tell readers to call a number.
    Calling = "calling",
    /// Words for a change.
    ChangeWords = "change-words",
    /// How likely something is, in words.
    VerbalProbability = "verbal-probability",
    /// What may come of a treatment.
    Outcomes = "outcomes",
    /// Words that give the words for chances their numbers.
    ProbabilityLegend = "probability-legend",
}
