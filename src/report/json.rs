//! Findings for programs: one JSON document, stable under the contract.

use super::visible::escaped_json;
use super::{Counts, Failure, Flagged, Mended, Run};
use crate::diagnostic::{Diagnostic, Fix, Label};
use crate::source::{Source, Span};
use serde::Serialize;
use std::io::{self, Write};

/// The version of the document's shape; additions raise the second number.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// Writes each finding of `run` as one line of JSON, whatever its severity; then a line for each file that could not be
/// checked, with its `error`.
pub fn write_lines(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    for finding in run.flagged.iter().flat_map(findings) {
        let json = serde_json::to_string(&finding)?;
        writeln!(out, "{}", escaped_json(&json))?;
    }
    for failure in &run.failures {
        let line = FailureLine {
            file: &failure.file,
            error: &failure.message,
        };
        let json = serde_json::to_string(&line)?;
        writeln!(out, "{}", escaped_json(&json))?;
    }
    Ok(())
}

/// A file that could not be checked, on a line of its own.
#[derive(Debug, Serialize)]
struct FailureLine<'a> {
    file: &'a str,
    error: &'a str,
}

/// Writes `run` as JSON, every finding whatever its severity, with a newline at the end; after [`begin`] and [`go_on`], what
/// is left of it.
pub fn write(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    if run.told.is_none() {
        begin(run.checked + run.failures.len(), out)?;
    }
    go_on(run, out)?;
    let has_findings = run.counts() != Counts::default();
    out.write_all(if has_findings { b"\n  ],\n" } else { b"],\n" })?;
    let tail = Tail {
        fixed: run.fixes.as_deref().map(fixed),
        errors: failures(&run.failures),
        summary: Summary {
            counts: run.counts(),
            known: run.hidden.known,
            unchanged: run.hidden.unchanged,
        },
    };
    let json = serde_json::to_string_pretty(&tail)?;
    let rest = json.strip_prefix("{\n").unwrap_or(&json);
    writeln!(out, "{}", escaped_json(rest))
}

/// Writes what the document on `files` files starts with.
pub fn begin(files: usize, out: &mut dyn Write) -> io::Result<()> {
    let head = Head {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        files,
    };
    let json = serde_json::to_string_pretty(&head)?;
    let open = json.strip_suffix("\n}").unwrap_or(&json);
    write!(out, "{open},\n  \"findings\": [")
}

/// Writes the findings that `run` holds behind those that were told.
pub fn go_on(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let told = run.told.as_ref().map(|told| told.counts);
    let mut is_first = told.unwrap_or_default() == Counts::default();
    for finding in run.flagged.iter().flat_map(findings) {
        let json = serde_json::to_string_pretty(&finding)?;
        let json = escaped_json(&json).replace('\n', "\n    ");
        let comma = if is_first { "" } else { "," };
        write!(out, "{comma}\n    {json}")?;
        is_first = false;
    }
    Ok(())
}

/// Each of `findings` in `source` as [`write`] has it.
#[expect(
    clippy::expect_used,
    reason = "an entry is made of strings, numbers and lists, which JSON has"
)]
pub fn findings_of(source: &Source, findings: &[Diagnostic]) -> Vec<serde_json::Value> {
    let entries = findings.iter().map(|finding| entry(source, finding));
    entries
        .map(|entry| serde_json::to_value(entry).expect("keys are strings"))
        .collect()
}

/// What the document has before its findings.
#[derive(Debug, Serialize)]
struct Head {
    schema_version: &'static str,
    tool: Tool,
    files: usize,
}

/// What the document has after its findings.
#[derive(Debug, Serialize)]
struct Tail<'a> {
    /// What `--fix` mended; left out where nothing was to be mended.
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<Vec<FixedEntry<'a>>>,
    errors: Vec<FailureEntry<'a>>,
    summary: Summary,
}

#[derive(Debug, Serialize)]
struct Summary {
    #[serde(flatten)]
    counts: Counts,
    /// Findings that the baseline knows, which are left out; only with a baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<usize>,
    /// Findings on lines that did not change, which are left out; only with `--changed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unchanged: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// A finding as every JSON document shows it.
#[derive(Debug, Serialize)]
pub(super) struct Finding<'a> {
    rule: &'static str,
    family: &'static str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    standard: Option<&'static str>,
    file: &'a str,
    #[serde(flatten)]
    place: Place,
    start_byte: usize,
    end_byte: usize,
    related: Vec<Related<'a>>,
    fix: Option<FixEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place,
    message: &'a str,
}

/// 1-based lines and columns in code points; the end is exclusive.
#[derive(Debug, Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Debug, Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    safety: &'static str,
    edits: Vec<EditEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct EditEntry<'a> {
    start_byte: usize,
    end_byte: usize,
    text: &'a str,
}

/// A fix that was made.
#[derive(Debug, Serialize)]
struct FixedEntry<'a> {
    file: &'a str,
    rule: &'static str,
    severity: &'static str,
    title: &'a str,
    safety: &'static str,
}

fn fixed(fixes: &[Mended]) -> Vec<FixedEntry<'_>> {
    let pairs = fixes
        .iter()
        .flat_map(|mended| mended.made.iter().map(move |made| (mended, made)));
    pairs
        .map(|(mended, made)| FixedEntry {
            file: &mended.file,
            rule: made.rule.name,
            severity: made.severity.name(),
            title: &made.title,
            safety: made.safety.name(),
        })
        .collect()
}

/// A file that could not be read, as every JSON document shows it.
#[derive(Debug, Serialize)]
pub(super) struct FailureEntry<'a> {
    file: &'a str,
    message: &'a str,
}

pub(super) fn failures(failures: &[Failure]) -> Vec<FailureEntry<'_>> {
    failures
        .iter()
        .map(|failure| FailureEntry {
            file: &failure.file,
            message: &failure.message,
        })
        .collect()
}

fn findings(file: &Flagged) -> impl Iterator<Item = Finding<'_>> {
    file.findings
        .iter()
        .map(|finding| entry(&file.source, finding))
}

/// `finding` in `source` as every JSON document shows it.
pub(super) fn entry<'a>(source: &'a Source, finding: &'a Diagnostic) -> Finding<'a> {
    let rule = finding.rule;
    Finding {
        rule: rule.name,
        family: rule.family,
        severity: finding.severity.name(),
        message: &finding.message,
        help: finding.help.as_deref(),
        standard: Some(rule.standard).filter(|standard| !standard.is_empty()),
        file: source.name(),
        place: place(source, finding.span),
        start_byte: finding.span.start(),
        end_byte: finding.span.end(),
        related: finding
            .labels
            .iter()
            .map(|label| related(source, label))
            .collect(),
        fix: finding.fix.as_ref().map(fix),
    }
}

fn place(source: &Source, span: Span) -> Place {
    let start = source.position(span.start());
    let end = source.position(span.end());
    Place {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn related<'a>(source: &Source, label: &'a Label) -> Related<'a> {
    Related {
        place: place(source, label.span),
        message: &label.message,
    }
}

fn fix(fix: &Fix) -> FixEntry<'_> {
    FixEntry {
        title: &fix.title,
        safety: fix.safety.name(),
        edits: fix
            .edits
            .iter()
            .map(|edit| EditEntry {
                start_byte: edit.span.start(),
                end_byte: edit.span.end(),
                text: &edit.text,
            })
            .collect(),
    }
}
