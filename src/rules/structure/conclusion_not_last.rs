//! Sections that come after the conclusion.

use super::position::Position;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    /// Parts of the article that come after its conclusion.
    ///
    /// ## Why it matters
    /// A conclusion tells the reader that all has been said. What follows it is not read.
    ///
    /// Only the disclaimer, sources, authors, contact details and further reading may come after it. A summary counts as
    /// the conclusion if it stands in the second half.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people.
    ///
    /// ## Conclusion
    /// Most people get better within weeks.
    ///
    /// ## FAQ
    /// ### Can I run?
    /// Yes, as soon as walking is easy.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people.
    ///
    /// ## FAQ
    /// ### Can I run?
    /// Yes, as soon as walking is easy.
    ///
    /// ## Conclusion
    /// Most people get better within weeks.
    ///
    /// ## Disclaimer
    /// This page does not replace medical advice.
    ///
    /// ## Sources
    /// 1. The spine society's leaflet on back pain.
    /// ```
    ///
    /// A summary at the top is no conclusion:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Summary
    /// Most people get better within weeks.
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people. Cold helps others.
    /// ```
    RULE {
        name: "conclusion-not-last", severity: Warning, since: "0.1.0",
        standard: "PEMAT 10 (logical sequence)",
        summary: "parts of the article come after its conclusion",
    }
}

/// Parts that may come after a conclusion.
const BACK_MATTER: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
    Role::Conclusion,
    Role::Summary,
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let closing = closing(cx);
    let sections = &cx.article.root.children;
    let mut indices = (0..sections.len()).filter(|index| {
        sections
            .get(*index)
            .is_some_and(|section| closing.contains(&section.span))
    });
    let Some(index) = indices.next() else { return };
    let Some((conclusion, after)) = sections.get(index..).and_then(<[Section]>::split_first) else {
        return;
    };
    let places = cx.article.roles.iter();
    let back: BTreeSet<Span> = places
        .filter(|place| BACK_MATTER.contains(&place.role))
        .map(|place| place.span)
        .collect();
    let body: Vec<&Section> = after
        .iter()
        .filter(|section| !back.contains(&section.span))
        .collect();
    let (Some(first), Some(heading)) = (body.first(), &conclusion.heading) else {
        return;
    };
    let Some(shown) = &first.heading else { return };
    let finding = findings.report(
        shown.whole(),
        format!("\"{}\" comes after the conclusion", first.title()),
    );
    finding.help("Readers stop at the conclusion. Move it to the end; only the disclaimer, sources, authors and contact details may follow it.");
    finding.label(heading.whole(), "the conclusion");
    for other in body.iter().skip(1) {
        if let Some(heading) = &other.heading {
            finding.label(heading.whole(), "after the conclusion, too");
        }
    }
    if let Some(last) = body.last()
        && let Some(fix) = move_after(cx.article, conclusion, last)
    {
        finding.fix(fix);
    }
}

/// The sections that close the article: conclusions, and summaries in the second half.
fn closing(cx: &Context<'_>) -> BTreeSet<Span> {
    let named =
        cx.article.roles.iter().filter(|place| {
            place.kind == PlaceKind::Section && place.source != RoleSource::Content
        });
    let (mut closing, mut summaries) = (BTreeSet::new(), Vec::new());
    for place in named {
        match place.role {
            Role::Conclusion => {
                closing.insert(place.span);
            }
            Role::Summary => summaries.push(place.span),
            _ => {}
        }
    }
    if !summaries.is_empty() {
        let half = Position::byte_at(cx.facts, 50);
        closing.extend(summaries.into_iter().filter(|span| span.start() > half));
    }
    closing
}

/// Moves `section` behind `last`, of whose level it must be.
fn move_after(article: &Article, section: &Section, last: &Section) -> Option<Fix> {
    if section.level != last.level {
        return None;
    }
    let source = &article.source;
    let after = source.text().get(section.span.end()..last.span.start())?;
    let gap = after.len() - after.trim_start().len();
    let line = source.line_end();
    Some(Fix {
        title: "move the conclusion to the end".to_owned(),
        edits: vec![
            Edit {
                span: Span::new(section.span.start(), section.span.end() + gap),
                text: String::new(),
            },
            Edit {
                span: Span::empty(last.span.end()),
                text: format!("{line}{line}{}", source.slice(section.span).trim_end()),
            },
        ],
        safety: Safety::NeedsReview,
    })
}
