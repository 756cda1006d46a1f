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

/// An answer's label in capitals behind a question that lacks its question mark.
const BARE_ANSWERS: &[&str] = &["A: ", "R: ", "Answer: ", "Respuesta: "];

/// Where labels stand in a text, in order.
#[derive(Debug, Default)]
pub(super) struct Labels {
    questions: Vec<usize>,
    answers: Vec<usize>,
}

impl Labels {
    /// The labels in `text` after its start: at a line's start or after a sentence's end, and those of answers wherever
    /// they stand in capitals.
    pub(super) fn of(text: &str) -> Self {
        let mut labels = Self::default();
        let boundaries = text.char_indices().filter(|(_, char)| char.is_whitespace());
        for (end, space) in boundaries {
            let at = end + space.len_utf8();
            let after = text.part(at..);
            let is_bare = space == ' ' && BARE_ANSWERS.iter().any(|label| after.starts_with(label));
            let starts = starts_a_label(text, end, at);
            if is_bare || (starts && label_length(after, ANSWER_LABELS) > 0) {
                labels.answers.push(at);
            }
            if starts && label_length(after, QUESTION_LABELS) > 0 {
                labels.questions.push(at);
            }
        }
        labels
    }

    /// Where the first question's label after `from` stands.
    pub(super) fn question(&self, from: usize) -> Option<usize> {
        first_after(&self.questions, from)
    }

    /// Where the first answer's label after `from` stands.
    pub(super) fn answer(&self, from: usize) -> Option<usize> {
        first_after(&self.answers, from)
    }
}

fn first_after(places: &[usize], from: usize) -> Option<usize> {
    let index = places.partition_point(|at| *at <= from);
    places.get(index).copied()
}

/// Whether what stands at `at`, behind the white space at `end`, is at a line's start or follows a sentence's end.
fn starts_a_label(text: &str, end: usize, at: usize) -> bool {
    let before = text.part(..end).trim_end();
    let follows = before.ends_with(['?', '.', '!', '*'])
        || text.part(end..at).contains('\n')
        || before.len() < end;
    follows && !text.part(at..).starts_with(char::is_whitespace)
}
