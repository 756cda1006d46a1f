//! Finds where decoded text stands in the source.
//!
//! A Markdown parser hands out text with entities and escapes decoded, so that places inside it no longer agree with the
//! source. Walking both together finds them again.

use super::entity;
use crate::source::bytes::has_byte;
use crate::source::{PartOf, Span};

/// How text is written in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// Entities and backslash escapes.
    Markdown,
    /// Entities only: HTML, and the text of `<https://...>`.
    Entities,
    /// As it is: code.
    Plain,
}

/// A piece of decoded text and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// The same bytes, from this place on.
    Verbatim(&'t str, usize),
    /// Written otherwise in the source.
    Atomic(&'t str, Span),
}

/// How `text` reads when it starts at byte `at` of `source`: its pieces and the byte after the last, or `None` if
/// something else stands there.
pub(super) fn align<'t>(
    text: &'t str,
    source: &str,
    at: usize,
    coding: Coding,
) -> Option<(Vec<Piece<'t>>, usize)> {
    let mut pieces = Vec::new();
    let mut read = 0;
    let mut from = at;
    let mut run = (0, at);
    while read < text.len() {
        let rest = source.get(from..)?;
        let same = verbatim(text.part(read..), rest);
        if same > 0 {
            read += same;
            from += same;
            continue;
        }
        let Some((length, decoded)) = written_otherwise(text.part(read..), rest, coding) else {
            let ch = text
                .part(read..)
                .chars()
                .next()
                .filter(|ch| rest.starts_with(*ch))?;
            read += ch.len_utf8();
            from += ch.len_utf8();
            continue;
        };
        if run.0 < read {
            pieces.push(Piece::Verbatim(text.part(run.0..read), run.1));
        }
        let piece = text.part(read..read + decoded);
        pieces.push(Piece::Atomic(piece, Span::new(from, from + length)));
        read += decoded;
        from += length;
        run = (read, from);
    }
    if run.0 < read {
        pieces.push(Piece::Verbatim(text.part(run.0..read), run.1));
    }
    Some((pieces, from))
}

/// The length of what `text` and `source` start with alike before anything that may be written otherwise.
fn verbatim(text: &str, source: &str) -> usize {
    let is_plain = |byte: u8| !matches!(byte, b'&' | b'\\' | 0);
    if source.starts_with(text) && !has_byte(text, |byte| !is_plain(byte)) {
        return text.len();
    }
    let pairs = text.bytes().zip(source.bytes());
    let same = pairs
        .take_while(|(one, other)| one == other && is_plain(*one))
        .count();
    text.floor_char_boundary(same)
}

/// The lengths in source and text of an entity, an escape or a NUL at the start of both.
fn written_otherwise(text: &str, source: &str, coding: Coding) -> Option<(usize, usize)> {
    match source.as_bytes().first()? {
        b'&' if coding != Coding::Plain => {
            let (decoded, length) = entity::decode(source)?;
            text.starts_with(&decoded)
                .then_some((length, decoded.len()))
        }
        b'\\' => {
            let escaped = source.part(1..).chars().next()?;
            let known = match coding {
                Coding::Markdown => escaped.is_ascii_punctuation(),
                // In a table cell, even in code, a pipe must be escaped.
                Coding::Entities | Coding::Plain => escaped == '|',
            };
            (known && text.starts_with(escaped)).then_some((2, 1))
        }
        0 => text
            .starts_with(char::REPLACEMENT_CHARACTER)
            .then_some((1, char::REPLACEMENT_CHARACTER.len_utf8())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_escapes_are_anchored() {
        let source = r"Fish &amp; \*hot\* caf&eacute; \\ &x; &amp;amp;";
        let text = r"Fish & *hot* café \ &x; &amp;";
        let (pieces, end) = align(text, source, 0, Coding::Markdown).unwrap();
        assert_eq!(end, source.len());
        let verbatim: Vec<_> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Verbatim(text, at) => Some((*text, *at)),
                Piece::Atomic(..) => None,
            })
            .collect();
        for (text, at) in &verbatim {
            assert_eq!(&source[*at..*at + text.len()], *text);
        }
        assert_eq!(verbatim[2], ("hot", 13));
    }

    #[test]
    fn other_text_does_not_align() {
        for (text, source, coding) in [
            ("ab", "ax", Coding::Markdown),
            ("ab", "a", Coding::Markdown),
            ("&", "&amp;", Coding::Plain),
            ("*", r"\*", Coding::Entities),
        ] {
            let end = align(text, source, 0, coding).map(|(_, end)| end);
            assert_ne!(end, Some(source.len()), "{text} in {source}");
        }
    }
}
