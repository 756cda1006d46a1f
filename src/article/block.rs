//! The blocks of an article: paragraphs, lists, tables and the rest.

use super::Prose;
use crate::source::Span;

/// One block with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its source, markers included.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph(Prose),
    /// A heading inside a list item, a quote or a callout, where it opens no section.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        prose: Prose,
    },
    /// A bulleted or numbered list.
    List(List),
    /// Terms with their descriptions.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// An image that stands by itself.
    Image(Image),
    /// Quoted blocks.
    Quote(Vec<Block>),
    /// A set-off box: GitHub's `> [!WARNING]`, an admonition, or an HTML `aside`.
    Callout(Callout),
    /// Folded text: HTML `<details>` with its summary.
    Details {
        /// The line that is always seen.
        summary: Prose,
        /// What unfolds.
        blocks: Vec<Block>,
    },
    /// Code or preformatted text.
    Code {
        /// The text as it stands, with `\n` between lines and none at the end.
        prose: Prose,
        /// The language named on the fence.
        info: String,
    },
    /// Raw HTML that holds text which could not be read as one of the above; only what a reader would see is kept.
    Html(Prose),
    /// A line between parts.
    Rule,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The first number of a numbered list; `None` for bullets.
    pub start: Option<u64>,
    /// The items, in order.
    pub items: Vec<ListItem>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// What the item holds; nested lists are blocks here.
    pub blocks: Vec<Block>,
    /// A task list's box: ticked or not.
    pub checked: Option<bool>,
    /// The number that is written before it; `None` for a bullet, or where none is.
    pub number: Option<u64>,
    /// The item's source.
    pub span: Span,
}

impl List {
    /// The number of each item, in order; none for bullets. They are those that are written where they rise from item to
    /// item, or fall, also where they leave some out: "go back to step 5" means the step with a 5. Else they count from the
    /// first.
    pub fn numbers(&self) -> Vec<u64> {
        let Some(start) = self.start else {
            return Vec::new();
        };
        let written: Option<Vec<u64>> = self.items.iter().map(|item| item.number).collect();
        let sorted = written.filter(|all| {
            all.is_sorted_by(|one, next| one < next) || all.is_sorted_by(|one, next| one > next)
        });
        let counted = (0..).map(|index| start.saturating_add(index));
        sorted.unwrap_or_else(|| counted.take(self.items.len()).collect())
    }

    /// The numbers of the items that do not follow on the one before, or on the list's first number; by item.
    pub fn jumps(&self) -> Vec<Option<u64>> {
        let mut expected = self.start;
        let numbers = self.numbers().into_iter().map(|number| {
            let jumps = expected != Some(number);
            expected = number.checked_add(1);
            jumps.then_some(number)
        });
        let mut jumps: Vec<Option<u64>> = numbers.collect();
        jumps.resize(self.items.len(), None);
        jumps
    }
}

impl ListItem {
    /// The item's own first paragraph, if it starts with one.
    pub fn prose(&self) -> Option<&Prose> {
        match &self.blocks.first()?.kind {
            BlockKind::Paragraph(prose) => Some(prose),
            _ => None,
        }
    }
}

/// A term with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The term.
    pub term: Prose,
    /// Its descriptions.
    pub details: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The header row; empty cells where it has none.
    pub header: Vec<Prose>,
    /// The other rows, each as long as the header.
    pub rows: Vec<Vec<Prose>>,
    /// How each column is set.
    pub alignments: Vec<Alignment>,
}

/// How a table column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// As the reader's language runs.
    #[default]
    None,
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The text alternative; empty where there is none.
    pub alt: Prose,
    /// The target as written, decoded.
    pub url: String,
    /// The title, if one is given.
    pub title: Option<String>,
    /// Marked as decoration: HTML `alt=""` or `role="presentation"`.
    pub decorative: bool,
}

/// A set-off box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// The kind as written, in lower case: `note`, `warning`, ...
    pub kind: String,
    /// The title, if it has its own.
    pub title: Option<Prose>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Block {
    /// Calls `visit` on every prose of the block and the blocks inside it, in reading order.
    pub fn visit_prose<'a>(&'a self, visit: &mut dyn FnMut(ProseKind, &'a Prose)) {
        match &self.kind {
            BlockKind::Paragraph(prose) => visit(ProseKind::Paragraph, prose),
            BlockKind::Html(prose) => visit(ProseKind::Html, prose),
            BlockKind::Heading { prose, .. } => visit(ProseKind::Heading, prose),
            BlockKind::List(list) => {
                for item in &list.items {
                    visit_item(item, visit);
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    visit(ProseKind::Term, &definition.term);
                    visit_all(&definition.details, visit);
                }
            }
            BlockKind::Table(table) => {
                for cell in table.header.iter().chain(table.rows.iter().flatten()) {
                    visit(ProseKind::Cell, cell);
                }
            }
            BlockKind::Image(image) => visit(ProseKind::Alt, &image.alt),
            BlockKind::Quote(blocks) => visit_all(blocks, visit),
            BlockKind::Callout(callout) => {
                if let Some(title) = &callout.title {
                    visit(ProseKind::Heading, title);
                }
                visit_all(&callout.blocks, visit);
            }
            BlockKind::Details { summary, blocks } => {
                visit(ProseKind::Heading, summary);
                visit_all(blocks, visit);
            }
            BlockKind::Code { prose, .. } => visit(ProseKind::Code, prose),
            BlockKind::Rule => {}
        }
    }

    /// Every prose of the block and the blocks inside it, in reading order.
    pub fn proses(&self) -> Vec<(ProseKind, &Prose)> {
        let mut proses = Vec::new();
        self.visit_prose(&mut |kind, prose| proses.push((kind, prose)));
        proses
    }

    /// The blocks directly inside this one: of list items, definitions, quotes, callouts and details.
    pub fn children(&self) -> Vec<&Block> {
        match &self.kind {
            BlockKind::List(list) => list.items.iter().flat_map(|item| &item.blocks).collect(),
            BlockKind::Definitions(definitions) => definitions
                .iter()
                .flat_map(|definition| &definition.details)
                .collect(),
            BlockKind::Quote(blocks) | BlockKind::Details { blocks, .. } => blocks.iter().collect(),
            BlockKind::Callout(callout) => callout.blocks.iter().collect(),
            BlockKind::Paragraph(_)
            | BlockKind::Heading { .. }
            | BlockKind::Table(_)
            | BlockKind::Image(_)
            | BlockKind::Code { .. }
            | BlockKind::Html(_)
            | BlockKind::Rule => Vec::new(),
        }
    }

    /// Calls `visit` on this block and every block inside it, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Block)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }

    /// The number of white-space separated words that a reader reads in the block, text alternatives included.
    pub fn word_count(&self) -> usize {
        let mut count = 0;
        self.visit_prose(&mut |_, prose| count += prose.word_count());
        count
    }
}

fn visit_all<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(ProseKind, &'a Prose)) {
    for block in blocks {
        block.visit_prose(visit);
    }
}

fn visit_item<'a>(item: &'a ListItem, visit: &mut dyn FnMut(ProseKind, &'a Prose)) {
    for block in &item.blocks {
        match &block.kind {
            BlockKind::Paragraph(prose) => visit(ProseKind::Item, prose),
            _ => block.visit_prose(visit),
        }
    }
}

/// Where a prose stands in its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProseKind {
    /// A paragraph.
    Paragraph,
    /// A heading, a callout's title, a summary.
    Heading,
    /// A paragraph of a list item.
    Item,
    /// A table cell.
    Cell,
    /// A term that is defined.
    Term,
    /// A text alternative.
    Alt,
    /// Code or preformatted text.
    Code,
    /// The text of raw HTML.
    Html,
}
