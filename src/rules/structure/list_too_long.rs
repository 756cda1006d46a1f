//! Lists of more items than a reader keeps in mind.

use super::lists::lists;
use crate::rules::prelude::*;

rule! {
    /// A flat list of more than seven items.
    ///
    /// ## Why it matters
    /// Long lists are skimmed, and what stands in the middle is forgotten. In a list of warning signs that is the sign
    /// that a reader has.
    ///
    /// Sources, links, addresses and checklists may be long: nobody learns them by heart. So may items of one or two
    /// words, which are read at a glance. Up to three numbered steps more are a matter of style (info). The rule catalogue would also mention lists of exactly seven; the CDC's index
    /// allows them.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Ask for help if you have:
    ///
    /// - a fever or chills
    /// - numbness between the legs
    /// - weakness in one leg
    /// - pain that wakes you up
    /// - pain after a hard fall
    /// - weight loss without a diet
    /// - trouble passing water at all
    /// - pain in the chest, too
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Call 911 if you have:
    ///
    /// - numbness between the legs
    /// - weakness in one leg
    /// - trouble passing water at all
    /// - pain in the chest, too
    ///
    /// See a doctor today if you have:
    ///
    /// - a fever or chills
    /// - pain that wakes you up
    /// - pain after a hard fall
    /// - weight loss without a diet
    ///
    /// Bring:
    ///
    /// - [ ] your card, if you have one
    /// - [ ] your list of medicines
    /// - [ ] the letter that you got
    /// - [ ] your glasses to read with
    /// - [ ] something to read there
    /// - [ ] a person to drive you home
    /// - [ ] comfortable clothes to wear
    /// - [ ] your questions for us
    /// ```
    ///
    /// ```markdown,pass
    /// # Vitamin C
    ///
    /// Good sources are:
    ///
    /// - oranges
    /// - lemons
    /// - kiwis
    /// - red peppers
    /// - broccoli
    /// - strawberries
    /// - potatoes
    /// - cabbage
    /// ```
    ///
    /// ## Sources
    /// - CDC Clear Communication Index, item 8: <https://www.cdc.gov/ccindex/index.html>
    RULE {
        name: "list-too-long", severity: Warning, since: "0.1.0",
        standard: "CDC CCI 8; NHS Formatting lists",
        summary: "a list has more than seven items",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let limit = cx.settings.limits.list_items_max;
    for placed in lists(cx.article) {
        let items = &placed.list.items;
        let is_checklist = items.iter().any(|item| item.checked.is_some());
        if items.len() <= limit
            || is_checklist
            || placed.has_lists()
            || is_glanced_at(items)
            || placed.is_looked_up(cx.facts)
        {
            continue;
        }
        let Some(first) = items.first() else { continue };
        let number = items.len();
        let way = if placed.list.start.is_some() {
            "Long lists of steps are not followed to the end. Split them into stages, each with a heading of its own."
        } else {
            "What stands in the middle of a long list is forgotten. Split it into groups by what the reader does about them, each with a line that leads to it."
        };
        let finding = findings.report(
            shown(first),
            format!("this list has {number} items; most readers keep no more than {limit} in mind"),
        );
        finding.help(way);
        if placed.list.start.is_some() && number <= limit + MORE_STEPS {
            finding.severity(Severity::Info);
        }
    }
}

/// So many more numbered steps are a matter of style: they are followed one by one, with the page in hand.
const MORE_STEPS: usize = 3;

/// Whether most of the items are one or two words.
fn is_glanced_at(items: &[ListItem]) -> bool {
    let short = items.iter().filter(|item| {
        let words: usize = item.blocks.iter().map(Block::word_count).sum();
        words <= 2
    });
    2 * short.count() > items.len()
}

fn shown(item: &ListItem) -> Span {
    item.prose()
        .map_or(item.span, |prose| prose.trimmed().whole())
}
