//! What tells two numbers apart that share their words: the case, the column, the point that a time is counted from, the size.

use super::both::{gives_both, value};
use super::pair::{is_equal, is_step};
use super::topics::urgency;
use crate::facts::claim::{Aspect, Claim, is_cell};
use crate::facts::words::ContentWords;
use crate::facts::{Facts, Quantity, QuantityKind};
use crate::lexicon::claim_words::ClaimWords;
use crate::lexicon::{Lead, Tokens};
use crate::rules::prelude::*;

/// Whether two numbers hold for other cases, or measure something else, though their words are the same.
pub(super) fn are_apart(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    if one.kind == QuantityKind::Phone || is_equal(facts, one, other) {
        return false;
    }
    gives_both(facts, one, other)
        || gives_both(facts, other, one)
        || is_of_other_size(facts, one, other)
        || people_label(facts, one) != people_label(facts, other)
        || is_later(facts, one) != is_later(facts, other)
        || is_strength(facts, one) != is_strength(facts, other)
        || are_other_limits(facts, one, other)
        || is_of_other_share(facts, one, other)
        || is_of_other_column(facts, one, other)
        || is_of_other_column(facts, other, one)
}

/// Units of a weight or an age by which a label tells who a number is for.
const PEOPLE_UNITS: &[&str] = &[
    "kg",
    "kilos",
    "kilograms",
    "lb",
    "lbs",
    "pounds",
    "stone",
    "month",
    "months",
    "year",
    "years",
    "meses",
    "anos",
    "yrs",
];

/// The words of a label before a number that tells who it is for by weight or age: "Over 30 kg:", "Under 12 years:".
fn people_label<'f>(facts: &'f Facts<'_>, quantity: &Quantity) -> Vec<&'f str> {
    let tokens = facts.tokens_of(quantity.sentence);
    let text = facts.sentence(quantity.sentence).text();
    let ends = |at: &usize| tokens.gap_before(text, *at).contains(':');
    let Some(end) = (1..=quantity.words.start).rev().find(ends) else {
        return Vec::new();
    };
    let parts = |at: &usize| tokens.gap_before(text, *at).contains([':', ';', '.', ',']);
    let start = (1..end).rev().find(parts).unwrap_or(0);
    let is_number = |word: &str| word.starts_with(|char: char| char.is_ascii_digit());
    let is_unit = |at: usize| {
        let (word, next) = (tokens.word(at), tokens.word(at + 1));
        let unit = word.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
        is_number(word)
            && (PEOPLE_UNITS.contains(&unit) || at + 1 < end && PEOPLE_UNITS.contains(&next))
    };
    if (start..end).any(is_unit) {
        (start..end).map(|at| tokens.word(at)).collect()
    } else {
        Vec::new()
    }
}

/// How many times as much one time must be to be of another size than a slip makes it.
const OTHER_SIZE: f64 = 300.0;

/// Whether one time is of another size in other units: "5 minutes", "5 to 10 years". A slip changes the number or the unit.
fn is_of_other_size(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    let is_time = |quantity: &Quantity| quantity.kind == QuantityKind::Duration;
    let ratio = one.high.max(other.high) / one.high.min(other.high);
    let numbers = |quantity: &Quantity| -> Vec<String> {
        let text = facts.quantity_text(quantity);
        let words = Tokens::of(text);
        let numbers = words.words().filter_map(value);
        numbers.map(|number| number.to_string()).collect()
    };
    is_time(one)
        && is_time(other)
        && one.unit != other.unit
        && ratio >= OTHER_SIZE
        && numbers(one) != numbers(other)
}

/// Whether a time is counted from what was said before it: "12 hours later".
fn is_later(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let tokens = facts.tokens_of(quantity.sentence);
    let end = quantity.words.end;
    quantity.kind == QuantityKind::Duration
        && matches!(
            (tokens.word(end), tokens.word(end + 1)),
            ("later", _) | ("mas", "tarde") | ("despues", "")
        )
}

/// Forms that medicines have, which a dose may be the strength of.
const FORMS: &[&str] = &[
    "capsule",
    "capsules",
    "patch",
    "patches",
    "pen",
    "pens",
    "pill",
    "pills",
    "syringe",
    "syringes",
    "tablet",
    "tablets",
    "capsula",
    "capsulas",
    "comprimido",
    "comprimidos",
    "pastilla",
    "pastillas",
    "tableta",
    "tabletas",
];

/// Whether a dose is what one tablet holds: "tablets of 2.5 mg", "2.5 mg tablets".
fn is_strength(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    if quantity.kind != QuantityKind::Dose {
        return false;
    }
    let tokens = facts.tokens_of(quantity.sentence);
    let back =
        |by: usize| { quantity.words.start.checked_sub(by) }.map_or("", |at| tokens.word(at));
    FORMS.contains(&tokens.word(quantity.words.end))
        || matches!(back(1), "of" | "de") && FORMS.contains(&back(2))
}

/// Whether only one of two counts is the limit of a condition, or both lead to other advice: "until you have 4 contractions in
/// 10 minutes", "call if you have more than 5".
fn are_other_limits(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    if one.kind != QuantityKind::Count || other.kind != QuantityKind::Count {
        return false;
    }
    let (here, there) = (is_condition(facts, one), is_condition(facts, other));
    let is_one_advice = || one.bound == other.bound && urgency(facts, one) == urgency(facts, other);
    here != there || here && !is_one_advice()
}

/// Whether a number stands in a condition, or in a list under one.
fn is_condition(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let clause = facts.clause_of(quantity);
    let before = clause.start.checked_sub(1);
    let opener = before.map(|at| facts.tokens_of(quantity.sentence).word(at));
    let is_opened = opener
        .is_some_and(|word| matches!(word, "if" | "when" | "until" | "unless" | "si" | "cuando"));
    let leads = |index: usize| facts.lead(index) == Lead::Condition;
    is_opened
        || facts
            .lists_around(quantity.span)
            .any(|list| list.lead.is_some_and(leads) || list.heading.is_some_and(leads))
}

/// Whether one of two shares is that of people, or of a choice, that the other's sentence does not name: "of those who use
/// nothing", "; then about 85 in 100".
fn is_of_other_share(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    let is_share = |quantity: &Quantity| {
        matches!(
            quantity.kind,
            QuantityKind::Ratio | QuantityKind::Percentage
        )
    };
    if !is_share(one) || !is_share(other) {
        return false;
    }
    let is_then = |quantity: &Quantity| {
        let tokens = facts.tokens_of(quantity.sentence);
        let clause = facts.clause_of(quantity).start;
        let before = clause.saturating_sub(1)..quantity.words.start;
        before
            .into_iter()
            .any(|at| matches!(tokens.word(at), "then" | "entonces"))
    };
    let lang = facts.base_lang();
    let named = |quantity: &Quantity| {
        let words = facts.tokens_of(quantity.sentence).words();
        let who = words.skip_while(|word| !matches!(*word, "who" | "quienes"));
        let who = who.skip(1).take_while(|word| value(word).is_none());
        ContentWords::of_words(who, lang)
    };
    let is_unknown = |here: &Quantity, there: &Quantity| {
        let told = ContentWords::of(facts.sentence(there.sentence).text(), lang);
        let named = named(here);
        !named.is_empty() && named.share_in(&told) <= 0.0
    };
    is_then(one) != is_then(other) || is_unknown(one, other) || is_unknown(other, one)
}

/// Words of a header that ask for a number and name no case.
const MEASURES: &[&str] = &[
    "age",
    "amount",
    "duration",
    "dose",
    "dosage",
    "frequency",
    "length",
    "limit",
    "maximum",
    "most",
    "number",
    "period",
    "time",
    "dosis",
    "tiempo",
    "duracion",
    "cantidad",
    "frecuencia",
    "edad",
];

/// Whether a number stands in a cell that names a row, or in a column that is a step or about what the other place, in no table,
/// does not name.
fn is_of_other_column(facts: &Facts<'_>, cell: &Quantity, other: &Quantity) -> bool {
    if !is_cell(facts, cell) || is_cell(facts, other) {
        return false;
    }
    let names = facts.names_of_cell(cell.sentence);
    let Some(column) = names.column else {
        return names.row.is_none();
    };
    let is_label = names.row.is_none();
    if is_label
        || names
            .row
            .into_iter()
            .chain([column])
            .any(|index| is_step(facts, index))
    {
        return true;
    }
    let lang = facts.base_lang();
    let words = facts.tokens_of(column).words();
    let words = words.filter(|word| !MEASURES.contains(word));
    let subject = ContentWords::of_words(words, lang);
    let place = facts.sentence(other.sentence);
    let heading = place.within.section.heading.as_ref().map(Prose::text);
    let question = facts.question_over(other.span);
    let question = question.map(|span| facts.article.source.slice(span));
    let told = [Some(place.text()), heading, question];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    !subject.is_empty() && subject.share_in(&ContentWords::of(&told.join(" "), lang)) <= 0.0
}

/// Whether an answer without a verb says nothing without its question: "Three seconds with most pens."
pub(super) fn is_fragment(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let Some(words) = ClaimWords::of(facts.base_lang()) else {
        return false;
    };
    let verbs = [
        words.verbs,
        words.lasts,
        words.ends,
        words.starts,
        words.waits,
        words.uses,
        words.happens,
        words.denies,
    ];
    let mut said = facts.tokens_of(quantity.sentence).words();
    facts.question_over(quantity.span).is_some()
        && !said.any(|word| verbs.iter().any(|verbs| verbs.has(word)))
}

/// Whether a time is one before something: "10 minutes before sport", not "8 weeks before they work".
pub(super) fn is_before(facts: &Facts<'_>, claim: &Claim<'_>) -> bool {
    let quantity = claim.quantity;
    let tokens = facts.tokens_of(quantity.sentence);
    let (word, next) = (
        tokens.word(quantity.words.end),
        tokens.word(quantity.words.end + 1),
    );
    let starts = matches!(
        next,
        "it" | "they" | "this" | "these" | "you" | "the" | "your"
    );
    claim.aspect == Aspect::Before || word == "before" && !starts
}
