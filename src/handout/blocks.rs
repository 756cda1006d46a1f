//! From the blocks of an article to items of the handout.

use super::build::{Builder, deeper};
use super::{BoxLevel, Callout, Item, List, ListItem, Run, Table};
use crate::article::{self, Block, BlockKind, Definition, MarkKind, Prose};
use crate::source::PartOf;

impl<'a> Builder<'a> {
    /// The items of `blocks` that stand under a heading of `level`.
    pub(super) fn blocks(&mut self, blocks: &[&'a Block], level: u8) -> Vec<Item> {
        let mut items = Vec::new();
        let mut rest = blocks;
        while let Some((block, following)) = rest.split_first() {
            rest = following;
            if let BlockKind::Paragraph(prose) | BlockKind::Heading { prose, .. } = &block.kind
                && let Some((questions, taken)) = self.questions(prose, following, level)
            {
                items.extend(questions);
                rest = following.part(taken..);
                continue;
            }
            if let BlockKind::Image(image) = &block.kind {
                let (figure, taken) = self.figure(image, block.span, following);
                items.push(figure);
                rest = following.part(taken..);
                continue;
            }
            items.extend(self.block(block, level));
        }
        items
    }

    /// [`Builder::blocks`] of blocks that lie side by side.
    pub(super) fn slice(&mut self, blocks: &'a [Block], level: u8) -> Vec<Item> {
        let blocks: Vec<&Block> = blocks.iter().collect();
        self.blocks(&blocks, level)
    }

    fn block(&mut self, block: &'a Block, level: u8) -> Vec<Item> {
        match &block.kind {
            BlockKind::Paragraph(prose) | BlockKind::Html(prose) => self.paragraph(prose),
            BlockKind::Heading { prose, .. } => self.inner_heading(prose, level),
            BlockKind::List(list) => self.list(list, level),
            BlockKind::Definitions(definitions) => self.definitions(definitions, level),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Image(image) => vec![self.figure(image, block.span, &[]).0],
            BlockKind::Quote(blocks) => {
                let items = self.slice(blocks, level);
                not_empty(items, Item::Quote)
            }
            BlockKind::Callout(callout) => self.callout(callout, level),
            BlockKind::Details { summary, blocks } => self.details(summary, blocks, level),
            BlockKind::Code { prose, .. } if prose.is_blank() => Vec::new(),
            BlockKind::Code { prose, .. } => vec![Item::Code(Self::code_runs(prose))],
            BlockKind::Rule => vec![Item::Rule],
        }
    }

    fn inner_heading(&mut self, prose: &Prose, level: u8) -> Vec<Item> {
        not_empty(self.runs(prose), |runs| Item::Heading {
            level: deeper(level),
            runs,
            id: String::new(),
        })
    }

    fn list(&mut self, list: &'a article::List, level: u8) -> Vec<Item> {
        if list.start.is_none() && self.is_list_of_questions(list) {
            let blocks: Vec<&Block> = list.items.iter().flat_map(|item| &item.blocks).collect();
            return self.blocks(&blocks, level);
        }
        let mut items = Vec::new();
        let numbers = list.numbers();
        for (index, item) in list.items.iter().enumerate() {
            let inner = self.item(&item.blocks, level);
            if inner.is_empty() && item.checked.is_none() {
                continue;
            }
            items.push(ListItem {
                marker: marker(numbers.get(index).copied(), item.checked),
                items: inner,
                note: None,
            });
        }
        not_empty(items, |items| {
            Item::List(List {
                ordered: list.start.is_some(),
                items,
            })
        })
    }

    /// What a list item holds.
    fn item(&mut self, blocks: &'a [Block], level: u8) -> Vec<Item> {
        let Some((first, rest)) = blocks.split_first() else {
            return Vec::new();
        };
        let has_picture = |prose: &Prose| {
            let mut marks = prose.marks().iter();
            marks.any(|mark| matches!(mark.kind, MarkKind::Image { .. }))
        };
        match &first.kind {
            BlockKind::Paragraph(prose)
                if has_picture(prose) && self.pairs_in(prose).is_empty() =>
            {
                let mut items = self.item_paragraph(prose);
                items.extend(self.slice(rest, level));
                items
            }
            _ => self.slice(blocks, level),
        }
    }

    fn definitions(&mut self, definitions: &'a [Definition], level: u8) -> Vec<Item> {
        let mut items = Vec::new();
        let mut plain = Vec::new();
        for definition in definitions {
            let asks = !self.pairs_in(&definition.term).is_empty();
            let term = self.runs(&definition.term);
            if asks {
                items.extend(not_empty(std::mem::take(&mut plain), Item::Definitions));
                items.push(Item::Question {
                    level: deeper(level),
                    question: term,
                    id: String::new(),
                    answer: self.slice(&definition.details, level + 1),
                });
            } else {
                plain.push((term, self.slice(&definition.details, level)));
            }
        }
        items.extend(not_empty(plain, Item::Definitions));
        items
    }

    fn table(&mut self, table: &article::Table) -> Vec<Item> {
        let header = self.row(&table.header);
        let rows: Vec<Vec<Vec<Run>>> = table.rows.iter().map(|row| self.row(row)).collect();
        let is_blank = |row: &Vec<Vec<Run>>| row.iter().all(Vec::is_empty);
        if is_blank(&header) && rows.iter().all(is_blank) {
            return Vec::new();
        }
        vec![Item::Table(Table {
            header,
            rows,
            alignments: table.alignments.clone(),
        })]
    }

    fn row(&mut self, cells: &[Prose]) -> Vec<Vec<Run>> {
        cells.iter().map(|cell| self.runs(cell)).collect()
    }

    fn callout(&mut self, callout: &'a article::Callout, level: u8) -> Vec<Item> {
        let mut items = Vec::new();
        if let Some(title) = &callout.title {
            items.extend(self.strong(title));
        }
        items.extend(self.slice(&callout.blocks, level));
        let label = self.labels.callout(&callout.kind);
        not_empty(items, |items| {
            Item::Box(Callout {
                level: BoxLevel::Note,
                label: label.to_owned(),
                continued: self.labels.continued(label),
                items,
            })
        })
    }

    /// Paper can't fold: the summary stands over what it folds.
    fn details(&mut self, summary: &Prose, blocks: &'a [Block], level: u8) -> Vec<Item> {
        if !self.pairs_in(summary).is_empty() {
            return vec![Item::Question {
                level: deeper(level),
                question: self.runs(summary),
                id: String::new(),
                answer: self.slice(blocks, level + 1),
            }];
        }
        let mut items: Vec<Item> = self.strong(summary).into_iter().collect();
        items.extend(self.slice(blocks, level));
        items
    }

    /// A paragraph in strong type, unless it is blank.
    fn strong(&mut self, prose: &Prose) -> Option<Item> {
        let mut runs = self.runs(prose);
        for run in &mut runs {
            run.style.strong = true;
        }
        (!runs.is_empty()).then_some(Item::Paragraph(runs))
    }
}

/// What `wrap` makes of `inner`, unless there is nothing in it.
fn not_empty<T>(inner: Vec<T>, wrap: impl FnOnce(Vec<T>) -> Item) -> Vec<Item> {
    if inner.is_empty() {
        return Vec::new();
    }
    vec![wrap(inner)]
}

/// What stands before an item: its number, its box, or a bullet.
fn marker(number: Option<u64>, checked: Option<bool>) -> String {
    let number = number.map(|number| format!("{number}."));
    let task = checked.map(|checked| if checked { "☑" } else { "☐" });
    match (number, task) {
        (Some(number), Some(task)) => format!("{number} {task}"),
        (Some(number), None) => number,
        (None, Some(task)) => task.to_owned(),
        (None, None) => "•".to_owned(),
    }
}
