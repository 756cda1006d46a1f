//! Findings that a team knows and has put off: what tells them apart, and the file that they stand in.

mod entry;
mod file;
mod identity;

pub use entry::Entry;
pub use file::{Baseline, SCHEMA_VERSION, Unreadable};
pub use identity::{Identity, identities};
