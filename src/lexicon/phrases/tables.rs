//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    /// Compounds that take a hyphen before a noun.
    OpenCompound = "open-compound",
    Persistence = "persistence",
    /// Words that say that results differ from person to person.
    ResultsVary = "results-vary",
    /// The success of a treatment in the first person.
    SuccessStory = "success-story",
}
