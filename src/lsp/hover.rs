//! What is shown beside the text: the manual of the rule that found something, and how hard a section is to read.

use super::analysis::Checked;
use super::client::Client;
use super::document::Document;
use crate::article::Prose;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::report::manual;
use crate::report::stats::{Stats, card};
use crate::rules::Rule;
use crate::source::Span;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

/// So many rules are explained at one place; the others are named.
const MANUALS: usize = 3;

/// What is known of `position`.
pub(super) fn at(position: Position, document: &Document, client: &Client) -> Option<Hover> {
    let checked = document.analysis.as_ref()?.checked()?;
    let at = Span::empty(document.lines.offset(&document.text, position));
    let found: Vec<&Diagnostic> = checked
        .findings
        .iter()
        .filter(|finding| finding.span.contains(at))
        .collect();
    let reading = reading(at, checked);
    let place = found.iter().map(|finding| finding.span);
    let place = place.chain(reading.iter().map(|(span, _)| *span));
    // The smallest place: the editor asks again as soon as the pointer leaves it.
    let place = place.min_by_key(|span| span.len())?;
    let mut parts: Vec<String> = reading.into_iter().map(|(_, card)| card).collect();
    parts.extend(manuals(&found));
    let text = parts.join("\n---\n\n");
    let contents = if client.markdown {
        MarkupContent {
            kind: MarkupKind::Markdown,
            value: text,
        }
    } else {
        MarkupContent {
            kind: MarkupKind::PlainText,
            value: text.replace("**", "").replace("```\n", "\n"),
        }
    };
    Some(Hover {
        contents: HoverContents::Markup(contents),
        range: Some(document.lines.range(&document.text, place)),
    })
}

/// The manuals of the rules that found something, each once.
fn manuals(found: &[&Diagnostic]) -> Vec<String> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    for finding in found {
        if !rules.iter().any(|rule| rule.name == finding.rule.name) {
            rules.push(finding.rule);
        }
    }
    let (told, others) = rules.split_at(rules.len().min(MANUALS));
    let mut parts: Vec<String> = told.iter().map(|rule| without_tags(rule)).collect();
    if !others.is_empty() {
        let names: Vec<&str> = others.iter().map(|rule| rule.name).collect();
        parts.push(format!("Also here: {}\n", names.join(", ")));
    }
    parts
}

/// The manual with examples that an editor colours: `markdown,flag` is a language to our tests only.
fn without_tags(rule: &Rule) -> String {
    let manual = manual::page(rule);
    let lines = manual.lines().map(|line| {
        let is_fence = line.starts_with("```");
        let end = line.find(',').filter(|_| is_fence);
        end.and_then(|end| line.get(..end)).unwrap_or(line)
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// The heading or title at `at` with the figures of what it heads.
fn reading(at: Span, checked: &Checked) -> Option<(Span, String)> {
    let article = &checked.article;
    let is_here = |prose: &&Prose| prose.whole().contains(at);
    let title = article.heading.as_ref().filter(is_here).map(Prose::whole);
    let section = article.sections().into_iter().find_map(|section| {
        let heading = section.heading.as_ref().filter(is_here)?;
        Some((heading.whole(), section))
    });
    if title.is_none() && section.is_none() {
        return None;
    }
    let facts = Facts::find(article, &checked.settings);
    let stats = Stats::of(&facts, &checked.settings);
    if let Some((heading, section)) = section {
        let role = section
            .role
            .map(|role| format!("Part: {}\n\n", role.name()));
        let figures = card::of_section(&stats, section.span).unwrap_or_default();
        let card = role.unwrap_or_default() + &figures;
        return (!card.is_empty()).then_some((heading, card));
    }
    title.map(|title| (title, card::of_article(&stats)))
}
