//! An order that adds up to more than the daily limit of its medicine: "1,000 mg four times a day", "no more than 3 g a day".

use super::daily_limit::{is_daily, key};
use super::orders::{Plan, Title, plans};
use crate::facts::words::{Stem, stem_of};
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::rules::prelude::*;

/// So many limits are compared with the orders.
const MOST_LIMITS: usize = 32;

/// Reports the orders whose least total of a day is more than a limit of the same medicine for the same people.
pub(super) fn report(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let limits: Vec<&Quantity> = { facts.quantities().iter() }
        .filter(|one| is_limit(facts, one))
        .take(MOST_LIMITS)
        .collect();
    if limits.is_empty() {
        return;
    }
    for plan in plans(facts, &Title::of(facts), &[Bound::Exact, Bound::AtMost]) {
        let over = { limits.iter() }.find_map(|limit| Some((limit, over(facts, &plan, limit)?)));
        if let Some((limit, amount)) = over {
            let text = |quantity| facts.quantity_text(quantity);
            let (much, often, most) = (text(amount), text(plan.often), text(limit));
            findings
                .report(
                    amount.span.cover(plan.often.span),
                    format!("\"{much}\" \"{often}\" here is more than \"{most}\", the most in a day elsewhere"),
                )
                .label(limit.span, format!("at most \"{most}\" here"))
                .help("Readers who follow the one break the other, and too much does harm. Check the dose, how often it is taken, and the limit.");
        }
    }
}

/// Whether a number is the most of one day: "no more than 3 g a day", "at most 6 tablets in 24 hours".
fn is_limit(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let is_amount = match quantity.kind {
        QuantityKind::Dose | QuantityKind::Volume => true,
        QuantityKind::Count => !quantity.noun.is_empty(),
        _ => false,
    };
    is_amount
        && quantity.bound == Bound::AtMost
        && (quantity.per == Some(Unit::Day) || is_daily(facts, quantity))
}

/// The amount of an order whose least total of a day is more than the limit: "2 tablets" in "2 tablets (500 mg each) up to
/// 4 times a day".
///
/// "Every 4 hours" says how long to wait, not how many doses a day has; only "four times a day" is counted.
fn over<'q>(facts: &Facts<'_>, plan: &Plan<'q>, limit: &Quantity) -> Option<&'q Quantity> {
    let noun = |quantity: &Quantity| -> Vec<Stem> {
        let tokens = facts.tokens_of(quantity.sentence);
        let nouns = tokens.words_of(quantity.noun.clone());
        nouns.map(|word| stem_of(word, "en")).collect()
    };
    let is_noun = limit.kind == QuantityKind::Count;
    let is_piece = is_noun || !matches!(limit.unit.base(), "mg" | "ml");
    let mut alike = plan.much.iter().copied().filter(|amount| {
        amount.kind == limit.kind
            && amount.unit.base() == limit.unit.base()
            && (!is_noun || noun(amount) == noun(limit))
    });
    let amount = alike.next()?;
    // "Two 500 mg tablets": how much each of them has.
    let is_only = alike.next().is_none() && (is_piece || plan.much.len() == 1);
    let is_over = is_only
        && plan.often.per == Some(Unit::Day)
        && amount.low * plan.often.low > limit.high * 1.02
        && key(facts, amount).is_some_and(|own| key(facts, limit) == Some(own));
    is_over.then_some(amount)
}
