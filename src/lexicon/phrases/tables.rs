//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
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
}
