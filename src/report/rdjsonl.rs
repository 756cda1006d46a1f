//! Findings for reviewdog: one JSON object a line, with columns that count bytes.

use super::path::relative;
use super::visible::escaped_json;
use super::{Flagged, Run};
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::source::{Source, Span};
use serde::Serialize;
use std::io::{self, Write};

/// Writes the findings, matters of style only with `all`.
pub fn write(run: &Run, all: bool, out: &mut dyn Write) -> io::Result<()> {
    for file in &run.flagged {
        for finding in file.shown(all) {
            write_line(&entry(run, file, finding), out)?;
        }
    }
    for failure in &run.failures {
        let entry = Entry {
            message: failure.message.clone(),
            location: Location {
                path: relative(run, &failure.file),
                range: None,
            },
            severity: "ERROR",
            source: TOOL,
            code: None,
            suggestions: Vec::new(),
            related_locations: Vec::new(),
        };
        write_line(&entry, out)?;
    }
    Ok(())
}

fn write_line(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped_json(&serde_json::to_string(entry)?))
}

const TOOL: Tool = Tool { name: "facetdoc" };

#[derive(Debug, Serialize)]
struct Entry {
    message: String,
    location: Location,
    severity: &'static str,
    source: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related>,
}

#[derive(Debug, Serialize)]
struct Tool {
    name: &'static str,
}

#[derive(Debug, Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Debug, Serialize)]
struct Range {
    start: Position,
    end: Position,
}

/// A 1-based line and column; columns count bytes of UTF-8.
#[derive(Debug, Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Debug, Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Debug, Serialize)]
struct Related {
    message: String,
    location: Location,
}

fn entry(run: &Run, file: &Flagged, finding: &Diagnostic) -> Entry {
    let path = relative(run, file.source.name());
    let location = |span: Span| Location {
        path: path.clone(),
        range: Some(range(&file.source, span)),
    };
    let help = finding.help.as_deref().map(|help| format!("\n{help}"));
    Entry {
        message: format!("{}{}", finding.message, help.unwrap_or_default()),
        location: location(finding.span),
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        source: TOOL,
        code: Some(Code {
            value: finding.rule.name,
        }),
        suggestions: finding
            .fix
            .iter()
            .filter_map(|fix| suggestion(&file.source, fix))
            .collect(),
        related_locations: finding
            .labels
            .iter()
            .map(|label| Related {
                message: label.message.clone(),
                location: location(label.span),
            })
            .collect(),
    }
}

/// A reviewer takes suggestions one by one: only a fix that is one edit is offered.
fn suggestion(source: &Source, fix: &Fix) -> Option<Suggestion> {
    let [edit] = fix.edits.as_slice() else {
        return None;
    };
    Some(Suggestion {
        range: range(source, edit.span),
        text: edit.text.clone(),
    })
}

fn range(source: &Source, span: Span) -> Range {
    Range {
        start: position(source, span.start()),
        end: position(source, span.end()),
    }
}

fn position(source: &Source, offset: usize) -> Position {
    let line = source.line(offset);
    let start = source.lines().start(line).unwrap_or(0);
    Position {
        line,
        column: offset.saturating_sub(start) + 1,
    }
}
