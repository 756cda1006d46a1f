//! Lists with the words that lead to them, each a box of its own level: "Call 999 if:" and "See a GP if:".

use super::level::level;
use super::{BoxLevel, Finder, Urgent, What, holds, is_list, leads, single};
use crate::article::{Block, BlockKind, Section};
use crate::lexicon::Tokens;
use crate::source::{PartOf, Span};

impl<'a> Finder<'_, 'a> {
    /// The lists among `blocks`, each with the words that lead to it and those that follow, where there are at least two and
    /// their levels differ: "Call 999 if:" and "See a GP if:"; and what comes after the last.
    pub(super) fn led_lists(&self, blocks: &'a [Block]) -> (Vec<Urgent<'a>>, &'a [Block]) {
        let (lists, rest) = self.led(blocks, None);
        let levels = || lists.iter().map(|list| list.level);
        let lowest = levels().min();
        if lowest == levels().max() || !rest.is_empty() && levels().next_back() != lowest {
            return (Vec::new(), &[]);
        }
        (lists, rest)
    }

    /// The lists of `section` behind its first, which the heading leads to, where one of them has another level than that:
    /// "Call 999 if:" is the heading, "See a GP if:" stands below its list.
    pub(super) fn lists_behind(&self, section: &'a Section) -> (Vec<Urgent<'a>>, &'a [Block]) {
        let none: (_, &[Block]) = (Vec::new(), &[]);
        let heading = section.heading.as_ref();
        let own = heading.and_then(|heading| (self.urgency)(heading.whole()));
        let (Some(own), Some((first, others))) = (own.map(level), section.blocks.split_first())
        else {
            return none;
        };
        let (lists, rest) = self.led(others, Some(own));
        let is_next = lists.first().is_some_and(|list| {
            let next = others.first();
            next.is_some_and(|next| holds(list, next)) || !has_list(list)
        });
        let levels = || lists.iter().map(|list| list.level);
        let last_is_lowest = levels().next_back() == levels().min().map(|lowest| lowest.min(own));
        if !is_list(first)
            || !is_next
            || levels().all(|level| level == own)
            || !rest.is_empty() && !last_is_lowest
        {
            return none;
        }
        (lists, rest)
    }

    /// The lists among `blocks`, each with the words that lead to it and those that follow, then paragraphs that say by
    /// themselves when to get help more slowly, and what comes after the last. None where words might end up in a box of
    /// another level, or part from what they speak of: a list that no colon leads to, other advice between the lists or
    /// after them, a lead that points back. A list that is not known to be as urgent as another is no part of its box.
    /// `above` is the level of a list before `blocks`.
    fn led(&self, blocks: &'a [Block], above: Option<BoxLevel>) -> (Vec<Urgent<'a>>, &'a [Block]) {
        let none: (_, &[Block]) = (Vec::new(), &[]);
        let leads: Vec<usize> = (blocks.windows(2).enumerate())
            .filter(|(_, pair)| matches!(pair, [lead, list] if leads(lead) && is_list(list)))
            .map(|(at, _)| at)
            .collect();
        let behind = leads.last().map_or(0, |end| (end + 2).min(blocks.len()));
        let of_lead = |at: usize| {
            let list = blocks.part(at..(at + 2).min(blocks.len()));
            let span = list.iter().map(|block| block.span).reduce(Span::cover);
            self.level_of_led(list, span.unwrap_or_default())
        };
        let lowest = leads.iter().map(|at| of_lead(*at)).chain(above).min();
        let is_apart = |at: &usize| {
            let block = blocks.get(*at);
            lowest.is_some_and(|lowest| block.is_some_and(|block| self.is_apart(block, lowest)))
        };
        let apart: Vec<usize> = (behind..blocks.len()).filter(is_apart).collect();
        let starts = || leads.iter().chain(&apart).copied();
        let Some(start) = starts().next() else {
            return none;
        };
        let is_led = |at: usize| leads.contains(&at) || at > 0 && leads.contains(&(at - 1));
        let mut others = (start..blocks.len()).filter(|at| !is_led(*at) && !apart.contains(at));
        let others = others.any(|at| {
            blocks.get(at).is_some_and(|block| {
                let is_plain = matches!(block.kind, BlockKind::Paragraph(_));
                let is_last = at >= behind;
                is_list(block) || is_last && !is_plain || (self.urgency)(block.span).is_some()
            })
        });
        let mut later = leads.iter().skip(1).filter_map(|at| blocks.get(*at));
        if others || later.any(|lead| self.adds_on(lead)) {
            return none;
        }
        let end = apart.last().map_or(behind, |last| last + 1);
        let ends = starts().skip(1).chain([end]);
        let boxes = starts().zip(ends).map(|(start, end)| {
            let level = match blocks.get(start) {
                Some(block) if !leads.contains(&start) => self.level(block.span),
                _ => of_lead(start),
            };
            single(What::Blocks(blocks.part(start..end)), level)
        });
        (boxes.collect(), blocks.part(end..))
    }

    /// Whether a paragraph says by itself when to get help, not faster than at `lowest`: "Make an appointment if the cough
    /// lasts longer than 3 weeks." What speaks of the signs before it stays with them.
    fn is_apart(&self, block: &Block, lowest: BoxLevel) -> bool {
        let BlockKind::Paragraph(prose) = &block.kind else {
            return false;
        };
        let text = prose.text();
        let tokens = Tokens::of(text);
        let frames = self.advice.frames(text, &tokens);
        let is_own = frames.iter().all(|frame| frame.is_conditional) && !frames.is_empty();
        let pointer = |at: usize| is_pointer(tokens.word(at));
        let points = self.advice.points_back(&tokens)
            || self.advice.adds_on(&tokens)
            || self.advice.is_of_hours(&tokens)
            || (0..tokens.len()).any(|at| {
                let condition = self.advice.starts_condition(&tokens, at);
                condition.is_some_and(pointer) || is_doubt(tokens.word(at))
            });
        let urgency = (self.urgency)(block.span).map(level);
        is_own
            && !points
            && !leads(block)
            && !(self.calls)(block.span)
            && urgency.is_some_and(|level| level <= lowest)
    }

    /// Whether a paragraph needs what stands before it.
    fn adds_on(&self, block: &Block) -> bool {
        matches!(&block.kind, BlockKind::Paragraph(prose) if self.advice.adds_on(&Tokens::of(prose.text())))
    }
}

/// Whether there is a list among the blocks of a place.
fn has_list(urgent: &Urgent<'_>) -> bool {
    match urgent.what {
        What::Blocks(blocks) => blocks.iter().any(is_list),
        What::Section(_) => true,
    }
}

/// Whether a condition that opens with this word speaks of what was said before: "if they get worse".
fn is_pointer(word: &str) -> bool {
    matches!(
        word,
        "it" | "they"
            | "them"
            | "this"
            | "that"
            | "these"
            | "those"
            | "any"
            | "none"
            | "esto"
            | "eso"
            | "estos"
            | "estas"
            | "alguno"
            | "alguna"
            | "ninguno"
            | "ninguna"
    )
}

/// Whether a word tells of readers who do not know which list is theirs.
fn is_doubt(word: &str) -> bool {
    matches!(
        word,
        "sure" | "unsure" | "doubt" | "duda" | "dudas" | "seguro" | "segura"
    )
}
