//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    /// Compounds that take a hyphen before a noun.
    OpenCompound = "open-compound",
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
    /// To take two doses at once.
    WayDouble = "way-double",
    /// To eat nothing before something.
    WayFast = "way-fast",
    /// To eat as usual before something.
    WayNoFast = "way-no-fast",
    /// To take all of a medicine.
    WayFinish = "way-finish",
    /// To stop a medicine when it helps.
    WayStopBetter = "way-stop-better",
    /// To tilt the head back.
    WayHeadBack = "way-head-back",
    /// Words for swallowing a tablet whole.
    WayWhole = "way-whole",
    /// Words for crushing or chewing one.
    WayCrush = "way-crush",
    /// Forms of a medicine that are taken differently.
    WayForms = "way-forms",
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
    /// Titles of articles that are about getting ready.
    TitlePrepares = "title-prepares",
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
    /// How likely a child is to inherit something.
    FigureInherited = "figure-inherited",
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
    /// Numbers of emergency, advice and crisis lines of any country.
    EmergencyNumber = "emergency-number",
    /// Words that make a number one to call.
    Dialling = "dialling",
    /// What makes another country's number right.
    Elsewhere = "elsewhere",
    /// Words by which a lead-in promises symptoms.
    SymptomLead = "symptom-lead",
    /// Words by which a lead-in promises more than symptoms.
    WiderLead = "wider-lead",
    /// Items that are events or risks, no symptoms.
    EventItem = "event-item",
    /// Whom or what time a lead-in speaks of.
    Whose = "whose",
    /// Procedures in a title.
    ProcedureTitle = "procedure-title",
    /// Titles that name a procedure and are about something else.
    ProcedureTitleNot = "procedure-title-not",
    /// Signs that something went wrong after a procedure, one a row.
    AfterSign = "after-sign",
    /// Those that only a procedure leaves: red skin, a wound.
    AfterSignSkin = "after-sign-skin",
    /// Words that place a sign after a procedure.
    Afterwards = "afterwards",
    /// Words of links that help a reader to reach a service.
    ServiceFinder = "service-finder",
    /// The shape of a first line that says what to do.
    CareCard = "care-card",
    /// What a disclaimer says that gives no advice.
    NoAdviceClaim = "no-advice-claim",
    /// Words of a disclaimer that only says what it does not stand for.
    Substitute = "substitute",
    /// Orders to take a dose.
    DoseOrder = "dose-order",
    /// Orders to start, stop or change.
    ChangeOrder = "change-order",
    /// Medicines by name or group.
    Medicine = "medicine",
    /// Words that tell the reader what they have.
    DiagnosisOrder = "diagnosis-order",
    /// Words that leave a decision to a clinician or a label.
    Neutralising = "neutralising",
    /// Words that answer yes or no, or how often.
    PolarAnswer = "polar-answer",
    /// Questions that cannot be answered with yes or no.
    NoPolar = "no-polar",
    /// Questions about preventing.
    AskPrevent = "ask-prevent",
    /// Words that take a promise to prevent back.
    HedgePrevent = "hedge-prevent",
    /// Questions about a cure.
    AskCure = "ask-cure",
    /// Words that take a promise of a cure back.
    HedgeCure = "hedge-cure",
    /// Questions about pain during a procedure.
    AskHurt = "ask-hurt",
    /// Words for a little pain.
    HedgeHurt = "hedge-hurt",
    /// Promises of no pain.
    FlatHurt = "flat-hurt",
    /// Words that make an answer less than a plain yes or no.
    PartAnswer = "part-answer",
    /// Questions about getting there, paying and the like.
    Logistics = "logistics",
    /// Questions in the first person.
    VoiceI = "voice-i",
    /// Questions that address the reader.
    VoiceYou = "voice-you",
    /// Questions that speak of readers as others.
    VoiceThey = "voice-they",
    /// Questions that address the clinic.
    VoiceClinic = "voice-clinic",
    /// Words that say that something lasts, comes back or gets worse.
    Lasting = "lasting",
    /// Questions that ask for a time, an amount, a place or a person.
    AskAmount = "ask-amount",
    /// Words that make a sign of what stands before them.
    Signals = "signals",
    /// Conditions that are about appointments and medicines.
    Errand = "errand",
    /// Words that tell a reader that a sign is what to expect.
    Expected = "expected",
    /// Words that put a sign in the past.
    History = "history",
    /// An illness passes from one person to another.
    Spreads = "spreads",
    /// It does not.
    SpreadsNot = "spreads-not",
    /// It runs in families.
    Inherited = "inherited",
    /// It does not.
    InheritedNot = "inherited-not",
    /// The reader is awake during a procedure.
    StaysAwake = "stays-awake",
    /// The reader is asleep.
    Asleep = "asleep",
    /// Stitches go by themselves.
    StitchesDissolve = "stitches-dissolve",
    /// Stitches are taken out.
    StitchesOut = "stitches-out",
    /// A medicine may be taken in pregnancy.
    InPregnancy = "in-pregnancy",
    /// It may not.
    NotInPregnancy = "not-in-pregnancy",
    /// A medicine may be taken while breastfeeding.
    WhileBreastfeeding = "while-breastfeeding",
    /// It may not.
    NotBreastfeeding = "not-breastfeeding",
    /// A medicine is kept in a fridge.
    KeptCold = "kept-cold",
    /// It is kept at room temperature.
    KeptWarm = "kept-warm",
    /// Words that put a sign off to a later visit, or call it nothing.
    PlaysDown = "plays-down",
    /// Asks whether a sign is nothing.
    AsksNormal = "asks-normal",
    /// Asks whether it is grave, or whether to get help.
    AsksGrave = "asks-grave",
    /// Asks what to do about it.
    AsksWhatToDo = "asks-what-to-do",
    /// What one does at home.
    SelfCare = "self-care",
    /// Words by which a reader is told to wait.
    Waiting = "waiting",
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
    /// Long words that every reader knows.
    Everyday = "everyday",
    /// Advice that does not say who should do what.
    PassiveAdvice = "passive-advice",
    /// What looks like [`Table::PassiveAdvice`] and is none.
    NoPassiveAdvice = "no-passive-advice",
    /// Sentences whose subject is a noun made of the verb that should lead them.
    NominalisedAdvice = "nominalised-advice",
    /// The end of a string of nouns: a general noun behind another.
    NounString = "noun-string",
    /// Words that open examples.
    SuchAs = "such-as",
    /// What to expect of a condition.
    Outlook = "outlook",
}
