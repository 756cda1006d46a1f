//! The age from which a medicine may be taken: "not for children under 16" here, "yes, from the age of 12" there.

use super::daily_limit;
use super::orders::{MOST_ASKED, Title};
use super::pair::is_one_plan;
use crate::facts::claim::ASIDE;
use crate::facts::{Bound, Facts, Quantity, QuantityKind};
use crate::lexicon::{Tokens, WordTable, words};
use crate::rules::prelude::*;

/// Words of an order or a permission to take something.
const TAKING: &WordTable = words![
    "give", "given", "take", "taken", "use", "used", "for", "suitable", "have", "de", "dar",
    "darle", "darles", "tome", "tomar", "tomarlo", "tomarla", "puede", "pueden", "usar", "usarlo",
    "dele",
];

/// Words by which an age holds for something else, or in some cases only.
const OTHER: &WordTable = words![
    "if",
    "unless",
    "except",
    "without",
    "doctor",
    "pharmacist",
    "weigh",
    "weight",
    "half",
    "liquid",
    "syrup",
    "si",
    "salvo",
    "excepto",
    "medico",
    "farmaceutico",
    "weeks",
    "pregnant",
    "semanas",
    "than",
    "also",
    "more",
    "need",
    "risk",
    "dose",
    "doses",
    "dosis",
];

/// Ages nearer than this agree, in minutes: a quarter of a year.
const LEAST_APART: f64 = 0.25 * 365.0 * 1440.0;
/// So many ages are compared with each other.
const MOST: usize = 32;

/// Reports the first two ages that cannot both be right, unless `is_known` says that their sentences are reported already.
pub(super) fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    is_known: impl Fn((usize, usize)) -> bool,
) {
    let facts = cx.facts;
    if !Title::of(facts).is_of_medicine {
        return;
    }
    let ages: Vec<&Quantity> = { facts.quantities().iter() }
        .filter(|one| one.kind == QuantityKind::Age && is_least(facts, one))
        .take(MOST)
        .collect();
    let pairs = ages
        .iter()
        .enumerate()
        .flat_map(|(at, one)| ages.iter().skip(at + 1).map(move |other| (*one, *other)));
    let apart = { pairs }
        .filter(|(one, other)| (limit(one) - limit(other)).abs() >= LEAST_APART)
        .filter(|(one, other)| !is_one_plan(facts, one, other))
        .find(|(one, other)| facts.section_of(one.sentence) != facts.section_of(other.sentence));
    let Some((one, other)) = apart.filter(|(one, other)| !is_known((one.sentence, other.sentence)))
    else {
        return;
    };
    let text = |quantity: &Quantity| facts.quantity_text(quantity);
    findings
        .report(
            one.span,
            format!(
                "\"{}\" here and \"{}\" elsewhere as the age from which it may be taken",
                text(one),
                text(other)
            ),
        )
        .label(other.span, format!("\"{}\" here", text(other)))
        .help(super::help(QuantityKind::Age));
}

/// The age that a quantity gives as the limit.
fn limit(quantity: &Quantity) -> f64 {
    quantity.low
}

/// Whether a sentence says from which age the article's medicine may be taken and nothing else.
fn is_least(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let index = quantity.sentence;
    let sentence = facts.sentence(index);
    let tokens = facts.tokens_of(index);
    if facts.quantities_of(index).nth(1).is_some() {
        return false;
    }
    let question = facts.question_over(quantity.span).into_iter();
    let asked = question.flat_map(|span| facts.sentences_in(span).take(MOST_ASKED));
    let asked: Vec<usize> = asked.collect();
    let has = |index: usize, table: &WordTable| {
        facts.tokens_of(index).words().any(|word| table.has(word))
    };
    // "Yes, if your child is over 2."
    let is_yes_if = (tokens.word(0), tokens.word(1)) == ("yes", "if");
    let is_of_some = |(at, word): (usize, &str)| {
        // "Sí, ..." is no condition.
        let is_yes = at == 0 && word == "si" || is_yes_if && word == "if";
        OTHER.has(word) && !is_yes
    };
    let is_limited =
        tokens.words().enumerate().any(is_of_some) || asked.iter().any(|index| has(*index, OTHER));
    if is_limited
        || sentence.is_question()
        || quantity.low < quantity.high
        || facts.is_in_roles(index, ASIDE)
        || names_other(facts, index)
        || asked.iter().any(|index| names_other(facts, *index))
        || !daily_limit::people_of_heading(facts, index).is_empty() && asked.is_empty()
    {
        return false;
    }
    let is_no = |word: &str| {
        matches!(word, "not" | "no" | "never" | "cannot" | "nunca") || word.ends_with("n't")
    };
    let is_denied = tokens.words().any(is_no);
    let is_taken = has(index, TAKING) || asked.iter().any(|index| has(*index, TAKING));
    let is_from = quantity.bound == Bound::AtLeast || is_start(tokens, quantity);
    let is_under = quantity.bound == Bound::AtMost;
    is_taken && (is_under && is_denied || is_from && !is_denied)
}

/// Whether a sentence names a medicine that the title does not, or medicines of all kinds.
fn names_other(facts: &Facts<'_>, index: usize) -> bool {
    let title = facts.medicines_of_title();
    let is_any = |word: &str| matches!(word, "medicines" | "medications" | "medicamentos");
    !facts
        .medicines_in(index)
        .iter()
        .all(|name| title.contains(name))
        || facts.tokens_of(index).words().any(is_any)
}

/// "From the age of 12", "desde los 12 años".
fn is_start(tokens: &Tokens, quantity: &Quantity) -> bool {
    let start = quantity.words.start;
    (1..=4).any(|back| {
        let at = start.checked_sub(back);
        at.is_some_and(|at| matches!(tokens.word(at), "from" | "desde" | "partir"))
    })
}
