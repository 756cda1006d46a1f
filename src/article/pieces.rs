//! Prose cut where its marks start and end.

use super::{Mark, Prose};
use std::ops::Range;

/// A part of a prose in which the same marks hold from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The bytes of the prose's text; never empty.
    pub range: Range<usize>,
    /// The text.
    pub text: &'a str,
    /// The marks that hold, the outer ones first, each with its place in [`Prose::marks`].
    pub marks: Vec<(usize, &'a Mark)>,
}

impl Prose {
    /// The pieces of the text, in order; together they are all of it.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let text = self.text();
        let mut cuts = vec![0, text.len()];
        for mark in self.marks() {
            cuts.extend([mark.range.start, mark.range.end]);
        }
        cuts.retain(|cut| text.is_char_boundary(*cut));
        cuts.sort_unstable();
        cuts.dedup();
        let between = cuts.iter().zip(cuts.iter().skip(1));
        between
            .filter_map(|(&start, &end)| self.piece(start..end))
            .collect()
    }

    fn piece(&self, range: Range<usize>) -> Option<Piece<'_>> {
        let text = self.text().get(range.clone())?;
        let marks = self
            .marks()
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.range.start <= range.start && mark.range.end >= range.end);
        Some(Piece {
            text,
            marks: marks.collect(),
            range,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{MarkKind, ProseBuilder};
    use crate::source::Span;

    #[test]
    fn pieces_are_the_whole_text_with_the_marks_that_hold() {
        let mut builder = ProseBuilder::new(Span::new(0, 11));
        builder.push_verbatim("one two six", 0);
        builder.mark(4..11, MarkKind::Strong, Span::new(4, 11));
        builder.mark(4..7, MarkKind::Emphasis, Span::new(4, 7));
        let prose = builder.finish();
        let pieces: Vec<(&str, usize)> = prose
            .pieces()
            .iter()
            .map(|piece| (piece.text, piece.marks.len()))
            .collect();
        assert_eq!(pieces, [("one ", 0), ("two", 2), (" six", 1)]);
    }
}
