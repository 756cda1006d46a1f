//! Lists whose bullets were typed as characters. Markdown knows no `•` and would run the lines together.

use crate::article::{Block, BlockKind, List, ListItem, Prose};
use crate::parse::draft::Draft;
use crate::source::{PartOf, Span};
use std::ops::Range;

/// The signs that are typed as bullets.
const SIGNS: &[char] = &['•', '◦', '▪', '·', '–'];

/// A paragraph of more lines stays one: people do not write such, and each item costs a look at the whole.
const MOST_LINES: usize = 300;

/// A line with a sign: its sign, its text without it, and all of it.
#[derive(Debug, Clone)]
struct Item {
    sign: char,
    text: Range<usize>,
    whole: Range<usize>,
}

/// What a paragraph at `span` is: itself, or lists where two or more of its lines in a row start with a typed bullet, with
/// what stands around them.
pub(super) fn blocks(mut draft: Draft, span: Span) -> Vec<(BlockKind, Span)> {
    if !draft.text().contains(SIGNS) {
        return vec![(BlockKind::Paragraph(draft.prose(span)), span)];
    }
    draft.trim();
    let lines = draft.lines();
    let found = if lines.len() > MOST_LINES {
        Vec::new()
    } else {
        lists(draft.text(), &lines)
    };
    let prose = draft.prose(span);
    if found.is_empty() {
        return vec![(BlockKind::Paragraph(prose), span)];
    }
    let mut blocks = Vec::new();
    let mut from = 0;
    for items in found {
        let [Item { whole: first, .. }, .., Item { whole: last, .. }] = items.as_slice() else {
            continue;
        };
        blocks.extend(paragraph(&prose, from..first.start));
        from = last.end;
        let block = nest(&prose, &items);
        blocks.push((block.kind, block.span));
    }
    blocks.extend(paragraph(&prose, from..prose.text().len()));
    blocks
}

/// The runs of two or more items.
fn lists(text: &str, lines: &[Range<usize>]) -> Vec<Vec<Item>> {
    let mut lists: Vec<Vec<Item>> = Vec::new();
    let mut run: Vec<Item> = Vec::new();
    for line in lines {
        let line = trimmed(text, line.clone());
        if let Some(item) = item(text, line.clone()) {
            run.push(item);
            continue;
        }
        // From the second item on it is a list, whose items may be broken over lines.
        if let [_, .., last] = run.as_mut_slice()
            && goes_on(text.part(last.text.clone()), text.part(line.clone()))
        {
            last.text.end = line.end;
            last.whole.end = line.end;
            continue;
        }
        lists.push(std::mem::take(&mut run));
    }
    lists.push(run);
    lists.retain(|items| items.len() > 1);
    lists
}

fn item(text: &str, line: Range<usize>) -> Option<Item> {
    let written = text.part(line.clone());
    let sign = written.chars().next().filter(|sign| SIGNS.contains(sign))?;
    let after = written.part(sign.len_utf8()..);
    let words = after.trim_start();
    (words.len() < after.len() && !words.is_empty()).then(|| Item {
        sign,
        text: line.end - words.len()..line.end,
        whole: line,
    })
}

/// Whether a line ends the sentence of the item above it.
fn goes_on(item: &str, line: &str) -> bool {
    line.starts_with(char::is_lowercase) && !item.ends_with(['.', ':', '!', '?'])
}

/// A list; items with another sign than the first are nested below the one before them.
fn nest(prose: &Prose, items: &[Item]) -> Block {
    let sign = items.first().map(|first| first.sign);
    let mut list = List {
        start: None,
        items: Vec::new(),
    };
    let mut rest = items;
    while let Some((first, following)) = rest.split_first() {
        let below = following.iter();
        let below = below.take_while(|item| Some(item.sign) != sign).count();
        let text = prose.slice(first.text.clone());
        let mut item = ListItem {
            blocks: vec![Block {
                span: text.whole(),
                kind: BlockKind::Paragraph(text),
            }],
            checked: None,
            number: None,
            span: prose.span(first.whole.clone()),
        };
        if below > 0 {
            let nested = nest(prose, following.part(..below));
            item.span = item.span.cover(nested.span);
            item.blocks.push(nested);
        }
        list.items.push(item);
        rest = following.part(below..);
    }
    let spans = list.items.iter().map(|item| item.span);
    let span = spans.reduce(Span::cover).unwrap_or(prose.whole());
    let kind = BlockKind::List(list);
    Block { kind, span }
}

fn paragraph(prose: &Prose, range: Range<usize>) -> Option<(BlockKind, Span)> {
    let range = trimmed(prose.text(), range);
    let text = (!range.is_empty()).then(|| prose.slice(range))?;
    let span = text.whole();
    Some((BlockKind::Paragraph(text), span))
}

/// `range` without white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.part(range.clone());
    let end = range.start + part.trim_end().len();
    let start = range.end - part.trim_start().len();
    start.min(end)..end
}
