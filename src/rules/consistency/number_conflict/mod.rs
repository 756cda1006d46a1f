//! Numbers for the same thing that differ from place to place.

mod ages;
mod asked;
mod both;
mod cases;
mod context;
mod daily_limit;
mod daily_total;
mod least_age;
mod orders;
mod pair;
mod places;
mod topics;
mod twins;
mod weekly;

use crate::facts::QuantityKind;
use crate::facts::quantity::{Class, Topic};
use crate::rules::prelude::*;
use places::{conflict, different, is_one_section};
use topics::{Key, Place, groups};

pub(super) use places::Reported;

rule! {
    #[doc = include_str!("manual.md")]
    RULE {
        name: "number-conflict", severity: Error, since: "0.1.0",
        standard: "EQIP; consistency",
        summary: "two places give different numbers for the same thing",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let twins = twins::twins(cx.facts);
    let are_twins = |pair: (usize, usize)| twins.iter().any(|twins| twins.are_in(pair));
    let mut reported = Reported::default();
    let mut found = None;
    if cx.article.base_lang() == "en" {
        let groups = groups(cx);
        reported = Reported::among(cx.facts, &groups);
        daily_limit::report(cx, findings);
        daily_total::report(cx, findings);
        found = orders::conflict(cx.facts)
            .filter(|found| found.is_rate() || !reported.has(found.sentences()));
        let is_told = |(key, places): (&Key<'_>, &[Place<'_>])| {
            let rate = found.as_ref().filter(|found| found.is_rate());
            let has = |sentence: usize| {
                let mut all = places.iter();
                all.any(|place| place.quantity.sentence == sentence)
            };
            key.0 == QuantityKind::Frequency
                && rate.is_some_and(|found| has(found.one.sentence) && has(found.other.sentence))
        };
        for (key, places) in &groups {
            if !is_told((key, places)) {
                report(cx, key, places, are_twins, findings);
            }
        }
        if let Some(found) = &found {
            found.report(cx, findings);
        } else {
            weekly::report(cx, findings);
        }
        ages::report(cx, findings, |pair| reported.has(pair));
    }
    least_age::report(cx, findings, |pair| reported.has(pair) || are_twins(pair));
    let is_order = |(one, other): (usize, usize)| {
        found.as_ref().is_some_and(|found| {
            let pair = found.sentences();
            pair == (one, other) || pair == (other, one)
        })
    };
    for twins in &twins {
        let pair = (twins.one.sentence, twins.other.sentence);
        if !reported.has(pair) && !is_order(pair) {
            twins.report(cx, findings);
        }
    }
    asked::report(cx, findings, |pair| {
        is_order(pair) || are_twins(pair) || reported.has(pair)
    });
}

fn report(
    cx: &Context<'_>,
    key: &Key<'_>,
    places: &[Place<'_>],
    are_twins: impl Fn((usize, usize)) -> bool,
    findings: &mut Findings<'_>,
) {
    let (kind, _, _, topic, ..) = key;
    let facts = cx.facts;
    let different = different(facts, places);
    if different.len() > 2 && is_one_section(facts, &different) {
        return;
    }
    let Some((first, other)) = conflict(facts, &different, topic) else {
        return;
    };
    let source = &cx.article.source;
    let (one, two) = (source.slice(first.span), source.slice(other.span));
    let finding = findings
        .report(
            first.span,
            format!(
                "\"{one}\" here and \"{two}\" elsewhere{}",
                subject(*kind, topic)
            ),
        )
        .help(help(*kind));
    let is_sure = are_twins((first.quantity.sentence, other.quantity.sentence));
    if !is_harmful(*kind) && !is_sure {
        finding.severity(Severity::Warning);
    }
    for place in places.iter().filter(|place| place.span != first.span) {
        finding.label(place.span, format!("\"{}\" here", source.slice(place.span)));
    }
}

fn is_harmful(kind: QuantityKind) -> bool {
    match kind {
        QuantityKind::Duration
        | QuantityKind::Age
        | QuantityKind::Temperature
        | QuantityKind::Dose
        | QuantityKind::Volume
        | QuantityKind::Phone => true,
        QuantityKind::Count
        | QuantityKind::Percentage
        | QuantityKind::Ratio
        | QuantityKind::Frequency
        | QuantityKind::Money
        | QuantityKind::Length
        | QuantityKind::Weight
        | QuantityKind::Lab
        | QuantityKind::Other
        | QuantityKind::Emergency
        | QuantityKind::Date
        | QuantityKind::Year => false,
    }
}

fn subject(kind: QuantityKind, topic: &Topic) -> &'static str {
    if kind == QuantityKind::Age {
        return " as the age for the same advice";
    }
    if topic.is_limit {
        return " as the limit for the same advice";
    }
    match topic.class {
        Class::Lasts => " for how long the same thing lasts",
        Class::Improves => " for when the same thing gets better",
        Class::Takes => " for how long the same thing takes",
        Class::Waits => " for how long to wait with the same thing",
        Class::Fasts => " for how long to go without the same thing",
        Class::Uses | Class::Other => " for the same thing",
    }
}

fn help(kind: QuantityKind) -> &'static str {
    if kind == QuantityKind::Phone {
        "Readers will call one of them, maybe the wrong one. Check which number is right and give it everywhere."
    } else {
        "Readers follow the number they happen to read. Give the same one everywhere, or say why it differs."
    }
}
