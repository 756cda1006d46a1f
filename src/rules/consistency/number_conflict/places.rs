//! The places with numbers for the same thing, and those of them that cannot both be right.

use super::pair::{disagree, is_equal, is_one_plan};
use super::topics::{Key, Place, groups};
use crate::facts::Facts;
use crate::facts::quantity::Topic;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// The sentences whose numbers this rule reports, so that no other comparison need report them again.
#[derive(Debug, Default)]
pub(in crate::rules::consistency) struct Reported {
    /// For each sentence the groups with a conflict that it has a number of, by their index, in order.
    groups: BTreeMap<usize, Vec<usize>>,
}

impl Reported {
    /// Those of an article; numbers are compared so in English only.
    pub(in crate::rules::consistency) fn of(cx: &Context<'_>) -> Self {
        if cx.article.base_lang() == "en" {
            Self::among(cx.facts, &groups(cx))
        } else {
            Self::default()
        }
    }

    /// Those of `all` groups of an article.
    pub(super) fn among(facts: &Facts<'_>, all: &BTreeMap<Key<'_>, Vec<Place<'_>>>) -> Self {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, (key, places)) in all.iter().enumerate() {
            if conflict(facts, &different(facts, places), &key.3).is_some() {
                for place in places {
                    let of = groups.entry(place.quantity.sentence).or_default();
                    if of.last() != Some(&index) {
                        of.push(index);
                    }
                }
            }
        }
        Self { groups }
    }

    /// Whether numbers of both sentences are for the same thing and are reported.
    pub(in crate::rules::consistency) fn has(&self, sentences: (usize, usize)) -> bool {
        let of = |sentence: usize| self.groups.get(&sentence).map_or(&[][..], Vec::as_slice);
        let other = of(sentences.1);
        of(sentences.0)
            .iter()
            .any(|group| other.binary_search(group).is_ok())
    }
}

/// The most different values of one group that are compared with each other.
const MOST_VALUES: usize = 16;

/// The places with values of their own.
pub(super) fn different<'p, 'q>(facts: &Facts<'_>, places: &'p [Place<'q>]) -> Vec<&'p Place<'q>> {
    let mut different: Vec<&Place<'_>> = Vec::new();
    for place in places {
        let is_known =
            { different.iter() }.any(|known| is_equal(facts, known.quantity, place.quantity));
        if different.len() < MOST_VALUES && !is_known {
            different.push(place);
        }
    }
    different
}

/// Whether all places stand in one section: three and more numbers for the same thing there are a plan, not a slip.
pub(super) fn is_one_section(facts: &Facts<'_>, places: &[&Place<'_>]) -> bool {
    let section = |place: &&Place<'_>| facts.section_of(place.quantity.sentence);
    let first = places.first().map(section);
    places.iter().all(|place| Some(section(place)) == first)
}

/// The first two places that cannot both be right.
pub(super) fn conflict<'p, 'q>(
    facts: &Facts<'_>,
    places: &[&'p Place<'q>],
    topic: &Topic,
) -> Option<(&'p Place<'q>, &'p Place<'q>)> {
    let pairs = places.iter().enumerate().flat_map(|(index, one)| {
        places
            .iter()
            .skip(index + 1)
            .map(move |other| (*one, *other))
    });
    { pairs }.find(|(one, other)| {
        !is_one_plan(facts, one.quantity, other.quantity)
            && disagree(facts, one.quantity, other.quantity, topic)
    })
}
