//! Running text with its marks and an exact way back to the source.

use crate::source::bytes::count_pairs;
use crate::source::{PartOf, Span};
use std::ops::Range;

/// Text as a reader sees it: entities and escapes decoded, soft line breaks as a space, hard ones as `\n`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    text: String,
    segments: Vec<Segment>,
    marks: Vec<Mark>,
    span: Span,
}

/// A piece of the text and the piece of the source it comes from.
///
/// Of equal length, the two are the same bytes; else (an entity, an escape, a line break) the piece is indivisible.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment {
    text: Range<usize>,
    source: Span,
    verbatim: bool,
}

/// A property of a range of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the prose's text.
    pub range: Range<usize>,
    /// The property.
    pub kind: MarkKind,
    /// The source of the marked text with its markup.
    pub span: Span,
}

/// What a mark says of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// Leads elsewhere.
    Link {
        /// The target as written, decoded.
        url: String,
        /// The title, if one is given.
        title: Option<String>,
    },
    /// An image inside running text that is no decoration; the marked text is its text alternative, empty where it has none.
    Image {
        /// The target as written, decoded.
        url: String,
    },
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Strikethrough,
    /// Code.
    Code,
    /// Superscript.
    Superscript,
    /// Subscript.
    Subscript,
    /// A footnote's call; the marked text is its number.
    Footnote {
        /// The footnote's label.
        label: String,
    },
}

impl Prose {
    /// Prose that is the source's own bytes at `span`, without marks.
    pub fn verbatim(text: &str, span: Span) -> Self {
        let mut builder = ProseBuilder::new(span);
        builder.push_verbatim(text, span.start());
        builder.finish()
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing but white space is there.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The marks, in the order in which they start; of two that start together the wider first.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The source of the whole prose.
    pub fn whole(&self) -> Span {
        self.span
    }

    /// Where `range` of the text stands in the source.
    ///
    /// A range that starts or ends inside an entity or escape takes in the whole of it. An empty range gives an empty
    /// span; a range past the text is cut.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = range.start.min(self.text.len());
        let end = range.end.clamp(start, self.text.len());
        if start == end {
            return Span::empty(self.source_start(start));
        }
        let from = self.source_start(start);
        Span::new(from, self.source_end(end).max(from))
    }

    /// Where `span` of the source stands in the text; `None` where it holds nothing of it.
    ///
    /// What only a part of an entity or escape stands for is taken in whole. An empty span gives an empty range.
    pub fn range(&self, span: Span) -> Option<Range<usize>> {
        let is_inside = span.is_empty() && self.span.contains(span);
        if !is_inside && !self.span.overlaps(span) {
            return None;
        }
        if span.is_empty() {
            let before = self.segments.iter().rev();
            let mut before = before.skip_while(|segment| segment.source.start() > span.start());
            return Some(match before.next() {
                Some(segment) if segment.verbatim => {
                    let into = span.start().saturating_sub(segment.source.start());
                    let at = (segment.text.start + into).min(segment.text.end);
                    at..at
                }
                Some(segment) => segment.text.end..segment.text.end,
                None => 0..0,
            });
        }
        let mut ranges = self
            .segments
            .iter()
            .filter(|segment| segment.source.overlaps(span))
            .map(|segment| {
                if !segment.verbatim {
                    return segment.text.clone();
                }
                let base = segment.source.start();
                let from = span.start().saturating_sub(base);
                let to = span.end().min(segment.source.end()).saturating_sub(base);
                segment.text.start + from..segment.text.start + to
            });
        let first = ranges.next()?;
        let end = ranges.next_back().map_or(first.end, |last| last.end);
        Some(first.start..end)
    }

    fn source_start(&self, at: usize) -> usize {
        let index = self
            .segments
            .partition_point(|segment| segment.text.end <= at);
        match self.segments.get(index) {
            Some(segment) if segment.verbatim => {
                segment.source.start() + at.saturating_sub(segment.text.start)
            }
            Some(segment) => segment.source.start(),
            None => self
                .segments
                .last()
                .map_or(self.span.end(), |last| last.source.end()),
        }
    }

    fn source_end(&self, at: usize) -> usize {
        let index = self
            .segments
            .partition_point(|segment| segment.text.end < at);
        match self.segments.get(index) {
            Some(segment) if segment.verbatim => {
                segment.source.start() + at.saturating_sub(segment.text.start)
            }
            Some(segment) => segment.source.end(),
            None => self.span.end(),
        }
    }

    /// The part of the prose in `range`, with the marks that fall into it; the range must lie on character borders, else
    /// the result is empty.
    pub fn slice(&self, range: Range<usize>) -> Prose {
        self.piece(range, &self.marks)
    }

    /// The parts in `ranges`, of which none starts before the end of the one before it; each as [`Self::slice`] gives it.
    /// All of them together cost no more than one pass over the prose.
    pub fn slices(&self, ranges: &[Range<usize>]) -> Vec<Prose> {
        let mut marks = self.marks.iter().peekable();
        // Those that started before and may reach further.
        let mut open: Vec<Mark> = Vec::new();
        let mut pieces = Vec::with_capacity(ranges.len());
        for range in ranges {
            open.retain(|mark| mark.range.end > range.start);
            while let Some(mark) = marks.next_if(|mark| mark.range.start < range.end) {
                if mark.range.end > range.start {
                    open.push(mark.clone());
                }
            }
            pieces.push(self.piece(range.clone(), &open));
        }
        pieces
    }

    /// The part in `range`; `marks` are those of the prose that may fall into it, in order.
    fn piece(&self, range: Range<usize>, marks: &[Mark]) -> Prose {
        if self.text.get(range.clone()).is_none() {
            return Prose {
                span: Span::empty(self.span.start()),
                ..Prose::default()
            };
        }
        let mut builder = ProseBuilder::new(self.span(range.clone()));
        let first = self
            .segments
            .partition_point(|segment| segment.text.end <= range.start);
        for segment in self.segments.iter().skip(first) {
            let from = segment.text.start.max(range.start);
            let to = segment.text.end.min(range.end);
            if from >= to {
                break;
            }
            let text = self.text.part(from..to);
            if segment.verbatim {
                builder.push_verbatim(text, segment.source.start() + (from - segment.text.start));
            } else {
                builder.push_atomic(text, segment.source);
            }
        }
        for mark in marks {
            let from = mark.range.start.max(range.start);
            let to = mark.range.end.min(range.end);
            if from < to {
                builder.mark(
                    from - range.start..to - range.start,
                    mark.kind.clone(),
                    mark.span,
                );
            }
        }
        builder.finish()
    }

    /// The prose without white space at its ends.
    pub fn trimmed(&self) -> Prose {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len().max(start);
        self.slice(start..end)
    }

    /// The plain words: runs without white space, with their ranges, in order.
    pub fn words(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.text.split_whitespace().map(|word| {
            let start = word.as_ptr() as usize - self.text.as_ptr() as usize;
            (start..start + word.len(), word)
        })
    }

    /// The number of plain words.
    pub fn word_count(&self) -> usize {
        let text = &self.text;
        if !text.is_ascii() {
            return text.split_whitespace().count();
        }
        let is_gap = |byte: u8| matches!(byte, b' ' | b'\t'..=b'\r');
        let starts = count_pairs(text, |before, byte| is_gap(before) & !is_gap(byte));
        let first = text.bytes().next();
        starts + usize::from(first.is_some_and(|byte| !is_gap(byte)))
    }

    /// Whether there are more plain words than `most`; looks at no more of them than it has to.
    pub fn has_more_words_than(&self, most: usize) -> bool {
        // A word and the space behind it are two bytes at least.
        self.text.len() > 2 * most && self.text.split_whitespace().nth(most).is_some()
    }

    /// The links, in order, with their text's range.
    pub fn links(&self) -> impl Iterator<Item = (&Mark, &str)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link { url, .. } => Some((mark, url.as_str())),
            _ => None,
        })
    }

    /// Whether one mark that `wanted` accepts covers all of the text but white space.
    pub fn is_wholly(&self, wanted: impl Fn(&MarkKind) -> bool) -> bool {
        if self.marks.is_empty() {
            return false;
        }
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len();
        start < end
            && self.marks.iter().any(|mark| {
                wanted(&mark.kind) && mark.range.start <= start && mark.range.end >= end
            })
    }
}

/// Builds a [`Prose`] piece by piece, in text order.
#[derive(Debug)]
pub struct ProseBuilder {
    prose: Prose,
}

impl ProseBuilder {
    /// Starts the prose whose source is `span`.
    pub fn new(span: Span) -> Self {
        Self {
            prose: Prose {
                span,
                ..Prose::default()
            },
        }
    }

    /// The length of the text so far: the place at which the next piece starts.
    pub fn len(&self) -> usize {
        self.prose.text.len()
    }

    /// Whether no text was pushed.
    pub fn is_empty(&self) -> bool {
        self.prose.text.is_empty()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.prose.text
    }

    /// Adds text that stands byte for byte in the source from `source` on.
    pub fn push_verbatim(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let start = self.len();
        self.prose.text.push_str(text);
        if let Some(last) = self.prose.segments.last_mut()
            && last.verbatim
            && last.source.end() == source
        {
            last.text.end += text.len();
            last.source = Span::new(last.source.start(), source + text.len());
            return;
        }
        self.prose.segments.push(Segment {
            text: start..start + text.len(),
            source: Span::new(source, source + text.len()),
            verbatim: true,
        });
    }

    /// Adds text that stands for the whole of `source` without being the same bytes: an entity, an escape, a break.
    pub fn push_atomic(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        let start = self.len();
        self.prose.text.push_str(text);
        self.prose.segments.push(Segment {
            text: start..start + text.len(),
            source,
            verbatim: false,
        });
    }

    /// Marks a range of the text; empty ranges are left out, but for images, whose text alternative may be missing.
    pub fn mark(&mut self, range: Range<usize>, kind: MarkKind, span: Span) {
        if !range.is_empty() || matches!(kind, MarkKind::Image { .. }) {
            self.prose.marks.push(Mark { range, kind, span });
        }
    }

    /// The prose.
    pub fn finish(mut self) -> Prose {
        self.prose
            .marks
            .sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        self.prose
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Fish &amp; \*hot\*` as a parser builds it.
    fn fish() -> Prose {
        let mut builder = ProseBuilder::new(Span::new(0, 18));
        builder.push_verbatim("Fish ", 0);
        builder.push_atomic("&", Span::new(5, 10));
        builder.push_verbatim(" ", 10);
        builder.push_atomic("*", Span::new(11, 13));
        builder.push_verbatim("hot", 13);
        builder.push_atomic("*", Span::new(16, 18));
        builder.finish()
    }

    #[test]
    fn words_after_entities_and_escapes_keep_their_place() {
        let source = r"Fish &amp; \*hot\*";
        let prose = fish();
        assert_eq!(prose.text(), "Fish & *hot*");
        let at = prose.text().find("hot").unwrap();
        assert_eq!(&source[prose.span(at..at + 3).range()], "hot");
        assert_eq!(&source[prose.span(5..6).range()], "&amp;");
        assert_eq!(&source[prose.span(7..12).range()], r"\*hot\*");
    }

    #[test]
    fn places_of_the_source_are_found_in_the_text() {
        let prose = fish();
        let text = |span: Span| prose.range(span).map(|range| &prose.text()[range]);
        assert_eq!(text(Span::new(13, 16)), Some("hot"));
        assert_eq!(text(Span::new(0, 6)), Some("Fish &"));
        assert_eq!(text(Span::new(11, 40)), Some("*hot*"));
        assert_eq!(text(Span::new(18, 40)), None);
        assert_eq!(prose.range(Span::empty(14)), Some(9..9));
        assert_eq!(prose.range(Span::empty(0)), Some(0..0));
        assert_eq!(prose.range(Span::empty(18)), Some(12..12));
    }

    #[test]
    fn a_slice_keeps_places_and_marks() {
        let mut prose = fish();
        prose.marks.push(Mark {
            range: 7..12,
            kind: MarkKind::Strong,
            span: Span::new(11, 18),
        });
        let slice = prose.slice(8..11);
        assert_eq!(slice.text(), "hot");
        assert_eq!(slice.whole(), Span::new(13, 16));
        assert_eq!(slice.marks()[0].range, 0..3);
    }

    #[test]
    fn slices_that_are_cut_together_are_the_same_as_those_cut_alone() {
        let mut builder = ProseBuilder::new(Span::new(0, 26));
        builder.push_verbatim("one two three four ", 0);
        builder.push_atomic("&", Span::new(19, 24));
        builder.push_verbatim("go", 24);
        for (range, kind) in [
            (0..22, MarkKind::Strong),
            (2..6, MarkKind::Emphasis),
            (4..7, MarkKind::Code),
            (14..18, MarkKind::Emphasis),
        ] {
            builder.mark(range.clone(), kind, Span::new(range.start, range.end));
        }
        let prose = builder.finish();
        let ranges = [0..3, 3..3, 4..6, 6..14, 15..20, 20..22, 22..40];
        let alone: Vec<Prose> = { ranges.iter() }
            .map(|range| prose.slice(range.clone()))
            .collect();
        assert_eq!(prose.slices(&ranges), alone);
    }
}
