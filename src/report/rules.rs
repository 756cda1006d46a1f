//! The rules, a line each.

use super::wrap::wrapped;
use crate::rules::{self, FAMILIES, Rule};
use serde::Serialize;
use std::io::{self, Write};

/// Writes every rule under its family: name, severity, summary.
pub fn write(width: usize, out: &mut dyn Write) -> io::Result<()> {
    let names = rules::all().map(|rule| rule.name.len());
    let column = names.max().unwrap_or(0);
    for (index, family) in FAMILIES.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{} ({})", family.title, family.name)?;
        for rule in family.rules {
            let lead = format!("  {:column$}  {:7}  ", rule.name, rule.severity.name());
            let rest = " ".repeat(lead.len());
            for line in wrapped(rule.summary, width.max(lead.len() + 30), &lead, &rest) {
                writeln!(out, "{line}")?;
            }
        }
    }
    Ok(())
}

/// Writes every rule as JSON with a newline at the end.
pub fn write_json(out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        rules: rules::all().map(entry).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

#[derive(Debug, Serialize)]
struct Document {
    rules: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    name: &'static str,
    family: &'static str,
    severity: &'static str,
    summary: &'static str,
    standard: Option<&'static str>,
    since: &'static str,
}

fn entry(rule: &'static Rule) -> Entry {
    Entry {
        name: rule.name,
        family: rule.family,
        severity: rule.severity.name(),
        summary: rule.summary,
        standard: Some(rule.standard).filter(|standard| !standard.is_empty()),
        since: rule.since,
    }
}
