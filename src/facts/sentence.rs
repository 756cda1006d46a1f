//! The sentences of an article, each with the text that holds it.

use crate::article::{Article, Text};
use crate::source::{PartOf, Span};
use std::ops::Range;

/// A sentence, or the whole of a heading, item or cell that is none.
#[derive(Debug, Clone)]
pub struct Sentence<'a> {
    /// The text that holds it.
    pub within: Text<'a>,
    /// Its bytes in that text.
    pub range: Range<usize>,
}

impl<'a> Sentence<'a> {
    /// The sentence's words as a reader sees them.
    pub fn text(&self) -> &'a str {
        self.within.prose.text().part(self.range.clone())
    }

    /// Where it stands in the source.
    pub fn span(&self) -> Span {
        self.within.prose.span(self.range.clone())
    }
}

/// Every sentence of an article, in reading order.
pub fn sentences(article: &Article) -> Vec<Sentence<'_>> {
    let texts = article.texts();
    let places = article.reading.places().iter();
    let sentence = |(text, range): &(usize, Range<usize>)| {
        let within = *texts.get(*text)?;
        let range = range.clone();
        Some(Sentence { within, range })
    };
    places.filter_map(sentence).collect()
}
