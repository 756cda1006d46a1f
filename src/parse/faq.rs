//! Questions with their answers, in every layout that writers use.
//!
//! In a section whose heading says FAQ: subheadings, bold questions, `Q:` and `A:`, definition lists, lists of questions,
//! folded text, plain lines that end in a question mark. Elsewhere only layouts that can be nothing else count.

use super::roles::headings::{self, HeadingWords};
use crate::article::{
    Block, BlockKind, Definition, FaqPair, List, ListItem, MarkKind, Prose, Role, Section, Table,
};
use crate::lexicon::{Patterns, Tokens};
use crate::source::Span;
use std::ops::Range;
use std::sync::LazyLock;

/// A question in running text with more words is a paragraph that ends in a question.
const QUESTION_WORDS: usize = 35;

/// Questions that ask for questions: "Still have questions? Call us." They are no part of the FAQ.
static INVITATIONS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new([
        "^?do ?if ?you ?still have|got ?any ?more ?other ?further ?a ?unanswered questions|question|concerns",
        "^?any ?more ?other ?further questions$",
        "^?still have|got questions",
        "^?didn't ?did ?you ?not find _3 answer|looking",
        "^?todavia ?aun tiene|tienes ?mas ?alguna ?otra ?otras pregunta|preguntas|duda|dudas",
        "^alguna|mas|otra|otras pregunta|preguntas|duda|dudas$",
    ])
    .expect("constant patterns")
});

/// The parts that may stand below the FAQ's heading without being questions.
const NO_QUESTIONS: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// Whether a question or heading asks whether the reader has questions: "Any other questions?".
pub(super) fn is_invitation(text: &str) -> bool {
    text.trim_end().ends_with('?') && INVITATIONS.is_match(&Tokens::of(text))
}

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

/// Whether a block in an answer is a question with an answer of its own: a bold line that asks, a list of pairs.
fn asks_anew(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(prose) => {
            is_bold_line(prose) && prose.text().trim_end().ends_with('?')
        }
        BlockKind::List(list) => !list_pairs(list, false).is_empty(),
        _ => false,
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

/// Finds pairs in a run of blocks; a question that is still open at the end comes back.
fn blocks(blocks: &[Block], inside: bool, found: &mut Vec<FaqPair>) -> Option<FaqPair> {
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
    if is_invitation(&prose.text()[..end]) {
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

const QUESTION_LABELS: &[&str] = &["q:", "q.", "question:", "p:", "pregunta:", "q –", "q)"];
const ANSWER_LABELS: &[&str] = &["a:", "a.", "answer:", "r:", "respuesta:", "a –", "a)"];

/// The length of the label that `text` starts with, numbers as in "Q1:" included; 0 if there is none.
fn label_length(text: &str, labels: &[&str]) -> usize {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    for label in labels {
        let (word, mark) =
            label.split_at(label.len() - label.chars().next_back().map_or(0, char::len_utf8));
        let word = word.trim_end();
        let Some(head) = rest.get(..word.len()) else {
            continue;
        };
        if !head.eq_ignore_ascii_case(word) {
            continue;
        }
        let after = rest[word.len()..]
            .trim_start_matches(|char: char| char.is_ascii_digit() || char == ' ');
        let Some(tail) = after.strip_prefix(mark) else {
            continue;
        };
        if tail.is_empty() || tail.starts_with(char::is_whitespace) {
            return text.len() - tail.trim_start().len();
        }
    }
    0
}

fn strip_label(prose: &Prose, labels: &[&str]) -> Prose {
    match label_length(prose.text(), labels) {
        0 => prose.clone(),
        length => prose.slice(length..prose.text().len()),
    }
}

/// The questions that a paragraph opens, each with what follows it in the paragraph; empty if it opens none.
fn split_question(prose: &Prose, inside: bool, is_open: bool) -> Vec<FaqPair> {
    let text = prose.text();
    let labelled = label_length(text, QUESTION_LABELS) > 0;
    if label_length(text, ANSWER_LABELS) > 0 && is_open {
        return Vec::new();
    }
    if labelled {
        return labelled_pairs(prose);
    }
    if question_end(prose).is_some_and(|end| is_invitation(&text[..end])) {
        return Vec::new();
    }
    if let Some(mark) = prose
        .marks()
        .iter()
        .find(|mark| mark.kind == MarkKind::Strong && text[..mark.range.start].trim().is_empty())
    {
        let bold = text[mark.range.clone()].trim_end();
        let rest = text[mark.range.end..].trim();
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
        Some(end) if prose.text()[..end].split_whitespace().count() <= QUESTION_WORDS => {
            let rest = prose.text()[end..].trim();
            // A question inside an answer ("Still sore? Rest.") is not a new one, unless a line break parts them.
            let alone = rest.is_empty() || prose.text()[end..].starts_with('\n') || !is_open;
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

fn is_bold_line(prose: &Prose) -> bool {
    prose.is_wholly(|kind| *kind == MarkKind::Strong) && prose.words().count() <= QUESTION_WORDS
}

/// "Q: ...? A: ..." in one paragraph, perhaps several times.
fn labelled_pairs(prose: &Prose) -> Vec<FaqPair> {
    let text = prose.text();
    let start = label_length(text, QUESTION_LABELS);
    let told = find_label(text, start, ANSWER_LABELS);
    let answer = [told, bare_answer(text, start)].into_iter().flatten().min();
    let again = answer.and_then(|at| find_label(text, at, QUESTION_LABELS));
    let end = again.unwrap_or(text.len());
    let question_end = answer.unwrap_or(end);
    let question = prose.slice(start..question_end).trimmed();
    let mut answers = Vec::new();
    if let Some(at) = answer {
        let body = prose.slice(at..end);
        let body = strip_label(&body, ANSWER_LABELS).trimmed();
        answers.push(Block {
            span: body.whole(),
            kind: BlockKind::Paragraph(body),
        });
    }
    let span = prose.span(0..end);
    let mut pairs = vec![FaqPair {
        question,
        answer: answers,
        span,
    }];
    if again.is_some() {
        pairs.extend(labelled_pairs(&prose.slice(end..text.len())));
    }
    pairs
}

/// Where after `from` an answer's label in capitals stands behind a question that lacks its question mark.
fn bare_answer(text: &str, from: usize) -> Option<usize> {
    let labels = [" A: ", " R: ", " Answer: ", " Respuesta: "];
    let found = labels
        .iter()
        .filter_map(|label| text.get(from..)?.find(label));
    found.min().map(|at| from + at + 1)
}

/// Where after `from` a word starts that is one of the labels: at a line's start or after a question's end.
fn find_label(text: &str, from: usize, labels: &[&str]) -> Option<usize> {
    let boundaries = text
        .char_indices()
        .filter(|(at, char)| *at >= from && char.is_whitespace());
    boundaries
        .map(|(at, char)| (at + char.len_utf8(), at))
        .find_map(|(at, end)| {
            let before = text[..end].trim_end();
            let starts = before.ends_with(['?', '.', '!', '*'])
                || text[end..at].contains('\n')
                || before.len() < end;
            let named = label_length(&text[at..], labels) > 0
                && !text[at..].starts_with(char::is_whitespace);
            (named && starts).then_some(at)
        })
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

fn rest_of(prose: &Prose, from: usize) -> Vec<Block> {
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
fn question_end(prose: &Prose) -> Option<usize> {
    let text = prose.text();
    let first = crate::facts::sentence::split(text).into_iter().next()?;
    let within = &text[first.clone()];
    let end = within.find('?').map(|at| first.start + at + 1)?;
    // Closing marks belong to the question.
    let closing = text[end..]
        .chars()
        .take_while(|char| matches!(char, '”' | '"' | '’' | ')' | '*'))
        .map(char::len_utf8)
        .sum::<usize>();
    Some(end + closing)
}
