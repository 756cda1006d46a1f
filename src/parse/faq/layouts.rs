//! Questions with their answers in a run of blocks, whatever their layout; headings are read elsewhere.

use super::invitations::is_invitation;
use super::labels::{ANSWER_LABELS, QUESTION_LABELS, strip_label};
use super::questions::{is_bold_line, question_end, rest_of, split_question};
use crate::article::{Block, BlockKind, Definition, FaqPair, List, ListItem, Table};
use crate::source::{PartOf, Span};

/// Finds pairs in a run of blocks; a question that is still open at the end comes back.
pub(super) fn blocks(blocks: &[Block], inside: bool, found: &mut Vec<FaqPair>) -> Option<FaqPair> {
    let mut open: Option<FaqPair> = None;
    for block in blocks {
        if matches!(block.kind, BlockKind::Rule) {
            continue;
        }
        if let BlockKind::Paragraph(prose) = &block.kind {
            let split = split_question(prose, inside, open.is_some());
            if !split.is_empty() {
                for part in split {
                    found.extend(open.take());
                    open = Some(part);
                }
                continue;
            }
        }
        let whole = whole_pairs(block, inside);
        if whole.is_empty() {
            if let Some(pair) = &mut open {
                pair.answer
                    .push(answer_block(block, pair.answer.is_empty()));
                pair.span = pair.span.cover(block.span);
            }
        } else {
            found.extend(open.take());
            found.extend(whole);
        }
    }
    if inside {
        return open;
    }
    found.extend(open.filter(|pair| !pair.answer.is_empty()));
    None
}

/// Whether a block in an answer is a question with an answer of its own: a bold line that asks, a list of pairs.
pub(super) fn asks_anew(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(prose) => {
            is_bold_line(prose) && prose.text().trim_end().ends_with('?')
        }
        BlockKind::List(list) => !list_pairs(list, false).is_empty(),
        _ => false,
    }
}

fn answer_block(block: &Block, is_first: bool) -> Block {
    match &block.kind {
        BlockKind::Paragraph(prose) if is_first => {
            let prose = strip_label(prose, ANSWER_LABELS);
            Block {
                span: block.span,
                kind: BlockKind::Paragraph(prose),
            }
        }
        _ => block.clone(),
    }
}

/// The pairs that a block holds whole: definition lists, lists of questions, folded text.
fn whole_pairs(block: &Block, inside: bool) -> Vec<FaqPair> {
    match &block.kind {
        BlockKind::Definitions(definitions) => {
            let asked = definitions
                .iter()
                .filter(|definition| definition.term.text().trim_end().ends_with('?'))
                .count();
            if !inside && asked * 2 <= definitions.len() {
                return Vec::new();
            }
            let pair = |definition: &Definition| {
                let span = definition
                    .details
                    .iter()
                    .map(|block| block.span)
                    .fold(definition.term.whole(), Span::cover);
                FaqPair {
                    question: strip_label(&definition.term.trimmed(), QUESTION_LABELS),
                    answer: definition.details.clone(),
                    span,
                }
            };
            definitions.iter().map(pair).collect()
        }
        BlockKind::Details { summary, blocks }
            if inside || summary.text().trim_end().ends_with('?') =>
        {
            vec![FaqPair {
                question: strip_label(&summary.trimmed(), QUESTION_LABELS),
                answer: blocks.clone(),
                span: block.span,
            }]
        }
        BlockKind::List(list) => list_pairs(list, inside),
        BlockKind::Table(table) if inside => table_pairs(table),
        BlockKind::Paragraph(_)
        | BlockKind::Heading { .. }
        | BlockKind::Table(_)
        | BlockKind::Image(_)
        | BlockKind::Quote(_)
        | BlockKind::Callout(_)
        | BlockKind::Details { .. }
        | BlockKind::Code { .. }
        | BlockKind::Html(_)
        | BlockKind::Rule => Vec::new(),
    }
}

/// Inside the FAQ most items have to ask, elsewhere all of them, with their answers.
fn list_pairs(list: &List, inside: bool) -> Vec<FaqPair> {
    let pairs: Vec<FaqPair> = list.items.iter().filter_map(item_pair).collect();
    let enough = if inside {
        pairs.len() * 2 >= list.items.len()
    } else {
        pairs.len() == list.items.len()
            && pairs.iter().all(|pair| !pair.answer.is_empty())
            && pairs.len() > 1
    };
    if enough { pairs } else { Vec::new() }
}

/// The rows of a table whose first cell asks; the other cells answer.
fn table_pairs(table: &Table) -> Vec<FaqPair> {
    let rows = std::iter::once(&table.header).chain(&table.rows);
    rows.filter_map(|cells| {
        let (question, answers) = cells.split_first()?;
        if !question.text().trim_end().ends_with('?') {
            return None;
        }
        let answer: Vec<Block> = answers
            .iter()
            .filter(|cell| !cell.is_blank())
            .map(|cell| Block {
                span: cell.whole(),
                kind: BlockKind::Paragraph(cell.clone()),
            })
            .collect();
        let span = answer
            .iter()
            .map(|block| block.span)
            .fold(question.whole(), Span::cover);
        Some(FaqPair {
            question: strip_label(&question.trimmed(), QUESTION_LABELS),
            answer,
            span,
        })
    })
    .collect()
}

fn item_pair(item: &ListItem) -> Option<FaqPair> {
    let prose = item.prose()?;
    let end = question_end(prose)?;
    if is_invitation(prose.text().part(..end)) {
        return None;
    }
    let mut answer = rest_of(prose, end);
    answer.extend(item.blocks.iter().skip(1).cloned());
    Some(FaqPair {
        question: strip_label(&prose.slice(0..end).trimmed(), QUESTION_LABELS),
        answer,
        span: item.span,
    })
}
