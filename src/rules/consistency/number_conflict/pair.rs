//! Whether two numbers for one thing can both be right.

use super::{cases, context};
use crate::facts::quantity::Topic;
use crate::facts::{Bound, Facts, Quantity, QuantityKind};
use crate::rules::prelude::*;

/// Whether two numbers stand in one paragraph, list or table, where they are told apart on purpose.
pub(super) fn is_one_plan(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    let prose = |quantity: &Quantity| {
        facts
            .sentences
            .get(quantity.sentence)
            .map(|sentence| sentence.within)
    };
    let (Some(here), Some(there)) = (prose(one), prose(other)) else {
        return true;
    };
    let same_block = |here: &Block, there: &Block| std::ptr::eq(here, there);
    let both = here.block.zip(there.block);
    std::ptr::eq(here.prose, there.prose)
        || both.is_some_and(|(here, there)| same_block(here, there))
        || is_told_apart(facts, here.section, there.section)
        || is_counted_apart(facts, one.sentence, other.sentence)
        || facts.section_of(one.sentence) != facts.section_of(other.sentence)
            && has_step(facts, one.sentence)
            && has_step(facts, other.sentence)
        || context::is_apart(facts, one.sentence, other.sentence)
        || cases::are_apart(facts, one, other)
}

/// Whether the heading over a sentence is one step of several: "Week 2", "Level 1", "Stage two".
pub(super) fn has_step(facts: &Facts<'_>, sentence: usize) -> bool {
    let Some(heading) = &facts.sentence(sentence).within.section.heading else {
        return false;
    };
    { facts.sentences_in(heading.whole()) }.any(|index| is_step(facts, index))
}

/// Whether a sentence names one step of several, as a heading or a header of a table does.
pub(super) fn is_step(facts: &Facts<'_>, index: usize) -> bool {
    let is_unit = |word: &str| {
        matches!(
            word,
            "day"
                | "days"
                | "week"
                | "weeks"
                | "month"
                | "months"
                | "level"
                | "stage"
                | "phase"
                | "step"
                | "dia"
                | "dias"
                | "semana"
                | "semanas"
                | "mes"
                | "meses"
                | "nivel"
                | "fase"
                | "etapa"
                | "paso"
        )
    };
    let is_number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || crate::lexicon::number_words::value(word).is_some()
            || matches!(
                word,
                "first" | "second" | "third" | "next" | "later" | "primera" | "primer" | "segunda"
            )
    };
    let tokens = facts.tokens_of(index);
    (0..tokens.len()).any(|at| {
        let (one, other) = (tokens.word(at), tokens.word(at + 1));
        is_unit(one) && is_number(other) || is_number(one) && is_unit(other)
    })
}

/// Whether two sentences tell their cases by other counts: "3 or 4 stones: once a year", "with one or two stones".
fn is_counted_apart(facts: &Facts<'_>, here: usize, there: usize) -> bool {
    let counts = |sentence: usize| -> Vec<&Quantity> {
        let counts = facts.quantities_of(sentence);
        let counts = counts.filter(|one| one.kind == QuantityKind::Count);
        counts.filter(|one| facts.is_of_case(one)).collect()
    };
    let (one, other) = (counts(here), counts(there));
    let is_shared = |count: &&Quantity| other.iter().any(|known| is_equal(facts, count, known));
    !one.is_empty() && !other.is_empty() && !one.iter().any(is_shared)
}

/// Words that open headings of one article, whatever their parts are about.
const OPENERS: &[&str] = &[
    "after", "at", "before", "how", "the", "what", "when", "where", "who", "why", "your",
];

/// Whether the headings of two parts open with the same two words and go on with others: "If you had a graft", "If you had a
/// cast". They tell two cases apart.
fn is_told_apart(facts: &Facts<'_>, here: &Section, there: &Section) -> bool {
    let words = |section: &Section| -> Vec<&str> {
        let heading = section.heading.as_ref();
        let heading = heading.filter(|heading| !heading.text().contains('?'));
        let sentence = heading.and_then(|heading| facts.sentences_in(heading.whole()).next());
        let tokens = sentence.and_then(|index| facts.tokens.get(index));
        tokens
            .into_iter()
            .flat_map(crate::lexicon::Tokens::words)
            .collect()
    };
    let (one, other) = (words(here), words(there));
    let is_opened = one.first().is_some_and(|word| !OPENERS.contains(word));
    let shared = one
        .iter()
        .zip(&other)
        .take_while(|(one, other)| one == other);
    let shared = shared.count();
    is_opened && shared >= 2 && shared < one.len() && shared < other.len()
}

pub(super) fn is_equal(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    if one.kind == QuantityKind::Phone {
        return digits(facts, one) == digits(facts, other);
    }
    one.bound == other.bound && near(one.low, other.low) && near(one.high, other.high)
}

fn digits(facts: &Facts<'_>, quantity: &Quantity) -> String {
    let text = facts.quantity_text(quantity);
    // "Ward 7 (555-010-0133)": the ward's number is not the phone's.
    let inner = text
        .split_once('(')
        .filter(|(ward, _)| ward.trim().len() <= 2);
    let text = inner.map_or(text, |(_, number)| number);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // The country's own 1 may be written or not.
    digits
        .strip_prefix('1')
        .filter(|rest| rest.len() == 10)
        .map_or(digits.clone(), str::to_owned)
}

/// Whether two values are the same but for rounding.
fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.02 * one.abs().max(other.abs())
}

pub(super) fn disagree(facts: &Facts<'_>, one: &Quantity, other: &Quantity, topic: &Topic) -> bool {
    if one.kind == QuantityKind::Phone {
        return digits(facts, one) != digits(facts, other);
    }
    if one.kind == QuantityKind::Temperature {
        let apart = (one.low - other.high).max(other.low - one.high);
        return apart > 0.25;
    }
    if topic.is_limit {
        return !near(one.low, other.low)
            && one.low.max(other.low) > 1.1 * one.high.min(other.high);
    }
    match (one.bound, other.bound) {
        (Bound::AtMost, Bound::AtMost) | (Bound::AtLeast, Bound::AtLeast) => {
            !near(one.high, other.high)
        }
        (Bound::AtMost, Bound::Exact) => exceeds(one, other),
        (Bound::Exact, Bound::AtMost) => exceeds(other, one),
        _ => {
            let ((one_low, one_high), (other_low, other_high)) = (reach(one), reach(other));
            let (low, high) = (one_low.max(other_low), one_high.min(other_high));
            low > high && !near(low, high)
        }
    }
}

/// How many times as much an "up to" must allow before it disagrees with a whole range below it.
const FAR: f64 = 3.0;

/// Whether a number does not fit an "up to": another single number, a range beyond it, or one that ends far below it.
fn exceeds(limit: &Quantity, number: &Quantity) -> bool {
    let is_single = near(number.low, number.high);
    if is_single {
        !near(number.high, limit.high)
    } else {
        let is_beyond = number.low > limit.high && !near(number.low, limit.high);
        is_beyond || limit.high >= FAR * number.high
    }
}

/// The values that a quantity allows.
fn reach(quantity: &Quantity) -> (f64, f64) {
    match quantity.bound {
        Bound::Exact => (quantity.low, quantity.high),
        Bound::About => (quantity.low / 1.5, quantity.high * 1.5),
        Bound::AtMost => (0.0, quantity.high),
        Bound::AtLeast => (quantity.low, f64::INFINITY),
    }
}

/// How many times as much one number must be to be apart from another by more than rounding.
const ROUNDING: f64 = 1.2;

/// Whether two numbers for one thing lie so far apart that no rounding, range or limit makes them agree. With `is_least` a
/// plain number is the least that is allowed.
pub(super) fn is_apart(one: &Quantity, other: &Quantity, is_least: bool) -> bool {
    let is_above = |one: f64, other: f64| one > ROUNDING * other;
    let far = |one: f64, other: f64| is_above(one, other) || is_above(other, one);
    match (one.bound, other.bound) {
        (Bound::AtMost, Bound::AtMost) => far(one.high, other.high),
        (Bound::AtMost, _) => is_beyond(one, other),
        (_, Bound::AtMost) => is_beyond(other, one),
        _ if is_least && one.low >= one.high && other.low >= other.high => far(one.low, other.low),
        _ => {
            let ((one_low, one_high), (other_low, other_high)) = (reach(one), reach(other));
            is_above(one_low.max(other_low), one_high.min(other_high))
        }
    }
}

/// Whether a number lies above a limit, or so far below it that the limit is another's.
fn is_beyond(limit: &Quantity, number: &Quantity) -> bool {
    let (low, _) = reach(number);
    // "At least 24 hours" ends nowhere below the limit.
    let is_far = number.bound != Bound::AtLeast && limit.high >= FAR * number.high;
    low > ROUNDING * limit.high || is_far
}
