//! From comrak's block nodes to parts and blocks.

mod callout;
mod code;
mod definitions;
mod image;
mod leaves;
mod table;
mod typed;

use super::comments::Note;
use super::html::{Composer, Raw};
use super::inlines::{Inline, Inlines};
use super::lines::Lines;
use super::quotes::Quotes;
use super::sections::{Heading, Part};
use crate::article::{Block, BlockKind, Footnote, List, ListItem};
use crate::source::{PartOf, Span};
use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use leaves::{depth_below, leaves};
use std::collections::BTreeMap;

/// How deeply blocks may lie in blocks; what lies deeper is put on one level. People do not write that deep, and a tree
/// of bounded depth can be walked and dropped on any stack.
const DEEPEST: usize = 24;

/// Everything below the document.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) parts: Vec<Part>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) comments: Vec<Note>,
    /// How deep blocks lie in each other at most, and where.
    pub(super) deepest: Option<(usize, Span)>,
}

/// Reads the blocks of one document.
#[derive(Debug)]
pub(super) struct Blocks<'s> {
    lines: &'s Lines<'s>,
    quotes: Quotes,
    numbers: BTreeMap<String, usize>,
    footnotes: Vec<Footnote>,
    comments: Vec<Note>,
    deepest: Option<(usize, Span)>,
}

impl<'s> Blocks<'s> {
    /// A reader for `document`, whose places are in `lines` and whose language has `quotes`.
    pub(super) fn new<'a>(lines: &'s Lines<'s>, quotes: Quotes, document: &'a AstNode<'a>) -> Self {
        let mut numbers = BTreeMap::new();
        for node in document.descendants() {
            if let NodeValue::FootnoteReference(call) = &node.data().value {
                numbers.insert(call.name.clone(), call.ix as usize);
            }
        }
        Self {
            lines,
            quotes,
            numbers,
            footnotes: Vec::new(),
            comments: Vec::new(),
            deepest: None,
        }
    }

    /// Reads all of `document`.
    pub(super) fn document<'a>(mut self, document: &'a AstNode<'a>) -> Read {
        let parts = self.parts(document.children().collect(), 0);
        self.footnotes.sort_by_key(|footnote| footnote.number);
        self.comments.sort_by_key(|note| note.span);
        Read {
            parts,
            footnotes: self.footnotes,
            comments: self.comments,
            deepest: self.deepest,
        }
    }

    /// The parts that `nodes` make, in order.
    fn parts<'a>(&mut self, nodes: Vec<&'a AstNode<'a>>, depth: usize) -> Vec<Part> {
        let htmls = nodes.iter().filter_map(|node| self.raw(node)).collect();
        let mut composer = Composer::new(self.lines.text(), htmls, self.quotes);
        for node in nodes {
            if matches!(node.data().value, NodeValue::HtmlBlock(_)) {
                composer.html();
                continue;
            }
            for made in self.part(node, depth) {
                composer.markdown(made);
            }
        }
        let (parts, comments) = composer.finish();
        self.comments.extend(comments);
        parts
    }

    fn raw<'a>(&self, node: &'a AstNode<'a>) -> Option<Raw> {
        let data = node.data();
        let NodeValue::HtmlBlock(html) = &data.value else {
            return None;
        };
        Some(Raw::new(
            &html.literal,
            self.lines,
            data.sourcepos.start.line,
        ))
    }

    /// Notes that what `node` holds lies `depth` deep, and deeper where the tree does not go.
    fn note_depth<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) {
        let below = if depth > DEEPEST {
            depth_below(node)
        } else {
            0
        };
        let deep = depth + below;
        if self.deepest.is_none_or(|(known, _)| known < deep) {
            self.deepest = Some((deep, self.span(node)));
        }
    }

    fn blocks<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> Vec<Block> {
        self.note_depth(node, depth);
        let nodes = if depth > DEEPEST {
            leaves(node)
        } else {
            node.children().collect()
        };
        let parts = self.parts(nodes, depth);
        parts.into_iter().map(Part::into_block).collect()
    }

    fn part<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> Vec<Part> {
        let data = node.data();
        let span = self.span(node);
        let kind = match &data.value {
            NodeValue::Heading(heading) => return self.heading(node, heading.level, span),
            NodeValue::FootnoteDefinition(definition) => {
                let label = definition.name.clone();
                return self.footnote(node, label, span, depth);
            }
            NodeValue::Paragraph => return self.paragraph(node, span),
            NodeValue::BlockDirective(directive) => {
                return self.directive(node, &directive.info, span, depth);
            }
            NodeValue::List(list) => Some(self.list(node, *list, depth)),
            NodeValue::BlockQuote => Some(BlockKind::Quote(self.blocks(node, depth + 1))),
            NodeValue::Callout(callout) => {
                let kind = callout.callout_type.clone();
                Some(BlockKind::Callout(self.callout(node, kind, depth)))
            }
            NodeValue::CodeBlock(code) => Some(self.code(code, data.sourcepos.start.line, span)),
            NodeValue::ThematicBreak => Some(BlockKind::Rule),
            NodeValue::Table(table) => Some(BlockKind::Table(self.table(node, table))),
            NodeValue::DescriptionList => {
                Some(BlockKind::Definitions(self.definitions(node, depth)))
            }
            _ => None,
        };
        let Some(kind) = kind else {
            return Vec::new();
        };
        let block = Block { kind, span };
        let span = block
            .children()
            .iter()
            .fold(span, |span, child| span.cover(child.span));
        vec![Part::Block(Block { span, ..block })]
    }

    fn span<'a>(&self, node: &'a AstNode<'a>) -> Span {
        self.lines.span(node.data().sourcepos)
    }

    /// Reads the text of `node`, which lies in `area`, or beyond it where comrak lost its end.
    fn inline<'a>(&mut self, node: &'a AstNode<'a>, area: Span) -> Inline {
        let last = node.last_child().map_or(area, |last| self.span(last));
        let end = self.table_below(node).max(last.end());
        let area = Span::new(area.start(), area.end().max(end));
        let inlines = Inlines {
            lines: self.lines,
            quotes: self.quotes,
            footnotes: &self.numbers,
        };
        let mut inline = inlines.read(node, area);
        for (text, span) in inline.comments.drain(..) {
            self.comments.push(Note {
                text,
                span,
                target: Some(area),
            });
        }
        inline
    }

    fn heading<'a>(&mut self, node: &'a AstNode<'a>, level: u8, span: Span) -> Vec<Part> {
        let inline = self.inline(node, span);
        let prose = inline.draft.prose(span);
        vec![Part::Heading(Heading {
            level,
            prose,
            id: inline.id,
            span,
        })]
    }

    fn paragraph<'a>(&mut self, node: &'a AstNode<'a>, span: Span) -> Vec<Part> {
        let inline = self.inline(node, span);
        let span = inline.draft.source().map_or(span, |text| span.cover(text));
        let blocks = match image::images(node, &inline.draft, span) {
            Some(images) => images,
            None if inline.draft.is_blank() => Vec::new(),
            None => typed::blocks(inline.draft, span),
        };
        let parts = blocks
            .into_iter()
            .map(|(kind, span)| Part::Block(Block { kind, span }));
        parts.collect()
    }

    /// The number that is written before an item; comrak keeps that of the first only.
    fn written_number<'a>(&self, item: &'a AstNode<'a>) -> Option<u64> {
        let place = item.data().sourcepos.start;
        let start = self.lines.offset(place.line, place.column);
        let text = self.lines.text().part(start..);
        let end = text.find(|ch: char| !ch.is_ascii_digit())?;
        text.part(..end).parse().ok()
    }

    fn list<'a>(&mut self, node: &'a AstNode<'a>, list: NodeList, depth: usize) -> BlockKind {
        let is_ordered = list.list_type == ListType::Ordered;
        let items = node.children().map(|child| {
            let checked = match &child.data().value {
                NodeValue::TaskItem(task) => Some(task.symbol.is_some()),
                _ => None,
            };
            let blocks = self.blocks(child, depth + 1);
            let span = blocks
                .iter()
                .fold(self.span(child), |span, block| span.cover(block.span));
            ListItem {
                blocks,
                checked,
                number: is_ordered.then(|| self.written_number(child)).flatten(),
                span,
            }
        });
        BlockKind::List(List {
            items: items.collect(),
            start: is_ordered.then_some(list.start as u64),
        })
    }

    /// A footnote that is called is put aside; the text of one that is not stays where it is.
    fn footnote<'a>(
        &mut self,
        node: &'a AstNode<'a>,
        label: String,
        span: Span,
        depth: usize,
    ) -> Vec<Part> {
        let called = match &node.data().value {
            NodeValue::FootnoteDefinition(definition) => definition.total_references > 0,
            _ => false,
        };
        let blocks = self.blocks(node, depth + 1);
        match self.numbers.get(&label) {
            Some(number) if called => {
                let span = blocks
                    .iter()
                    .fold(span, |span, block| span.cover(block.span));
                self.footnotes.push(Footnote {
                    label,
                    number: *number,
                    blocks,
                    span,
                });
                Vec::new()
            }
            _ => blocks.into_iter().map(Part::Block).collect(),
        }
    }
}
