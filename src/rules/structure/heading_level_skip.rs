//! Headings whose levels do not nest.

use crate::rules::prelude::*;
use crate::source::Format;

rule! {
    /// Heading levels that jump, start over or go too deep.
    ///
    /// ## Why it matters
    /// Screen readers list the headings as a tree, and many people move through a page by them. A level that is left out
    /// looks like a part that is missing; a second top heading looks like a second article.
    ///
    /// The front matter's title counts as the top heading. Pasted text has no levels and is not looked at.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ### Causes
    /// Most often a strain.
    ///
    /// ### Treatment
    /// Keep moving.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better.
    ///
    /// # Treatment
    /// Keep moving.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Causes
    /// Most often a strain.
    ///
    /// ### In runners
    /// Long runs on hard ground.
    ///
    /// ## Treatment
    /// Keep moving.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// title: Back pain
    /// ---
    /// ## Causes
    /// Most often a strain.
    /// ```
    ///
    /// ## Sources
    /// - WCAG 2.1, success criteria 1.3.1 and 2.4.6: <https://www.w3.org/TR/WCAG21/#info-and-relationships>
    RULE {
        name: "heading-level-skip", severity: Warning, since: "0.1.0",
        standard: "WCAG 1.3.1, 2.4.6; NHS Formatting (one h1, no skipped levels)",
        summary: "heading levels jump, start over or go too deep",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.source.format() == Format::Pasted {
        return;
    }
    second_title(cx.article, findings);
    let top = if cx.article.title().is_some() {
        Some(1)
    } else {
        // Without a title the first heading sets the level from which the others count.
        cx.article
            .root
            .children
            .first()
            .map(|first| first.level.saturating_sub(1))
    };
    if let Some(top) = top {
        jumps(cx.article, &cx.article.root.children, top, findings);
        too_deep(cx, top, findings);
    }
}

/// Reports the second heading of level 1; the others have the same cause.
fn second_title(article: &Article, findings: &mut Findings<'_>) {
    let sections = article.sections();
    let tops = sections
        .iter()
        .filter(|section| section.level == 1)
        .filter_map(|section| section.heading.as_ref());
    let mut tops = article.heading.iter().chain(tops).map(Prose::whole);
    let (Some(first), Some(second)) = (tops.next(), tops.next()) else {
        return;
    };
    let finding = findings.report(second, "more than one heading of level 1");
    finding.help("Readers who move by headings take this for another article. Keep one heading with a single #, the title, and give the parts ##.");
    finding.label(first, "the first one is here");
    for other in tops {
        finding.label(other, "and another one");
    }
}

fn jumps(article: &Article, children: &[Section], parent: u8, findings: &mut Findings<'_>) {
    let deepest_allowed = parent + 1;
    let skipped: Vec<&Section> = children
        .iter()
        .filter(|child| child.level > deepest_allowed)
        .collect();
    if let Some(first) = skipped.first()
        && let Some(heading) = &first.heading
    {
        let finding = findings.report(
            heading.whole(),
            format!("heading level jumps from {parent} to {}", first.level),
        );
        finding.help(format!(
            "Readers who move by headings take it that a part is missing. Make this a heading of level {deepest_allowed} ({}), with those below it one level up too.",
            "#".repeat(usize::from(deepest_allowed)),
        ));
        for other in skipped
            .iter()
            .skip(1)
            .filter_map(|section| section.heading.as_ref())
        {
            finding.label(other.whole(), "the same jump");
        }
        if let Some(fix) = raise(article, &skipped, deepest_allowed) {
            finding.fix(fix);
        }
    }
    for child in children {
        jumps(article, &child.children, child.level, findings);
    }
}

/// Moves `sections` with all below them up to `level`; only headings that are written with `#`.
fn raise(article: &Article, sections: &[&Section], level: u8) -> Option<Fix> {
    let mut edits = Vec::new();
    for section in sections {
        let up = section.level.saturating_sub(level);
        let mut all = Vec::new();
        section.collect(&mut all);
        for section in all {
            let marker = usize::from(section.level);
            let start = section.span.start();
            let hashes = article
                .source
                .text()
                .get(start..)?
                .bytes()
                .take_while(|byte| *byte == b'#')
                .count();
            if hashes != marker {
                return None;
            }
            edits.push(Edit {
                span: Span::new(start, start + usize::from(up)),
                text: String::new(),
            });
        }
    }
    Some(Fix {
        title: format!("move the heading up to level {level}"),
        edits,
        safety: Safety::NeedsReview,
    })
}

/// Reports the first heading below the deepest level; one that only a jump brought there is left to the jump.
fn too_deep(cx: &Context<'_>, top: u8, findings: &mut Findings<'_>) {
    let limit = cx.settings.limits.heading_depth;
    let mut deep = Vec::new();
    for section in &cx.article.root.children {
        collect_deep(section, top + 1, limit, &mut deep);
    }
    let Some((first, others)) = deep.split_first() else {
        return;
    };
    let finding = findings.report(*first, format!("heading is more than {limit} levels deep"));
    finding.help("Few readers keep track of so many levels. Make it a bold line or a list, or give the part an article of its own.");
    for other in others {
        finding.label(*other, "this one too");
    }
}

/// `depth` is how many headings stand above the section, its own and the title included: below its level after a jump,
/// above it where several headings have level 1.
fn collect_deep(section: &Section, depth: u8, limit: u8, into: &mut Vec<Span>) {
    if let Some(heading) = &section.heading
        && depth.min(section.level) > limit
    {
        into.push(heading.whole());
    }
    for child in &section.children {
        collect_deep(child, depth + 1, limit, into);
    }
}
