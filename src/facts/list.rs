//! Lists with what leads to them and what points back at them.

use super::Facts;
use crate::article::{Block, BlockKind, List, Role, Section};
use crate::lexicon::Lead;
use crate::lexicon::lead::ends_open;
use crate::source::Span;

/// A list in its place.
#[derive(Debug, Clone)]
pub struct ListUse {
    /// The list.
    pub span: Span,
    /// Its items, nested lists left out of none.
    pub items: Vec<Span>,
    /// The sentence that leads to it: the last of the paragraph before, or of the item that holds it.
    pub lead: Option<usize>,
    /// The nearest heading above that gives advice, else the section's own.
    pub heading: Option<usize>,
    /// The sentence right after it that points back at it: "These signs need ...".
    pub after: Option<usize>,
    /// Whether it stands in a place with the role of red flags.
    pub is_red_flags: bool,
}

impl ListUse {
    /// The item that holds all of `span`.
    pub fn item_around(&self, span: Span) -> Option<Span> {
        // Items come one after the other.
        let after = self
            .items
            .partition_point(|item| item.start() <= span.start());
        let item = after.checked_sub(1).and_then(|at| self.items.get(at));
        item.copied().filter(|item| item.contains(span))
    }
}

/// Every list of the article, in reading order.
pub(super) fn lists(facts: &Facts<'_>) -> Vec<ListUse> {
    let mut found = Vec::new();
    let mut path = Vec::new();
    section(facts, &facts.article.root, &mut path, &mut found);
    found.sort_by_key(|list: &ListUse| (list.span.start(), std::cmp::Reverse(list.span.end())));
    found
}

fn section<'a>(
    facts: &Facts<'a>,
    section_: &'a Section,
    path: &mut Vec<&'a Section>,
    found: &mut Vec<ListUse>,
) {
    path.push(section_);
    blocks(facts, &section_.blocks, path, found);
    for child in &section_.children {
        section(facts, child, path, found);
    }
    path.pop();
}

fn blocks(facts: &Facts<'_>, run: &[Block], path: &[&Section], found: &mut Vec<ListUse>) {
    for (index, block) in run.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| run.get(before));
        let after = run.get(index + 1);
        let leads_on = matches!(run.get(index + 2), Some(next) if is_list(next));
        let after = after.filter(|after| !(leads_on && is_one_sentence(facts, after)));
        match &block.kind {
            BlockKind::List(list) => add(facts, block, list, (before, after), path, found),
            BlockKind::Quote(inside) | BlockKind::Details { blocks: inside, .. } => {
                blocks(facts, inside, path, found);
            }
            BlockKind::Callout(callout) => blocks(facts, &callout.blocks, path, found),
            _ => {}
        }
    }
}

fn add(
    facts: &Facts<'_>,
    block: &Block,
    list: &List,
    around: (Option<&Block>, Option<&Block>),
    path: &[&Section],
    found: &mut Vec<ListUse>,
) {
    let (before, after) = around;
    let lead = before.filter(|before| {
        matches!(
            before.kind,
            BlockKind::Paragraph(_) | BlockKind::Heading { .. }
        )
    });
    let lead = lead.and_then(|before| facts.sentences_in(before.span).last());
    let after = after.filter(|after| matches!(after.kind, BlockKind::Paragraph(_)));
    let after = after.and_then(|after| facts.sentences_in(after.span).next());
    found.push(ListUse {
        span: block.span,
        items: list.items.iter().map(|item| item.span).collect(),
        lead: lead.filter(|lead| leads(facts, *lead)),
        heading: heading(facts, path),
        after: after.filter(|after| points_back(facts, *after)),
        is_red_flags: facts.is_in_role(Role::RedFlags, block.span),
    });
    for item in &list.items {
        blocks(facts, &item.blocks, path, found);
    }
}

fn is_list(block: &Block) -> bool {
    matches!(block.kind, BlockKind::List(_))
}

fn is_one_sentence(facts: &Facts<'_>, block: &Block) -> bool {
    facts.sentences_in(block.span).count() == 1
}

/// A sentence leads to the list below it if it ends open, or gives advice.
fn leads(facts: &Facts<'_>, index: usize) -> bool {
    facts.lead(index) != Lead::Plain || facts.advises(index)
}

/// Whether a sentence points back at what stands before it: "These signs ...". One that ends open leads on: "Call 999 if you
/// have any of these:".
pub(super) fn points_back(facts: &Facts<'_>, index: usize) -> bool {
    let tokens = facts.tokens.get(index);
    tokens.is_some_and(|tokens| facts.advice.points_back(tokens))
        && !ends_open(facts.sentence(index).text())
}

/// Whether a sentence leads to the list after it.
pub(super) fn is_lead(facts: &Facts<'_>, index: usize) -> bool {
    let end = facts.sentence(index).span().end();
    let lists = facts.lists();
    let next = lists.partition_point(|list| list.span.start() < end);
    lists.get(next).is_some_and(|list| list.lead == Some(index))
}

impl Facts<'_> {
    /// How a sentence would stand to a list behind it.
    pub(crate) fn lead(&self, index: usize) -> Lead {
        Lead::of(
            self.sentence(index).text(),
            self.tokens_of(index),
            self.lang,
        )
    }
}

/// The sentence of the nearest heading above that gives advice.
fn heading(facts: &Facts<'_>, path: &[&Section]) -> Option<usize> {
    let sentence = |section: &&Section| {
        let heading = section.heading.as_ref()?;
        facts.sentences_in(heading.whole()).next()
    };
    let mut above = path.iter().rev().filter_map(sentence);
    above.find(|index| facts.advises(*index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    /// For each list: its lead-in, its heading and the sentence after it, "-" where there is none.
    fn around(text: &str) -> Vec<[String; 3]> {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let text = |index: Option<usize>| {
            index.map_or("-".to_owned(), |index| {
                facts.sentences[index].text().to_owned()
            })
        };
        let lists = facts.lists().iter();
        lists
            .map(|list| [text(list.lead), text(list.heading), text(list.after)])
            .collect()
    }

    #[test]
    fn a_list_knows_what_leads_to_it_and_what_points_back_at_it() {
        let cases: &[(&str, &[[&str; 3]])] = &[
            (
                "# A\n\nCall 911 if:\n\n- b\n\nThese signs need care.\n",
                &[["Call 911 if:", "-", "These signs need care."]],
            ),
            (
                "# A\n\nSee a GP if:\n\n- b\n\nCall 999 if you have any of these:\n\n- c\n",
                &[
                    ["See a GP if:", "-", "-"],
                    ["Call 999 if you have any of these:", "-", "-"],
                ],
            ),
            (
                "# A\n\nSee a GP if:\n\n- b\n\nCall 999 if you have any of these\n\n- c\n",
                &[
                    ["See a GP if:", "-", "-"],
                    ["Call 999 if you have any of these", "-", "-"],
                ],
            ),
            (
                "# A\n\n## See a doctor if:\n\n- b\n\nRest.\n",
                &[["-", "See a doctor if:", "-"]],
            ),
            ("# A\n\nFaces are nice.\n\n- b\n", &[["-", "-", "-"]]),
            (
                "# A\n\n- b:\n\n  - c\n",
                &[["-", "-", "-"], ["b:", "-", "-"]],
            ),
            (
                "# A\n\n> Call 911 if:\n>\n> - b\n",
                &[["Call 911 if:", "-", "-"]],
            ),
        ];
        for (text, wanted) in cases {
            assert_eq!(around(text), *wanted, "{text}");
        }
    }
}
