//! Words and phrases, by language and subject; data with the look-ups that it needs, no judgement.

pub mod abbreviations;
