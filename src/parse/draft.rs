//! Prose in the making: its pieces can still be taken away.

use crate::article::{Mark, MarkKind, Prose, ProseBuilder};
use crate::source::{PartOf, Span};
use std::cmp::Reverse;
use std::ops::Range;

/// Text with its places and marks, before what is no reader's business is cut out of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    text: String,
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
    breaks: Vec<Range<usize>>,
}

#[derive(Debug, Clone)]
struct Piece {
    range: Range<usize>,
    source: Span,
    verbatim: bool,
}

impl Draft {
    /// The length of the text so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing but white space was pushed.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The marks, in the order in which they were closed.
    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Adds text that stands byte for byte in the source from `source` on.
    pub(super) fn push_verbatim(&mut self, text: &str, source: usize) {
        self.push(text, Span::new(source, source + text.len()), true);
    }

    /// Adds text that stands for the whole of `source`.
    pub(super) fn push_atomic(&mut self, text: &str, source: Span) {
        self.push(text, source, false);
    }

    /// Adds the break between two lines; `source` reaches from the end of one to the start of the next.
    pub(super) fn push_break(&mut self, text: &str, source: Span) {
        let start = self.len();
        self.push(text, source, false);
        self.breaks.push(start..self.len());
    }

    fn push(&mut self, text: &str, source: Span, verbatim: bool) {
        if text.is_empty() {
            return;
        }
        let start = self.len();
        self.text.push_str(text);
        self.pieces.push(Piece {
            range: start..self.len(),
            source,
            verbatim,
        });
    }

    /// Marks what was pushed since the text was `from` bytes long.
    pub(super) fn mark_from(&mut self, from: usize, kind: MarkKind, span: Span) {
        self.mark(from..self.len(), kind, span);
    }

    /// Marks a range of the text; only an image may have an empty one.
    pub(super) fn mark(&mut self, range: Range<usize>, kind: MarkKind, span: Span) {
        if !range.is_empty() || matches!(kind, MarkKind::Image { .. }) {
            self.marks.push(Mark { range, kind, span });
        }
    }

    /// Takes back the marks made since there were `count` of them that `wanted` does not accept.
    pub(super) fn retain_marks(&mut self, count: usize, wanted: impl Fn(&MarkKind) -> bool) {
        let later = self.marks.split_off(count.min(self.marks.len()));
        self.marks
            .extend(later.into_iter().filter(|mark| wanted(&mark.kind)));
    }

    /// The ranges of the lines between breaks.
    pub(super) fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line_break in &self.breaks {
            lines.push(start..line_break.start);
            start = line_break.end;
        }
        lines.push(start..self.len());
        lines
    }

    /// The range of a line with the break after it, or with the one before it where it is the last: what goes with a line
    /// when it is taken away.
    pub(super) fn with_break(&self, line: Range<usize>) -> Range<usize> {
        let after = self.breaks.partition_point(|next| next.start < line.end);
        let before = after.checked_sub(1);
        match (
            self.breaks.get(after),
            before.and_then(|before| self.breaks.get(before)),
        ) {
            (Some(next), _) if next.start == line.end => line.start..next.end,
            (_, Some(before)) => before.start..line.end,
            (_, None) => line,
        }
    }

    /// Where the byte at `at` of the text stands in the source; a piece that is not verbatim gives its start.
    pub(super) fn source_of(&self, at: usize) -> Option<usize> {
        let index = self.pieces.partition_point(|piece| piece.range.end <= at);
        let piece = self.pieces.get(index)?;
        let inside = if piece.verbatim {
            at - piece.range.start
        } else {
            0
        };
        Some(piece.source.start() + inside)
    }

    /// The source from the first piece to the last.
    pub(super) fn source(&self) -> Option<Span> {
        let first = self.pieces.first()?.source;
        Some(
            self.pieces
                .iter()
                .fold(first, |span, piece| span.cover(piece.source)),
        )
    }

    /// Takes `cut` out of the text.
    pub(super) fn remove(&mut self, cut: Range<usize>) {
        self.remove_all(vec![cut]);
    }

    /// Takes `cuts`, which may overlap and come in any order, out of the text.
    pub(super) fn remove_all(&mut self, mut cuts: Vec<Range<usize>>) {
        cuts.retain(|cut| !cut.is_empty() && self.text.get(cut.clone()).is_some());
        if cuts.is_empty() {
            return;
        }
        cuts.sort_by_key(|cut| cut.start);
        let kept = Kept::without(&cuts, self.len());
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces.drain(..) {
            for part in kept.parts(&piece.range) {
                pieces.push(piece.part(part, &kept));
            }
        }
        self.pieces = pieces;
        for mark in &mut self.marks {
            mark.range = kept.moved(&mark.range);
        }
        self.marks
            .retain(|mark| !mark.range.is_empty() || matches!(mark.kind, MarkKind::Image { .. }));
        for line_break in &mut self.breaks {
            *line_break = kept.moved(line_break);
        }
        self.breaks.retain(|line_break| !line_break.is_empty());
        self.text = kept
            .ranges
            .iter()
            .map(|range| self.text.part(range.clone()))
            .collect();
    }

    /// Takes white space off both ends.
    pub(super) fn trim(&mut self) {
        let end = self.text.trim_end_matches(is_space).len();
        let start = self.len() - self.text.trim_start_matches(is_space).len();
        if start > 0 || end < self.len() {
            self.remove_all(vec![0..start, end..self.len()]);
        }
    }

    /// Adds all of `other` after `joint`, which stands for the source between the two.
    pub(super) fn append(&mut self, joint: &str, mut other: Draft) {
        let between = match (self.source(), other.source()) {
            (Some(before), Some(after)) => Span::new(before.end(), after.start()),
            (Some(before), None) => Span::empty(before.end()),
            (None, _) => Span::default(),
        };
        if !self.text.is_empty() && !other.text.is_empty() {
            self.push_break(joint, between);
        }
        let shift = self.len();
        let move_on = |range: &Range<usize>| range.start + shift..range.end + shift;
        for piece in &mut other.pieces {
            piece.range = move_on(&piece.range);
        }
        for mark in &mut other.marks {
            mark.range = move_on(&mark.range);
        }
        self.text.push_str(&other.text);
        self.pieces.append(&mut other.pieces);
        self.marks.append(&mut other.marks);
        self.breaks.extend(other.breaks.iter().map(move_on));
    }

    /// The draft that gives `prose`, whose places are in `source`.
    pub(super) fn of(prose: &Prose, source: &str) -> Self {
        let mut draft = Self::default();
        let text = prose.text();
        for (at, ch) in text.char_indices() {
            let range = at..at + ch.len_utf8();
            let place = prose.span(range.clone());
            let piece = text.part(range);
            if source.get(place.range()) == Some(piece) {
                draft.push_verbatim(piece, place.start());
            } else {
                draft.push_atomic(piece, place);
            }
        }
        draft.marks = prose.marks().to_vec();
        draft
    }

    /// The prose, without white space at its ends; its source is that of its pieces, or `area` where there are none.
    pub(super) fn prose(self, area: Span) -> Prose {
        let whole = self.source().unwrap_or(area);
        self.finish(whole)
    }

    /// The prose, without white space at its ends. `whole` is its source where it has text that came from nowhere else.
    pub(super) fn finish(mut self, whole: Span) -> Prose {
        self.trim();
        self.finish_as_written(whole)
    }

    /// The prose with all its white space.
    pub(super) fn finish_as_written(self, whole: Span) -> Prose {
        let mut builder = ProseBuilder::new(whole);
        for piece in &self.pieces {
            let text = self.text.part(piece.range.clone());
            if piece.verbatim {
                builder.push_verbatim(text, piece.source.start());
            } else {
                builder.push_atomic(text, piece.source);
            }
        }
        // Of two marks on the same text the outer one comes first.
        let mut marks = self.marks;
        marks.sort_by_key(|mark| (mark.span.start(), Reverse(mark.span.end())));
        for mark in marks {
            builder.mark(mark.range, mark.kind, mark.span);
        }
        builder.finish()
    }
}

impl Piece {
    /// The part of the piece at `range`, moved to where it is in the text that is kept.
    fn part(&self, range: Range<usize>, kept: &Kept) -> Piece {
        let source = if self.verbatim {
            let start = self.source.start() + (range.start - self.range.start);
            Span::new(start, start + range.len())
        } else {
            self.source
        };
        Piece {
            range: kept.moved(&range),
            source,
            verbatim: self.verbatim,
        }
    }
}

/// The ranges of a text that stay when others are cut out, with the start that each has then.
struct Kept {
    ranges: Vec<Range<usize>>,
    starts: Vec<usize>,
}

impl Kept {
    /// What stays of `len` bytes without `cuts`, which are in order.
    fn without(cuts: &[Range<usize>], len: usize) -> Self {
        let mut kept = Self {
            ranges: Vec::new(),
            starts: Vec::new(),
        };
        let mut from = 0;
        let mut start = 0;
        for cut in cuts.iter().cloned().chain(std::iter::once(len..len)) {
            if from < cut.start {
                kept.ranges.push(from..cut.start);
                kept.starts.push(start);
                start += cut.start - from;
            }
            from = from.max(cut.end);
        }
        kept
    }

    /// The parts of `range` that stay.
    fn parts(&self, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.ranges.partition_point(|kept| kept.end <= range.start);
        let (from, to) = (range.start, range.end);
        self.ranges
            .part(first..)
            .iter()
            .take_while(move |kept| kept.start < to)
            .map(move |kept| kept.start.max(from)..kept.end.min(to))
    }

    fn moved(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    /// Where the byte at `at` goes; one that is cut goes to where the cut closes.
    fn place(&self, at: usize) -> usize {
        let after = self.ranges.partition_point(|kept| kept.start <= at);
        let last = after.checked_sub(1);
        let last = last.and_then(|index| self.ranges.get(index).zip(self.starts.get(index)));
        last.map_or(0, |(kept, start)| {
            start + at.min(kept.end).saturating_sub(kept.start)
        })
    }
}

fn is_space(ch: char) -> bool {
    ch.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ab &amp; cd` on one line, `ef` on the next.
    fn draft() -> Draft {
        let mut draft = Draft::default();
        draft.push_verbatim("ab ", 0);
        draft.push_atomic("&", Span::new(3, 8));
        draft.push_verbatim(" cd", 8);
        draft.push_break(" ", Span::new(11, 12));
        draft.push_verbatim("ef", 12);
        draft.mark(0..2, MarkKind::Strong, Span::new(0, 2));
        draft
    }

    #[test]
    fn what_stays_keeps_its_place_when_a_part_is_taken_away() {
        let mut draft = draft();
        draft.remove(1..4);
        assert_eq!(draft.text(), "a cd ef");
        let prose = draft.finish(Span::new(0, 14));
        assert_eq!(prose.span(2..4), Span::new(9, 11));
        assert_eq!(prose.span(5..7), Span::new(12, 14));
        assert_eq!(prose.marks()[0].range, 0..1);
    }

    #[test]
    fn lines_are_taken_with_one_break() {
        let mut draft = draft();
        assert_eq!(draft.lines(), [0..7, 8..10]);
        assert_eq!(draft.with_break(8..10), 7..10);
        draft.remove(draft.with_break(0..7));
        assert_eq!(draft.text(), "ef");
        assert_eq!(draft.lines().first(), Some(&(0..2)));
    }

    #[test]
    fn cuts_may_overlap_and_come_in_any_order() {
        let mut draft = draft();
        draft.remove_all(vec![7..9, 0..1, 3..5, 4..6, 8..9, 3..3]);
        assert_eq!(draft.text(), "b df");
        let prose = draft.finish(Span::new(0, 14));
        assert_eq!(prose.span(2..3), Span::new(10, 11));
        assert_eq!(prose.span(3..4), Span::new(13, 14));
    }
}
