//! Comments addressed to facetdoc in pasted text: no reader sees them.

use crate::lexicon::constant::regex;
use crate::parse::comments::Note;
use crate::parse::sections::Part;
use crate::source::{PartOf, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A comment addressed to facetdoc. Other comments stay: in pasted text nothing is dropped.
static ORDER: LazyLock<Regex> = LazyLock::new(|| regex(r"(?s)<!--(\s*facetdoc-.*?)-->"));

/// A comment with its words.
#[derive(Debug)]
pub(super) struct Order {
    text: String,
    /// The comment.
    pub(super) span: Span,
}

/// The comments in `text` from byte `start` on, in order.
pub(super) fn orders(text: &str, start: usize) -> Vec<Order> {
    let body = text.part(start..);
    if !body.contains("<!--") {
        return Vec::new();
    }
    let orders = ORDER.captures_iter(body).filter_map(|found| {
        let whole = found.get(0)?;
        Some(Order {
            text: found.get(1)?.as_str().to_owned(),
            span: Span::new(start + whole.start(), start + whole.end()),
        })
    });
    orders.collect()
}

/// What is left of `raw` beside `orders`.
pub(super) fn left(raw: Span, orders: &[Order]) -> Vec<Span> {
    let first = orders.partition_point(|order| order.span.end() <= raw.start());
    let mut left = Vec::new();
    let mut from = raw.start();
    for order in orders.part(first..) {
        if order.span.start() >= raw.end() {
            break;
        }
        left.push(Span::new(from, order.span.start().max(from)));
        from = order.span.end();
    }
    left.push(Span::new(from.min(raw.end()), raw.end()));
    left
}

/// The comments with what they speak of: the part that they stand in or behind on the same line, else the next one.
pub(super) fn notes(orders: Vec<Order>, text: &str, parts: &[Part]) -> Vec<Note> {
    let notes = orders.into_iter().map(|order| {
        let start = order.span.start();
        let before = text.part(..start);
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let words = before.part(line..).trim_end();
        let anchor = match words.trim_start() {
            "" => order.span.end(),
            _ => (line + words.len()).saturating_sub(1),
        };
        let next = parts.partition_point(|part| part.span().end() <= anchor);
        Note {
            text: order.text,
            span: order.span,
            target: parts.get(next).map(Part::span),
        }
    });
    notes.collect()
}
