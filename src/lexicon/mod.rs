//! What is known of words: lists and the patterns they are written in, where sentences end, which words go together.

pub mod abbreviations;
pub mod advice;
pub mod capitals;
pub mod claim_words;
pub mod constant;
pub mod disclaimer;
pub mod inflect;
pub mod lead;
pub mod lists;
pub mod months;
pub mod number_words;
pub mod pattern;
pub mod patterns;
pub mod phrasebook;
pub mod phrases;
pub mod sentence;
pub mod stop_words;
pub mod suffix;
pub mod syllables;
pub mod token;
pub mod verbs;
mod word_index;
pub mod word_table;

mod nearest;
mod urgency;

pub use lead::Lead;
pub use nearest::nearest;
pub use pattern::{Pattern, PatternError, unheard_of};
pub use patterns::Patterns;
pub use token::Tokens;
pub use urgency::Urgency;
pub use word_table::WordTable;
pub(crate) use word_table::words;
