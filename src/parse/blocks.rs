//! From comrak's block nodes to parts and blocks.

use super::comments::Note;
use super::draft::Draft;
use super::html::{Composer, Raw};
use super::inlines::{Inline, Inlines};
use super::lines::{self, Lines};
use super::sections::{Heading, Part};
use crate::article::{
    Alignment, Block, BlockKind, Callout, Definition, Footnote, Image, List, ListItem, MarkKind,
    Prose, ProseBuilder, Table,
};
use crate::source::Span;
use comrak::nodes::{
    AstNode, ListType, NodeCodeBlock, NodeList, NodeTable, NodeValue, TableAlignment,
};
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
}

/// Reads the blocks of one document.
#[derive(Debug)]
pub(super) struct Blocks<'s> {
    lines: &'s Lines<'s>,
    numbers: BTreeMap<String, usize>,
    footnotes: Vec<Footnote>,
    comments: Vec<Note>,
}

impl<'s> Blocks<'s> {
    /// A reader for `document`, whose places are in `lines`.
    pub(super) fn new<'a>(lines: &'s Lines<'s>, document: &'a AstNode<'a>) -> Self {
        let mut numbers = BTreeMap::new();
        for node in document.descendants() {
            if let NodeValue::FootnoteReference(call) = &node.data().value {
                numbers.insert(call.name.clone(), call.ix as usize);
            }
        }
        Self {
            lines,
            numbers,
            footnotes: Vec::new(),
            comments: Vec::new(),
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
        }
    }

    /// The parts that `nodes` make, in order.
    fn parts<'a>(&mut self, nodes: Vec<&'a AstNode<'a>>, depth: usize) -> Vec<Part> {
        let htmls = nodes.iter().filter_map(|node| self.raw(node)).collect();
        let mut composer = Composer::new(self.lines.text(), htmls);
        for node in nodes {
            if matches!(node.data().value, NodeValue::HtmlBlock(_)) {
                composer.html();
                continue;
            }
            for part in self.part(node, depth) {
                composer.markdown(part);
            }
        }
        let (parts, notes) = composer.finish();
        self.comments.extend(notes);
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

    fn blocks<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> Vec<Block> {
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
            NodeValue::Paragraph => self.paragraph(node, span),
            NodeValue::List(list) => Some(self.list(node, *list, depth)),
            NodeValue::BlockQuote => Some(BlockKind::Quote(self.blocks(node, depth + 1))),
            NodeValue::Callout(callout) => {
                let kind = callout.callout_type.clone();
                Some(BlockKind::Callout(self.callout(node, kind, depth)))
            }
            NodeValue::BlockDirective(directive) => {
                Some(self.directive(node, &directive.info, span, depth))
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

    fn inline<'a>(&mut self, node: &'a AstNode<'a>, area: Span) -> Inline {
        let inlines = Inlines {
            lines: self.lines,
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

    fn prose(&self, draft: Draft, area: Span) -> Prose {
        let whole = draft.source().unwrap_or(area);
        draft.finish(whole)
    }

    fn heading<'a>(&mut self, node: &'a AstNode<'a>, level: u8, span: Span) -> Vec<Part> {
        let inline = self.inline(node, span);
        let prose = self.prose(inline.draft, span);
        vec![Part::Heading(Heading {
            level,
            prose,
            id: inline.id,
            span,
        })]
    }

    fn paragraph<'a>(&mut self, node: &'a AstNode<'a>, span: Span) -> Option<BlockKind> {
        let inline = self.inline(node, span);
        if let Some(image) = self.only_image(node, &inline.draft, span) {
            return Some(BlockKind::Image(image));
        }
        if inline.draft.is_blank() {
            return self.bare_image(inline.draft, span);
        }
        Some(BlockKind::Paragraph(self.prose(inline.draft, span)))
    }

    /// The image that is all there is in a paragraph.
    fn only_image<'a>(&self, node: &'a AstNode<'a>, draft: &Draft, area: Span) -> Option<Image> {
        let mut images = node
            .children()
            .filter_map(|child| match &child.data().value {
                NodeValue::Image(link) => Some((link.url.clone(), link.title.clone())),
                _ => None,
            });
        let (url, title) = images.next()?;
        if images.next().is_some() {
            return None;
        }
        let mut alt = draft.clone();
        alt.trim();
        let covers = |kind: &MarkKind, range: &std::ops::Range<usize>| {
            matches!(kind, MarkKind::Image { .. }) && *range == (0..alt.len())
        };
        let alone = alt.text().is_empty()
            || alt
                .marks()
                .iter()
                .any(|mark| covers(&mark.kind, &mark.range));
        if !alone {
            return None;
        }
        alt.retain_marks(0, |kind| !matches!(kind, MarkKind::Image { .. }));
        Some(Image {
            alt: self.prose(alt, area),
            url,
            title: (!title.is_empty()).then_some(title),
            decorative: false,
        })
    }

    /// The first image of a paragraph that has images without a text alternative and nothing else.
    fn bare_image(&self, mut draft: Draft, area: Span) -> Option<BlockKind> {
        let url = draft.marks().iter().find_map(|mark| match &mark.kind {
            MarkKind::Image { url } => Some(url.clone()),
            _ => None,
        })?;
        draft.retain_marks(0, |_| false);
        draft.trim();
        Some(BlockKind::Image(Image {
            alt: self.prose(draft, area),
            url,
            title: None,
            decorative: false,
        }))
    }

    fn list<'a>(&mut self, node: &'a AstNode<'a>, list: NodeList, depth: usize) -> BlockKind {
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
                span,
            }
        });
        BlockKind::List(List {
            items: items.collect(),
            start: (list.list_type == ListType::Ordered).then_some(list.start as u64),
        })
    }

    fn callout<'a>(&mut self, node: &'a AstNode<'a>, kind: String, depth: usize) -> Callout {
        let mut title = None;
        let mut nodes = Vec::new();
        for child in node.children() {
            if !matches!(child.data().value, NodeValue::CalloutTitle) {
                nodes.push(child);
                continue;
            }
            for part in child.children() {
                if title.is_none() && matches!(part.data().value, NodeValue::Paragraph) {
                    let span = self.span(part);
                    let inline = self.inline(part, span);
                    title = Some(self.prose(inline.draft, span)).filter(|title| !title.is_blank());
                } else {
                    nodes.push(part);
                }
            }
        }
        let nodes = if depth >= DEEPEST {
            nodes.into_iter().flat_map(leaves_of).collect()
        } else {
            nodes
        };
        let parts = self.parts(nodes, depth + 1);
        let blocks = parts.into_iter().map(Part::into_block).collect();
        Callout {
            kind,
            title,
            blocks,
        }
    }

    /// `:::warning Title`: a callout where it names its kind, else no more than what it holds.
    fn directive<'a>(
        &mut self,
        node: &'a AstNode<'a>,
        info: &str,
        span: Span,
        depth: usize,
    ) -> BlockKind {
        let blocks = self.blocks(node, depth + 1);
        let word = info.split([' ', '[', '{']).next().unwrap_or("");
        let rest = info[word.len()..].trim();
        let rest = rest
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
            .unwrap_or(rest);
        let line = self
            .lines
            .text()
            .get(span.range())
            .and_then(|text| text.lines().next());
        let at = line
            .and_then(|line| line.rfind(rest))
            .filter(|_| !rest.is_empty() && !rest.starts_with('{'));
        let title = at.map(|at| {
            let start = span.start() + at;
            Prose::verbatim(rest, Span::new(start, start + rest.len()))
        });
        BlockKind::Callout(Callout {
            kind: if word.is_empty() {
                "note".to_owned()
            } else {
                word.to_lowercase()
            },
            title,
            blocks,
        })
    }

    /// Code, whose lines agree with the source from their ends on: an indent may have become spaces.
    fn code(&self, code: &NodeCodeBlock, first_line: usize, span: Span) -> BlockKind {
        let mut builder = ProseBuilder::new(span);
        let literal = code.literal.trim_end_matches(['\n', '\r']);
        let mut before = None;
        for (number, row) in lines::rows(literal).into_iter().enumerate() {
            let line = first_line + usize::from(code.fenced) + number;
            let (start, end) = (self.lines.start(line), self.lines.end(line));
            let source = &self.lines.text()[start..end];
            let wanted = row.trim_end_matches(['\n', '\r']);
            if let Some(end) = before {
                builder.push_atomic("\n", Span::new(end, start));
            }
            before = Some(end);
            let same = common_suffix(wanted, source);
            let (indent, body) = wanted.split_at(wanted.len() - same);
            builder.push_atomic(indent, Span::new(start, end - same));
            builder.push_verbatim(body, end - same);
        }
        BlockKind::Code {
            prose: builder.finish(),
            info: code.info.clone(),
        }
    }

    fn table<'a>(&mut self, node: &'a AstNode<'a>, table: &NodeTable) -> Table {
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for row in node.children() {
            let cells: Vec<Prose> = row.children().map(|cell| self.cell(cell, row)).collect();
            match row.data().value {
                NodeValue::TableRow(true) => header = cells,
                _ => rows.push(cells),
            }
        }
        let alignments = table.alignments.iter().map(|alignment| match alignment {
            TableAlignment::None => Alignment::None,
            TableAlignment::Left => Alignment::Left,
            TableAlignment::Center => Alignment::Center,
            TableAlignment::Right => Alignment::Right,
        });
        Table {
            header,
            rows,
            alignments: alignments.collect(),
        }
    }

    fn cell<'a>(&mut self, cell: &'a AstNode<'a>, row: &'a AstNode<'a>) -> Prose {
        let span = self.span(cell);
        // comrak ends a cell too early where it holds an escaped pipe.
        let line = row.data().sourcepos.start.line;
        let area = Span::new(span.start(), self.lines.end(line));
        let inline = self.inline(cell, area);
        self.prose(inline.draft, span)
    }

    fn definitions<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        for part in node.children().flat_map(AstNode::children) {
            match part.data().value {
                NodeValue::DescriptionTerm => {
                    let mut term = Draft::default();
                    let area = self.term_area(part);
                    for paragraph in part.children() {
                        term.append(" ", self.inline(paragraph, area).draft);
                    }
                    definitions.push(Definition {
                        term: self.prose(term, area),
                        details: Vec::new(),
                    });
                }
                _ => {
                    let blocks = self.blocks(part, depth + 1);
                    match definitions.last_mut() {
                        Some(definition) => definition.details.extend(blocks),
                        None => definitions.push(Definition {
                            term: Prose::default(),
                            details: blocks,
                        }),
                    }
                }
            }
        }
        definitions
    }

    /// The lines of a term: comrak ends it wherever it likes.
    fn term_area<'a>(&self, term: &'a AstNode<'a>) -> Span {
        let start = self.span(term).start();
        let end = term.next_sibling().map(|details| {
            let line = details.data().sourcepos.start.line;
            self.lines.end(line.saturating_sub(1))
        });
        Span::new(start, end.unwrap_or(start).max(start))
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

/// The length of the text that both end with.
fn common_suffix(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(ch, _)| ch.len_utf8())
        .sum()
}

/// The blocks below `node` that hold text of their own, whatever they lie in.
fn leaves<'a>(node: &'a AstNode<'a>) -> Vec<&'a AstNode<'a>> {
    node.children().flat_map(leaves_of).collect()
}

fn leaves_of<'a>(node: &'a AstNode<'a>) -> Vec<&'a AstNode<'a>> {
    let mut leaves = Vec::new();
    let mut next = Some(node);
    while let Some(current) = next {
        let is_leaf = matches!(
            current.data().value,
            NodeValue::Paragraph
                | NodeValue::Heading(_)
                | NodeValue::CodeBlock(_)
                | NodeValue::HtmlBlock(_)
                | NodeValue::Table(_)
                | NodeValue::ThematicBreak
        );
        if is_leaf {
            leaves.push(current);
        }
        let below = if is_leaf { None } else { current.first_child() };
        next = below.or_else(|| after(current, node));
    }
    leaves
}

/// The node after `node` and all below it, inside `top`.
fn after<'a>(node: &'a AstNode<'a>, top: &'a AstNode<'a>) -> Option<&'a AstNode<'a>> {
    let mut current = node;
    while !std::ptr::eq(current, top) {
        if let Some(next) = current.next_sibling() {
            return Some(next);
        }
        current = current.parent()?;
    }
    None
}
