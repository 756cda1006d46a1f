//! A question of the FAQ with the sentences of its answer.

use super::{Facts, Sentence};
use crate::article::{FaqPair, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::source::Span;

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

impl<'a> Facts<'a> {
    /// The pair of the FAQ whose answer holds all of `span`, by its index.
    pub fn answering(&self, span: Span) -> Option<usize> {
        let faq = &self.article.faq;
        let after = faq.partition_point(|pair| pair.span.start() <= span.start());
        let index = after.checked_sub(1)?;
        let answer = faq.get(index)?.answer_span()?;
        answer.contains(span).then_some(index)
    }

    /// The pair of the FAQ whose answer holds all of `span`.
    pub fn answered_pair(&self, span: Span) -> Option<&'a FaqPair> {
        self.article.faq.get(self.answering(span)?)
    }

    /// The question of the FAQ whose answer holds all of `span`.
    pub fn question_over(&self, span: Span) -> Option<Span> {
        let pair = self.answered_pair(span)?;
        Some(pair.question.whole())
    }

    /// What sentence `index` says plainly at its start as an answer; see [`yes_or_no`].
    pub fn yes_or_no(&self, index: usize) -> Option<bool> {
        let text = self.sentence(index).text();
        yes_or_no(text, self.tokens_of(index), self.lang)
    }

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

/// What an answer with these words says plainly at its start, in the language with this base tag: yes (`true`), no, or
/// neither. "No one knows" and "No conduzca" say neither.
pub fn yes_or_no(text: &str, answer: &Tokens, base_lang: &str) -> Option<bool> {
    if base_lang == "es" {
        return spanish(text, answer);
    }
    match (answer.word(0), answer.word(1)) {
        ("yes", "and") if answer.word(2) == "no" => None,
        ("absolutely" | "certainly" | "definitely", "not") => Some(false),
        ("yes" | "yeah" | "yep" | "absolutely" | "certainly" | "definitely", _)
        | ("of", "course") => Some(true),
        ("no", "one" | "reason") => None,
        ("no" | "nope", _) | ("never", "") | ("not", "at") => Some(false),
        _ => None,
    }
}

/// Whether an answer in Spanish says "sí", not the "si" that sets a condition, or "no" with nothing behind it in its clause.
fn spanish(text: &str, answer: &Tokens) -> Option<bool> {
    let is_alone = answer.len() == 1 || answer.gap_before(text, 1).contains([',', '.', ';', ':']);
    match (answer.word(0), answer.word(1)) {
        ("si", _) => {
            let written = text.get(answer.place(0..1)).unwrap_or("");
            matches!(written, "sí" | "Sí" | "SÍ").then_some(true)
        }
        ("por", "supuesto") | ("desde", "luego") => Some(answer.word(2) != "no"),
        ("claro", "que") => match answer.word(2) {
            "si" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        ("no", _) if is_alone => Some(false),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_yes_no_or_neither() {
        for (text, lang, wanted) in [
            ("Yes, you can.", "en", Some(true)),
            ("Absolutely.", "en", Some(true)),
            ("Of course you can.", "en", Some(true)),
            ("Absolutely not.", "en", Some(false)),
            ("No.", "en", Some(false)),
            ("Not at all.", "en", Some(false)),
            ("Never.", "en", Some(false)),
            ("No one knows.", "en", None),
            ("Not always.", "en", None),
            ("You can.", "en", None),
            ("Yes and no.", "en", None),
            ("Sí, puede.", "es", Some(true)),
            ("Si tiene fiebre, no.", "es", None),
            ("No, espere un día.", "es", Some(false)),
            ("No conduzca.", "es", None),
            ("Claro que no.", "es", Some(false)),
            ("Por supuesto.", "es", Some(true)),
        ] {
            assert_eq!(yes_or_no(text, &Tokens::of(text), lang), wanted, "{text}");
        }
    }
}
