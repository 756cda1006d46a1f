//! SARIF 2.1.0, which GitHub's code scanning and many viewers read.

mod model;

use super::path::uri;
use super::visible::escaped_json;
use super::{Flagged, Run, manual};
use crate::baseline::Identity;
use crate::diagnostic::{Diagnostic, Edit, Label, Severity};
use crate::rules::{self, Rule};
use crate::source::{Source, Span};
use model::{
    Change, Configuration, Descriptor, Document, Driver, Fingerprints, Fix, Help, Invocation,
    Location, Notification, Physical, Place, Properties, Region, Related, Replacement, Result,
    Root, Roots, RunEntry, Text, Tool, Wording,
};
use std::cmp::Reverse;
use std::io::{self, Write};

/// More results than this GitHub refuses.
const RESULTS_MAX: usize = 25_000;
/// More places of one result than this GitHub refuses.
const RELATED_MAX: usize = 999;
/// What relative addresses are relative to.
const ROOT: &str = "SRCROOT";

/// Writes the findings, matters of style only with `all`, with a newline at the end.
pub fn write(run: &Run, all: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut found: Vec<(&Flagged, &Diagnostic, &Identity)> = run
        .flagged
        .iter()
        .flat_map(|file| {
            let shown = file.identified(all);
            shown.map(move |(finding, identity)| (file, finding, identity))
        })
        .collect();
    let left_out = found.len().saturating_sub(RESULTS_MAX);
    if left_out > 0 {
        found.sort_by_key(|(_, finding, _)| Reverse(finding.severity));
        found.truncate(RESULTS_MAX);
    }
    let broken: Vec<&Rule> = rules::all()
        .filter(|rule| {
            found
                .iter()
                .any(|(_, finding, _)| finding.rule.name == rule.name)
        })
        .collect();
    let document = Document {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [RunEntry {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: broken.iter().map(|rule| descriptor(rule)).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: Roots {
                root: Root {
                    description: Text::new("the folder in which facetdoc ran"),
                },
            },
            automation_details: model::Details { id: "facetdoc/" },
            invocations: [invocation(run, left_out)],
            results: found
                .iter()
                .map(|(file, finding, identity)| result(run, file, finding, identity, &broken))
                .collect(),
        }],
    };
    let json = serde_json::to_string_pretty(&document)?;
    writeln!(out, "{}", escaped_json(&json))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn descriptor(rule: &Rule) -> Descriptor {
    let mut help = Vec::new();
    // Writing to a vector cannot fail.
    let _ = manual::write(rule, 100, &mut help);
    Descriptor {
        id: rule.name,
        name: pascal(rule.name),
        short_description: Text::new(rule.summary),
        full_description: Text::new(first_paragraph(rule.manual)),
        help: Help {
            text: String::from_utf8_lossy(&help).into_owned(),
            markdown: manual::markdown(rule),
        },
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: Properties {
            tags: [rule.family, "health"],
            precision: "high",
            severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
        },
    }
}

/// `urgency-conflict` as `UrgencyConflict`.
fn pascal(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect()
}

fn first_paragraph(manual: &str) -> String {
    let lines = manual.lines().map(str::trim);
    let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    lines.join(" ")
}

fn invocation(run: &Run, left_out: usize) -> Invocation {
    let mut told: Vec<Notification> = run
        .failures
        .iter()
        .map(|failure| Notification {
            level: "error",
            message: Text::new(failure.message.clone()),
            locations: vec![Location {
                physical_location: Physical {
                    artifact_location: place(run, &failure.file),
                    region: None,
                },
            }],
        })
        .collect();
    if left_out > 0 {
        told.push(Notification {
            level: "warning",
            message: Text::new(format!(
                "{left_out} less severe findings are left out; --format json has them all"
            )),
            locations: Vec::new(),
        });
    }
    Invocation {
        execution_successful: run.failures.is_empty(),
        exit_code: run.end.status,
        tool_execution_notifications: told,
    }
}

fn place(run: &Run, name: &str) -> Place {
    let uri = uri(run, name);
    Place {
        base: (!uri.starts_with("file:")).then_some(ROOT),
        uri,
    }
}

fn result(
    run: &Run,
    file: &Flagged,
    finding: &Diagnostic,
    identity: &Identity,
    broken: &[&Rule],
) -> Result {
    let source = &file.source;
    let physical = |span: Span| Physical {
        artifact_location: place(run, source.name()),
        region: Some(region(source, span)),
    };
    let related = finding.labels.iter().take(RELATED_MAX).enumerate();
    let help = finding.help.as_deref().map(|help| format!("\n{help}"));
    Result {
        rule_id: finding.rule.name,
        rule_index: broken
            .iter()
            .position(|rule| rule.name == finding.rule.name),
        level: level(finding.severity),
        message: Text::new(format!("{}{}", finding.message, help.unwrap_or_default())),
        locations: [Location {
            physical_location: physical(finding.span),
        }],
        related_locations: related
            .map(|(index, label)| Related {
                id: index + 1,
                message: Text::new(told(source, label)),
                physical_location: physical(label.span),
            })
            .collect(),
        partial_fingerprints: Fingerprints {
            primary: format!("{}:{}", identity.fingerprint(), identity.nth),
        },
        fixes: finding
            .fix
            .iter()
            .map(|fix| Fix {
                description: Text::new(fix.title.clone()),
                artifact_changes: [Change {
                    artifact_location: place(run, source.name()),
                    replacements: fix
                        .edits
                        .iter()
                        .map(|edit| replacement(source, edit))
                        .collect(),
                }],
            })
            .collect(),
    }
}

/// What is said of another place; viewers show nothing else of it.
fn told(source: &Source, label: &Label) -> String {
    if label.message.is_empty() {
        format!("line {}", source.line(label.span.start()))
    } else {
        label.message.clone()
    }
}

fn replacement(source: &Source, edit: &Edit) -> Replacement {
    Replacement {
        deleted_region: region(source, edit.span),
        inserted_content: Wording {
            text: edit.text.clone(),
        },
    }
}

fn region(source: &Source, span: Span) -> Region {
    let start = source.position(span.start());
    let end = source.position(span.end());
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}
