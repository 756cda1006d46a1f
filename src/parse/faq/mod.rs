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
use crate::article::{Block, BlockKind, FaqPair, Role, Section};
use crate::source::Span;
use labels::{ANSWER_LABELS, QUESTION_LABELS, label_length, strip_label};
use layouts::{asks_anew, blocks};

pub(super) use invitations::is_invitation;

/// The parts that may stand below the FAQ's heading without being questions.
const NO_QUESTIONS: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// The pairs of an article, in reading order; `is_faq` tells which sections an explicit mark makes the FAQ.
pub(super) fn pairs(
    root: &Section,
    words: &HeadingWords,
    is_faq: &dyn Fn(&Section) -> bool,
) -> Vec<FaqPair> {
    let mut found = Vec::new();
    section(root, words, is_faq, false, &mut found);
    found.sort_by_key(|pair| pair.span);
    found
}

/// The places where pairs stand although no heading says FAQ: runs of neighbouring pairs.
pub(super) fn unheaded(pairs: &[FaqPair], faq: &[Span]) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for pair in pairs {
        if faq.iter().any(|place| place.contains(pair.span)) {
            continue;
        }
        match runs.last_mut() {
            Some(run) => *run = run.cover(pair.span),
            None => runs.push(pair.span),
        }
    }
    runs
}

fn section(
    section_: &Section,
    words: &HeadingWords,
    is_faq: &dyn Fn(&Section) -> bool,
    inside: bool,
    found: &mut Vec<FaqPair>,
) {
    let here = inside || is_faq(section_) || names_faq(section_, words);
    let last_is_open = blocks(&section_.blocks, here, found);
    let mut after_empty_faq = false;
    for child in &section_.children {
        if here && is_no_question(child, words) {
            continue;
        }
        if label_length(child.title(), QUESTION_LABELS) > 0 || (here && !names_faq(child, words)) {
            question_section(child, words, is_faq, found);
            continue;
        }
        if after_empty_faq && child.title().ends_with('?') {
            question_section(child, words, is_faq, found);
            continue;
        }
        let before = found.len();
        section(child, words, is_faq, here, found);
        after_empty_faq = (names_faq(child, words) || is_faq(child))
            && found.len() == before
            && child.blocks.len() <= 1;
    }
    if let Some(open) = last_is_open {
        found.push(open);
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

/// A section below the FAQ's heading: a question with its answer, or a group of questions.
fn question_section(
    section_: &Section,
    words: &HeadingWords,
    is_faq: &dyn Fn(&Section) -> bool,
    found: &mut Vec<FaqPair>,
) {
    let Some(heading) = &section_.heading else {
        return;
    };
    let is_question = heading.text().trim_end().ends_with('?');
    if !section_.children.is_empty() && !is_question {
        section(section_, words, is_faq, true, found);
        return;
    }
    let before = found.len();
    if !is_question {
        // "### Before you come" may head bold questions; else the heading itself is the question.
        if let Some(open) = blocks(&section_.blocks, true, found) {
            found.push(open);
        }
        if found.len() > before {
            return;
        }
    }
    let own: Vec<Block> = section_
        .blocks
        .iter()
        .filter(|block| !matches!(block.kind, BlockKind::Rule))
        .cloned()
        .collect();
    // Questions in another layout may stand between two headings.
    let (own, more) = own.split_at(
        own.iter()
            .skip(1)
            .position(asks_anew)
            .map_or(own.len(), |at| at + 1),
    );
    let mut answer = own.to_vec();
    let end = if more.is_empty() {
        section_.span
    } else {
        own.iter()
            .map(|block| block.span)
            .fold(heading.whole(), Span::cover)
    };
    for child in &section_.children {
        if more.is_empty() {
            flatten(child, &mut answer);
        }
    }
    let question = strip_label(&heading.trimmed(), QUESTION_LABELS);
    if let Some(BlockKind::Paragraph(first)) = answer.first_mut().map(|block| &mut block.kind) {
        *first = strip_label(first, ANSWER_LABELS);
    }
    found.push(FaqPair {
        question,
        span: Span::new(section_.span.start(), end.end()),
        answer,
    });
    if !more.is_empty() {
        let open = blocks(more, true, found);
        found.extend(open);
        for child in &section_.children {
            question_section(child, words, is_faq, found);
        }
    }
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
