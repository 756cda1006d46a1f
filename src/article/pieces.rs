//! Prose cut where its marks start and end.

use super::{Mark, MarkKind, Prose};
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
    ///
    /// A mark inside one of its own kind (emphasis in emphasis) adds nothing and is left out, so that the work stays in
    /// proportion to the text however deeply an article nests its marks.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let marks = telling(self.marks());
        let mut starting = marks.iter().copied().peekable();
        let mut open: Vec<(usize, &Mark)> = Vec::new();
        let mut pieces = Vec::new();
        let cuts = cuts(self.text(), &marks);
        for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
            while let Some(mark) = starting.next_if(|(_, mark)| mark.range.start <= start) {
                open.push(mark);
            }
            open.retain(|(_, mark)| mark.range.end > start);
            pieces.extend(self.text().get(start..end).map(|text| Piece {
                range: start..end,
                text,
                marks: open.clone(),
            }));
        }
        pieces
    }
}

/// Where the text is cut: at its ends and where a mark starts or ends.
fn cuts(text: &str, marks: &[(usize, &Mark)]) -> Vec<usize> {
    let borders = marks
        .iter()
        .flat_map(|(_, mark)| [mark.range.start, mark.range.end]);
    let mut cuts: Vec<usize> = borders.chain([0, text.len()]).collect();
    cuts.retain(|cut| text.is_char_boundary(*cut));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The marks that no wider one of their kind holds, with their places.
fn telling(marks: &[Mark]) -> Vec<(usize, &Mark)> {
    let mut reach: Vec<(&MarkKind, usize)> = Vec::new();
    let mut telling = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        if is_style(&mark.kind) {
            match reach.iter_mut().find(|(kind, _)| **kind == mark.kind) {
                Some((_, end)) if mark.range.end <= *end => continue,
                Some((_, end)) => *end = mark.range.end,
                None => reach.push((&mark.kind, mark.range.end)),
            }
        }
        telling.push((index, mark));
    }
    telling
}

fn is_style(kind: &MarkKind) -> bool {
    match kind {
        MarkKind::Emphasis
        | MarkKind::Strong
        | MarkKind::Strikethrough
        | MarkKind::Code
        | MarkKind::Superscript
        | MarkKind::Subscript => true,
        MarkKind::Link { .. } | MarkKind::Image { .. } | MarkKind::Footnote { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{MarkKind, ProseBuilder};
    use crate::source::Span;

    #[test]
    fn emphasis_in_emphasis_is_emphasis() {
        let mut builder = ProseBuilder::new(Span::new(0, 3));
        builder.push_verbatim("one", 0);
        for _ in 0..1000 {
            builder.mark(0..3, MarkKind::Emphasis, Span::new(0, 3));
        }
        let prose = builder.finish();
        assert_eq!(prose.pieces().len(), 1);
        assert_eq!(prose.pieces()[0].marks.len(), 1);
    }

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
