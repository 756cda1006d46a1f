//! Whether two places that say where a medicine is kept, or whether it may be taken in pregnancy, are about one medicine.

use crate::article::Kind;
use crate::facts::{Asked, Facts};
use crate::lexicon::lead::Lead;
use crate::lexicon::phrases::Table;
use crate::lexicon::{WordTable, words};
use std::collections::BTreeSet;

/// Words that make it hold at some time, for some people or for one of several packs.
const LIMITS: &WordTable = words![
    "advice",
    "after",
    "before",
    "check",
    "days",
    "doctor",
    "dose",
    "doses",
    "first",
    "hours",
    "last",
    "midwife",
    "months",
    "new",
    "once",
    "only",
    "open",
    "opened",
    "opening",
    "planning",
    "spare",
    "specialist",
    "started",
    "tell",
    "travel",
    "trimester",
    "unless",
    "unopened",
    "weeks",
    "without",
];

/// Forms of a medicine, and what comes with it, by their singular.
const FORMS: &WordTable = words![
    "capsule",
    "cartridge",
    "cream",
    "drop",
    "gel",
    "inhaler",
    "liquid",
    "meter",
    "milk",
    "needle",
    "ointment",
    "patch",
    "pen",
    "powder",
    "spray",
    "strip",
    "suppository",
    "syringe",
    "syrup",
    "tablet",
    "vaccine",
    "vial",
];

/// Whether a sentence sets no limit to what it says of a medicine.
pub(super) fn is_plain(facts: &Facts<'_>, sentence: usize) -> bool {
    !facts
        .tokens_of(sentence)
        .words()
        .any(|word| LIMITS.has(word))
}

/// The sentences of items below "Do not take it if you:" that say what `table` holds: "are pregnant".
pub(super) fn listed(facts: &Facts<'_>, table: Table) -> Vec<usize> {
    let names = |word: &str| match table {
        Table::NotInPregnancy => matches!(word, "pregnant" | "pregnancy"),
        Table::NotBreastfeeding => word == "breastfeeding",
        _ => false,
    };
    let mut found = Vec::new();
    for list in facts.lists() {
        let Some(lead) = list.lead.filter(|lead| is_ban(facts, *lead)) else {
            continue;
        };
        if !is_plain(facts, lead) {
            continue;
        }
        let firsts = { list.items.iter() }.filter_map(|item| facts.sentences_in(*item).next());
        found.extend(firsts.filter(|index| {
            let tokens = facts.tokens_of(*index);
            tokens.len() <= MOST_WORDS && tokens.words().any(names) && is_plain(facts, *index)
        }));
    }
    found
}

/// A longer item says more than that.
const MOST_WORDS: usize = 10;

/// Whether a line says not to take something in the cases that follow.
fn is_ban(facts: &Facts<'_>, lead: usize) -> bool {
    let mut words = facts.tokens_of(lead).words();
    facts.lead(lead) == Lead::Condition
        && words.any(|word| matches!(word, "not" | "never") || word.ends_with("n't"))
        && !facts.hits_in(Table::UseVerbs, lead).is_empty()
}

/// Whether an answer and another sentence are about one medicine in one form: where both name any, they share one, and a
/// medicine that only one of them names is the title's.
pub(super) fn is_of_one(facts: &Facts<'_>, asked: &Asked<'_>, answer: usize, told: usize) -> bool {
    let here: Vec<usize> = asked.question.iter().copied().chain([answer]).collect();
    let medicines = |places: &[usize]| -> BTreeSet<String> {
        { places.iter() }
            .flat_map(|index| facts.medicines_in(*index))
            .collect()
    };
    let lead = facts.lists_around(facts.sentence(told).span()).next();
    let there: Vec<usize> = lead
        .and_then(|list| list.lead)
        .into_iter()
        .chain([told])
        .collect();
    let (one, other) = (medicines(&here), medicines(&there));
    let title = facts.medicines_of_title();
    let is_title = |names: &BTreeSet<String>| names.iter().all(|name| title.contains(name));
    let is_one_medicine = if one.is_empty() || other.is_empty() {
        is_title(&one) && is_title(&other)
    } else {
        !one.is_disjoint(&other)
    };
    let (form, other_form) = (forms(facts, &here), forms(facts, &there));
    let is_one_form = form.is_empty() || other_form.is_empty() || !form.is_disjoint(&other_form);
    // Bread and leftovers are kept in places of their own.
    let is_kept = [Table::KeptCold, Table::KeptWarm]
        .iter()
        .any(|table| !facts.hits_in(*table, told).is_empty());
    let names_form = || {
        let title: Vec<usize> = facts.sentences_in(facts.article.title_span()).collect();
        !forms(facts, &title).is_empty() || !form.is_disjoint(&other_form)
    };
    let is_of_medicine =
        !is_kept || !title.is_empty() || facts.kind() == Kind::Medicine || names_form();
    is_plain(facts, answer) && is_of_medicine && is_one_medicine && is_one_form
}

fn forms<'f>(facts: &'f Facts<'_>, places: &[usize]) -> BTreeSet<&'f str> {
    let words = places
        .iter()
        .flat_map(|index| facts.tokens_of(*index).words());
    let singular = |word: &'f str| word.strip_suffix('s').unwrap_or(word);
    words.map(singular).filter(|word| FORMS.has(word)).collect()
}
