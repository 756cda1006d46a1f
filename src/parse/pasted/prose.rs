//! Lines as running text in which addresses are links.

use crate::article::{MarkKind, Prose, ProseBuilder};
use crate::lexicon::constant::regex;
use crate::source::Span;
use regex::Regex;
use std::sync::LazyLock;

static URL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?()\[\]'\x22’”]"));

/// Whether a text holds an address of the web.
pub(super) fn has_url(text: &str) -> bool {
    URL.is_match(text)
}

/// Lines as one prose, with addresses as links.
pub(super) fn of(source: &str, lines: &[Span]) -> Prose {
    let whole = lines
        .iter()
        .copied()
        .reduce(Span::cover)
        .unwrap_or_default();
    let mut builder = ProseBuilder::new(whole);
    let mut last_end = None;
    for line in lines {
        if let Some(end) = last_end {
            builder.push_atomic(" ", Span::new(end, line.start()));
        }
        builder.push_verbatim(source.get(line.range()).unwrap_or(""), line.start());
        last_end = Some(line.end());
    }
    let text = builder.text().to_owned();
    for found in URL.find_iter(&text) {
        let url = if found.as_str().starts_with("www.") {
            format!("https://{}", found.as_str())
        } else {
            found.as_str().to_owned()
        };
        builder.mark(found.range(), MarkKind::Link { url, title: None }, whole);
    }
    builder.finish()
}
