//! The text of one HTML block and where its lines stand in the source.

use crate::parse::lines::Lines;
use crate::parse::tags::{self, Token};
use crate::source::Span;

/// An HTML block without the indents and quote markers of what it lies in.
#[derive(Debug, Default)]
pub(in crate::parse) struct Raw {
    text: String,
    /// The starts of the lines in the text and in the source.
    lines: Vec<(usize, usize)>,
    tokens: Vec<Token>,
}

impl Raw {
    /// The block whose lines are `text`, the first of them on the 1-based `line` of the source.
    pub(in crate::parse) fn new(text: &str, lines: &Lines<'_>, line: usize) -> Self {
        let mut starts = Vec::new();
        let mut at = 0;
        for (number, row) in text.split_inclusive('\n').enumerate() {
            let end = lines.end(line + number);
            let bare = row.trim_end_matches(['\n', '\r']);
            starts.push((
                at,
                end.saturating_sub(bare.len())
                    .max(lines.start(line + number)),
            ));
            at += row.len();
        }
        Self {
            tokens: tags::tokens(text),
            text: text.to_owned(),
            lines: starts,
        }
    }

    /// The tokens; their spans are bytes of the text.
    pub(super) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text at `span`.
    pub(super) fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The source of a span of the text.
    pub(super) fn span(&self, span: Span) -> Span {
        if span.is_empty() {
            return Span::empty(self.source(span.start()));
        }
        Span::new(self.source(span.start()), self.source(span.end() - 1) + 1)
    }

    fn source(&self, at: usize) -> usize {
        let index = self.lines.partition_point(|(start, _)| *start <= at);
        match self.lines.get(index.saturating_sub(1)) {
            Some((start, source)) => source + at.saturating_sub(*start),
            None => 0,
        }
    }
}
