//! Numbers whose clauses say the same in other words, and answers of the FAQ whose number the rest of the article contradicts.

use super::both::agrees_nearby;
use super::cases::{is_before, is_fragment};
use super::daily_limit;
use super::pair::{is_apart, is_one_plan};
use super::topics::{bounded_span, is_of_set, urgency};
use crate::facts::claim::{self, Ask, Aspect, Claim, Language};
use crate::facts::words::Stem;
use crate::facts::{Bound, Facts, Quantity, QuantityKind};
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// A number with the place that contradicts it.
struct Contradiction<'f> {
    one: Claim<'f>,
    other: Claim<'f>,
    /// Whether the first number answers a question.
    is_answer: bool,
    /// How many words of the other place the first or its question does not have.
    left: usize,
}

/// So many words may a place say more than question and answer.
const MOST_LEFT: usize = 2;
/// So many places are compared with one answer.
const MOST_PLACES: usize = 32;

/// Reports the numbers that no other place with a number for the same thing agrees with, unless `is_known` says that their
/// sentences are reported already.
pub(super) fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    is_known: impl Fn((usize, usize)) -> bool,
) {
    for found in contradictions(cx) {
        let (here, there) = (found.one.quantity, found.other.quantity);
        // Daily limits of a medicine have a comparison of their own, in English.
        let is_limit = |quantity| daily_limit::is_limit(cx.facts, quantity);
        let is_english = cx.article.base_lang() == "en";
        let is_daily = is_english && is_limit(here) && is_limit(there);
        let is_set = !found.is_answer && [here, there].iter().any(|one| is_of_set(cx.facts, one));
        if is_daily || is_set || is_known((here.sentence, there.sentence)) {
            continue;
        }
        let (one, two) = (bounded_span(cx.facts, here), bounded_span(cx.facts, there));
        let source = &cx.article.source;
        let about = if found.is_answer {
            "for what the question asks"
        } else {
            "for the same thing"
        };
        let message = format!(
            "\"{}\" here and \"{}\" elsewhere {about}",
            source.slice(one),
            source.slice(two)
        );
        let finding = findings.report(one, message);
        finding
            .label(two, format!("\"{}\" here", source.slice(two)))
            .help(super::help(here.kind));
        // That two wordings mean one thing is less sure than that they have the same words: never an error.
        finding.severity(if found.left > 1 {
            Severity::Info
        } else {
            Severity::Warning
        });
    }
}

/// The numbers that no place with a number for the same thing agrees with, in reading order, each pair once.
fn contradictions<'f>(cx: &Context<'f>) -> Vec<Contradiction<'f>> {
    let Some(language) = Language::of(cx.facts) else {
        return Vec::new();
    };
    let asks = claim::asked(&language);
    let places = Places::of(claim::claims(&language, &asks));
    let mut found: Vec<Contradiction<'_>> = asks
        .iter()
        .filter_map(|ask| contradiction(cx, &language, ask, &places))
        .collect();
    let own = places
        .claims
        .iter()
        .filter(|claim| is_whole(claim) && !is_fragment(cx.facts, claim.quantity))
        .map(Ask::of);
    for ask in own {
        found.extend(contradiction(cx, &language, &ask, &places));
    }
    let pair = |one: &Contradiction<'_>| {
        let (here, there) = (one.one.quantity.span, one.other.quantity.span);
        (here.min(there), here.max(there))
    };
    found.sort_by_key(|one| pair(one));
    found.dedup_by_key(|one| pair(one));
    found
}

/// Whether a claim says by itself what it is about.
fn is_whole(claim: &Claim<'_>) -> bool {
    let words = claim.words.len();
    if claim.is_cell {
        return words + claim.limits.len() > 0;
    }
    match claim.aspect {
        Aspect::Lasts | Aspect::Ends | Aspect::Starts => words > 0 || claim.is_subject,
        Aspect::Waits | Aspect::Uses | Aspect::Before | Aspect::Happens | Aspect::Threshold => {
            words > 0
        }
        Aspect::Between | Aspect::Other => words > 1,
    }
}

/// Claims by the words that they are about.
struct Places<'f> {
    claims: Vec<Claim<'f>>,
    by_word: BTreeMap<Stem, Vec<usize>>,
    /// Those about the article's own subject.
    of_subject: Vec<usize>,
}

impl<'f> Places<'f> {
    fn of(claims: Vec<Claim<'f>>) -> Self {
        let mut by_word: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
        let mut of_subject = Vec::new();
        for (index, claim) in claims.iter().enumerate() {
            for word in claim.words.iter().chain(&claim.limits).chain(&claim.around) {
                by_word.entry(word.clone()).or_default().push(index);
            }
            if claim.words.is_empty() {
                of_subject.push(index);
            }
        }
        Self {
            claims,
            by_word,
            of_subject,
        }
    }

    /// The claims that may be about what is asked: those with its rarest word.
    fn near(&self, ask: &Ask<'_>) -> &[usize] {
        // A claim is among its own places, a question is not.
        let least = if ask.is_own { 2 } else { 1 };
        let ask = &ask.claim;
        let words = ask.words.iter().chain(&ask.limits);
        // A word that no other claim has leads nowhere.
        let places = words.filter_map(|word| self.by_word.get(word));
        let places = places.filter(|places| places.len() >= least);
        match places.min_by_key(|places| places.len()) {
            Some(places) => places,
            None if ask.words.is_empty() => &self.of_subject,
            None => &[],
        }
    }
}

fn contradiction<'f>(
    cx: &Context<'f>,
    language: &Language<'f>,
    ask: &Ask<'f>,
    places: &Places<'f>,
) -> Option<Contradiction<'f>> {
    let facts = cx.facts;
    let pair = facts.question_over(ask.claim.quantity.span);
    let mut worst: Option<(usize, &Claim<'f>)> = None;
    for index in places.near(ask).iter().take(MOST_PLACES) {
        let place = places.claims.get(*index)?;
        let section = |claim: &Claim<'_>| facts.section_of(claim.quantity.sentence);
        let is_elsewhere = || {
            (section(&ask.claim) != section(place) || ask.claim.is_cell != place.is_cell)
                && (pair.is_none() || facts.question_over(place.quantity.span) != pair)
                && !is_one_plan(facts, ask.claim.quantity, place.quantity)
                && is_same_advice(facts, &ask.claim, place)
                && is_same_share(facts, ask.claim.quantity, place.quantity)
                && is_before(facts, &ask.claim) == is_before(facts, place)
        };
        let Some(left) = left(language, ask, place).filter(|_| is_elsewhere()) else {
            continue;
        };
        if !is_apart(
            ask.claim.quantity,
            place.quantity,
            is_least(ask.claim.aspect),
        ) {
            return None;
        }
        if agrees_nearby(facts, ask, place) {
            return None;
        }
        if is_fragment(facts, place.quantity) {
            continue;
        }
        if worst.is_none_or(|(least, _)| left < least) {
            worst = Some((left, place));
        }
    }
    let (left, other) = worst?;
    Some(Contradiction {
        one: ask.claim.clone(),
        is_answer: !ask.is_own,
        other: other.clone(),
        left,
    })
}

/// Whether two limits lead to advice of one level; other numbers need no advice.
fn is_same_advice(facts: &Facts<'_>, one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let is_limit = one.aspect == Aspect::Threshold;
    let level = |claim: &Claim<'_>| urgency(facts, claim.quantity);
    !is_limit || level(one).is_some() && level(one) == level(other)
}

/// Whether neither amount is one of several that add up to the other: "1 g every 8 hours", "at most 3 g".
fn is_same_share(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    let is_one_of_several = |quantity: &Quantity| {
        quantity.bound != Bound::AtMost && { facts.quantities_of(quantity.sentence) }
            .any(|other| other.kind == QuantityKind::Frequency)
    };
    let is_amount = matches!(one.kind, QuantityKind::Dose | QuantityKind::Volume);
    let is_most = |quantity: &Quantity| quantity.bound == Bound::AtMost;
    let is_part =
        is_one_of_several(one) && is_most(other) || is_one_of_several(other) && is_most(one);
    // "10 mg per kg" is no dose yet.
    let by_weight = |quantity: &Quantity| {
        let tokens = facts.tokens_of(quantity.sentence);
        let end = quantity.words.end;
        matches!(tokens.word(end), "per" | "por" | "a" | "for")
            && matches!(
                tokens.word(end + 1),
                "kg" | "kilo" | "kilogram" | "kilogramo"
            )
    };
    !is_amount || !is_part && by_weight(one) == by_weight(other)
}

/// Whether a number of this aspect is a least one, though it does not say so.
fn is_least(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Waits | Aspect::Before | Aspect::Between)
}

/// How many words more a place has than question and answer; `None` where it may be about something else.
fn left(language: &Language<'_>, ask: &Ask<'_>, place: &Claim<'_>) -> Option<usize> {
    let asked = &ask.claim;
    let is_one_aspect = !ask.is_own || asked.is_cell || asked.aspect == place.aspect;
    if !is_one_aspect
        || claim::measure(asked.quantity) != claim::measure(place.quantity)
        || !is_compatible(language, asked, place)
        || ask.is_event && language.is_length(place.quantity)
    {
        return None;
    }
    let has = |words: &[Stem], word: &Stem| words.binary_search(word).is_ok();
    let is_asked = |word: &Stem| has(&asked.words, word) || has(&asked.limits, word);
    let is_told = |word: &Stem| has(&ask.answer, word) || has(&ask.limits, word);
    let of_place = |word: &Stem| has(&place.words, word) || has(&place.limits, word);
    let is_near = |word: &Stem| of_place(word) || !ask.is_own && has(&place.around, word);
    let is_covered = asked.words.iter().chain(&asked.limits).all(is_near)
        && (asked.words.is_empty() || { asked.words.iter().chain(&ask.answer).chain(&ask.limits) }
            .any(of_place))
        // "With the other eye's help" is not about the eye.
        && (asked.words.is_empty()
            || !ask.is_own && !ask.is_event
            || { asked.words.iter() }.any(|word| has(&place.words, word)));
    let is_limited = place
        .limits
        .iter()
        .any(|word| !is_asked(word) && !is_told(word))
        || ask
            .limits
            .iter()
            .any(|word| !is_asked(word) && !of_place(word));
    if !is_covered || is_limited {
        return None;
    }
    // "How much is the most?" asks for the limit of the article's own medicine.
    let is_most = asked.quantity.kind == QuantityKind::Dose
        && asked.quantity.bound == Bound::AtMost
        && place.quantity.bound == Bound::AtMost;
    let is_named = !asked.words.is_empty()
        || place.is_subject
        || is_most
        || matches!(place.aspect, Aspect::Ends | Aspect::Happens)
        || place.aspect == Aspect::Starts && asked.aspect == Aspect::Starts;
    let is_vague = asked.limits.is_empty()
        && asked.words.is_empty()
        && matches!(asked.aspect, Aspect::Other | Aspect::Waits)
        && !is_most;
    let more = place
        .words
        .iter()
        .filter(|word| !is_asked(word) && !is_told(word))
        .count();
    let other = ask
        .answer
        .iter()
        .filter(|word| !is_asked(word) && !of_place(word))
        .count();
    let near = { asked.words.iter() }
        .filter(|word| !of_place(word))
        .count();
    // Each says something that the other does not: two things.
    let is_other = more > 0 && other > 1;
    let most = if ask.is_own && !asked.is_cell {
        // One common noun is too little to share.
        usize::from(asked.words.len() + asked.limits.len() > 1)
    } else {
        MOST_LEFT
    };
    (is_named && !is_vague && !is_other && more <= most).then_some(more + near)
}

/// Whether what the question asks may be what a place says.
fn is_compatible(language: &Language<'_>, asked: &Claim<'_>, place: &Claim<'_>) -> bool {
    let is_bare = asked.words.is_empty();
    match (asked.aspect, place.aspect) {
        (one, other) if one == other => true,
        (Aspect::Threshold | Aspect::Before | Aspect::Between, _)
        | (_, Aspect::Threshold | Aspect::Before | Aspect::Between) => false,
        // An illness lasts until it is better, an operation does not.
        (Aspect::Lasts, Aspect::Ends) | (Aspect::Ends, Aspect::Lasts) => {
            !(is_bare && language.is_procedure)
        }
        (Aspect::Lasts, Aspect::Other | Aspect::Uses) => !is_bare,
        (Aspect::Waits, Aspect::Uses | Aspect::Other)
        | (Aspect::Uses, Aspect::Lasts | Aspect::Other | Aspect::Waits)
        | (Aspect::Other, _) => true,
        _ => false,
    }
}
