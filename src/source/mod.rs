//! An article as it was read: its name, its bytes as text and where its lines start.

pub mod bytes;
mod cover;
mod digest;
mod format;
mod line_index;
mod nest;
mod part;
mod record;
mod span;

pub use cover::Cover;
pub use digest::sha256;
pub use format::Format;
pub(crate) use format::heading_mark;
pub use line_index::{LineIndex, line_end};
pub use nest::Nest;
pub use part::PartOf;
pub use record::{BadRecord, Id, Record};
pub use span::Span;

/// A 1-based line and column; columns count Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1; a byte order mark does not count.
    pub column: usize,
}

/// One source text with its name.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    format: Format,
    lines: LineIndex,
}

const BYTE_ORDER_MARK: char = '\u{feff}';

impl Source {
    /// A source called `name`, usually its path with `/` between folders. `text` keeps a byte order mark if it had one.
    pub fn new(name: impl Into<String>, text: impl Into<String>, format: Format) -> Self {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Self {
            name: name.into(),
            text,
            format,
            lines,
        }
    }

    /// The name under which findings are reported.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, byte order mark included, so that offsets are those of the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How its lines end: `\r\n` where the first one does, else `\n`.
    pub fn line_end(&self) -> &'static str {
        let first = self.text.split('\n').next().unwrap_or("");
        if first.ends_with('\r') && first.len() < self.text.len() {
            "\r\n"
        } else {
            "\n"
        }
    }

    /// How the text is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The offset of the first byte after a byte order mark.
    pub fn body_start(&self) -> usize {
        if self.text.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len_utf8()
        } else {
            0
        }
    }

    /// The text at `span`; a span that leaves the text or splits a character gives "".
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Where the lines start.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The line and column of byte `offset`; past the end, the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.lines.line(offset);
        let start =
            self.lines
                .start(line)
                .unwrap_or(0)
                .max(if line == 1 { self.body_start() } else { 0 });
        let chars = |at| self.lines.chars_before(&self.text, at);
        Position {
            line,
            column: chars(offset).saturating_sub(chars(start.min(offset))) + 1,
        }
    }

    /// The 1-based line of byte `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.line(offset)
    }

    /// The first and the last line that `span` touches.
    pub fn line_range(&self, span: Span) -> (usize, usize) {
        let last = if span.is_empty() {
            span.start()
        } else {
            span.end() - 1
        };
        (self.line(span.start()), self.line(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_leave_out_the_byte_order_mark() {
        let source = Source::new("a.md", "\u{feff}añb\r\nc\n", Format::Markdown);
        let cases = [
            (3, (1, 1)),
            (4, (1, 2)),
            (6, (1, 3)),
            (9, (2, 1)),
            (99, (3, 1)),
        ];
        for (offset, (line, column)) in cases {
            assert_eq!(
                source.position(offset),
                Position { line, column },
                "offset {offset}"
            );
        }
    }

    #[test]
    fn a_span_that_splits_a_character_slices_to_nothing() {
        let source = Source::new("a.md", "ñ", Format::Markdown);
        assert_eq!(source.slice(Span::new(0, 1)), "");
        assert_eq!(source.slice(Span::new(0, 2)), "ñ");
    }
}
