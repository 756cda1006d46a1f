//! Questions with their answers, in every layout that writers use.
//!
//! In a section whose heading says FAQ: subheadings, bold questions, `Q:` and `A:`, definition lists, lists of questions,
//! folded text, plain lines that end in a question mark. Elsewhere only layouts that can be nothing else count. Here is
//! the walk over the sections; what stands in their blocks, the modules below tell.

mod invitations;
mod labels;
mod layouts;
mod questions;

use super::roles::headings::{self, HeadingWords};
use crate::article::{Block, BlockKind, FaqPair, PlaceKind, Prose, Role, RolePlace, Section};
use crate::source::{Cover, Span};
use labels::{ANSWER_LABELS, QUESTION_LABELS, label_length, strip_label};
use layouts::{asks_anew, blocks};
use std::collections::BTreeMap;

pub(super) use invitations::is_invitation;

/// The parts that may stand below the FAQ's heading without being questions.
const NO_QUESTIONS: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// What the walk over an article finds.
#[derive(Debug, Default)]
pub(super) struct Questions {
    /// The pairs, in reading order.
    pub(super) pairs: Vec<FaqPair>,
    /// Where empty FAQ headings have their questions below them on their own level: from heading to last question.
    pub(super) reaches: Vec<Span>,
}

/// The questions of an article; `is_faq` tells which sections an explicit mark makes the FAQ.
pub(super) fn questions(
    root: &Section,
    words: &HeadingWords,
    is_faq: &dyn Fn(&Section) -> bool,
) -> Questions {
    let mut walk = Walk {
        words,
        is_faq,
        found: Questions::default(),
    };
    walk.section(root, false);
    let mut found = walk.found;
    found.pairs.sort_by_key(|pair| pair.span);
    found
}

/// Stretches the places of empty FAQ headings over the questions that follow them.
pub(super) fn stretch(places: &mut [RolePlace], reaches: &[Span]) {
    let reaches: BTreeMap<usize, Span> = { reaches.iter() }
        .map(|reach| (reach.start(), *reach))
        .collect();
    let sections = places
        .iter_mut()
        .filter(|place| place.role == Role::Faq && place.kind == PlaceKind::Section);
    for place in sections {
        if let Some(reach) = reaches.get(&place.span.start()) {
            place.span = place.span.cover(*reach);
        }
    }
}

/// The places where pairs stand although no heading says FAQ: runs of neighbouring pairs.
pub(super) fn unheaded(pairs: &[FaqPair], faq: &[Span]) -> Vec<Span> {
    let faq: Cover = faq.iter().copied().collect();
    let mut runs: Vec<Span> = Vec::new();
    for pair in pairs {
        if faq.contains(pair.span) {
            continue;
        }
        match runs.last_mut() {
            Some(run) => *run = run.cover(pair.span),
            None => runs.push(pair.span),
        }
    }
    runs
}

/// The walk with what it has found so far.
struct Walk<'w> {
    words: &'w HeadingWords,
    is_faq: &'w dyn Fn(&Section) -> bool,
    found: Questions,
}

impl Walk<'_> {
    fn section(&mut self, section: &Section, inside: bool) {
        let here = inside || self.is_faq(section);
        let last_is_open = blocks(&section.blocks, here, &mut self.found.pairs);
        // The reach of the empty FAQ heading above: its questions may have headings of its own level.
        let mut reach: Option<usize> = None;
        for child in &section.children {
            if here && is_no_question(child, self.words) {
                continue;
            }
            let is_labelled = label_length(child.title(), QUESTION_LABELS) > 0;
            let follows = reach.filter(|_| is_labelled || child.title().ends_with('?'));
            if is_labelled || follows.is_some() || (here && !names_faq(child, self.words)) {
                self.question_section(child);
                self.reach_over(follows, child.span);
                continue;
            }
            let before = self.found.pairs.len();
            self.section(child, here);
            let is_empty = self.found.pairs.len() == before && child.blocks.len() <= 1;
            reach = (is_empty && self.is_faq(child)).then_some(self.found.reaches.len());
            if reach.is_some() {
                self.found.reaches.push(child.span);
            }
        }
        self.found.pairs.extend(last_is_open);
    }

    fn is_faq(&self, section: &Section) -> bool {
        names_faq(section, self.words) || (self.is_faq)(section)
    }

    fn reach_over(&mut self, reach: Option<usize>, question: Span) {
        if let Some(reach) = reach.and_then(|index| self.found.reaches.get_mut(index)) {
            *reach = reach.cover(question);
        }
    }

    /// A section below the FAQ's heading: a question with its answer, or a group of questions.
    fn question_section(&mut self, section: &Section) {
        let Some(heading) = &section.heading else {
            return;
        };
        let is_question = heading.text().trim_end().ends_with('?');
        if !section.children.is_empty() && !is_question {
            self.section(section, true);
            return;
        }
        if !is_question {
            // "### Before you come" may head bold questions; else the heading itself is the question.
            let before = self.found.pairs.len();
            let open = blocks(&section.blocks, true, &mut self.found.pairs);
            self.found.pairs.extend(open);
            if self.found.pairs.len() > before {
                return;
            }
        }
        self.question(section, heading);
    }

    /// A heading as a question; what stands below it answers, up to a question in another layout.
    fn question(&mut self, section: &Section, heading: &Prose) {
        let mut answer: Vec<Block> = section
            .blocks
            .iter()
            .filter(|block| !matches!(block.kind, BlockKind::Rule))
            .cloned()
            .collect();
        let anew = answer.iter().skip(1).position(asks_anew);
        let more = anew.map_or_else(Vec::new, |at| answer.split_off(at + 1));
        let span = if more.is_empty() {
            section.span
        } else {
            let end = answer
                .iter()
                .map(|block| block.span)
                .fold(heading.whole(), Span::cover);
            Span::new(section.span.start(), end.end())
        };
        if more.is_empty() {
            for child in &section.children {
                flatten(child, &mut answer);
            }
        }
        if let Some(BlockKind::Paragraph(first)) = answer.first_mut().map(|block| &mut block.kind) {
            *first = strip_label(first, ANSWER_LABELS);
        }
        self.found.pairs.push(FaqPair {
            question: strip_label(&heading.trimmed(), QUESTION_LABELS),
            span,
            answer,
        });
        if !more.is_empty() {
            let open = blocks(&more, true, &mut self.found.pairs);
            self.found.pairs.extend(open);
            for child in &section.children {
                self.question_section(child);
            }
        }
    }
}

fn names_faq(section: &Section, words: &HeadingWords) -> bool {
    section.heading.as_ref().is_some_and(|heading| {
        words.names(Role::Faq, &headings::tokens(heading.text())) && !is_invitation(heading.text())
    })
}

/// Whether a section below the FAQ's heading is another part that was put there.
fn is_no_question(section: &Section, words: &HeadingWords) -> bool {
    let title = section.title();
    if title.trim_end().ends_with('?') {
        return is_invitation(title);
    }
    let roles = words.roles(&headings::tokens(title));
    roles
        .first()
        .is_some_and(|role| NO_QUESTIONS.contains(role))
}

fn flatten(section: &Section, into: &mut Vec<Block>) {
    if let Some(heading) = &section.heading {
        let span = heading.whole();
        into.push(Block {
            kind: BlockKind::Heading {
                level: section.level,
                prose: heading.clone(),
            },
            span,
        });
    }
    into.extend(section.blocks.iter().cloned());
    for child in &section.children {
        flatten(child, into);
    }
}
