//! A medicine for once a week that another place has taken every day: "Take methotrexate once a week", "Take it every day".

use super::both::gives_amount;
use super::orders::{MOST_ASKED, Title, is_for_some, is_plain};
use super::{context, help};
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::ops::Range;

/// A plain order with the words that say how often.
struct Order {
    sentence: usize,
    words: Range<usize>,
    medicines: Vec<String>,
}

/// So many orders of each kind are compared.
const MOST: usize = 8;

/// Reports the first two orders for one medicine of which one says once a week and the other every day.
pub(super) fn report(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let title = Title::of(facts);
    let orders = |often: fn(&Facts<'_>, usize) -> Option<Range<usize>>| -> Vec<Order> {
        (0..facts.sentences.len())
            .filter_map(|sentence| order(facts, sentence, &title, often))
            .take(MOST)
            .collect()
    };
    let weekly = orders(weekly);
    if weekly.is_empty() {
        return;
    }
    let daily = orders(daily);
    let pairs = { weekly.iter() }.flat_map(|one| daily.iter().map(move |other| (one, other)));
    let Some((one, other)) = { pairs }.find(|(one, other)| are_of_one(facts, one, other, &title))
    else {
        return;
    };
    let span = |order: &Order| facts.span_of(order.sentence, order.words.clone());
    let (first, second) = (span(one).min(span(other)), span(one).max(span(other)));
    let text = |span| cx.article.source.slice(span);
    let (here, there) = (text(first), text(second));
    findings
        .report(
            first,
            format!("take it \"{here}\" here and \"{there}\" elsewhere"),
        )
        .label(second, format!("\"{there}\" here"))
        .help(help(QuantityKind::Frequency));
}

/// The plain order that a sentence gives, where `often` finds how often.
fn order<'f>(
    facts: &'f Facts<'_>,
    sentence: usize,
    title: &Title,
    often: fn(&Facts<'_>, usize) -> Option<Range<usize>>,
) -> Option<Order> {
    let words = often(facts, sentence)?;
    let place = facts.sentence(sentence);
    let asked = facts.question_over(place.span());
    let asked: Vec<usize> = { asked.into_iter() }
        .flat_map(|span| facts.sentences_in(span).take(MOST_ASKED))
        .collect();
    let is_order = |index: usize| !facts.hits_in(Table::UseVerbs, index).is_empty();
    let asks_often = |index: &usize| {
        let tokens = facts.tokens_of(*index);
        is_order(*index)
            && is_plain(facts, *index, title, true)
            && (0..tokens.len())
                .any(|at| (tokens.word(at), tokens.word(at + 1)) == ("how", "often"))
    };
    let is_read = matches!(
        place.within.kind,
        crate::article::TextKind::In(ProseKind::Paragraph | ProseKind::Item)
    );
    let mut own = facts.tokens_of(sentence).words();
    let is_denied = own.any(|word| {
        matches!(
            word,
            "never" | "no" | "cannot" | "instead" | "than" | "next" | "some"
        )
    });
    if !is_read
        || place.is_question()
        || is_denied
        || !is_plain(facts, sentence, title, false)
        || is_for_some(facts, sentence)
        || !(is_order(sentence) || asked.iter().any(asks_often))
    {
        return None;
    }
    let medicines: Vec<String> = { std::iter::once(sentence).chain(asked) }
        .flat_map(|index| facts.medicines_in(index))
        .collect();
    let is_told = !medicines.is_empty() || opens(facts, sentence, title);
    is_told.then_some(Order {
        sentence,
        words,
        medicines,
    })
}

/// So many words may an answer have before the order: "No."
const MOST_BEFORE: usize = 2;

/// Whether a sentence without a name speaks of the article's medicine: it opens its paragraph, or the one before names it. "You
/// may need iron. Take it every day."
fn opens(facts: &Facts<'_>, sentence: usize, title: &Title) -> bool {
    let prose = |index: usize| facts.sentence(index).within.prose;
    let before = sentence.checked_sub(1);
    let before = before.filter(|before| std::ptr::eq(prose(*before), prose(sentence)));
    before.is_none_or(|before| {
        let names = facts.medicines_in(before);
        facts.tokens_of(before).len() <= MOST_BEFORE || !names.is_empty() && title.names_all(&names)
    })
}

/// The words "once a week" of a sentence without another number that says how often.
fn weekly(facts: &Facts<'_>, sentence: usize) -> Option<Range<usize>> {
    let mut rates = rates(facts, sentence);
    let rate = rates.next().filter(|_| rates.next().is_none())?;
    let is_once = (rate.low * 7.0 - 1.0).abs() < 0.01 && (rate.high * 7.0 - 1.0).abs() < 0.01;
    is_once.then(|| rate.words.clone())
}

fn rates<'f>(facts: &'f Facts<'_>, sentence: usize) -> impl Iterator<Item = &'f Quantity> {
    facts
        .quantities_of(sentence)
        .filter(|one| one.kind == QuantityKind::Frequency && one.bound == Bound::Exact)
}

/// The words "every day", "daily", "each morning" or "10 mg a day" of a sentence without a number that says how often.
fn daily(facts: &Facts<'_>, sentence: usize) -> Option<Range<usize>> {
    if rates(facts, sentence).next().is_some() {
        return None;
    }
    let tokens = facts.tokens_of(sentence);
    let is_daily = |at: &usize| match (tokens.word(*at), tokens.word(at + 1)) {
        ("every" | "each", "day" | "morning" | "evening" | "night") => true,
        ("daily", next) => next != "dose",
        _ => false,
    };
    let said = (0..tokens.len()).find(is_daily).map(|at| {
        let is_one = tokens.word(at) == "daily";
        at..at + 2 - usize::from(is_one)
    });
    let by_day = || {
        let mut doses = facts.quantities_of(sentence);
        let dose = doses.find(|one| {
            one.kind == QuantityKind::Dose
                && one.per == Some(Unit::Day)
                && one.bound == Bound::Exact
        })?;
        Some(dose.words.clone())
    };
    said.or_else(by_day)
}

/// Whether both are about one medicine and one amount of it, in different parts.
fn are_of_one(facts: &Facts<'_>, one: &Order, other: &Order, title: &Title) -> bool {
    let is_elsewhere = facts.section_of(one.sentence) != facts.section_of(other.sentence);
    let is_shared = |name: &String| other.medicines.contains(name);
    let is_of_title = |order: &Order| title.names_all(&order.medicines);
    let is_one_medicine = if one.medicines.is_empty() || other.medicines.is_empty() {
        title.is_of_medicine && is_of_title(one) && is_of_title(other)
    } else {
        one.medicines.iter().any(is_shared)
    };
    is_elsewhere
        && is_one_medicine
        && gives_amount(facts, one.sentence, other.sentence)
        && !context::is_apart(facts, one.sentence, other.sentence)
}
