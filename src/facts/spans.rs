//! A set of places that is asked many times whether it holds another place.

use crate::source::Span;

/// Places in order; those that overlap are one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpanSet {
    runs: Vec<Span>,
}

impl SpanSet {
    /// Whether one of the places, or several that overlap, holds all of `span`.
    pub fn contains(&self, span: Span) -> bool {
        let after = self.runs.partition_point(|run| run.start() <= span.start());
        after
            .checked_sub(1)
            .and_then(|at| self.runs.get(at))
            .is_some_and(|run| run.contains(span))
    }

    /// Whether one of the places, or several that overlap, lies wholly inside `span`.
    pub fn has_within(&self, span: Span) -> bool {
        let first = self.runs.partition_point(|run| run.start() < span.start());
        self.runs.get(first).is_some_and(|run| span.contains(*run))
    }
}

impl FromIterator<Span> for SpanSet {
    fn from_iter<T: IntoIterator<Item = Span>>(spans: T) -> Self {
        let mut spans: Vec<Span> = spans.into_iter().collect();
        spans.sort_unstable();
        let mut runs: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match runs.last_mut() {
                Some(last) if last.overlaps(span) => *last = last.cover(span),
                _ => runs.push(span),
            }
        }
        Self { runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_the_one_that_holds_it() {
        let set: SpanSet = [
            Span::new(10, 20),
            Span::new(0, 5),
            Span::new(12, 15),
            Span::new(20, 22),
        ]
        .into_iter()
        .collect();
        for (span, held) in [
            ((0, 5), true),
            ((13, 14), true),
            ((4, 6), false),
            ((5, 6), false),
            ((19, 21), false),
            ((30, 31), false),
        ] {
            assert_eq!(set.contains(Span::new(span.0, span.1)), held, "{span:?}");
        }
        assert!(set.has_within(Span::new(9, 21)));
        assert!(!set.has_within(Span::new(11, 19)));
        assert!(!SpanSet::default().contains(Span::new(0, 0)));
    }
}
