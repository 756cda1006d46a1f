//! Sentences that say the same in the same words but for one number: "Give 5 ml twice a day", "Give 10 ml twice a day".
//!
//! A mere number that answers a question is read with the words of the question: "How long can I take it?", "For 30 days".
//! The words themselves are compared, so that this needs no table of a language.

mod people;
mod words;

use self::people::people;
use self::words::Words;
use super::orders::{MOST_ASKED, Title, is_for_some};
use super::pair::{has_step, is_one_plan};
use super::{daily_limit, help};
use crate::facts::claim::ASIDE;
use crate::facts::words::Stem;
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::lexicon::{Lead, WordTable, words};
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// Two numbers that cannot both be right, in reading order.
#[derive(Debug)]
pub(super) struct Twins<'q> {
    pub(super) one: &'q Quantity,
    pub(super) other: &'q Quantity,
}

impl Twins<'_> {
    /// Whether they stand in these two sentences.
    pub(super) fn are_in(&self, pair: (usize, usize)) -> bool {
        let own = (self.one.sentence, self.other.sentence);
        pair == own || pair == (own.1, own.0)
    }

    /// Reports them.
    pub(super) fn report(&self, cx: &Context<'_>, findings: &mut Findings<'_>) {
        let text = |quantity: &Quantity| cx.facts.quantity_text(quantity);
        let (one, other) = (text(self.one), text(self.other));
        findings
            .report(
                self.one.span,
                format!("\"{one}\" here and \"{other}\" elsewhere in otherwise the same words"),
            )
            .label(self.other.span, format!("\"{other}\" here"))
            .help(help(self.one.kind));
    }
}

/// A number with the words that are left of its sentence.
struct Said<'q> {
    quantity: &'q Quantity,
    /// Whether it stands where an article says again what it says elsewhere: key points, answers, the opening.
    is_repeating: bool,
    /// Whether it is the whole of an answer.
    is_fragment: bool,
    /// What it is counted from: "surgery" of "for 2 weeks after the surgery".
    event: Option<&'q str>,
}

/// What two numbers must share: what they measure, and all other words of their sentences.
type Key = (QuantityKind, &'static str, Option<Unit>, Vec<Stem>);

/// So many numbers with the same words are compared with each other.
const MOST_SAID: usize = 16;

/// Words of a question that asks about one case.
const CASES: &WordTable = words![
    "if", "about", "instead", "unless", "with", "without", "si", "sin"
];

/// The first two of each group of numbers that differ though all other words are the same.
pub(super) fn twins<'q>(facts: &'q Facts<'_>) -> Vec<Twins<'q>> {
    let title = Title::of(facts);
    let mut groups: BTreeMap<Key, Vec<Said<'q>>> = BTreeMap::new();
    for quantity in facts.quantities() {
        if let Some((key, said)) = said(facts, quantity, &title) {
            let group = groups.entry(key).or_default();
            if group.len() < MOST_SAID {
                group.push(said);
            }
        }
    }
    let mut found: Vec<Twins<'q>> = groups
        .values()
        .filter_map(|group| odd(facts, group))
        .collect();
    found.sort_by_key(|twins| (twins.one.span, twins.other.span));
    found
}

fn is_compared(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let is_kind = quantity.kind.is_measure() && quantity.kind != QuantityKind::Money;
    // Daily limits of a medicine have a comparison of their own, in English.
    let is_daily = || facts.base_lang() == "en" && daily_limit::is_compared(facts, quantity);
    is_kind
        && !quantity.is_vague
        && !facts.is_in_roles(quantity.sentence, ASIDE)
        && !facts.is_of_case(quantity)
        && !is_daily()
}

fn said<'q>(
    facts: &'q Facts<'_>,
    quantity: &'q Quantity,
    title: &Title,
) -> Option<(Key, Said<'q>)> {
    let index = quantity.sentence;
    let within = facts.sentence(index).within;
    let is_read = matches!(within.kind, crate::article::TextKind::In(kind) if matches!(kind, ProseKind::Paragraph | ProseKind::Item));
    if !is_read || !is_compared(facts, quantity) {
        return None;
    }
    let question = facts.question_over(quantity.span);
    let mut words = Words::new(facts, title);
    words.add(index, Some(quantity))?;
    let is_fragment = words.is_bare() && question.is_some();
    if is_fragment {
        let question = question.into_iter();
        for index in question.flat_map(|span| facts.sentences_in(span).take(MOST_ASKED)) {
            words.add(index, None)?;
        }
    } else if let Some(lead) = open_lead(facts, quantity) {
        words.add(lead, None)?;
    }
    let is_dose = !facts.hits_in(Table::UseVerbs, index).is_empty();
    // "What if I have kidney disease?" - what is answered holds for a case.
    let is_of_case = !is_fragment
        && question.is_some_and(|span| {
            let mut asked = facts.sentences_in(span).take(MOST_ASKED);
            asked.any(|index| facts.tokens_of(index).words().any(|word| CASES.has(word)))
        });
    if is_of_case
        || words.has_pronoun()
        || !words.tells(is_dose || is_fragment)
        || is_dose && question.is_none() && is_for_some(facts, index)
    {
        return None;
    }
    let is_repeating = question.is_some()
        || within.section.heading.is_none()
        || facts.is_in_roles(
            index,
            &[Role::Summary, Role::Conclusion, Role::RedFlags, Role::Faq],
        );
    let per = if quantity.kind == QuantityKind::Frequency {
        None
    } else {
        quantity.per
    };
    let key = (quantity.kind, quantity.unit.base(), per, words.stems());
    let said = Said {
        quantity,
        is_repeating,
        is_fragment,
        event: words.event(),
    };
    Some((key, said))
}

/// The line that leads to the list of a number and ends with its condition: "Do not take it if:".
fn open_lead(facts: &Facts<'_>, quantity: &Quantity) -> Option<usize> {
    let lead = facts
        .lists_around(quantity.span)
        .find_map(|list| list.lead)?;
    (facts.lead(lead) == Lead::Condition).then_some(lead)
}

/// The first two numbers of a group that differ, one of them where an article says again what it says elsewhere.
///
/// Where other parts have several numbers among them, or one part has, they are a plan.
fn odd<'q>(facts: &Facts<'_>, group: &[Said<'q>]) -> Option<Twins<'q>> {
    let pairs = group
        .iter()
        .enumerate()
        .flat_map(|(at, one)| group.iter().skip(at + 1).map(move |other| (one, other)));
    let mut first = None;
    for (one, other) in pairs.filter(|(one, other)| is_apart(one, other)) {
        let is_plan = !one.is_repeating && !other.is_repeating;
        let is_of_another_event = one
            .event
            .is_some_and(|event| other.event.is_some_and(|other| other != event));
        if is_plan || is_of_another_event || is_told_apart(facts, one.quantity, other.quantity) {
            return None;
        }
        first = first.or(Some((one.quantity, other.quantity)));
    }
    first.map(|(one, other)| Twins { one, other })
}

/// Whether two sentences with the same words are meant for different readers, cases or steps.
fn is_told_apart(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    facts.section_of(one.sentence) == facts.section_of(other.sentence)
        || is_one_plan(facts, one, other)
        || people(facts, one.sentence) != people(facts, other.sentence)
        || has_step(facts, one.sentence)
        || has_step(facts, other.sentence)
}

/// Whether two numbers cannot both be right.
fn is_apart(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (a, b) = (one.quantity, other.quantity);
    let is_above = |low: f64, high: f64| low > high * 1.02 + 1e-9;
    match (a.bound, b.bound) {
        (Bound::Exact, Bound::Exact) => is_above(a.low, b.high) || is_above(b.low, a.high),
        (Bound::About, Bound::About | Bound::Exact) | (Bound::Exact, Bound::About) => {
            is_above(a.low, b.high * 1.2) || is_above(b.low, a.high * 1.2)
        }
        (Bound::AtMost, Bound::AtMost) | (Bound::AtLeast, Bound::AtLeast) => {
            is_above(a.high, b.high) || is_above(b.high, a.high)
        }
        // A mere number answers with the most or the least.
        (Bound::AtMost, Bound::Exact) if other.is_fragment => is_above(b.low, a.high),
        (Bound::Exact, Bound::AtMost) if one.is_fragment => is_above(a.low, b.high),
        (Bound::AtLeast, Bound::Exact) if other.is_fragment => is_above(a.low, b.high),
        (Bound::Exact, Bound::AtLeast) if one.is_fragment => is_above(b.low, a.high),
        _ => false,
    }
}
