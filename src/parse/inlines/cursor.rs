//! Walks the source of one block along with the text that comrak made of it.

use crate::parse::align::{Coding, Piece, align};
use crate::parse::draft::Draft;
use crate::parse::lines::floor;
use crate::source::{PartOf, Span};

/// How far text is looked for when it is not where it should be.
const SEARCH_LIMIT: usize = 4096;

/// The place up to which the source was read, and the text so far. The place lies on a character border and never after
/// the end of the block.
#[derive(Debug)]
pub(super) struct Cursor<'s> {
    text: &'s str,
    at: usize,
    end: usize,
    /// What was read.
    pub(super) draft: Draft,
}

impl<'s> Cursor<'s> {
    /// A cursor at the start of `area` of `text`.
    pub(super) fn new(text: &'s str, area: Span) -> Self {
        let end = floor(text, area.end());
        Self {
            text,
            at: floor(text, area.start()).min(end),
            end,
            draft: Draft::default(),
        }
    }

    /// The whole source.
    pub(super) fn source(&self) -> &'s str {
        self.text
    }

    /// The first byte that was not read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What is left of the block.
    pub(super) fn rest(&self) -> &'s str {
        self.text.part(self.at..self.end)
    }

    /// What is left of the block, as far as anything is looked for.
    pub(super) fn near(&self) -> &'s str {
        let limit = self.end.min(self.at.saturating_add(SEARCH_LIMIT));
        self.text
            .part(self.at..floor(self.text, limit).max(self.at))
    }

    /// Goes to `at`, but never back nor out of the block.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = floor(self.text, at.min(self.end)).max(self.at);
    }

    /// Goes on by `bytes`.
    pub(super) fn step(&mut self, bytes: usize) {
        self.go_to(self.at + bytes);
    }

    /// The place of one of `markers`: at the hint if one is there, else the nearest.
    pub(super) fn marker(&self, markers: &[&str], hint: Option<usize>) -> Option<usize> {
        let is_marker = |text: &str| markers.iter().any(|marker| text.starts_with(marker));
        let hinted = hint.filter(|hint| {
            (self.at..self.end).contains(hint)
                && self.text.get(*hint..self.end).is_some_and(is_marker)
        });
        let near = self.near();
        hinted.or_else(|| {
            let found = near
                .char_indices()
                .find(|(at, _)| is_marker(near.part(*at..)))?;
            Some(self.at + found.0)
        })
    }

    /// Reads `text`, which should stand at the hint. What is nowhere near stands for no more than the place reached.
    pub(super) fn text(&mut self, text: &str, hint: Option<usize>, coding: Coding) {
        let Some((pieces, end)) = self.find(text, hint, coding) else {
            self.draft.push_atomic(text, Span::empty(self.at));
            return;
        };
        for piece in pieces {
            match piece {
                Piece::Verbatim(text, at) => self.draft.push_verbatim(text, at),
                Piece::Atomic(text, span) => self.draft.push_atomic(text, span),
            }
        }
        self.at = end;
    }

    fn find<'t>(
        &self,
        text: &'t str,
        hint: Option<usize>,
        coding: Coding,
    ) -> Option<(Vec<Piece<'t>>, usize)> {
        let try_at = |at: usize| {
            align(text, self.text, at, coding)
                .or_else(|| align(text, self.text, at, Coding::Entities))
                .filter(|(_, end)| *end <= self.end)
        };
        hint.filter(|hint| *hint >= self.at)
            .and_then(try_at)
            .or_else(|| {
                let mut places = self.near().char_indices();
                places.find_map(|(offset, _)| try_at(self.at + offset))
            })
    }

    /// Reads the `count` bytes at `at`, or at the place reached where that is further on, as they stand.
    pub(super) fn verbatim(&mut self, at: usize, count: usize) {
        self.go_to(at);
        let start = self.at;
        self.step(count);
        let text = self.text.part(start..self.at);
        self.draft.push_verbatim(text, start);
    }

    /// Reads a line break as `text`.
    pub(super) fn line_break(&mut self, text: &str) {
        let span = self.break_span();
        self.draft.push_break(text, span);
        // Not past the markers of quotes: they may be text that is indented too deeply to quote.
        let line_end = self.rest().find('\n').map(|offset| self.at + offset + 1);
        self.go_to(line_end.unwrap_or(span.end()).min(span.end()));
    }

    /// The next line break with the white space around it and the markers of quotes after it.
    fn break_span(&self) -> Span {
        let rest = self.rest();
        let Some(newline) = rest.find(['\n', '\r']) else {
            return Span::empty(self.at);
        };
        let line = rest.part(..newline);
        let mut start = line.trim_end_matches([' ', '\t']).len();
        if start == newline && line.ends_with('\\') {
            start -= 1;
        }
        let next = rest
            .part(newline..)
            .strip_prefix("\r\n")
            .unwrap_or(rest.part(newline + 1..));
        let end = rest.len() - next.trim_start_matches([' ', '\t', '>']).len();
        Span::new(self.at + start, self.at + end)
    }

    /// Reads code between runs of `ticks` backticks and gives its source with them; `None` where no backticks are near.
    pub(super) fn code(
        &mut self,
        literal: &str,
        ticks: usize,
        hint: Option<usize>,
    ) -> Option<Span> {
        let ticks = "`".repeat(ticks);
        let opener = self.marker(&[&ticks], hint)?;
        let literal = code_text(literal);
        self.go_to(opener + ticks.len());
        if self.rest().starts_with(['\n', '\r']) && !literal.starts_with(' ') {
            self.go_to(self.break_span().end());
        } else if self.rest().starts_with(' ') && !literal.starts_with(' ') {
            self.step(1);
        }
        // A line break inside code is one space, which the text no longer shows as a break.
        let mut left = literal.as_str();
        while !left.is_empty() {
            let (now, later) = left.split_at(self.code_line(left));
            self.text(now, Some(self.at), Coding::Plain);
            left = later;
            if let Some(next) = left.strip_prefix(' ') {
                self.code_break(next);
                left = next;
            }
        }
        let closer = self.rest().find('`').unwrap_or(0);
        self.step(closer + ticks.len());
        Some(Span::new(opener, self.at))
    }

    /// Reads a line break in code before `next`, whose indent stays where the line is a lazy one.
    fn code_break(&mut self, next: &str) {
        let span = self.break_span();
        let indent = next.part(..next.len() - next.trim_start().len());
        let kept = self.text.part(span.range()).ends_with(indent);
        let end = span
            .end()
            .saturating_sub(if kept { indent.len() } else { 0 });
        self.draft.push_break(" ", Span::new(span.start(), end));
        self.go_to(end);
    }

    /// The length of the part of `literal` that stands on this line of the source.
    fn code_line(&self, literal: &str) -> usize {
        let rest = self.rest();
        if align(literal, rest, 0, Coding::Plain).is_some() {
            return literal.len();
        }
        let mut ends = literal.match_indices(' ').map(|(at, _)| at);
        let found = ends.find(|end| {
            align(literal.part(..*end), rest, 0, Coding::Plain)
                .is_some_and(|(_, after)| rest.part(after..).starts_with(['\n', '\r']))
        });
        found.unwrap_or(literal.len())
    }
}

/// The text of code. comrak leaves the CR of a CRLF in it, and then does not take off the space at both ends.
fn code_text(literal: &str) -> String {
    let text = literal.replace("\r ", " ");
    let padded = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    if padded && text.len() < literal.len() {
        text.part(1..text.len() - 1).to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(text: &str) -> Cursor<'_> {
        Cursor::new(text, Span::new(0, text.len()))
    }

    #[test]
    fn text_is_found_at_its_hint_or_further_on() {
        let mut cursor = cursor("one **two** one");
        cursor.text("one", Some(12), Coding::Markdown);
        assert_eq!(cursor.at(), 15);
        let mut cursor = Cursor::new("one **two** one", Span::new(3, 15));
        cursor.text("one", Some(2), Coding::Markdown);
        assert_eq!(cursor.at(), 15);
    }

    #[test]
    fn text_that_is_nowhere_moves_nothing() {
        let mut cursor = cursor("one two");
        cursor.text("three", Some(4), Coding::Markdown);
        assert_eq!((cursor.at(), cursor.draft.text()), (0, "three"));
    }

    #[test]
    fn breaks_take_the_markers_of_quotes_with_them() {
        for (text, expected) in [
            ("a\n> b", "\n> "),
            ("a  \r\n  b", "  \r\n  "),
            ("a\\\nb", "\\\n"),
        ] {
            let mut cursor = cursor(text);
            cursor.text("a", None, Coding::Markdown);
            assert_eq!(&text[cursor.break_span().range()], expected);
        }
    }

    #[test]
    fn code_is_read_over_lines() {
        for (text, literal, ticks) in [
            ("x `a b` y", "a b", 1),
            ("`` a ` b ``", "a ` b", 2),
            ("`a\n> b`", "a b", 1),
            ("`\na  \nb\n`", "a   b", 1),
            ("`a\r\nb`", "a\r b", 1),
        ] {
            let mut cursor = cursor(text);
            let span = cursor.code(literal, ticks, None).unwrap();
            assert!(text[span.range()].starts_with('`') && text[span.range()].ends_with('`'));
            assert_eq!(cursor.draft.text(), literal.replace("\r ", " "));
            let prose = cursor.draft.finish(span);
            let at = prose.text().find('b').unwrap();
            assert_eq!(&text[prose.span(at..at + 1).range()], "b", "{text}");
        }
    }
}
