//! The answer to each record of a run over JSON lines: one line of JSON that begins with the record's id.

use super::Counts;
use super::json::{Finding, entry};
use super::visible::escaped_json;
use crate::diagnostic::Diagnostic;
use crate::source::{BadRecord, Id, Source};
use serde::Serialize;
use serde_json::Value;

/// What was found in an article: `id`, `findings` and `summary` as in the document of a check.
pub fn checked(id: &Id, source: &Source, findings: &[Diagnostic]) -> String {
    line(&Checked {
        id: id.value(),
        findings: entries(source, findings),
        summary: Counts::of(findings),
    })
}

/// An article that is not exported because of what was found in it: `id`, `error` and `findings`.
pub fn refused(id: &Id, error: &str, source: &Source, findings: &[Diagnostic]) -> String {
    line(&Refused {
        id: id.value(),
        error,
        findings: entries(source, findings),
    })
}

/// An exported article: `id` and `article`, which is `json`, one line that escapes whatever a terminal would obey.
pub fn exported(id: &Id, json: &str) -> String {
    format!(
        "{{\"id\":{},\"article\":{}}}\n",
        escaped_json(&id.value().to_string()),
        json.trim_end()
    )
}

/// A line that could not be worked on: `id`, which is null where the line has none, `error`, and then the start of the line
/// as `record`.
pub fn failed(bad: &BadRecord) -> String {
    line(&Failed {
        id: bad.id.as_ref().map(Id::value),
        error: &bad.message,
        record: bad.start.as_deref(),
    })
}

fn entries<'a>(source: &'a Source, findings: &'a [Diagnostic]) -> Vec<Finding<'a>> {
    findings.iter().map(|one| entry(source, one)).collect()
}

#[derive(Debug, Serialize)]
struct Checked<'a> {
    id: &'a Value,
    findings: Vec<Finding<'a>>,
    summary: Counts,
}

#[derive(Debug, Serialize)]
struct Refused<'a> {
    id: &'a Value,
    error: &'a str,
    findings: Vec<Finding<'a>>,
}

#[derive(Debug, Serialize)]
struct Failed<'a> {
    id: Option<&'a Value>,
    error: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
}

#[expect(
    clippy::expect_used,
    reason = "an answer is made of strings, numbers and lists, which JSON has"
)]
fn line(answer: &impl Serialize) -> String {
    let json = serde_json::to_string(answer).expect("keys are strings");
    escaped_json(&json) + "\n"
}
