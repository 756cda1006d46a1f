//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    Persistence = "persistence",
    /// Medicines that people buy without a prescription.
    OverTheCounter = "over-the-counter",
    /// Words that tell a reader to take one of them.
    TakeMedicine = "take-medicine",
    /// Words about the limit of a medicine, its label, or whom to ask.
    LabelAdvice = "label-advice",
}
