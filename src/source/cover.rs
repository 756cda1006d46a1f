//! Places that are asked many times whether one of them holds another place.

use super::Span;
use std::collections::BTreeMap;

/// A growing set of places. Every question takes the logarithm of their number, however they overlap.
///
/// Unlike in [`SpanSet`](crate::facts::spans::SpanSet), places that overlap stay apart: one alone must hold what is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cover {
    /// How far the places reach that start at or before a byte; only those that reach further than all before them.
    reach: BTreeMap<usize, usize>,
}

impl Cover {
    /// Adds a place.
    pub fn insert(&mut self, span: Span) {
        let (start, end) = (span.start(), span.end());
        if self.reach_of(start + 1) >= Some(end) {
            return;
        }
        while let Some((&later, &reach)) = self.reach.range(start..).next()
            && reach <= end
        {
            self.reach.remove(&later);
        }
        self.reach.insert(start, end);
    }

    /// The places that none of the others holds, in order.
    pub fn places(&self) -> impl Iterator<Item = Span> {
        let places = self.reach.iter();
        places.map(|(start, end)| Span::new(*start, *end))
    }

    /// Whether one of the places holds all of `span`.
    pub fn contains(&self, span: Span) -> bool {
        self.reach_of(span.start() + 1) >= Some(span.end())
    }

    /// Whether one of the places holds all of `span` and more.
    pub fn contains_more_than(&self, span: Span) -> bool {
        self.reach_of(span.start() + 1) > Some(span.end())
            || self.reach_of(span.start()) >= Some(span.end())
    }

    /// Whether one of the places shares a byte with `span`.
    pub fn overlaps(&self, span: Span) -> bool {
        self.reach_of(span.end()) > Some(span.start())
    }

    /// The furthest end of the places that start before `bound`.
    fn reach_of(&self, bound: usize) -> Option<usize> {
        let mut before = self.reach.range(..bound);
        before.next_back().map(|(_, reach)| *reach)
    }
}

impl FromIterator<Span> for Cover {
    fn from_iter<T: IntoIterator<Item = Span>>(spans: T) -> Self {
        let mut cover = Self::default();
        for span in spans {
            cover.insert(span);
        }
        cover
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_answers_as_a_look_at_every_place_would() {
        let every = || (0..7).flat_map(|start| (start..7).map(move |end| Span::new(start, end)));
        // Every set of three places in six bytes, in every order.
        for one in every() {
            for two in every() {
                for three in every().step_by(3) {
                    let places = [one, two, three];
                    let cover: Cover = places.into_iter().collect();
                    for asked in every() {
                        let holds = |place: &Span| place.contains(asked);
                        let more = |place: &Span| *place != asked && place.contains(asked);
                        let shares = |place: &Span| place.overlaps(asked);
                        let told = (
                            cover.contains(asked),
                            cover.contains_more_than(asked),
                            cover.overlaps(asked),
                        );
                        let wanted = (
                            places.iter().any(holds),
                            places.iter().any(more),
                            places.iter().any(shares),
                        );
                        assert_eq!(told, wanted, "{places:?} {asked:?}");
                    }
                }
            }
        }
        assert!(!Cover::default().contains(Span::empty(0)));
    }
}
