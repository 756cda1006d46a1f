//! What can be folded away: the front matter, sections, questions with their answers.

use super::document::Document;
use crate::source::Span;
use lsp_types::{FoldingRange, FoldingRangeKind};

/// Every place of more than one line that can be folded, in order.
pub(super) fn of(document: &Document) -> Vec<FoldingRange> {
    let Some(checked) = document.analysis.as_ref().and_then(|all| all.checked()) else {
        return Vec::new();
    };
    let article = &checked.article;
    let front = article.meta.span.into_iter();
    let front = front.map(|span| (span, Some(FoldingRangeKind::Region)));
    let sections = article.sections().into_iter().map(|section| section.span);
    let questions = article.faq.iter().map(|pair| pair.span);
    let parts = sections.chain(questions).map(|span| (span, None));
    let mut folds: Vec<FoldingRange> = front
        .chain(parts)
        .filter_map(|(span, kind)| fold(span, kind, document))
        .collect();
    folds.sort_by_key(|fold| (fold.start_line, fold.end_line));
    // A question that is a section is there twice.
    folds.dedup_by_key(|fold| (fold.start_line, fold.end_line));
    folds
}

fn fold(span: Span, kind: Option<FoldingRangeKind>, document: &Document) -> Option<FoldingRange> {
    let text = document.text.get(span.range())?;
    let end = span.start() + text.trim_end().len();
    let start_line = document.lines.position(&document.text, span.start()).line;
    let end_line = document.lines.position(&document.text, end).line;
    (end_line > start_line).then_some(FoldingRange {
        start_line,
        end_line,
        kind,
        ..FoldingRange::default()
    })
}
