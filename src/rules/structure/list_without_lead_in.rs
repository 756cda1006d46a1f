//! Lists that nothing leads to.

use super::lists::{is_bold, lists};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A list after a paragraph that does not lead to it.
    ///
    /// ## Why it matters
    /// Bullets make sense only with the line that says what they are. People who jump from list to list, as screen reader
    /// users do, meet them without the paragraph above.
    ///
    /// A lead-in ends with a colon, or open ("if", "…"). A list right under a heading, a box's title or a bold line is
    /// led to by that; numbered steps, sources, links and a sentence that points ahead ("the following", "these steps",
    /// "below") are left alone. The rule catalogue asks for a colon after headings, too; readers do not.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Back pain is common in runners.
    ///
    /// - Long runs on hard ground add to it.
    /// - Old shoes do, too.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Back pain is common in runners. These things add to it:
    ///
    /// - long runs on hard ground
    /// - old shoes
    ///
    /// ## What helps
    /// - heat
    /// - short walks
    ///
    /// Stretch your back after each run.
    ///
    /// 1. Lie on your back.
    /// 2. Pull one knee to your chest.
    ///
    /// There are three kinds of shoes for it, described below.
    ///
    /// - Soft ones
    /// - Firm ones
    /// - Light ones
    /// ```
    ///
    /// Items that say themselves what they are:
    /// ```markdown,pass
    /// # Iron tablets
    ///
    /// ## Side effects
    ///
    /// Like all medicines, they can cause problems.
    ///
    /// - **Common:** dark stools
    /// - **Rare:** a rash
    /// ```
    ///
    /// A list inside an item is led to by the item:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Do this once a day:
    ///
    /// 1. Warm up.
    /// 2. Lie on your back.
    ///    - Bend your knees.
    ///    - Put your feet flat on the floor.
    /// 3. Lift your hips.
    /// ```
    RULE {
        name: "list-without-lead-in", severity: Warning, since: "0.1.0",
        standard: "NHS Formatting \"lists with a lead-in line\"; CDC CCI 8-9",
        summary: "a list follows a paragraph that does not lead to it",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for placed in lists(cx.article) {
        let Some(before) = placed.before else {
            continue;
        };
        let BlockKind::Paragraph(prose) = &before.kind else {
            continue;
        };
        if placed.is_nested
            || placed.list.start.is_some()
            || placed.list.items.len() < 2
            || !is_closed(prose)
            || is_bold(prose)
            || placed.list.items.iter().all(has_label)
            || leads(cx, before)
            || placed.is_looked_up(cx.facts)
        {
            continue;
        }
        let Some(first) = placed.list.items.first() else {
            continue;
        };
        let shown = first
            .prose()
            .map_or(first.span, |prose| prose.trimmed().whole());
        findings.report(shown, "no line leads to this list")
            .help("A reader who comes to the bullets first cannot tell what they are. Put a line before them that says so and ends with a colon.");
    }
}

/// Whether an item opens with a bold label that says what it is about: "**Very common:** a headache".
fn has_label(item: &ListItem) -> bool {
    item.prose().is_some_and(|prose| {
        let start = prose.text().len() - prose.text().trim_start().len();
        let mut marks = prose.marks().iter();
        marks.any(|mark| mark.kind == MarkKind::Strong && mark.range.start == start)
    })
}

/// Whether the paragraph ends with a full stop or an exclamation mark, which closes what it says.
fn is_closed(prose: &Prose) -> bool {
    let text = prose.text().trim_end();
    let text = text.trim_end_matches(['"', '”', '’', ')', ']', '*', '_']);
    text.ends_with(['.', '!']) && !text.ends_with("...")
}

/// Whether the last sentence of the block before points ahead or gives the advice that the list is about.
fn leads(cx: &Context<'_>, before: &Block) -> bool {
    let Some(last) = cx.facts.sentences_in(before.span).last() else {
        return false;
    };
    !cx.facts.hits_in(Table::PointsAhead, last).is_empty()
        || cx.facts.counsels_of(last).next().is_some()
}
