//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    Persistence = "persistence",
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
    /// Words by which a reader is told to wait.
    Waiting = "waiting",
}
