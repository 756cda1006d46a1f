//! The lists of an article with what stands around them.

use crate::article::{Article, Block, BlockKind, List, ListItem, MarkKind, Prose, Role, Section};
use crate::facts::Facts;

/// A list in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedList<'a> {
    /// The list.
    pub list: &'a List,
    /// Its block.
    pub block: &'a Block,
    /// The block before it in the section, item or box that holds both.
    pub before: Option<&'a Block>,
    /// Whether another list holds it.
    pub is_nested: bool,
    /// Whether a box or a quotation holds it.
    pub is_boxed: bool,
}

/// Every list, in reading order.
pub(super) fn lists(article: &Article) -> Vec<PlacedList<'_>> {
    let mut found = Vec::new();
    for section in article.all_sections() {
        collect(&section.blocks, false, false, &mut found);
    }
    found
}

fn collect<'a>(
    blocks: &'a [Block],
    is_nested: bool,
    is_boxed: bool,
    found: &mut Vec<PlacedList<'a>>,
) {
    for (index, block) in blocks.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| blocks.get(before));
        match &block.kind {
            BlockKind::List(list) => {
                found.push(PlacedList {
                    list,
                    block,
                    before,
                    is_nested,
                    is_boxed,
                });
                for item in &list.items {
                    collect(&item.blocks, true, is_boxed, found);
                }
            }
            BlockKind::Quote(inside) => collect(inside, is_nested, true, found),
            BlockKind::Details { blocks: inside, .. } => {
                collect(inside, is_nested, is_boxed, found);
            }
            BlockKind::Callout(callout) => collect(&callout.blocks, is_nested, true, found),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    collect(&definition.details, is_nested, is_boxed, found);
                }
            }
            BlockKind::Paragraph(_)
            | BlockKind::Heading { .. }
            | BlockKind::Table(_)
            | BlockKind::Image(_)
            | BlockKind::Code { .. }
            | BlockKind::Html(_)
            | BlockKind::Rule => {}
        }
    }
}

/// Parts whose lists are looked up, not read.
const LOOKED_UP: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Contact,
    Role::Authorship,
];

impl PlacedList<'_> {
    /// Whether it is for looking things up: sources, addresses, links to other pages.
    pub(super) fn is_looked_up(&self, facts: &Facts<'_>) -> bool {
        let in_part = LOOKED_UP
            .iter()
            .any(|role| facts.is_in_role(*role, self.block.span));
        in_part || self.list.items.iter().all(is_link)
    }

    /// Whether one of the items holds another list.
    pub(super) fn has_lists(&self) -> bool {
        let mut blocks = self.list.items.iter().flat_map(|item| &item.blocks);
        blocks.any(|block| matches!(block.kind, BlockKind::List(_)))
    }
}

/// Whether the item opens with a link that is all of it, or all but a few words about it.
fn is_link(item: &ListItem) -> bool {
    let Some(prose) = item.prose() else {
        return false;
    };
    let lead = prose.text().len() - prose.text().trim_start().len();
    prose.marks().iter().any(|mark| {
        matches!(mark.kind, MarkKind::Link { .. })
            && (mark.range.start == lead || 2 * mark.range.len() > prose.text().len())
    })
}

/// Whether a paragraph is bold from end to end: a heading in all but name.
pub(super) fn is_bold(prose: &Prose) -> bool {
    prose.is_wholly(|kind| *kind == MarkKind::Strong)
}

/// The innermost section that holds byte `at`.
pub(super) fn section_at(article: &Article, at: usize) -> &Section {
    let mut here = &article.root;
    loop {
        let after = here
            .children
            .partition_point(|child| child.span.start() <= at);
        let inner = after
            .checked_sub(1)
            .and_then(|index| here.children.get(index));
        match inner.filter(|inner| at < inner.span.end()) {
            Some(inner) => here = inner,
            None => return here,
        }
    }
}
