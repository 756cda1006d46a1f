//! HTML elements that hold blocks, while they are open.

use super::grid::{self, Reach, Row};
use crate::article::{Block, BlockKind, Callout, Definition, List, ListItem, Prose};
use crate::parse::draft::Draft;
use crate::parse::sections::Part;
use crate::parse::tags::Start;
use crate::source::Span;

/// The kinds of box that a class names.
const BOXES: &[&str] = &[
    "danger",
    "caution",
    "warning",
    "important",
    "alert",
    "tip",
    "info",
    "note",
];

/// An open element.
#[derive(Debug)]
pub(super) struct Frame {
    /// The element's name.
    pub(super) name: String,
    /// What it makes.
    pub(super) kind: FrameKind,
    /// The HTML block in which it is closed; `None` where it is not.
    pub(super) closes: Option<usize>,
    /// The comments before it.
    pub(super) notes: Vec<usize>,
    span: Span,
    parts: Vec<Part>,
}

/// What an element makes of what is in it.
#[derive(Debug)]
pub(super) enum FrameKind {
    /// Nothing; how many elements of its name are open.
    Unseen(usize),
    /// A quote.
    Quote,
    /// A box of a kind.
    Callout(String),
    /// Folded text with its summary.
    Details(Option<Prose>),
    /// A list with its items.
    List(Numbering, Vec<ListItem>),
    /// A list's item with the number that it says it has.
    Item(Option<u64>),
    /// A list of terms.
    Definitions(Vec<Definition>),
    /// A term.
    Term(Draft),
    /// What a term means.
    Description,
    /// A table with the rows so far.
    Table(Vec<Row>),
    /// A row.
    Row(Row),
    /// A cell, and what it says of itself.
    Cell(Reach, Draft),
}

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// Not at all.
    Bullets,
    /// From this number on.
    Up(u64),
    /// Down from this number; from that of the items where none is given.
    Down(Option<u64>),
}

impl Numbering {
    fn of(tag: &Start) -> Self {
        let start = number(tag, "start");
        if tag.attribute("reversed").is_some() {
            Self::Down(start)
        } else {
            Self::Up(start.unwrap_or(1))
        }
    }

    /// The list of `items`, whose own numbers are those that they say they have.
    fn list(self, mut items: Vec<ListItem>) -> List {
        let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
        let (start, is_plain) = match self {
            Self::Bullets => (None, true),
            Self::Up(start) => (Some(start), items.iter().all(|item| item.number.is_none())),
            Self::Down(start) => (Some(start.unwrap_or(count)), false),
        };
        let mut next = start.filter(|_| !is_plain);
        for item in &mut items {
            item.number = next.map(|next| item.number.unwrap_or(next));
            next = match self {
                Self::Bullets | Self::Up(_) => item.number.map(|number| number.saturating_add(1)),
                Self::Down(_) => item.number.map(|number| number.saturating_sub(1)),
            };
        }
        let first = items.first().and_then(|item| item.number);
        List {
            start: first.or(start),
            items,
        }
    }
}

fn number(tag: &Start, attribute: &str) -> Option<u64> {
    tag.attribute(attribute)?.trim().parse().ok()
}

/// What is left of a frame.
pub(super) enum Closed {
    /// Nothing.
    Nothing,
    /// A piece of the element around it.
    Item(Piece),
    /// Blocks.
    Parts(Vec<Part>),
}

/// A piece of a list, a list of terms or a table.
pub(super) enum Piece {
    /// An item.
    Item(ListItem),
    /// A term.
    Term(Prose),
    /// What a term means.
    Description(Vec<Block>),
    /// A row.
    Row(Row, Span),
    /// A cell.
    Cell(Reach, Prose),
}

impl FrameKind {
    /// What the element that `tag` opens makes, if it holds blocks.
    pub(super) fn of(tag: &Start) -> Option<Self> {
        Some(match tag.name.as_str() {
            "blockquote" => Self::Quote,
            "aside" => Self::Callout(box_kind(tag)),
            "details" => Self::Details(None),
            "ul" | "menu" | "dir" => Self::List(Numbering::Bullets, Vec::new()),
            "ol" => Self::List(Numbering::of(tag), Vec::new()),
            "li" => Self::Item(number(tag, "value")),
            "dl" => Self::Definitions(Vec::new()),
            "dt" => Self::Term(Draft::default()),
            "dd" => Self::Description,
            "table" => Self::Table(Vec::new()),
            "tr" => Self::Row(Row::default()),
            "td" | "th" => Self::Cell(Reach::of(tag), Draft::default()),
            _ => return None,
        })
    }

    /// The elements that end where this one starts.
    pub(super) fn closed_by_start(&self) -> &'static [&'static str] {
        match self {
            Self::Item(_) => &["li"],
            Self::Term(_) | Self::Description => &["dt", "dd"],
            Self::Row(_) => &["td", "th", "tr"],
            Self::Cell(..) => &["td", "th"],
            Self::Unseen(_)
            | Self::Quote
            | Self::Callout(_)
            | Self::Details(_)
            | Self::List(..)
            | Self::Definitions(_)
            | Self::Table(_) => &[],
        }
    }
}

fn box_kind(tag: &Start) -> String {
    let class = tag.attribute("class").unwrap_or("").to_lowercase();
    let words: Vec<&str> = class.split([' ', '-', '_']).collect();
    let known = BOXES.iter().find(|kind| words.contains(kind));
    (*known.unwrap_or(&"aside")).to_owned()
}

impl Frame {
    /// An element called `name` that the tag at `span` opens.
    pub(super) fn new(name: &str, kind: FrameKind, span: Span, closes: Option<usize>) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            closes,
            notes: Vec::new(),
            span,
            parts: Vec::new(),
        }
    }

    /// Whether an element of `kind` belongs directly to this one.
    pub(super) fn holds(&self, kind: &FrameKind) -> bool {
        matches!(
            (&self.kind, kind),
            (FrameKind::List(..), FrameKind::Item(_))
                | (
                    FrameKind::Definitions(_),
                    FrameKind::Term(_) | FrameKind::Description
                )
                | (FrameKind::Table(_), FrameKind::Row(_))
                | (FrameKind::Row(_), FrameKind::Cell(..))
        )
    }

    /// The place of a summary.
    pub(super) fn summary_mut(&mut self) -> Option<&mut Option<Prose>> {
        match &mut self.kind {
            FrameKind::Details(summary) => Some(summary),
            _ => None,
        }
    }

    /// The text of an element that holds nothing but text.
    pub(super) fn draft_mut(&mut self) -> Option<&mut Draft> {
        match &mut self.kind {
            FrameKind::Term(draft) | FrameKind::Cell(_, draft) => Some(draft),
            _ => None,
        }
    }

    /// Takes a block.
    pub(super) fn push(&mut self, part: Part, source: &str) {
        self.span = self.span.cover(part.span());
        match &mut self.kind {
            FrameKind::Term(draft) | FrameKind::Cell(_, draft) => {
                for (_, prose) in part.into_block().proses() {
                    draft.append("\n", Draft::of(prose, source));
                }
            }
            FrameKind::List(_, items) => {
                let block = part.into_block();
                match items.last_mut() {
                    Some(item) => {
                        item.span = item.span.cover(block.span);
                        item.blocks.push(block);
                    }
                    None => items.push(ListItem {
                        span: block.span,
                        blocks: vec![block],
                        checked: None,
                        number: None,
                    }),
                }
            }
            FrameKind::Row(row) => {
                for (_, prose) in part.into_block().proses() {
                    row.push(Reach::default(), prose.clone());
                }
            }
            FrameKind::Unseen(_)
            | FrameKind::Quote
            | FrameKind::Callout(_)
            | FrameKind::Details(_)
            | FrameKind::Item(_)
            | FrameKind::Definitions(_)
            | FrameKind::Description
            | FrameKind::Table(_) => self.parts.push(part),
        }
    }

    /// Takes a piece that was closed inside this element.
    pub(super) fn take(&mut self, piece: Piece) {
        match (&mut self.kind, piece) {
            (FrameKind::List(_, items), Piece::Item(item)) => {
                self.span = self.span.cover(item.span);
                items.push(item);
            }
            (FrameKind::Definitions(terms), Piece::Term(term)) => terms.push(Definition {
                term,
                details: Vec::new(),
            }),
            (FrameKind::Definitions(terms), Piece::Description(details)) => {
                match terms.last_mut() {
                    Some(last) => last.details.extend(details),
                    None => terms.push(Definition {
                        term: Prose::default(),
                        details,
                    }),
                }
            }
            (FrameKind::Table(rows), Piece::Row(row, _)) => rows.push(row),
            (FrameKind::Table(rows), Piece::Cell(reach, prose)) => {
                let mut row = Row::default();
                row.push(reach, prose);
                rows.push(row);
            }
            (FrameKind::Row(row), Piece::Cell(reach, prose)) => row.push(reach, prose),
            (_, piece) => self.parts.extend(piece.into_parts()),
        }
    }

    /// What the element made; `end` is the tag that closes it.
    pub(super) fn close(self, end: Option<Span>) -> Closed {
        let span = end.map_or(self.span, |end| self.span.cover(end));
        let parts = self.parts;
        let kind = match self.kind {
            FrameKind::Unseen(_) => return Closed::Nothing,
            FrameKind::Item(number) => {
                return Closed::Item(Piece::Item(ListItem {
                    blocks: blocks(parts),
                    checked: None,
                    number,
                    span,
                }));
            }
            FrameKind::Description => return Closed::Item(Piece::Description(blocks(parts))),
            FrameKind::Row(row) => return Closed::Item(Piece::Row(row, span)),
            FrameKind::Term(draft) => return Closed::Item(Piece::Term(draft.prose(span))),
            FrameKind::Cell(reach, draft) => {
                return Closed::Item(Piece::Cell(reach, draft.prose(span)));
            }
            FrameKind::Quote => Some(BlockKind::Quote(blocks(parts))),
            FrameKind::Callout(kind) => Some(BlockKind::Callout(Callout {
                kind,
                title: None,
                blocks: blocks(parts),
            })),
            FrameKind::Details(summary) => Some(BlockKind::Details {
                summary: summary.unwrap_or_else(|| Prose::verbatim("", Span::empty(span.start()))),
                blocks: blocks(parts),
            }),
            // What lay between items, terms or rows comes before them.
            FrameKind::List(numbering, items) => {
                let list = (!items.is_empty()).then(|| BlockKind::List(numbering.list(items)));
                return Closed::Parts(with(parts, list, span));
            }
            FrameKind::Definitions(terms) => {
                let list = (!terms.is_empty()).then_some(BlockKind::Definitions(terms));
                return Closed::Parts(with(parts, list, span));
            }
            FrameKind::Table(rows) => {
                return Closed::Parts(with(parts, grid::table(rows).map(BlockKind::Table), span));
            }
        };
        Closed::Parts(with(Vec::new(), kind, span))
    }
}

fn with(mut parts: Vec<Part>, kind: Option<BlockKind>, span: Span) -> Vec<Part> {
    parts.extend(kind.map(|kind| Part::Block(Block { kind, span })));
    parts
}

fn blocks(parts: Vec<Part>) -> Vec<Block> {
    parts.into_iter().map(Part::into_block).collect()
}

impl Piece {
    /// The piece as blocks: the element that should hold it was never opened.
    pub(super) fn into_parts(self) -> Vec<Part> {
        let paragraph = |prose: Prose| {
            let span = prose.whole();
            let kind = BlockKind::Paragraph(prose);
            (!span.is_empty()).then_some(Part::Block(Block { kind, span }))
        };
        match self {
            Self::Item(item) => {
                let span = item.span;
                let list = List {
                    start: None,
                    items: vec![item],
                };
                vec![Part::Block(Block {
                    kind: BlockKind::List(list),
                    span,
                })]
            }
            Self::Term(prose) | Self::Cell(_, prose) => paragraph(prose).into_iter().collect(),
            Self::Description(blocks) => blocks.into_iter().map(Part::Block).collect(),
            Self::Row(row, span) => match grid::table(vec![row]) {
                Some(table) => vec![Part::Block(Block {
                    kind: BlockKind::Table(table),
                    span,
                })],
                None => Vec::new(),
            },
        }
    }
}
