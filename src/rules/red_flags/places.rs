//! The red flags of an article as its reader meets them: not the tiers inside them, not a sentence in running text.

use crate::article::{PlaceKind, Role, RolePlace, RoleSource};
use crate::facts::{Counsel, ListUse};
use crate::rules::Context;
use crate::source::{Cover, Span};

/// The places with the role of red flags that lie in no other such place, in reading order.
pub fn outermost<'a>(cx: &Context<'a>) -> Vec<&'a RolePlace> {
    let places: Vec<&RolePlace> = cx
        .article
        .places(Role::RedFlags)
        .filter(|place| place.kind != PlaceKind::FrontMatter)
        .collect();
    let held: Cover = places.iter().map(|place| place.span).collect();
    places
        .into_iter()
        .filter(|place| !held.contains_more_than(place.span))
        .collect()
}

/// The outermost places that are a part of their own: headed, labelled, marked, or a list.
pub fn parts<'a>(cx: &Context<'a>) -> Vec<&'a RolePlace> {
    let places = outermost(cx).into_iter();
    places.filter(|place| !is_aside(place)).collect()
}

/// Whether a place is advice in running text, found by what it says.
pub fn is_aside(place: &RolePlace) -> bool {
    place.kind == PlaceKind::Paragraph && place.source == RoleSource::Content
}

/// What a finding about a place points at: its heading, else its first sentence.
pub fn head(cx: &Context<'_>, place: &RolePlace) -> Span {
    let first = cx.facts.sentences_in(place.span).next();
    first.map_or(place.span, |index| cx.facts.sentence(index).span())
}

/// The lists of a place that lie in no other list.
pub fn lists<'a>(cx: &Context<'a>, place: &RolePlace) -> Vec<&'a ListUse> {
    let held: Cover = cx
        .facts
        .lists_in(place.span)
        .map(|list| list.span)
        .collect();
    cx.facts
        .lists_in(place.span)
        .filter(|list| !held.contains_more_than(list.span))
        .collect()
}

/// The advice that governs a whole list: its lead-in's, its heading's, and that of the sentence that points back at it.
pub fn governing<'a>(cx: &Context<'a>, list: &ListUse) -> Vec<&'a Counsel> {
    let around = [list.lead, list.heading, list.after];
    let of = |sentence: usize| cx.facts.counsels_of(sentence).map(|(_, counsel)| counsel);
    around.into_iter().flatten().flat_map(of).collect()
}
