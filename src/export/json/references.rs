//! The entries of the article's list of references.

use super::blocks::{lines, prose_text};
use super::model::Reference;
use crate::article::Prose;
use crate::export::markup::is_safe;
use crate::handout::one_line;
use crate::rules::Context;
use crate::source::Span;

/// The entries, in reading order.
pub(super) fn references(cx: &Context<'_>) -> Vec<Reference> {
    let mut texts: Vec<&Prose> = cx.article.texts().iter().map(|text| text.prose).collect();
    texts.sort_by_key(|prose| prose.whole());
    let entries = cx.facts.references().iter();
    entries
        .map(|entry| Reference {
            number: entry.number,
            text: text(cx, &texts, entry.span),
            urls: entry
                .urls
                .iter()
                .filter(|url| is_safe(url))
                .map(|url| one_line(url))
                .collect(),
            source: lines(cx.article, entry.span),
        })
        .collect()
}

/// The words of each entry, in reading order.
pub(in crate::export) fn reference_texts(cx: &Context<'_>) -> Vec<String> {
    let entries = references(cx).into_iter().map(|entry| entry.text);
    entries.filter(|text| !text.is_empty()).collect()
}

/// The words of those of `texts`, which are in order, that lie in `span`; of a line inside a paragraph, the line as it is
/// written.
fn text(cx: &Context<'_>, texts: &[&Prose], span: Span) -> String {
    let first = texts.partition_point(|prose| prose.whole().start() < span.start());
    let near = texts.iter().skip(first);
    let near = near.take_while(|prose| prose.whole().start() <= span.end());
    let inside = near.filter(|prose| span.contains(prose.whole()));
    let words: Vec<String> = inside
        .map(|prose| one_line(&prose_text(cx, prose)))
        .collect();
    if words.is_empty() {
        one_line(cx.article.source.slice(span))
    } else {
        words.join(" ")
    }
}
