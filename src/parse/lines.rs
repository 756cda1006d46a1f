//! From the lines and columns of comrak to spans of the source.

use crate::source::bytes::has_byte;
use crate::source::{PartOf, Span};
use comrak::nodes::Sourcepos;

/// A source with the starts of its lines as comrak counts them: a lone CR ends a line too.
#[derive(Debug)]
pub(super) struct Lines<'s> {
    text: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Indexes `text` from byte `base` on, where comrak starts to read.
    pub(super) fn new(text: &'s str, base: usize) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![base];
        if !has_byte(text, |byte| byte == b'\r') {
            let newlines = text.match_indices('\n').map(|(at, _)| at);
            starts.extend(newlines.filter(|at| *at >= base).map(|at| at + 1));
            return Self { text, starts };
        }
        for (at, byte) in bytes.iter().enumerate().skip(base) {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Self { text, starts }
    }

    /// The whole source.
    pub(super) fn text(&self) -> &'s str {
        self.text
    }

    /// The first byte of the 1-based `line`; past the last line, the end.
    pub(super) fn start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        self.starts.get(index).copied().unwrap_or(self.text.len())
    }

    /// The byte after the last of the 1-based `line`, its line ending left out.
    pub(super) fn end(&self, line: usize) -> usize {
        let start = self.start(line);
        let end = self.start(line + 1).max(start);
        start
            + self
                .text
                .part(start..end)
                .trim_end_matches(['\n', '\r'])
                .len()
    }

    /// The byte at a 1-based line and byte column; one that is past the line is at its end.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.start(line);
        let at = (start + column.saturating_sub(1)).min(self.end(line));
        floor(self.text, at)
    }

    /// The source of a node. Columns that comrak got wrong are held to their lines, and white space at the end is left out.
    pub(super) fn span(&self, place: Sourcepos) -> Span {
        let start = self.offset(place.start.line, place.start.column);
        let end = self.offset(place.end.line, place.end.column + 1).max(start);
        let text = self
            .text
            .part(start..end)
            .trim_end_matches(|ch: char| ch.is_ascii_whitespace());
        Span::new(start, start + text.len())
    }
}

/// The lines of `text` with their line ends, as comrak counts them.
pub(super) fn rows(text: &str) -> Vec<&str> {
    let lines = Lines::new(text, 0);
    let starts = lines.starts.iter().copied();
    let ends = lines.starts.iter().copied().skip(1).chain([text.len()]);
    let rows = starts.zip(ends).map(|(start, end)| text.part(start..end));
    rows.filter(|row| !row.is_empty()).collect()
}

/// The character border at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
