//! What the head of a page says of the article: language, dates, authors, its address.

use super::content::Page;
use crate::article::{Date, Located, Meta};
use crate::parse::entity;
use crate::parse::tags::{Start, Token};
use crate::source::Span;
use serde_json::Value;

/// What `page` says. Only what is said outright: a date of change is no date of review.
pub(super) fn meta(page: Page<'_>) -> Meta {
    let mut meta = Meta::default();
    for (index, token) in page.tokens.iter().enumerate() {
        let Token::Start(tag) = token else {
            continue;
        };
        match tag.name.as_str() {
            "html" => set(&mut meta.lang, attribute(page.text, tag, "lang")),
            "meta" => named(page.text, tag, &mut meta),
            "link" if tag.attribute("rel") == Some("canonical") => {
                set(&mut meta.canonical_url, attribute(page.text, tag, "href"));
            }
            "script" if tag.attribute("type") == Some("application/ld+json") => {
                if let Some(Token::Text(span)) = page.tokens.get(index + 1) {
                    linked_data(page.text, *span, &mut meta);
                }
            }
            _ => {}
        }
    }
    meta
}

/// The text of the page's `title`.
pub(super) fn title(page: Page<'_>) -> Option<Located<String>> {
    let node = page.first("title")?;
    let first = *page.dom.nodes.get(node)?.children.first()?;
    let super::dom::Kind::Leaf(token) = page.dom.nodes.get(first)?.kind else {
        return None;
    };
    let span = super::dom::span_of(page.tokens.get(token)?);
    let value = decoded(page.text.get(span.range())?);
    let value: Vec<&str> = value.split_whitespace().collect();
    (!value.is_empty()).then(|| Located {
        value: value.join(" "),
        span,
    })
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}

fn named(text: &str, tag: &Start, meta: &mut Meta) {
    let name = tag.attribute("name").or_else(|| tag.attribute("property"));
    let Some(value) = attribute(text, tag, "content") else {
        return;
    };
    match name.unwrap_or("").to_ascii_lowercase().as_str() {
        "author" if meta.authors.is_empty() => meta.authors.push(value),
        "description" => set(&mut meta.description, Some(value)),
        "article:published_time" | "datepublished" | "dcterms.issued" => {
            set(&mut meta.published, date(&value));
        }
        "lastreviewed" | "last-reviewed" | "last_reviewed" => set(&mut meta.reviewed, date(&value)),
        _ => {}
    }
}

/// The value of an attribute with its place, which is that of the tag where the value is written with entities.
fn attribute(text: &str, tag: &Start, name: &str) -> Option<Located<String>> {
    let value = tag.attribute(name)?.trim();
    Some(located(text, tag.span, value)).filter(|found| !found.value.is_empty())
}

fn located(text: &str, area: Span, value: &str) -> Located<String> {
    let found = text.get(area.range()).and_then(|area| area.rfind(value));
    let span = found.map_or(area, |at| {
        Span::new(area.start() + at, area.start() + at + value.len())
    });
    Located {
        value: value.to_owned(),
        span,
    }
}

fn date(value: &Located<String>) -> Option<Located<Date>> {
    let day = value.value.get(..10).unwrap_or(&value.value);
    Some(Located {
        value: Date::from_iso(day)?,
        span: value.span,
    })
}

/// Reads a block of JSON-LD: the first value of each key, wherever it stands.
fn linked_data(text: &str, span: Span, meta: &mut Meta) {
    let json = text.get(span.range()).unwrap_or("");
    let Ok(json) = serde_json::from_str::<Value>(json) else {
        return;
    };
    let strings = |key: &str| {
        let mut found = Vec::new();
        values(&json, key, &mut found);
        found
            .into_iter()
            .map(|value| located(text, span, value))
            .collect::<Vec<_>>()
    };
    set(
        &mut meta.published,
        strings("datePublished")
            .into_iter()
            .find_map(|value| date(&value)),
    );
    set(
        &mut meta.reviewed,
        strings("lastReviewed")
            .into_iter()
            .find_map(|value| date(&value)),
    );
    if meta.authors.is_empty() {
        meta.authors = strings("author");
    }
    if meta.reviewers.is_empty() {
        meta.reviewers = strings("reviewedBy");
    }
}

/// The texts under `key`, or the names of what stands there. The reader refuses JSON that lies too deep.
fn values<'v>(json: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match json {
        Value::Object(map) => {
            for (name, value) in map {
                if name == key {
                    names(value, found);
                } else {
                    values(value, key, found);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| values(value, key, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn names<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) if !text.contains("://") => found.push(text),
        Value::Array(list) => list.iter().for_each(|value| names(value, found)),
        Value::Object(map) => found.extend(map.get("name").and_then(Value::as_str)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        out.push_str(before);
        let (value, length) = entity::decode(reference).unwrap_or_else(|| ("&".to_owned(), 1));
        out.push_str(&value);
        rest = reference.get(length..).unwrap_or("");
    }
    out + rest
}
