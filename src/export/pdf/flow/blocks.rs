//! Headings, paragraphs and the other plain blocks.

use super::inline::Setting;
use super::{Edge, Flow, Frame, Heading, Strip};
use crate::export::ExportError;
use crate::export::pdf::page::Block;
use crate::export::pdf::tree::{Tag, Tree};
use crate::handout::{Item, Run};

impl Flow<'_> {
    /// Sets items one below the other.
    pub(super) fn items(&mut self, items: &[Item]) -> Result<(), ExportError> {
        for (index, item) in items.iter().enumerate() {
            self.item_before(item, items.get(index + 1))?;
        }
        Ok(())
    }

    /// Sets an item that `next` follows.
    pub(super) fn item_before(
        &mut self,
        item: &Item,
        next: Option<&Item>,
    ) -> Result<(), ExportError> {
        let first = self.strips.len();
        self.item(item)?;
        self.check_height()?;
        if let (Item::Paragraph(runs), Some(next)) = (item, next)
            && first < self.strips.len()
            && (is_lead_in(runs)
                || matches!(next, Item::Lines(_))
                || self.in_list_item && matches!(next, Item::List(_)))
        {
            self.keep_lead_in(next);
        }
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), ExportError> {
        match item {
            Item::Heading { level, runs, id } => self.heading(*level, runs, id),
            Item::Paragraph(runs) => self.paragraph(runs),
            Item::List(list) => self.list(list),
            Item::Definitions(definitions) => self.definitions(definitions),
            Item::Table(table) => self.table(table),
            Item::Box(callout) => self.callout(callout),
            Item::Quote(items) => self.quote(items),
            Item::Figure(figure) => self.figure(figure),
            Item::Code(runs) => self.code(runs),
            Item::Question {
                level,
                question,
                id,
                answer,
            } => self.question(*level, question, id, answer),
            Item::Links(links) => self.links(links),
            Item::Fields(labels) => self.fields(labels),
            Item::Code2d(code) => self.code_2d(code),
            Item::Logo(logo) => self.logo(logo),
            Item::Lines(count) => {
                self.lines(*count);
                Ok(())
            }
            Item::Rule => {
                self.rule();
                Ok(())
            }
        }
    }

    /// A line that announces what follows is not parted from it.
    fn keep_lead_in(&mut self, next: &Item) {
        if let Some(last) = self.strips.last_mut() {
            last.joined = true;
        }
        match next {
            Item::List(_) => self.gap = self.style.list_gap,
            Item::Lines(_) => self.gap = 0.0,
            _ => {}
        }
    }

    fn heading(&mut self, level: u8, runs: &[Run], id: &str) -> Result<(), ExportError> {
        let style = self.style.heading(level);
        let (node, tagged) = self.tree.add_heading(self.parent, level);
        self.space(style.before);
        let first = self.strips.len();
        let setting = Setting {
            text: style.text,
            bold: true,
        };
        self.text(runs, node, setting)?;
        self.join_from(first);
        if let Some(strip) = self.strips.get_mut(first) {
            strip.heading = Some(Heading {
                level: tagged,
                title: one_line(runs),
                anchor: id.to_owned(),
            });
        }
        if let Some(strip) = self.strips.get_mut(first..).and_then(<[Strip]>::last_mut) {
            strip.ends_heading = true;
        }
        self.gap = style.after;
        Ok(())
    }

    pub(super) fn paragraph(&mut self, runs: &[Run]) -> Result<(), ExportError> {
        let node = self.tree.add(self.parent, Tag::Paragraph);
        self.text(runs, node, self.body())?;
        self.gap = self.style.paragraph_gap;
        Ok(())
    }

    /// The question with the start of its answer; all of it where that takes no more than a third of a page.
    fn question(
        &mut self,
        level: u8,
        question: &[Run],
        id: &str,
        answer: &[Item],
    ) -> Result<(), ExportError> {
        let first = self.strips.len();
        self.heading(level, question, id)?;
        self.items(answer)?;
        if self.is_short(first) {
            self.join_from(first);
        }
        Ok(())
    }

    fn quote(&mut self, items: &[Item]) -> Result<(), ExportError> {
        let node = self.tree.add(self.parent, Tag::Quote);
        self.space(self.style.paragraph_gap);
        let frame = Frame {
            x: self.x,
            width: self.width,
            edge: Edge::Bar(self.style.quote_bar),
            padding: 0.0,
            repeat: Vec::new(),
        };
        self.framed(frame, |flow, _| {
            flow.indented(flow.style.indent, node, |flow| {
                flow.fixed_space(flow.gap);
                flow.items(items)
            })
        })?;
        self.gap = self.style.paragraph_gap;
        Ok(())
    }

    /// Code stands in and keeps its lines.
    fn code(&mut self, runs: &[Run]) -> Result<(), ExportError> {
        let paragraph = self.tree.add(self.parent, Tag::Paragraph);
        let node = self.tree.add(paragraph, Tag::Code);
        let plain: Vec<Run> = runs
            .iter()
            .cloned()
            .map(|mut run| {
                run.style.code = false;
                run
            })
            .collect();
        self.space(self.style.paragraph_gap);
        self.indented(self.style.indent, paragraph, |flow| {
            flow.text(&plain, node, flow.body())
        })?;
        self.gap = self.style.paragraph_gap;
        Ok(())
    }

    fn rule(&mut self) {
        self.space(self.style.paragraph_gap);
        if self.parent == Tree::ROOT {
            self.closing = Some(self.strips.len());
        }
        self.push(Strip {
            height: self.style.rule,
            blocks: vec![Block {
                x: self.x,
                y: 0.0,
                width: self.width,
                height: self.style.rule,
            }],
            ends_block: true,
            ..Strip::default()
        });
        self.gap = self.style.paragraph_gap;
    }
}

/// Whether a paragraph announces what follows it.
pub(super) fn is_lead_in(runs: &[Run]) -> bool {
    let last = runs.iter().rev().find(|run| !run.text.trim().is_empty());
    last.is_some_and(|run| run.text.trim_end().ends_with(':'))
}

/// The words of a heading on one line.
fn one_line(runs: &[Run]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
