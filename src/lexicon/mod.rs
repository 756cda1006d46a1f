//! Word lists and the patterns they are written in; data files, compiled once.

pub mod abbreviations;
pub mod advice;
pub mod pattern;
pub mod token;

mod urgency;

pub use pattern::{Pattern, PatternError, Patterns};
pub use token::Tokens;
pub use urgency::Urgency;
