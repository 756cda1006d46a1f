//! Bytes of a text as the lines and characters of an editor, and back.

use crate::source::Span;
use lsp_types::{Position, PositionEncodingKind, Range};

/// What an editor counts as one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16: what every editor knows.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    /// The first of `offered` that is known; they come in the order in which the editor wants them.
    pub(super) fn chosen<'a>(offered: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |name: &str| match name {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        };
        offered.into_iter().find_map(known).unwrap_or_default()
    }

    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, ch: char) -> usize {
        match self {
            Self::Utf8 => ch.len_utf8(),
            Self::Utf16 => ch.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// The lines of a text. As the protocol has it, LF, CRLF and a lone CR end a line.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    encoding: Encoding,
    /// Where each line starts, and where it ends without its line end.
    bounds: Vec<(usize, usize)>,
}

impl Lines {
    pub(super) fn new(text: &str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let mut bounds = Vec::new();
        let mut start = 0;
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                b'\n' => {
                    let is_crlf = bytes
                        .get(start..at)
                        .is_some_and(|line| line.ends_with(b"\r"));
                    bounds.push((start, at - usize::from(is_crlf)));
                    start = at + 1;
                }
                b'\r' if bytes.get(at + 1) != Some(&b'\n') => {
                    bounds.push((start, at));
                    start = at + 1;
                }
                _ => {}
            }
        }
        bounds.push((start, text.len()));
        Self { encoding, bounds }
    }

    /// Where byte `offset` of `text` stands; inside a line end, before it; past the end, at the end.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.bounds.partition_point(|(start, _)| *start <= offset);
        let line = line.saturating_sub(1);
        let (start, end) = self.bounds.get(line).copied().unwrap_or_default();
        let mut offset = offset.clamp(start, end);
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = text.get(start..offset).unwrap_or("");
        let width: usize = before.chars().map(|ch| self.encoding.width(ch)).sum();
        Position::new(number(line), number(width))
    }

    /// Where `span` of `text` stands.
    pub(super) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(
            self.position(text, span.start()),
            self.position(text, span.end()),
        )
    }

    /// The byte of `text` at `position`; past the end of a line, its end; past the last line, the end.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let Some((start, end)) = self.bounds.get(position.line as usize).copied() else {
            return text.len();
        };
        let wanted = position.character as usize;
        let mut width = 0;
        for (at, ch) in text.get(start..end).unwrap_or("").char_indices() {
            width += self.encoding.width(ch);
            if width > wanted {
                return start + at;
            }
        }
        end
    }

    /// The span of `range` in `text`; a range whose end is before its start is turned round.
    pub(super) fn span(&self, text: &str, range: Range) -> Span {
        let (start, end) = (self.offset(text, range.start), self.offset(text, range.end));
        Span::new(start.min(end), start.max(end))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "añ😀b\r\n\r\nc\rd\n\n";

    #[test]
    fn every_byte_has_a_place_in_each_encoding() {
        let cases = [
            // byte, line, bytes, units of UTF-16, code points
            (0, 0, 0, 0, 0),
            (1, 0, 1, 1, 1),
            (3, 0, 3, 2, 2),
            (7, 0, 7, 4, 3),
            (8, 0, 8, 5, 4),
            (10, 1, 0, 0, 0),
            (12, 2, 0, 0, 0),
            (13, 2, 1, 1, 1),
            (14, 3, 0, 0, 0),
            (16, 4, 0, 0, 0),
            (17, 5, 0, 0, 0),
        ];
        for (offset, line, utf8, utf16, utf32) in cases {
            for (encoding, character) in [
                (Encoding::Utf8, utf8),
                (Encoding::Utf16, utf16),
                (Encoding::Utf32, utf32),
            ] {
                let lines = Lines::new(TEXT, encoding);
                let place = Position::new(line, character);
                assert_eq!(lines.position(TEXT, offset), place, "{offset} {encoding:?}");
                assert_eq!(lines.offset(TEXT, place), offset, "{place:?} {encoding:?}");
            }
        }
    }

    #[test]
    fn what_is_no_place_is_the_nearest_one() {
        let lines = Lines::new(TEXT, Encoding::Utf16);
        let places = [
            ((0, 3), 3, "inside a pair"),
            ((0, 99), 8, "past the end of a line"),
            ((99, 0), 17, "past the last line"),
        ];
        for ((line, character), offset, what) in places {
            let place = Position::new(line, character);
            assert_eq!(lines.offset(TEXT, place), offset, "{what}");
        }
        assert_eq!(lines.position(TEXT, 5), Position::new(0, 2), "in a letter");
        assert_eq!(lines.position(TEXT, 9), Position::new(0, 5), "in a CRLF");
        assert_eq!(lines.position(TEXT, 999), Position::new(5, 0));
        let turned = Range::new(Position::new(2, 1), Position::new(0, 1));
        assert_eq!(lines.span(TEXT, turned), Span::new(1, 13));
    }

    #[test]
    fn the_first_known_encoding_is_chosen() {
        assert_eq!(Encoding::chosen([]), Encoding::Utf16);
        assert_eq!(Encoding::chosen(["utf-7"]), Encoding::Utf16);
        assert_eq!(Encoding::chosen(["x", "utf-8", "utf-16"]), Encoding::Utf8);
        assert_eq!(Encoding::chosen(["utf-16", "utf-8"]), Encoding::Utf16);
    }
}
