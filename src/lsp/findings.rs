//! Findings as the editor shows them.

use super::Fault;
use super::analysis::Analysis;
use super::client::Client;
use super::document::Document;
use super::place::Lines;
use crate::diagnostic::{Diagnostic as Finding, Severity};
use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Range,
};
use serde_json::json;
use std::str::FromStr;

/// The name under which the editor shows what facetdoc finds.
pub(super) const SOURCE: &str = "facetdoc";

/// Everything found in `document` so far.
pub(super) fn of(document: &Document, client: &Client) -> Vec<Diagnostic> {
    match &document.analysis {
        None => Vec::new(),
        Some(Analysis::Failed(why)) => vec![plain(Range::default(), why.clone())],
        Some(Analysis::Done(checked)) => checked
            .findings
            .iter()
            .map(|finding| diagnostic(finding, document, client))
            .collect(),
    }
}

/// The mistakes in a configuration.
pub(super) fn of_fault(fault: &Fault, client: &Client) -> Vec<Diagnostic> {
    let Some((_, source, problems)) = &fault.mistakes else {
        return Vec::new();
    };
    let lines = Lines::new(source.text(), client.encoding);
    let shown = problems.iter().map(|problem| {
        let help = problem.help.iter().map(|help| format!("\n{help}"));
        let message = problem.message.clone() + &help.collect::<String>();
        plain(lines.range(source.text(), problem.span), message)
    });
    shown.collect()
}

fn plain(range: Range, message: String) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message,
        ..Diagnostic::default()
    }
}

/// One finding.
pub(super) fn diagnostic(finding: &Finding, document: &Document, client: &Client) -> Diagnostic {
    let rule = finding.rule;
    let link = client.manual_of(rule.name).filter(|_| client.links);
    let link = link.and_then(|link| lsp_types::Uri::from_str(&link).ok());
    let related = related(finding, document).filter(|_| client.related);
    Diagnostic {
        range: document.lines.range(&document.text, finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(rule.name.to_owned())),
        code_description: link.map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: message(finding, document, client),
        related_information: related,
        tags: None,
        data: client.data.then(
            || json!({ "rule": rule.name, "family": rule.family, "standard": rule.standard }),
        ),
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
    }
}

/// What is wrong, then what to do; the other places, too, where the editor has no way to show them.
fn message(finding: &Finding, document: &Document, client: &Client) -> String {
    let mut lines = vec![finding.message.clone()];
    lines.extend(finding.help.clone());
    if !client.related {
        let places = finding.labels.iter().map(|label| {
            let line = document
                .lines
                .position(&document.text, label.span.start())
                .line;
            format!("line {}: {}", line + 1, label.message)
        });
        lines.extend(places);
    }
    lines.join("\n")
}

fn related(finding: &Finding, document: &Document) -> Option<Vec<DiagnosticRelatedInformation>> {
    let places = finding
        .labels
        .iter()
        .map(|label| DiagnosticRelatedInformation {
            location: Location::new(
                document.uri.clone(),
                document.lines.range(&document.text, label.span),
            ),
            message: label.message.clone(),
        });
    let places: Vec<_> = places.collect();
    (!places.is_empty()).then_some(places)
}
