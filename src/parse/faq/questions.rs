//! Questions in a paragraph of running text: labelled, bold, or first in it. Other blocks are read elsewhere.

use super::invitations::is_invitation;
use super::labels::{ANSWER_LABELS, Labels, QUESTION_LABELS, label_length, strip_label};
use crate::article::{Block, BlockKind, FaqPair, MarkKind, Prose};
use crate::lexicon::sentence;
use crate::source::PartOf;
use std::ops::Range;

/// A question in running text with more words is a paragraph that ends in a question.
const QUESTION_WORDS: usize = 35;

/// The questions that a paragraph opens, each with what follows it in the paragraph; empty if it opens none.
pub(super) fn split_question(prose: &Prose, inside: bool, is_open: bool) -> Vec<FaqPair> {
    let text = prose.text();
    let labelled = label_length(text, QUESTION_LABELS) > 0;
    if label_length(text, ANSWER_LABELS) > 0 && is_open {
        return Vec::new();
    }
    if labelled {
        return labelled_pairs(prose);
    }
    if question_end(prose).is_some_and(|end| is_invitation(text.part(..end))) {
        return Vec::new();
    }
    if let Some(mark) = prose.marks().iter().find(|mark| {
        mark.kind == MarkKind::Strong && text.part(..mark.range.start).trim().is_empty()
    }) {
        let bold = text.part(mark.range.clone()).trim_end();
        let rest = text.part(mark.range.end..).trim();
        let asks = bold.ends_with('?') || rest == "?" || rest.starts_with("?\n");
        if asks && (inside || is_answered(rest)) {
            let end = if bold.ends_with('?') {
                mark.range.end
            } else {
                mark.range.end + 1
            };
            return vec![pair(prose, 0..end)];
        }
        if inside && rest.is_empty() && is_bold_line(prose) {
            return vec![pair(prose, 0..text.len())];
        }
    }
    if !inside {
        return Vec::new();
    }
    match question_end(prose) {
        Some(end) if prose.text().part(..end).split_whitespace().count() <= QUESTION_WORDS => {
            let rest = prose.text().part(end..).trim();
            // A question inside an answer ("Still sore? Rest.") is not a new one, unless a line break parts them.
            let alone = rest.is_empty() || prose.text().part(end..).starts_with('\n') || !is_open;
            if alone {
                vec![pair(prose, 0..end)]
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

/// Outside the FAQ a bold question counts only with an answer in the same paragraph.
fn is_answered(rest: &str) -> bool {
    rest.trim_start_matches('?').split_whitespace().count() >= 3
}

pub(super) fn is_bold_line(prose: &Prose) -> bool {
    prose.is_wholly(|kind| *kind == MarkKind::Strong) && !prose.has_more_words_than(QUESTION_WORDS)
}

/// "Q: ...? A: ..." in one paragraph, perhaps very many times.
fn labelled_pairs(prose: &Prose) -> Vec<FaqPair> {
    let text = prose.text();
    let labels = Labels::of(text);
    // The parts of the text in turn: a question, its answer, the next question.
    let mut parts = Vec::new();
    let mut wholes = Vec::new();
    let mut next = Some(0);
    while let Some(at) = next {
        let start = at + label_length(text.part(at..), QUESTION_LABELS);
        let answer = labels.answer(start);
        next = answer.and_then(|answer| labels.question(answer));
        let end = next.unwrap_or(text.len());
        parts.extend([start..answer.unwrap_or(end), answer.unwrap_or(end)..end]);
        wholes.push(at..end);
    }
    let mut parts = prose.slices(&parts).into_iter();
    let mut pairs = Vec::with_capacity(wholes.len());
    for whole in wholes {
        let (Some(question), Some(answer)) = (parts.next(), parts.next()) else {
            break;
        };
        pairs.push(FaqPair {
            question: question.trimmed(),
            answer: labelled_answer(&answer),
            span: prose.span(whole),
        });
    }
    pairs
}

/// What stands from an answer's label on; nothing where there is none.
fn labelled_answer(prose: &Prose) -> Vec<Block> {
    if prose.text().is_empty() {
        return Vec::new();
    }
    let body = strip_label(prose, ANSWER_LABELS).trimmed();
    vec![Block {
        span: body.whole(),
        kind: BlockKind::Paragraph(body),
    }]
}

fn pair(prose: &Prose, question: Range<usize>) -> FaqPair {
    let answer = rest_of(prose, question.end);
    let question = strip_label(&prose.slice(question).trimmed(), QUESTION_LABELS);
    FaqPair {
        question,
        answer,
        span: prose.whole(),
    }
}

pub(super) fn rest_of(prose: &Prose, from: usize) -> Vec<Block> {
    let rest = strip_label(
        &prose.slice(from..prose.text().len()).trimmed(),
        ANSWER_LABELS,
    );
    if rest.is_blank() {
        return Vec::new();
    }
    vec![Block {
        span: rest.whole(),
        kind: BlockKind::Paragraph(rest),
    }]
}

/// The end of the question that a prose starts with: its first sentence ends in "?".
pub(super) fn question_end(prose: &Prose) -> Option<usize> {
    let text = prose.text();
    if !text.contains('?') {
        return None;
    }
    let first = sentence::split(text).into_iter().next()?;
    let within = text.part(first.clone());
    let end = within.find('?').map(|at| first.start + at + 1)?;
    // Closing marks belong to the question.
    let closing = text
        .part(end..)
        .chars()
        .take_while(|char| matches!(char, '”' | '"' | '’' | ')' | '*'))
        .map(char::len_utf8)
        .sum::<usize>();
    Some(end + closing)
}
