//! The editor's server, spoken to as an editor does: JSON-RPC through the pipes of the real program.

mod client;
mod edits;
mod life;
mod reading;
mod shown;

use serde_json::{Value, json};

/// An article with a question that lacks its mark, and other faults.
const ARTICLE: &str = "# Sprained ankle\n\nRest it for two days.\n\n## Common questions\n\n### Can I walk on it\n\nYes, if it does not hurt.\n";

/// The findings of `rule` among `found`.
fn of_rule<'a>(found: &'a [Value], rule: &str) -> Vec<&'a Value> {
    found.iter().filter(|one| one["code"] == rule).collect()
}

/// A place as the protocol writes it.
fn place(line: u64, character: u64) -> Value {
    json!({ "line": line, "character": character })
}
