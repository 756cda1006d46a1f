//! The numbers of an article by what they are about.

use super::daily_limit;
use crate::facts::quantity::{TitleStems, Topic};
use crate::facts::{Facts, Quantity, QuantityKind, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// What two quantities must share to be compared.
pub(super) type Key<'f> = (
    QuantityKind,
    &'static str,
    Option<crate::facts::Unit>,
    Topic,
    Option<Urgency>,
    // The words of the heading that tell whom the part is for: "Children under 12".
    Vec<&'f str>,
);

/// One quantity with the words that a finding shows of it.
pub(super) struct Place<'q> {
    pub(super) quantity: &'q Quantity,
    pub(super) span: Span,
}

/// The numbers that are about the same thing.
pub(super) fn groups<'q>(cx: &Context<'q>) -> BTreeMap<Key<'q>, Vec<Place<'q>>> {
    let title = TitleStems::of(cx.facts);
    let mut groups: BTreeMap<Key<'_>, Vec<Place<'_>>> = BTreeMap::new();
    let others = cx.facts.quantities().iter();
    for quantity in others.filter(|one| !daily_limit::is_limit(cx.facts, one)) {
        if let Some(key) = key(cx.facts, quantity, &title) {
            let span = bounded_span(cx.facts, quantity);
            groups
                .entry(key)
                .or_default()
                .push(Place { quantity, span });
        }
    }
    groups.retain(|key, places| {
        let is_rate = key.0 == QuantityKind::Frequency;
        let is_told = key.3.words.len() >= 2;
        let asks = |place: &Place<'_>| is_how_often(cx.facts, place.quantity);
        !is_rate || is_told || places.iter().any(asks)
    });
    groups
}

/// Whether a number answers the question how often.
fn is_how_often(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let question = facts.question_over(quantity.span);
    let asked = question.into_iter();
    let mut asked = asked.flat_map(|span| facts.sentences_in(span));
    asked.any(|index| {
        let tokens = facts.tokens_of(index);
        (0..tokens.len()).any(|at| {
            let next = (tokens.word(at), tokens.word(at + 1));
            matches!(next, ("how", "often") | ("many", "times"))
        })
    })
}

/// What `quantity` is compared by; `None` where that is not known well enough.
fn key<'f>(facts: &'f Facts<'_>, quantity: &Quantity, title: &TitleStems) -> Option<Key<'f>> {
    let is_aside = [
        Role::References,
        Role::Disclaimer,
        Role::Authorship,
        Role::Resources,
    ]
    .iter()
    .any(|role| facts.is_in_role(*role, quantity.span));
    let is_phone = quantity.kind == QuantityKind::Phone;
    let is_open = quantity.is_vague || !(quantity.kind.is_measure() || is_phone);
    let is_loose = matches!(
        quantity.kind,
        QuantityKind::Count
            | QuantityKind::Money
            | QuantityKind::Other
            | QuantityKind::Lab
            | QuantityKind::Frequency
    );
    if is_aside || is_open || facts.is_of_case(quantity) || is_of_set(facts, quantity) {
        return None;
    }
    let topic = facts.topic_of(quantity, title)?;
    let is_counted = quantity.kind == QuantityKind::Count && !quantity.noun.is_empty();
    let is_rate = quantity.kind == QuantityKind::Frequency;
    let least = if is_counted || is_rate { 1 } else { 2 };
    if is_loose && topic.words.len() < least {
        return None;
    }
    if is_phone && !is_called(facts, quantity) {
        return None;
    }
    let urgency = if topic.is_limit || quantity.kind == QuantityKind::Temperature {
        urgency(facts, quantity)
    } else {
        None
    };
    if topic.is_limit && urgency.is_none() {
        return None;
    }
    Some((
        quantity.kind,
        quantity.unit.base(),
        quantity.per,
        topic,
        urgency,
        daily_limit::people_of_heading(facts, quantity.sentence),
    ))
}

/// Whether it counts the sets or repetitions of one exercise: each exercise has its own.
pub(super) fn is_of_set(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let tokens = facts.tokens_of(quantity.sentence);
    let is_set = |word: &str| {
        matches!(
            word,
            "set"
                | "sets"
                | "rep"
                | "reps"
                | "repetition"
                | "repetitions"
                | "series"
                | "repeticiones"
        )
    };
    // "3 sets of 10": the second number, too.
    let before = quantity.words.start.checked_sub(2);
    let is_behind = before
        .is_some_and(|at| is_set(tokens.word(at)) && matches!(tokens.word(at + 1), "of" | "de"));
    quantity.kind == QuantityKind::Count
        && (is_behind || quantity.noun.clone().any(|at| is_set(tokens.word(at))))
}

/// Whether readers are told to call the number: a word of calling stands at most eight words before.
fn is_called(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let start = quantity.words.start;
    facts
        .hits_in(Table::Calling, quantity.sentence)
        .iter()
        .any(|hit| hit.words.end <= start && start - hit.words.end <= 8)
}

/// The urgency of the advice that a limit leads to: its sentence's or its list's.
pub(super) fn urgency(facts: &Facts<'_>, quantity: &Quantity) -> Option<Urgency> {
    let of = |sentence: usize| {
        facts
            .counsels_of(sentence)
            .map(|(_, counsel)| counsel.level())
            .max()
    };
    let listed = || {
        let mut lists = facts.lists_around(quantity.span);
        lists.find_map(|list| list.lead.and_then(of).or(list.heading.and_then(of)))
    };
    of(quantity.sentence).or_else(listed)
}

/// The quantity with the words of its bound: "up to 6 weeks".
pub(super) fn bounded_span(facts: &Facts<'_>, quantity: &Quantity) -> Span {
    let bounded = facts.bounded_words(quantity);
    facts
        .span_of(quantity.sentence, bounded)
        .cover(quantity.span)
}
