//! Questions of the FAQ inside blocks, in whatever layout the author chose; no word of a label is dropped.

use super::Item;
use super::build::Builder;
use crate::article::{Block, BlockKind, FaqPair, List, Prose};
use crate::source::PartOf;
use std::ops::Range;

/// Words before a question that are its label: `Q:`, `Question 2:`.
const LABEL_WORDS: usize = 2;

/// A question in a paragraph.
struct Asked<'a> {
    pair: &'a FaqPair,
    /// The question's words, label included.
    question: Range<usize>,
}

impl<'a> Builder<'a> {
    /// The questions whose words stand in `prose`, by position.
    pub(super) fn pairs_in(&self, prose: &Prose) -> Vec<&'a FaqPair> {
        self.cx.facts.pairs_asked_in(prose.whole())
    }

    /// Whether each item of `list` starts with a question of the FAQ.
    pub(super) fn is_list_of_questions(&self, list: &List) -> bool {
        let asks = |prose| !self.pairs_in(prose).is_empty();
        list.items.iter().all(|item| item.prose().is_some_and(asks))
    }

    /// The questions of a paragraph that holds some, the last with its answer from the blocks that follow; and how many of
    /// these it took. `None` if the paragraph asks nothing.
    pub(super) fn questions(
        &mut self,
        prose: &Prose,
        following: &[&'a Block],
        level: u8,
    ) -> Option<(Vec<Item>, usize)> {
        let asked = asked(prose, &self.pairs_in(prose));
        let last = asked.last()?.pair;
        let taken = following
            .iter()
            .take_while(|block| last.span.contains(block.span) && !self.asks(block))
            .count();
        let mut items = Vec::new();
        let before = asked.first().map_or(0, |first| first.question.start);
        items.extend(self.paragraph(&prose.slice(0..before)));
        for (index, one) in asked.iter().enumerate() {
            let next = asked.get(index + 1);
            let end = next.map_or(prose.text().len(), |next| next.question.start);
            let mut answer = Vec::new();
            answer.extend(self.paragraph(&prose.slice(one.question.end..end)));
            if next.is_none() {
                answer.extend(self.blocks(following.part(..taken), level + 1));
            }
            items.push(Item::Question {
                level: super::build::deeper(level),
                question: self.runs(&prose.slice(one.question.clone())),
                id: String::new(),
                answer,
            });
        }
        Some((items, taken))
    }

    fn asks(&self, block: &Block) -> bool {
        match &block.kind {
            BlockKind::Paragraph(prose) | BlockKind::Heading { prose, .. } => {
                !self.pairs_in(prose).is_empty()
            }
            _ => false,
        }
    }
}

/// The questions of `pairs` as ranges of the text, none overlapping.
fn asked<'a>(prose: &Prose, pairs: &[&'a FaqPair]) -> Vec<Asked<'a>> {
    let mut asked: Vec<Asked<'a>> = Vec::new();
    for pair in pairs {
        let from = asked.last().map_or(0, |last| last.question.end);
        if let Some(question) = question(prose, pair, from) {
            asked.push(Asked { pair, question });
        }
    }
    asked
}

/// The words of `prose` from `from` on that are the question of `pair`, with a label before them.
fn question(prose: &Prose, pair: &FaqPair, from: usize) -> Option<Range<usize>> {
    let asked = pair.question.whole();
    let mut words = prose.words().filter(|(range, _)| range.start >= from);
    let within = |range: &Range<usize>| {
        let span = prose.span(range.clone());
        span.start() >= pair.span.start() && span.start() < asked.end()
    };
    let first = words.find(|(range, _)| within(range))?.0;
    let end = words
        .take_while(|(range, _)| within(range))
        .last()
        .map_or(first.end, |(range, _)| range.end);
    let label = prose.text().get(from..first.start)?.trim();
    let is_label = !label.is_empty()
        && from == 0
        && label.split_whitespace().count() <= LABEL_WORDS
        && label.ends_with([':', '.', ')']);
    let start = if is_label { from } else { first.start };
    Some(start..end)
}
