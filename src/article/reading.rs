//! The sentences and words of an article's texts, found once for all who look for phrases in them.

use super::{Prose, Text};
use crate::lexicon::{Tokens, sentence};
use crate::source::Span;
use std::ops::Range;

/// The sentences of the texts of an article, in reading order, each with its words.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// For each sentence the index of its text in [`Article::texts`](super::Article::texts) and its bytes there.
    places: Vec<(usize, Range<usize>)>,
    tokens: Vec<Tokens>,
    /// The texts by their place in the source, with their sentences.
    texts: Vec<(Span, usize, Range<usize>)>,
}

impl Reading {
    /// Reads `texts`.
    pub fn of(texts: &[Text<'_>]) -> Self {
        let mut reading = Self::default();
        for (index, text) in texts.iter().enumerate() {
            let first = reading.places.len();
            let prose = text.prose.text();
            for range in sentence::split(prose) {
                reading
                    .tokens
                    .push(Tokens::of(prose.get(range.clone()).unwrap_or("")));
                reading.places.push((index, range));
            }
            let sentences = first..reading.places.len();
            reading
                .texts
                .push((text.prose.whole(), prose.len(), sentences));
        }
        reading
            .texts
            .sort_unstable_by_key(|(span, length, _)| (*span, *length));
        reading
    }

    /// For each sentence the index of its text and its bytes there.
    pub fn places(&self) -> &[(usize, Range<usize>)] {
        &self.places
    }

    /// The words of each sentence.
    pub fn tokens(&self) -> &[Tokens] {
        &self.tokens
    }

    /// The words of the sentences of one of the texts, each with its bytes, in order; `None` for a prose that is none of
    /// them.
    pub fn sentences_of(
        &self,
        prose: &Prose,
    ) -> Option<impl Iterator<Item = (Range<usize>, &Tokens)>> {
        let key = (prose.whole(), prose.text().len());
        let found = self
            .texts
            .binary_search_by_key(&key, |(span, length, _)| (*span, *length))
            .ok()?;
        let (_, _, sentences) = self.texts.get(found)?;
        let places = self.places.get(sentences.clone())?.iter();
        let tokens = self.tokens.get(sentences.clone())?.iter();
        Some(places.map(|(_, range)| range.clone()).zip(tokens))
    }
}
