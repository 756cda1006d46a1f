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
    span: Span,
}

impl<'a> Sentence<'a> {
    /// The sentence that takes up the bytes `range` of a text.
    pub fn new(within: Text<'a>, range: Range<usize>) -> Self {
        let span = within.prose.span(range.clone());
        Self {
            within,
            range,
            span,
        }
    }

    /// The sentence's words as a reader sees them.
    pub fn text(&self) -> &'a str {
        self.within.prose.text().part(self.range.clone())
    }

    /// Whether it asks: a question claims, orders and allows nothing.
    pub fn is_question(&self) -> bool {
        self.text().trim_end().ends_with('?')
    }

    /// Where it stands in the source.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// Every sentence of an article, whose texts are `texts`, in reading order.
pub fn sentences<'a>(article: &'a Article, texts: &[Text<'a>]) -> Vec<Sentence<'a>> {
    let places = article.reading.places().iter();
    let sentence = |(text, range): &(usize, Range<usize>)| {
        let within = *texts.get(*text)?;
        Some(Sentence::new(within, range.clone()))
    };
    places.filter_map(sentence).collect()
}
