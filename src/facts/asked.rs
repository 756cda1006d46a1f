//! A question of the FAQ with the sentences of its answer.

use super::{Facts, Sentence};
use crate::article::{FaqPair, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;

/// A question with its answer, by sentences.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'f> {
    /// The pair.
    pub pair: &'f FaqPair,
    /// The sentences that hold the question.
    pub question: &'f [usize],
    /// The sentences of the answer in reading order, headings left out; never empty.
    pub answer: &'f [usize],
}

/// Where a question with an answer stands; it borrows nothing, so that facts that keep it can be lent for less time.
#[derive(Debug)]
pub(super) struct Place {
    pair: usize,
    question: Vec<usize>,
    answer: Vec<usize>,
}

impl Facts<'_> {
    /// The questions that have an answer, in reading order.
    pub fn asked(&self) -> Vec<Asked<'_>> {
        let places = self.asked.get_or_init(|| {
            let pairs = self.article.faq.iter().enumerate();
            pairs
                .filter_map(|(index, pair)| self.answered(index, pair))
                .collect()
        });
        let asked = places.iter().filter_map(|place| {
            Some(Asked {
                pair: self.article.faq.get(place.pair)?,
                question: &place.question,
                answer: &place.answer,
            })
        });
        asked.collect()
    }

    fn answered(&self, index: usize, pair: &FaqPair) -> Option<Place> {
        let span = pair.answer_span()?;
        let is_read = |index: &usize| {
            let sentence = self.sentences.get(*index);
            sentence
                .is_some_and(|sentence: &Sentence<'_>| sentence.within.kind != TextKind::Heading)
        };
        let asking = pair.question.whole();
        let question: Vec<usize> = self.sentences_at(asking).map(|(_, index)| index).collect();
        let answer: Vec<usize> = self
            .sentences_at(span)
            .map(|(_, index)| index)
            .filter(|index| is_read(index) && !question.contains(index))
            .collect();
        (!answer.is_empty()).then_some(Place {
            pair: index,
            question,
            answer,
        })
    }
}

/// What an answer with these words says plainly at its start: yes (`true`), no, or neither. English only.
pub fn yes_or_no(answer: &Tokens) -> Option<bool> {
    match answer.word(0) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

impl Asked<'_> {
    /// Whether the question has a phrase of `table`.
    pub fn asks(&self, facts: &Facts<'_>, table: Table) -> bool {
        let mut sentences = self.question.iter();
        sentences.any(|index| !facts.hits_in(table, *index).is_empty())
    }
}
