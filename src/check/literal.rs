//! In a web page, only words are edited: a fix is kept if what it replaces stands in the source as readers see it.
//!
//! Rules write their edits for Markdown. An edit that adds a heading, a line of front matter or a sign that HTML writes
//! otherwise would break the page; the finding stays, its fix does not.

use crate::article::Article;
use crate::diagnostic::{Diagnostic, Edit};
use crate::source::{Format, PartOf, Span};

/// Takes away the fixes that cannot be made in the source of `article`.
pub(super) fn keep(article: &Article, findings: &mut [Diagnostic]) {
    if article.source.format() != Format::Html {
        return;
    }
    let texts: Vec<Span> = article
        .texts()
        .iter()
        .map(|text| text.prose.whole())
        .collect();
    for finding in findings {
        let is_literal = |edit: &Edit| is_literal(article, &texts, edit);
        finding.fix = finding
            .fix
            .take()
            .filter(|fix| fix.edits.iter().all(is_literal));
    }
}

fn is_literal(article: &Article, texts: &[Span], edit: &Edit) -> bool {
    const SIGNS: &[char] = &['<', '>', '&', '\n', '\r'];
    let source = article.source.text();
    let before = source.get(..edit.span.start()).unwrap_or("");
    let in_tag = before.rfind('<') > before.rfind('>');
    // "&amp" of "&amp;": an edit must not change half of an entity.
    let last = before.rfind(['&', ';']).map(|at| before.part(at..));
    let in_entity = last.is_some_and(|last| {
        last.starts_with('&')
            && last.len() < 12
            && last
                .chars()
                .skip(1)
                .all(|ch| ch.is_ascii_alphanumeric() || ch == '#')
    });
    let adds_markup = edit.text.contains(SIGNS) || edit.text.contains(['*', '`', '[', '_']);
    texts.iter().any(|text| text.contains(edit.span))
        && !in_tag
        && !in_entity
        && !article.source.slice(edit.span).contains(SIGNS)
        && !adds_markup
}
