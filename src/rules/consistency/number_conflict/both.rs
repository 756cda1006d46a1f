//! Numbers that one place gives beside its own: an answer for both cases, a row, a paragraph that agrees.

use crate::article::FaqPair;
use crate::facts::claim::{Ask, Claim, measure};
use crate::facts::{Facts, Quantity, QuantityKind};
use crate::lexicon::number_words;

/// So many sentences of an answer are read.
const MOST_ANSWER: usize = 8;

/// Whether the sentence, the answer or the row of a number gives the other one, too: "10 days, 6 weeks if your risk is high".
pub(super) fn gives_both(facts: &Facts<'_>, here: &Quantity, there: &Quantity) -> bool {
    let answer = facts.answered_pair(here.span);
    let answer = answer.and_then(FaqPair::answer_span);
    let answer = answer.into_iter();
    let told = answer.flat_map(|span| facts.sentences_in(span).take(MOST_ANSWER));
    let mut told = std::iter::once(here.sentence)
        .chain(told)
        .chain(row_of(facts, here.sentence));
    told.any(|index| gives(facts, index, there))
}

/// Whether a sentence gives a number, with its unit or, beside others, without: "2 weeks in adults, in children about 4".
fn gives(facts: &Facts<'_>, sentence: usize, wanted: &Quantity) -> bool {
    let is_same =
        |low: f64, high: f64| (low - wanted.low).abs() + (high - wanted.high).abs() < 1e-9;
    let is_whole = |one: &Quantity| measure(one) == measure(wanted) && is_same(one.low, one.high);
    if sentence == wanted.sentence || facts.quantities_of(sentence).any(is_whole) {
        return sentence != wanted.sentence;
    }
    let Some(number) = written(facts, wanted) else {
        return false;
    };
    let is_measured = |at: usize| {
        let mut all = facts.quantities_of(sentence);
        all.any(|one| {
            let is_bare = one.kind == QuantityKind::Count && one.noun.is_empty();
            one.words.contains(&at) && !is_bare
        })
    };
    let tokens = facts.tokens_of(sentence);
    let has_one = facts
        .quantities_of(sentence)
        .any(|one| measure(one) == measure(wanted));
    has_one
        && (0..tokens.len()).any(|at| value(tokens.word(at)) == Some(number) && !is_measured(at))
}

/// The number before the unit of a quantity, where it is a single one.
fn written(facts: &Facts<'_>, quantity: &Quantity) -> Option<f64> {
    let tokens = facts.tokens_of(quantity.sentence);
    let mut numbers = quantity
        .words
        .clone()
        .filter_map(|at| value(tokens.word(at)));
    numbers.next().filter(|_| quantity.low >= quantity.high)
}

pub(super) fn value(word: &str) -> Option<f64> {
    word.parse().ok().or_else(|| number_words::value(word))
}

/// So many sentences before and behind a place are read.
const MOST_NEAR: usize = 6;

/// Whether the paragraph of a place gives the number of the answer, too: "It starts at 25 mg for a week. Stay on it for a year".
pub(super) fn agrees_nearby(facts: &Facts<'_>, ask: &Ask<'_>, place: &Claim<'_>) -> bool {
    let here = place.quantity.sentence;
    let prose = |index: usize| {
        facts
            .sentences
            .get(index)
            .map(|one| one.within.prose.whole())
    };
    let mut near = here.saturating_sub(MOST_NEAR)..here + MOST_NEAR;
    !ask.is_own
        && near.any(|index| prose(index) == prose(here) && gives(facts, index, ask.claim.quantity))
}

/// So many sentences before and behind one may stand in its row.
const MOST_ROW: usize = 8;

/// The other sentences in the row of a table that a sentence stands in.
fn row_of(facts: &Facts<'_>, sentence: usize) -> impl Iterator<Item = usize> {
    let row = facts.names_of_cell(sentence).row;
    let near = sentence.saturating_sub(MOST_ROW)..sentence + MOST_ROW;
    let is_near = move |near: &usize| {
        *near != sentence
            && *near < facts.sentences.len()
            && (facts.names_of_cell(*near).row == row || Some(*near) == row)
    };
    near.filter(move |_| row.is_some()).filter(is_near)
}

/// Whether two sentences give a dose that both have, or one gives none.
pub(super) fn gives_amount(facts: &Facts<'_>, here: usize, there: usize) -> bool {
    let doses = |index: usize| -> Vec<&Quantity> {
        let all = facts.quantities_of(index);
        all.filter(|one| matches!(one.kind, QuantityKind::Dose | QuantityKind::Volume))
            .collect()
    };
    let (one, other) = (doses(here), doses(there));
    let is_given = |dose: &&Quantity| gives(facts, there, dose);
    one.is_empty() || other.is_empty() || one.iter().any(is_given)
}
