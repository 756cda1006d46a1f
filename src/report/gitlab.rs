//! GitLab's code quality report: one JSON array.

use super::path::relative;
use super::visible::escaped_json;
use super::{Flagged, Run, one_line};
use crate::baseline::Identity;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span, sha256};
use serde::Serialize;
use std::io::{self, Write};

/// Writes the findings, matters of style only with `all`, with a newline at the end; an empty array where there are none.
pub fn write(run: &Run, all: bool, out: &mut dyn Write) -> io::Result<()> {
    let found = run.flagged.iter().flat_map(|file| {
        let shown = file.identified(all);
        shown.map(move |(finding, identity)| entry(run, file, finding, identity))
    });
    let failed = run.failures.iter().map(|failure| {
        let path = relative(run, &failure.file);
        Entry {
            description: one_line(&failure.message),
            check_name: "cannot-be-checked",
            fingerprint: sha256(format!("cannot-be-checked\n{path}")),
            severity: "blocker",
            location: Location {
                path,
                lines: Lines { begin: 1, end: 1 },
            },
            content: None,
            other_locations: Vec::new(),
        }
    });
    let entries: Vec<Entry> = found.chain(failed).collect();
    let json = serde_json::to_string_pretty(&entries)?;
    writeln!(out, "{}", escaped_json(&json))
}

#[derive(Debug, Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Content>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_locations: Vec<Location>,
}

#[derive(Debug, Serialize)]
struct Content {
    body: String,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

fn entry(run: &Run, file: &Flagged, finding: &Diagnostic, identity: &Identity) -> Entry {
    let path = relative(run, file.source.name());
    let place = |span: Span| Location {
        path: path.clone(),
        lines: lines(&file.source, span),
    };
    Entry {
        description: one_line(&finding.message),
        check_name: finding.rule.name,
        // Unique in the report, and the same wherever in the article the finding moves.
        fingerprint: sha256(format!(
            "{path}\n{}\n{}",
            identity.fingerprint(),
            identity.nth
        )),
        severity: match finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        content: finding.help.as_deref().map(|help| Content {
            body: one_line(help),
        }),
        other_locations: finding
            .labels
            .iter()
            .map(|label| place(label.span))
            .collect(),
        location: place(finding.span),
    }
}

fn lines(source: &Source, span: Span) -> Lines {
    let (begin, end) = source.line_range(span);
    Lines { begin, end }
}
