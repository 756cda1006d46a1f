//! The labels of questions and answers: "Q:", "A2.", "Pregunta:".

use crate::article::Prose;
use crate::source::PartOf;

pub(super) const QUESTION_LABELS: &[&str] =
    &["q:", "q.", "question:", "p:", "pregunta:", "q –", "q)"];
pub(super) const ANSWER_LABELS: &[&str] = &["a:", "a.", "answer:", "r:", "respuesta:", "a –", "a)"];

/// The length of the label that `text` starts with, numbers as in "Q1:" included; 0 if there is none.
pub(super) fn label_length(text: &str, labels: &[&str]) -> usize {
    let start = text.len() - text.trim_start().len();
    let rest = text.part(start..);
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
        let after = rest
            .part(word.len()..)
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

pub(super) fn strip_label(prose: &Prose, labels: &[&str]) -> Prose {
    match label_length(prose.text(), labels) {
        0 => prose.clone(),
        length => prose.slice(length..prose.text().len()),
    }
}

/// Where after `from` an answer's label in capitals stands behind a question that lacks its question mark.
pub(super) fn bare_answer(text: &str, from: usize) -> Option<usize> {
    let labels = [" A: ", " R: ", " Answer: ", " Respuesta: "];
    let found = labels
        .iter()
        .filter_map(|label| text.get(from..)?.find(label));
    found.min().map(|at| from + at + 1)
}

/// Where after `from` a word starts that is one of the labels: at a line's start or after a question's end.
pub(super) fn find_label(text: &str, from: usize, labels: &[&str]) -> Option<usize> {
    let boundaries = text
        .char_indices()
        .filter(|(at, char)| *at >= from && char.is_whitespace());
    boundaries
        .map(|(at, char)| (at + char.len_utf8(), at))
        .find_map(|(at, end)| {
            let before = text.part(..end).trim_end();
            let starts = before.ends_with(['?', '.', '!', '*'])
                || text.part(end..at).contains('\n')
                || before.len() < end;
            let named = label_length(text.part(at..), labels) > 0
                && !text.part(at..).starts_with(char::is_whitespace);
            (named && starts).then_some(at)
        })
}
