//! The findings of an article as a list: what is wrong, where, and what to do.

use super::super::one_line;
use super::super::xml::escaped;
use super::places::Places;
use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::rules::{self, Group};
use crate::source::{Source, Span};
use std::fmt::Write;

/// Characters of the words at a place.
const WORDS_MAX: usize = 120;

/// What a severity is called.
pub(super) fn severity_title(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Info => "Info",
    }
}

/// The list of `findings`, which come by group and in the order of their numbers.
pub(super) fn cards(
    source: &Source,
    findings: &[&Diagnostic],
    group: impl Fn(&Diagnostic) -> Group,
    places: &Places,
) -> String {
    let mut html = String::new();
    let mut number = 0;
    for part in findings.chunk_by(|a, b| group(a) == group(b)) {
        let Some(first) = part.first() else {
            continue;
        };
        let _ = writeln!(
            html,
            "<section class=\"group\">\n<h4>{} ({})</h4>\n<ul class=\"cards\">",
            group(first).title(),
            part.len()
        );
        for finding in part {
            number += 1;
            push_card(source, finding, number, places, &mut html);
        }
        html.push_str("</ul>\n</section>\n");
    }
    html
}

fn push_card(
    source: &Source,
    finding: &Diagnostic,
    number: usize,
    places: &Places,
    html: &mut String,
) {
    let rule = finding.rule;
    let severity = finding.severity.name();
    let _ = write!(
        html,
        "<li class=\"card {severity}\" id=\"{}-f{number}\" tabindex=\"-1\" data-f=\"{number}\" data-s=\"{severity}\" data-family=\"{}\">\n\
         <p class=\"what\"><span class=\"number\">{number}</span> <strong class=\"severity\">{}</strong> {}</p>\n",
        places.id,
        rule.family,
        severity_title(finding.severity),
        escaped(&one_line(&finding.message))
    );
    if let Some(help) = &finding.help {
        let _ = writeln!(html, "<p class=\"help\">{}</p>", escaped(&one_line(help)));
    }
    html.push_str("<ul class=\"places\">\n");
    push_place(source, finding.span, None, number, places, html);
    for (index, label) in finding.labels.iter().enumerate() {
        let other = Some((index + 1, label.message.as_str()));
        push_place(source, label.span, other, number, places, html);
    }
    html.push_str("</ul>\n");
    if let Some(fix) = &finding.fix {
        let how = match fix.safety {
            Safety::KeepsMeaning => "facetdoc can do it: check --fix",
            Safety::NeedsReview => {
                "facetdoc can do it, for you to look at: check --fix --suggestions"
            }
        };
        let title = escaped(&one_line(&fix.title));
        let _ = writeln!(html, "<p class=\"fix\">{title} ({how})</p>");
    }
    let family = rules::family(rule.family).map_or(rule.family, |family| family.title);
    let standard = if rule.standard.is_empty() {
        String::new()
    } else {
        format!("; {}", escaped(rule.standard))
    };
    let _ = writeln!(
        html,
        "<p class=\"rule\">{family}: <code>{}</code>{standard}</p>\n</li>",
        rule.name
    );
}

/// A place with its line, which leads to it where it is in the text.
fn push_place(
    source: &Source,
    span: Span,
    other: Option<(usize, &str)>,
    number: usize,
    places: &Places,
    html: &mut String,
) {
    let line = source.line(span.start());
    let which = other.map(|(index, _)| index);
    let told = other.map_or("", |(_, message)| message);
    let told = if told.is_empty() {
        words(source, span)
    } else {
        escaped(&one_line(told))
    };
    let name = if other.is_some() {
        "compare line"
    } else {
        "line"
    };
    let place = if places.is_shown(number, which) {
        let anchor = places.anchor(number, which);
        format!("<a href=\"#{anchor}\">{name} {line}</a>")
    } else {
        format!("{name} {line}")
    };
    let _ = writeln!(html, "<li>{place}: {told}</li>");
}

/// The words at a place, in quotes.
fn words(source: &Source, span: Span) -> String {
    let text = one_line(source.slice(span));
    if text.is_empty() {
        return "here".to_owned();
    }
    let cut: String = text.chars().take(WORDS_MAX).collect();
    let more = if cut.len() < text.len() { "…" } else { "" };
    format!("<q>{}{more}</q>", escaped(&cut))
}
