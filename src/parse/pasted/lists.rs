//! Lists from lines with bullets or numbers: where they end, and how their items nest.

use super::Reader;
use super::lines::{Group, Line, Marker};
use crate::article::{Block, BlockKind, List, ListItem, PromotionKind};
use crate::parse::sections::Part;
use crate::source::{PartOf, Span};

/// The sign of an item with a letter.
const STEP: char = 'a';

/// The marker of such an item: the letter stays in its text, where others may point to it.
const LETTER: Marker = Marker {
    number: None,
    width: 0,
};

/// How many lines a step may have; so far the second one is looked for.
const MOST_LINES: usize = 20;

/// The items "a.", "b." below an item, as far as they were met.
#[derive(Debug, Default)]
struct Steps {
    last: Option<char>,
}

impl Steps {
    /// Whether the line at `at` is the next of them, or a first one that has a second below it.
    fn is_next(&mut self, lines: &[Line<'_>], at: usize) -> bool {
        let Some(line) = lines.get(at).filter(|line| line.marker.is_none()) else {
            self.last = None;
            return false;
        };
        let Some(letter) = line.letter() else {
            return false;
        };
        let is_second = |line: &Line<'_>| line.letter() == Some('b');
        let below = lines.part(at + 1..).iter().take(MOST_LINES);
        let mut below = below.take_while(|line| line.marker.is_none());
        let before = self
            .last
            .and_then(|last| char::from_u32(u32::from(last) + 1));
        let is_next = before == Some(letter) || letter == 'a' && below.any(is_second);
        if is_next {
            self.last = Some(letter);
        }
        is_next
    }
}

#[derive(Debug, Clone)]
struct Item {
    marker: Marker,
    indent: usize,
    glyph: char,
    lines: Vec<Span>,
}

impl Reader<'_> {
    /// A list goes on with items, with lines that stand deeper than its first item, and with lines that end an item's sentence.
    pub(super) fn list_end(
        &self,
        group: &[Line<'_>],
        at: usize,
        next: Option<&Group<'_>>,
    ) -> usize {
        let indent = group.get(at).map_or(0, |line| line.indent);
        let mut before = group.get(at).map_or("", |line| line.text);
        let mut steps = Steps::default();
        let mut end = at + 1;
        while let Some(line) = group.get(end) {
            let text = line.text;
            let goes_on = if steps.is_next(group, end) {
                true
            } else if line.marker.is_some() {
                !self.is_numbered_heading(group, end, next)
            } else {
                line.indent > indent
                    || (text.starts_with(char::is_lowercase)
                        && !before.ends_with(['.', ':', '!', '?']))
            };
            if !goes_on {
                break;
            }
            before = line.text;
            end += 1;
        }
        end
    }

    pub(super) fn list(&mut self, lines: &[Line<'_>]) {
        let mut items: Vec<Item> = Vec::new();
        let mut steps = Steps::default();
        for (at, line) in lines.iter().enumerate() {
            let is_step = !items.is_empty() && steps.is_next(lines, at);
            let marker = line.marker.or(is_step.then_some(LETTER));
            match marker {
                Some(marker) => {
                    self.promote(PromotionKind::ListItem, line.span);
                    items.push(Item {
                        marker,
                        indent: line.indent,
                        glyph: if is_step { STEP } else { line.glyph() },
                        lines: vec![line.span],
                    });
                }
                None => {
                    if let Some(item) = items.last_mut() {
                        item.lines.push(line.span);
                    }
                }
            }
        }
        // Blank lines between items part groups, not lists: an item right after a list goes on with it.
        let block = self.nest(&items);
        if let Some(Part::Block(last)) = self.out.parts.last_mut()
            && let (BlockKind::List(list), BlockKind::List(more)) = (&mut last.kind, &block.kind)
            && list.start.is_some() == more.start.is_some()
        {
            last.span = last.span.cover(block.span);
            if let BlockKind::List(more) = block.kind {
                list.items.extend(more.items);
            }
            return;
        }
        self.out.parts.push(Part::Block(block));
    }

    /// Items that stand deeper than the first, or have another bullet than the first at the same depth, are nested.
    fn nest(&self, items: &[Item]) -> Block {
        let (indent, glyph) = items
            .first()
            .map_or((0, '-'), |first| (first.indent, first.glyph));
        let is_nested = |item: &Item| {
            item.indent > indent + 1 || (item.glyph != glyph && "◦○▪–—o§a".contains(item.glyph))
        };
        let mut list = List {
            start: items.first().and_then(|item| item.marker.number),
            items: Vec::new(),
        };
        let mut at = 0;
        while let Some(item) = items.get(at) {
            let below = items
                .part(at + 1..)
                .iter()
                .take_while(|item| is_nested(item))
                .count();
            let mut made = self.item(item);
            if below > 0 {
                let nested = self.nest(items.part(at + 1..=at + below));
                made.span = made.span.cover(nested.span);
                made.blocks.push(nested);
            }
            list.items.push(made);
            at += 1 + below;
        }
        let span = list
            .items
            .iter()
            .map(|item| item.span)
            .reduce(Span::cover)
            .unwrap_or_default();
        Block {
            kind: BlockKind::List(list),
            span,
        }
    }

    fn item(&self, item: &Item) -> ListItem {
        let mut spans = item.lines.clone();
        let whole = spans
            .iter()
            .copied()
            .reduce(Span::cover)
            .unwrap_or_default();
        if let Some(first) = spans.first_mut() {
            *first = Span::new(first.start() + item.marker.width, first.end());
        }
        let prose = self.prose(&spans);
        let block = Block {
            span: prose.whole(),
            kind: BlockKind::Paragraph(prose),
        };
        ListItem {
            blocks: vec![block],
            checked: None,
            number: item.marker.number,
            span: whole,
        }
    }
}
