//! Pictures and films of an article that its handout does not show, only their words.

use super::walk::walk;
use super::{Handout, Item};
use crate::article::{Article, BlockKind, MarkKind};
use crate::source::{Format, PartOf, Span};
use std::collections::BTreeSet;

/// Elements that show films, sound or other pages.
const ELEMENTS: &[&str] = &["iframe", "video", "audio", "embed", "object"];

/// The pictures that stand inside sentences, headings or tables, and the films and pages in frames that no link in the
/// handout of `article` stands for; each with its address, "" where it has none, by position.
pub fn left_out(article: &Article, handout: &Handout) -> Vec<(String, Span)> {
    let mut shown = BTreeSet::new();
    walk(&handout.items, &mut |item| {
        if let Item::Figure(figure) = item {
            shown.extend(figure.span);
        }
    });
    let mut found = Vec::new();
    let mut links = BTreeSet::new();
    for text in article.texts() {
        for mark in text.prose.marks() {
            match &mark.kind {
                MarkKind::Image { url } if !shown.contains(&mark.span) => {
                    found.push((url.clone(), mark.span));
                }
                MarkKind::Link { .. } => {
                    links.insert(mark.span.start());
                }
                _ => {}
            }
        }
    }
    let frames = frames(article).into_iter();
    found.extend(frames.filter(|(_, span)| !links.contains(&span.start())));
    found.sort_by_key(|(_, span)| *span);
    found
}

/// The elements of the article's source that show films, sound or other pages, each with its address.
fn frames(article: &Article) -> Vec<(String, Span)> {
    if article.source.format() == Format::Pasted {
        return Vec::new();
    }
    let code = code(article);
    let body = article.source.body_start();
    let text = article.source.text().part(body..);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = text.part(at + 1..);
        let name = rest.split(|ch: char| !ch.is_ascii_alphabetic()).next();
        let name = name.unwrap_or("").to_ascii_lowercase();
        let Some(end) = rest.find('>').filter(|_| ELEMENTS.contains(&name.as_str())) else {
            continue;
        };
        let span = Span::new(body + at, body + at + 1 + end + 1);
        if !code.iter().any(|code| code.contains(span)) {
            found.push((address(rest.part(..end)), span));
        }
    }
    found
}

/// The value of `src` or `data` in a tag.
fn address(tag: &str) -> String {
    let names = [" src=", " data="];
    let value = names.iter().find_map(|name| {
        let (_, value) = tag.split_once(name)?;
        let quote = value.chars().next().filter(|ch| matches!(ch, '"' | '\''));
        match quote {
            Some(quote) => value.part(1..).split(quote).next(),
            None => value.split_whitespace().next(),
        }
    });
    value.unwrap_or("").to_owned()
}

/// Where the article shows code: what stands there is read, not run.
fn code(article: &Article) -> Vec<Span> {
    let mut found = Vec::new();
    for (_, block) in article.blocks() {
        block.walk(&mut |block| {
            if matches!(block.kind, BlockKind::Code { .. }) {
                found.push(block.span);
            }
        });
    }
    for text in article.texts() {
        let marks = text.prose.marks().iter();
        found.extend(
            marks
                .filter(|mark| mark.kind == MarkKind::Code)
                .map(|mark| mark.span),
        );
    }
    found
}
