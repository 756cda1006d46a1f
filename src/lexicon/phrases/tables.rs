//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    Persistence = "persistence",
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
