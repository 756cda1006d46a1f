//! What patients ask most, and what an article may say both ways: whether it spreads, whether it runs in families, whether one
//! is awake, whether stitches dissolve, whether a medicine may be taken in pregnancy, and where it is kept.

mod medicine;

use super::ELSEWHERE;
use crate::facts::Asked;
use crate::lexicon::phrases::Table;
use crate::lexicon::{WordTable, words};
use crate::rules::prelude::*;

/// Two states of which only one can hold.
struct Pair {
    one: Table,
    other: Table,
    /// Whether it is of a medicine, so that both places must be about one.
    is_of_medicine: bool,
}

impl Pair {
    const fn of(one: Table, other: Table) -> Self {
        Self {
            one,
            other,
            is_of_medicine: false,
        }
    }

    const fn of_medicine(one: Table, other: Table) -> Self {
        Self {
            one,
            other,
            is_of_medicine: true,
        }
    }
}

const PAIRS: &[Pair] = &[
    Pair::of(Table::Spreads, Table::SpreadsNot),
    Pair::of(Table::Inherited, Table::InheritedNot),
    Pair::of(Table::StaysAwake, Table::Asleep),
    Pair::of(Table::StitchesDissolve, Table::StitchesOut),
    Pair::of_medicine(Table::InPregnancy, Table::NotInPregnancy),
    Pair::of_medicine(Table::WhileBreastfeeding, Table::NotBreastfeeding),
    Pair::of_medicine(Table::KeptCold, Table::KeptWarm),
];

/// Words that make what is said hold for some, or at some time.
const LIMITS: &WordTable = words![
    "another",
    "although",
    "babies",
    "can",
    "children",
    "depends",
    "either",
    "if",
    "may",
    "might",
    "most",
    "often",
    "once",
    "other",
    "others",
    "rarely",
    "some",
    "sometimes",
    "unless",
    "until",
    "usually",
    "when",
];

/// So many places are compared with the answers.
const MOST_PLACES: usize = 8;

/// Reports answers that say the opposite of what a sentence elsewhere says, but those whose sentence is
/// among `reported`, which is sorted.
pub fn check(cx: &Context<'_>, findings: &mut Findings<'_>, reported: &[usize]) {
    for pair in PAIRS {
        for (asked, told) in [(pair.one, pair.other), (pair.other, pair.one)] {
            if pair.is_of_medicine || !cx.facts.hits(told).is_empty() {
                compare(cx, findings, pair, (asked, told), reported);
            }
        }
    }
}

fn compare(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    pair: &Pair,
    (answered, opposite): (Table, Table),
    reported: &[usize],
) {
    let facts = cx.facts;
    let told = { facts.hits(opposite).iter() }
        .map(|hit| hit.sentence)
        .filter(|index| says(cx, *index, opposite))
        .filter(|index| !pair.is_of_medicine || medicine::is_plain(facts, *index));
    let listed = pair
        .is_of_medicine
        .then(|| medicine::listed(facts, opposite));
    let elsewhere: Vec<usize> = told
        .chain(listed.into_iter().flatten())
        .filter(|index| !facts.is_in_roles(*index, ELSEWHERE))
        .take(MOST_PLACES)
        .collect();
    if elsewhere.is_empty() {
        return;
    }
    for asked in &facts.asked() {
        let Some(answer) = answer(cx, asked, answered, opposite) else {
            continue;
        };
        let is_of_one = |told: &&usize| {
            !pair.is_of_medicine || medicine::is_of_one(facts, asked, answer, **told)
        };
        let Some(&told) = elsewhere.iter().find(is_of_one) else {
            continue;
        };
        if reported.binary_search(&answer).is_ok() {
            continue;
        }
        let (here, there) = (facts.sentence(answer).span(), facts.sentence(told).span());
        let words = cx.article.source.slice(there);
        findings
            .report(
                here,
                format!("the answer says the opposite of what the article says elsewhere: \"{words}\""),
            )
            .severity(Severity::Warning)
            .label(asked.pair.question.trimmed().whole(), "the question")
            .label(there, "the opposite")
            .help("Readers who see both trust neither. Check which is right and say it in both places, or say for whom each holds.");
    }
}

/// The sentence of an answer that says so; `None` where the answer says the opposite as well.
fn answer(cx: &Context<'_>, asked: &Asked<'_>, table: Table, opposite: Table) -> Option<usize> {
    let facts = cx.facts;
    let has = |index: &usize, table: Table| !facts.hits_in(table, *index).is_empty();
    if asked.answer.iter().any(|index| has(index, opposite)) {
        return None;
    }
    let mut told = asked.answer.iter().copied();
    told.find(|index| says(cx, *index, table))
        .or_else(|| plainly(cx, asked, table, opposite))
}

/// The "yes" or "no" of an answer to a question that asks for one of the two: "Does it run in families? No, it does not."
fn plainly(cx: &Context<'_>, asked: &Asked<'_>, table: Table, opposite: Table) -> Option<usize> {
    let first = *asked.answer.first()?;
    let tokens = cx.facts.tokens_of(first);
    let is_yes = cx.facts.yes_or_no(first)?;
    let is_limited = tokens.words().any(|word| LIMITS.has(word))
        || !cx.facts.hits_in(Table::PartAnswer, first).is_empty();
    let asks = |table: Table| {
        let mut all = asked.question.iter();
        all.any(|index| !cx.facts.hits_in(table, *index).is_empty())
    };
    // "Is it not contagious?" may be answered either way.
    let is_asked = match (asks(table), asks(opposite)) {
        (true, false) => is_yes,
        (false, true) => !is_yes,
        _ => false,
    };
    (is_asked && !is_limited).then_some(first)
}

/// Whether a sentence says plainly what `table` holds.
fn says(cx: &Context<'_>, index: usize, table: Table) -> bool {
    let tokens = cx.facts.tokens_of(index);
    let hits = cx.facts.hits_in(table, index);
    let is_told = hits.iter().any(|hit| {
        let before = hit.words.start.saturating_sub(2)..hit.words.start;
        // "No, it is not contagious."
        let is_answer = |at: usize| at == 0 && tokens.word(0) == "no";
        let is_denied = { before }.filter(|at| !is_answer(*at)).any(|at| {
            matches!(
                tokens.word(at),
                "not" | "never" | "no" | "rarely" | "nobody"
            )
        });
        // The words of the pattern itself limit nothing: "can be passed on".
        let free = (0..tokens.len()).filter(|at| !hit.words.contains(at));
        let is_limited = free.map(|at| tokens.word(at)).any(|word| LIMITS.has(word));
        !is_denied && !is_limited && !cx.facts.advice.is_negated(tokens, hit.words.start)
    });
    is_told && !cx.facts.sentence(index).is_question()
}
