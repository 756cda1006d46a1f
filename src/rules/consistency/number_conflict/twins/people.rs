//! Whom a sentence is meant for.

use super::super::daily_limit;
use super::super::orders::MOST_ASKED;
use super::words::MOST_WORDS;
use crate::facts::{Facts, Quantity, QuantityKind};
use crate::lexicon::{WordTable, words};
use crate::rules::prelude::*;

/// Words for the readers of a part, in Spanish; the English ones are those of daily limits.
const PEOPLE: &WordTable = words![
    "adulto",
    "adultos",
    "anciano",
    "ancianos",
    "bebe",
    "bebes",
    "embarazada",
    "embarazadas",
    "hijo",
    "hijos",
    "mayores",
    "menores",
    "nina",
    "ninas",
    "nino",
    "ninos",
    "lactantes",
];

/// The words of a sentence, and of the question and the heading over it, that tell whom it is for, without those of the title.
pub(super) fn people<'f>(facts: &'f Facts<'_>, sentence: usize) -> Vec<&'f str> {
    let mut people = daily_limit::people_of_heading(facts, sentence);
    let place = facts.sentence(sentence);
    let question = facts.question_over(place.span()).into_iter();
    let heading = place.within.section.heading.as_ref();
    let over = question.chain(heading.map(Prose::whole));
    for index in over.flat_map(|span| facts.sentences_in(span).take(MOST_ASKED)) {
        let words = facts.tokens_of(index).words();
        people.extend(words.filter(|word| PEOPLE.has(word)));
    }
    // The months of a time are no age.
    let times: Vec<&Quantity> = { facts.quantities_of(sentence) }
        .filter(|one| one.kind == QuantityKind::Duration)
        .collect();
    let own = facts.tokens_of(sentence).words().enumerate();
    let own = own.filter(|(at, _)| !times.iter().any(|time| time.words.contains(at)));
    let own = own.map(|(_, word)| word);
    people.extend(own.filter(|word| PEOPLE.has(word) || daily_limit::PEOPLE.contains(word)));
    let title: Vec<&str> = { facts.sentences_in(facts.article.title_span()) }
        .flat_map(|index| facts.tokens_of(index).words())
        .take(MOST_WORDS)
        .collect();
    // "Your child" in an article on children.
    let is_titled = |word: &str| {
        title
            .iter()
            .any(|title| title.starts_with(word) || word.starts_with(title) && title.len() > 3)
    };
    people.retain(|word| !is_titled(word));
    people.sort_unstable();
    people.dedup();
    people
}
