//! Lists of one item.

use super::lists::{PlacedList, lists};
use crate::rules::prelude::*;
use crate::source::Format;

rule! {
    /// A list of one item.
    ///
    /// ## Why it matters
    /// A bullet says that there are more. A reader looks for the others, and a screen reader announces a list of one.
    ///
    /// Care cards and warning signs may have one bullet (the NHS allows it); numbered items, checklists, sources and links
    /// are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// You can help yourself:
    ///
    /// - Keep moving as far as you can.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// You can help yourself: keep moving as far as you can.
    ///
    /// ## Call 911 if you have:
    /// - numbness between the legs
    /// ```
    RULE {
        name: "single-item-list", severity: Info, since: "0.1.0",
        standard: "NHS lists / care cards",
        summary: "a list has one item",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for placed in lists(cx.article) {
        let [item] = placed.list.items.as_slice() else {
            continue;
        };
        let span = placed.block.span;
        if placed.list.start.is_some()
            || item.checked.is_some()
            || placed.is_boxed
            || placed.is_nested
            || item.prose().is_none_or(holds_several)
            || placed.has_lists()
            || cx.facts.is_in_role(Role::RedFlags, span)
            || is_advice(cx, span)
            || placed.is_looked_up(cx.facts)
        {
            continue;
        }
        let shown = item.prose().map_or(span, |prose| prose.trimmed().whole());
        let finding = findings.report(shown, "a list of one item");
        finding.help("A bullet says that there are more. Write it as a sentence.");
        if let Some(fix) = as_paragraph(cx.article, &placed) {
            finding.fix(fix);
        }
    }
}

/// Whether dashes part several things in one item: a list whose line breaks were lost.
fn holds_several(prose: &Prose) -> bool {
    prose.text().contains(" - ")
}

/// Whether the list says when to get help, in its lead-in, its heading or itself.
fn is_advice(cx: &Context<'_>, span: Span) -> bool {
    cx.facts.urgency_in(span).is_some()
}

/// Takes the bullet off an item that is one paragraph of one line.
fn as_paragraph(article: &Article, placed: &PlacedList<'_>) -> Option<Fix> {
    let [item] = placed.list.items.as_slice() else {
        return None;
    };
    let [_] = item.blocks.as_slice() else {
        return None;
    };
    let source = article.source.text();
    let start = item.prose()?.whole().start();
    let marker = source.get(placed.block.span.start()..start)?;
    let before = source.get(article.source.body_start()..placed.block.span.start())?;
    let is_blank = |char: char| char.is_whitespace() && char != '\n';
    let before = before.trim_end_matches(is_blank);
    let line_start = article.source.body_start() + before.len();
    let opens_line = before.is_empty() || before.ends_with('\n');
    if marker.contains('\n')
        || !opens_line
        || source
            .get(start..placed.block.span.end())?
            .trim_end()
            .contains('\n')
    {
        return None;
    }
    // In pasted text a short line between blank lines would become a heading.
    let is_sentence = source
        .get(start..placed.block.span.end())?
        .trim_end()
        .ends_with(['.', '!', '?']);
    if article.source.format() == Format::Pasted && !is_sentence {
        return None;
    }
    let above = source
        .get(..line_start)?
        .trim_end_matches('\r')
        .trim_end_matches(' ');
    let is_apart = above.is_empty() || above.ends_with("\n\n") || above.ends_with("\n\r\n");
    let gap = if is_apart {
        ""
    } else {
        article.source.line_end()
    };
    Some(Fix {
        title: "take the bullet off".to_owned(),
        edits: vec![Edit {
            span: Span::new(line_start, start),
            text: gap.to_owned(),
        }],
        safety: Safety::NeedsReview,
    })
}
