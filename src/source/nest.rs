//! Places inside each other: which of them are around another place.

use super::Span;

/// Places by their start, each with the nearest one before it that reaches further.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nest {
    places: Vec<(Span, Option<usize>)>,
}

impl Nest {
    /// The nest of `places`, which come in the order of their starts.
    pub fn of(places: impl IntoIterator<Item = Span>) -> Self {
        let mut nest: Vec<(Span, Option<usize>)> = Vec::new();
        for span in places {
            let mut outer = nest.len().checked_sub(1);
            while let Some((place, further)) = outer.and_then(|at| nest.get(at))
                && place.end() <= span.end()
            {
                outer = *further;
            }
            nest.push((span, outer));
        }
        Self { places: nest }
    }

    /// The places that hold all of `span`, by their index, the last one first.
    pub fn around(&self, span: Span) -> impl Iterator<Item = usize> {
        let first = self.before(span.start() + 1, span);
        std::iter::successors(first, move |index| {
            self.reaching(index.checked_sub(1), span)
        })
    }

    /// The last place that starts before `bound` and holds `span`.
    fn before(&self, bound: usize, span: Span) -> Option<usize> {
        let after = self
            .places
            .partition_point(|(place, _)| place.start() < bound);
        self.reaching(after.checked_sub(1), span)
    }

    /// The last place at or before `index` that reaches as far as `span`.
    fn reaching(&self, index: Option<usize>, span: Span) -> Option<usize> {
        let mut index = index;
        while let Some((place, further)) = index.and_then(|at| self.places.get(at))
            && place.end() < span.end()
        {
            index = *further;
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_a_look_at_every_place_would() {
        let every = || (0..6).flat_map(|start| (start..6).map(move |end| Span::new(start, end)));
        for one in every() {
            for two in every() {
                for three in every() {
                    let mut places = [one, two, three];
                    places.sort_by_key(|place| place.start());
                    let nest = Nest::of(places);
                    for asked in every() {
                        let wanted: Vec<usize> = (0..3)
                            .rev()
                            .filter(|index| places[*index].contains(asked))
                            .collect();
                        let told: Vec<usize> = nest.around(asked).collect();
                        assert_eq!(told, wanted, "{places:?} {asked:?}");
                    }
                }
            }
        }
    }
}
