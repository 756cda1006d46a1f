//! The emergency numbers that an article tells its readers to call.

use super::{is_declared, is_elsewhere};
use crate::config::Region;
use crate::facts::Sentence;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

/// How many words before a number the word that makes it one to call may stand.
const REACH: usize = 6;

/// A number to call.
pub(super) struct Number {
    pub(super) digits: String,
    pub(super) span: Span,
}

/// The numbers to call, those left out that are meant for elsewhere or stand beside the right one.
pub(super) fn numbers(cx: &Context<'_>, regions: &[Region]) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let hits = cx.facts.hits(Table::EmergencyNumber);
    for same in hits.chunk_by(|one, other| one.sentence == other.sentence) {
        let Some(sentence) = same.first().map(|hit| hit.sentence) else {
            continue;
        };
        let called: Vec<Number> = same
            .iter()
            .filter(|hit| is_called(cx, sentence, hit.words.start))
            .map(|hit| Number {
                digits: cx.facts.text_of(sentence, hit.words.clone()).to_owned(),
                span: cx.facts.span_of(sentence, hit.words.clone()),
            })
            .collect();
        let right = called.iter().any(|number| {
            regions
                .iter()
                .any(|region| region.answers(&number.digits) == Some(true))
        });
        let several = called
            .iter()
            .any(|number| Some(&number.digits) != called.first().map(|first| &first.digits));
        if called.is_empty() || is_elsewhere(cx, sentence) {
            continue;
        }
        if several && right && is_declared(cx) && is_choice(cx, same) {
            let is_wrong = |number: &Number| {
                let mut answers = { regions.iter() }.map(|region| region.answers(&number.digits));
                answers.all(|answers| answers == Some(false))
            };
            numbers.extend(called.into_iter().filter(is_wrong));
        } else if !(several && (right || !is_declared(cx))) {
            numbers.extend(called);
        }
    }
    numbers
}

/// Whether two numbers are given and nothing else: "Call 000 or 999".
fn is_choice(cx: &Context<'_>, hits: &[Hit]) -> bool {
    let [one, other] = hits else {
        return false;
    };
    let tokens = cx.facts.tokens_of(one.sentence);
    let text = cx.facts.sentence(one.sentence).text();
    let words = one.words.end..other.words.start;
    let is_joined = matches!(tokens.word(words.start), "or" | "o") && words.len() == 1;
    let is_marked = |at: usize| tokens.gap_before(text, at).contains(['(', ')', ',', '/']);
    is_joined && !(words.start..=other.words.end).any(is_marked)
}

/// Whether the number at word `at` is one to call: no part of a longer one, and near a word such as "call".
fn is_called(cx: &Context<'_>, sentence: usize, at: usize) -> bool {
    let (Some(tokens), Some(text)) = (
        cx.facts.tokens.get(sentence),
        cx.facts.sentences.get(sentence).map(Sentence::text),
    ) else {
        return false;
    };
    let is_number = |index: usize| tokens.word(index).bytes().any(|byte| byte.is_ascii_digit());
    let joined = |index: usize| {
        let gap = tokens.gap_before(text, index);
        !gap.is_empty()
            && gap
                .chars()
                .all(|char| matches!(char, ' ' | '-' | '–' | '.' | '\u{a0}'))
    };
    let before = at > 0 && is_number(at - 1) && joined(at);
    let after = is_number(at + 1) && joined(at + 1);
    let dialled = cx.facts.hits_in(Table::Dialling, sentence).iter();
    let mut near = dialled.filter(|hit| hit.words.end <= at && at - hit.words.end <= REACH);
    !before && !after && near.next().is_some()
}
