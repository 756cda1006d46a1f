//! The names of the phrase tables. Each stands in one of the TOML files of this folder, whose names are listed in `mod.rs`.

use super::macros::tables;

tables! {
    /// Words that say that something lasts: "if the pain persists".
    Persistence = "persistence",
}
