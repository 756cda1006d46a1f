//! How many items a sentence or heading promises.

use crate::facts::{Bound, Facts, ListUse, Quantity, QuantityKind, Unit};
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::lexicon::{Tokens, WordTable, number_words, words};
use crate::rules::prelude::*;

/// The number of items that the lead-in or the heading of a list promises.
pub(super) fn promised<'a>(cx: &'a Context<'_>, list: &ListUse) -> Option<&'a Quantity> {
    let facts = cx.facts;
    // The lead-in is the last sentence before the list in its own section, and ends open.
    let lead = list.lead.filter(|lead| {
        let text = facts
            .sentences
            .get(*lead)
            .map_or("", |sentence| sentence.text());
        text.trim_end_matches(['*', '_']).ends_with(':')
    });
    let Some(lead) = lead else {
        return in_sentence(facts, heading_over(cx, list)?, true);
    };
    in_sentence(facts, lead, false).or_else(|| before_lead(facts, lead))
}

/// The number in the sentence before a lead-in without one that goes on about it: "There are five exercises. Do them in this
/// order:", but not "There are two kinds. Signs include:".
fn before_lead<'a>(facts: &'a Facts<'_>, lead: usize) -> Option<&'a Quantity> {
    let before = lead.checked_sub(1)?;
    let (one, other) = (facts.sentences.get(before)?, facts.sentences.get(lead)?);
    let is_one = std::ptr::eq(one.within.prose, other.within.prose);
    let is_plain = facts.quantities_of(lead).next().is_none();
    let goes_on = |found: &&Quantity| {
        let noun = facts.tokens_of(before).words_of(found.noun.clone()).last();
        let mut words = facts.tokens_of(lead).words();
        words.any(|word| {
            matches!(
                word,
                "they"
                    | "them"
                    | "these"
                    | "those"
                    | "each"
                    | "all"
                    | "ellos"
                    | "ellas"
                    | "estos"
                    | "estas"
            ) || noun == Some(word)
        })
    };
    let found = in_sentence(facts, before, false).filter(|_| is_one && is_plain)?;
    goes_on(&found).then_some(found)
}

/// The sentence of the heading whose section holds this list and no other.
fn heading_over(cx: &Context<'_>, list: &ListUse) -> Option<usize> {
    let facts = cx.facts;
    let first = facts.sentences_in(list.span).next()?;
    let section = facts.sentences.get(first)?.within.section;
    let mut lists = section
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::List(_)));
    // A second one ends the search: a section may have many.
    let is_only = lists.next().is_some_and(|only| only.span == list.span);
    if !is_only || lists.next().is_some() || !section.children.is_empty() {
        return None;
    }
    let heading = section.heading.as_ref()?;
    facts.sentences_in(heading.whole()).next()
}

/// The one exact number of things a list may hold in a sentence.
pub(super) fn in_sentence<'a>(
    facts: &'a Facts<'_>,
    sentence: usize,
    is_heading: bool,
) -> Option<&'a Quantity> {
    let mut counts = facts
        .quantities_of(sentence)
        .filter(|found| found.kind == QuantityKind::Count && found.unit != Unit::Time);
    let found = counts.next().filter(|_| counts.next().is_none())?;
    let tokens = facts.tokens.get(sentence)?;
    // "One of these four signs" has them all; "one of the five most common" has not.
    let is_of_all = |hit: &Hit| {
        hit.words.end + 1 == found.words.start
            && tokens.word(hit.words.start) == "one"
            && matches!(tokens.word(hit.words.end), "these" | "those")
    };
    let mut open = facts.hits_in(Table::OpenList, sentence).iter();
    if open.any(|hit| !is_of_all(hit)) {
        return None;
    }
    let listed = facts.hits_in(Table::ListNouns, sentence);
    // "Five exercises three times a day": the noun ends where the next number begins.
    let is_counted = |word: &str| number_words::value(word).is_some();
    // In Spanish the noun comes first: "tres riesgos principales".
    let is_spanish = facts.base_lang() == "es";
    let is_listed = listed.iter().any(|hit| {
        let is_noun = if is_spanish {
            hit.words.start == found.noun.start
        } else {
            hit.words.end == found.noun.end || is_counted(tokens.word(hit.words.end))
        };
        is_noun && hit.words.start >= found.noun.start && hit.words.end <= found.noun.end
    });
    let before = found
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| tokens.word(at));
    let is_last = found.noun.end == tokens.len();
    let is_part =
        matches!(
            before,
            "another"
                | "other"
                | "first"
                | "last"
                | "next"
                | "of"
                | "than"
                | "otros"
                | "otras"
                | "primeros"
                | "primeras"
                | "ultimos"
                | "de"
                | "que"
        ) || matches!(before, "these" | "those" | "all") && !is_last && !is_lead(tokens, found);
    // "Two types of pain have these three causes": the number must belong to what the list holds.
    let reach = if tokens.word(0) == "there" { 12 } else { 8 };
    let is_near = is_heading || tokens.len().saturating_sub(found.noun.end) <= reach;
    (is_listed
        && !is_part
        && is_near
        && found.bound == Bound::Exact
        && found.low >= found.high
        && found.high <= 30.0)
        .then_some(found)
}

/// Verbs and words with which a lead says nothing but that there is something: "These three problems can happen:".
const OF_BEING: &WordTable = words![
    "appear",
    "apply",
    "common",
    "count",
    "follow",
    "happen",
    "help",
    "important",
    "matter",
    "occur",
    "possible",
    "usual",
];

/// Whether "these" points at the list that follows: "Do these four exercises twice a day:", "These two habits help:".
fn is_lead(tokens: &Tokens, found: &Quantity) -> bool {
    let rest = tokens.len().saturating_sub(found.noun.end);
    let is_order = !matches!(tokens.word(0), "the" | "a" | "if" | "one" | "some" | "most");
    let says = |word: &str| {
        matches!(
            word,
            "is" | "are" | "can" | "may" | "help" | "helps" | "and" | "or"
        )
    };
    let is_of_being = || {
        let last = tokens.len().saturating_sub(1);
        let last = last - usize::from(tokens.word(last).starts_with(|c: char| c.is_ascii_digit()));
        found.words.start == 1 && rest <= 5 && OF_BEING.has(tokens.word(last))
    };
    is_of_being()
        || is_order && rest <= 5 && !(found.noun.end..tokens.len()).any(|at| says(tokens.word(at)))
}
