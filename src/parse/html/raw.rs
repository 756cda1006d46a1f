//! The text of one HTML block and where its lines stand in the source.

use crate::parse::lines::{self, Lines};
use crate::parse::tags::{self, Token};
use crate::source::Span;

/// An HTML block without the indents and quote markers of what it lies in.
#[derive(Debug, Default)]
pub(in crate::parse) struct Raw {
    text: String,
    rows: Vec<Row>,
    tokens: Vec<Token>,
}

/// Where one line stands. Lines agree from the end on: tabs at the start may have become spaces.
#[derive(Debug)]
struct Row {
    start: usize,
    /// The end in the text, without the line end.
    end: usize,
    /// The start and that end in the source.
    source: Span,
}

impl Raw {
    /// The block whose lines are `text`, the first of them on the 1-based `line` of the source.
    pub(in crate::parse) fn new(text: &str, lines: &Lines<'_>, line: usize) -> Self {
        let mut rows = Vec::new();
        let mut start = 0;
        for (number, row) in lines::rows(text).into_iter().enumerate() {
            rows.push(Row {
                start,
                end: start + row.trim_end_matches(['\n', '\r']).len(),
                source: Span::new(lines.start(line + number), lines.end(line + number)),
            });
            start += row.len();
        }
        Self {
            tokens: tags::tokens(text),
            text: text.to_owned(),
            rows,
        }
    }

    /// A whole page: `source` itself, of which `tokens` are read.
    pub(in crate::parse) fn page(source: &str, tokens: Vec<Token>) -> Self {
        let whole = Span::new(0, source.len());
        let row = Row {
            start: 0,
            end: source.len(),
            source: whole,
        };
        Self {
            text: source.to_owned(),
            rows: vec![row],
            tokens,
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
        let index = self.rows.partition_point(|row| row.start <= at);
        let Some(row) = index.checked_sub(1).and_then(|index| self.rows.get(index)) else {
            return 0;
        };
        let back = row.end.saturating_sub(at);
        let on = at.saturating_sub(row.end);
        (row.source.end().saturating_sub(back) + on).max(row.source.start())
    }
}
