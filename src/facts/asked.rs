//! A question of the FAQ with the sentences of its answer.

use super::{Facts, Sentence};
use crate::article::{FaqPair, TextKind};
use crate::lexicon::phrases::Table;

/// A question with its answer, by sentences.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The pair.
    pub pair: &'a FaqPair,
    /// The sentences that hold the question.
    pub question: Vec<usize>,
    /// The sentences of the answer in reading order, headings left out; never empty.
    pub answer: Vec<usize>,
}

impl<'a> Facts<'a> {
    /// The questions that have an answer, in reading order.
    pub fn asked(&self) -> &[Asked<'a>] {
        self.asked.get_or_init(|| {
            let pairs = self.article.faq.iter();
            pairs.filter_map(|pair| self.answered(pair)).collect()
        })
    }

    fn answered(&self, pair: &'a FaqPair) -> Option<Asked<'a>> {
        let span = pair.answer_span()?;
        let is_read = |index: &usize| {
            let kind = self
                .sentences
                .get(*index)
                .map(|sentence: &Sentence<'_>| sentence.within.kind);
            kind.is_some_and(|kind| kind != TextKind::Heading)
        };
        let asking = pair.question.whole();
        let question: Vec<usize> = self.sentences_at(asking).map(|(_, index)| index).collect();
        let answer: Vec<usize> = self
            .sentences_at(span)
            .map(|(_, index)| index)
            .filter(|index| is_read(index) && !question.contains(index))
            .collect();
        (!answer.is_empty()).then_some(Asked {
            pair,
            question,
            answer,
        })
    }
}

impl Asked<'_> {
    /// Whether the question has a phrase of `table`.
    pub fn asks(&self, facts: &Facts<'_>, table: Table) -> bool {
        self.question
            .iter()
            .any(|index| !facts.hits_in(table, *index).is_empty())
    }
}
