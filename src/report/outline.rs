//! The section tree for people, with the part that each place plays.

use super::{counted, one_line, visible};
use crate::article::{Article, FaqPair, Promotion, RolePlace, Section};
use crate::config::OwnKind;
use crate::facts::parts::{PartPlace, own_parts};
use crate::source::Span;

/// The outline of one article, in lines; with the parts of `kind`, the team's own that it is of.
pub fn text(article: &Article, kind: Option<&OwnKind>) -> String {
    let title = article.title().unwrap_or("(no title)");
    let name = visible(article.source.name());
    let mut text = format!("{name}: {}\n", one_line(title));
    let sections = article.sections();
    let sections = sections.into_iter().map(|one| section(article, one));
    push_part("Sections", "none", sections, &mut text);
    let roles = article.roles.iter().map(|one| role(article, one));
    let own = kind.map_or_else(Vec::new, |kind| own_parts(article, kind));
    let own = own.iter().map(|one| part(article, one));
    let places = roles.chain(own);
    push_part("What they are for", "nothing recognised", places, &mut text);
    let faq = article.faq.iter().map(|one| question(article, one));
    push_part("Questions", "none", faq, &mut text);
    if !article.promotions.is_empty() {
        let promotions = article.promotions.iter();
        let promotions = promotions.map(|one| promotion(article, one));
        push_part(
            "Pasted lines read as structure",
            "none",
            promotions,
            &mut text,
        );
    }
    text
}

/// A part of the outline: its name, then its lines or `none`.
fn push_part(name: &str, none: &str, lines: impl Iterator<Item = String>, text: &mut String) {
    text.push('\n');
    text.push_str(name);
    text.push('\n');
    let before = text.len();
    for line in lines {
        text.push_str("  ");
        text.push_str(&line);
        text.push('\n');
    }
    if text.len() == before {
        text.push_str("  ");
        text.push_str(none);
        text.push('\n');
    }
}

/// `line 57-66  ## When to seek care [red-flags], 41 words, #when-to-seek-care`.
fn section(article: &Article, section: &Section) -> String {
    let level = usize::from(section.level);
    let role = section.role.map(|role| format!(" [{}]", role.name()));
    format!(
        "{}  {}{} {}{}, {}, #{}",
        lines(article, section.span),
        "  ".repeat(level.saturating_sub(1)),
        "#".repeat(level),
        one_line(section.title()),
        role.unwrap_or_default(),
        counted(section.word_count(), "word"),
        one_line(&section.id)
    )
}

/// `line 57-66  red-flags: section "When to seek care", by its heading`.
fn role(article: &Article, place: &RolePlace) -> String {
    let title = place.title.as_deref();
    let title = title.map(|title| format!(" \"{}\"", one_line(title)));
    format!(
        "{}  {}: {}{}, by its {}",
        lines(article, place.span),
        place.role.name(),
        place.kind.name(),
        title.unwrap_or_default(),
        match place.source {
            crate::article::RoleSource::Explicit => "mark",
            other => other.name(),
        }
    )
}

/// `line 8-12  ingredients: section "What you need", by the team's kind`.
fn part(article: &Article, place: &PartPlace<'_>) -> String {
    format!(
        "{}  {}: section \"{}\", by the team's kind",
        lines(article, place.span),
        one_line(&place.part.name),
        one_line(place.title(article))
    )
}

fn question(article: &Article, pair: &FaqPair) -> String {
    let answer = match pair.answer_span() {
        Some(span) => format!("answered in {}", lines(article, span).trim()),
        None => "not answered".to_owned(),
    };
    format!(
        "{}  {} ({answer})",
        lines(article, pair.question.whole()),
        one_line(pair.question.text())
    )
}

/// `line 11  heading: Causes`.
fn promotion(article: &Article, promotion: &Promotion) -> String {
    format!(
        "{}  {}: {}",
        lines(article, promotion.span),
        promotion.kind.name(),
        one_line(article.source.slice(promotion.span))
    )
}

/// `line 57` or `line 57-66`, in ten columns or more.
fn lines(article: &Article, span: Span) -> String {
    let (first, last) = article.source.line_range(span);
    let lines = if first == last {
        format!("line {first}")
    } else {
        format!("line {first}-{last}")
    };
    format!("{lines:12}")
}
