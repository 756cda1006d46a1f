//! What stands around two numbers and tells them apart: the medicine of a heading or question, the row of a table.

use crate::article::{ProseKind, TextKind};
use crate::facts::Facts;
use crate::facts::words::ContentWords;
use crate::lexicon::phrases::Table;
use std::collections::BTreeSet;

/// Whether two sentences are about different medicines, or one is a cell of a row about something that the other does not name.
pub(super) fn is_apart(facts: &Facts<'_>, here: usize, there: usize) -> bool {
    is_of_other_medicine(facts, here, there)
        || is_below_other_form(facts, here, there)
        || is_of_other_row(facts, here, there)
        || is_of_other_row(facts, there, here)
}

/// The medicines that a sentence is about: those that it names, else that of the title where it speaks of "the tablets".
///
/// Tablets in an article about no medicine are some of their own.
pub(super) fn named(facts: &Facts<'_>, sentence: usize) -> BTreeSet<String> {
    let names: BTreeSet<String> = facts.medicines_in(sentence).into_iter().collect();
    let Some(any) = facts.hits_in(Table::Medicine, sentence).first() else {
        return names;
    };
    if !names.is_empty() {
        return names;
    }
    let title: BTreeSet<String> = facts.medicines_of_title().into_iter().collect();
    if title.is_empty() {
        let word = facts.tokens_of(sentence).word(any.words.start);
        return BTreeSet::from([word.to_owned()]);
    }
    title
}

/// So many sentences before one are looked at for the medicine that it goes on about.
const MOST_BACK: usize = 6;

/// The medicines that the nearest sentence before this one names, in the same paragraph.
fn named_before(facts: &Facts<'_>, sentence: usize) -> BTreeSet<String> {
    let prose = |index: usize| {
        facts
            .sentences
            .get(index)
            .map(|sentence| sentence.within.prose.whole())
    };
    (sentence.saturating_sub(MOST_BACK)..sentence)
        .rev()
        .take_while(|before| prose(*before) == prose(sentence))
        .map(|before| named(facts, before))
        .find(|named| !named.is_empty())
        .unwrap_or_default()
}

/// Those of what stands before and over a sentence: its paragraph, its question, else its headings.
fn above(facts: &Facts<'_>, sentence: usize) -> BTreeSet<String> {
    let Some(here) = facts.sentences.get(sentence) else {
        return BTreeSet::new();
    };
    let before = named_before(facts, sentence);
    if !before.is_empty() {
        return before;
    }
    let of = |span| {
        facts
            .sentences_in(span)
            .flat_map(|index| named(facts, index))
            .collect::<BTreeSet<String>>()
    };
    let question = facts.question_over(here.span()).map(of).unwrap_or_default();
    if !question.is_empty() {
        return question;
    }
    let heading = here.within.section.heading.as_ref();
    heading
        .map(|heading| of(heading.whole()))
        .unwrap_or_default()
}

fn is_of_other_medicine(facts: &Facts<'_>, here: usize, there: usize) -> bool {
    let own = [named(facts, here), named(facts, there)];
    let over = [above(facts, here), above(facts, there)];
    let of = |at: usize| {
        let own = own.get(at).filter(|own| !own.is_empty());
        own.or(over.get(at)).cloned().unwrap_or_default()
    };
    let (one, other) = (of(0), of(1));
    if !one.is_empty() && !other.is_empty() {
        return one.is_disjoint(&other);
    }
    // A question names a medicine that the other place, and the title, do not.
    let title: BTreeSet<String> = facts
        .sentences_in(facts.article.title_span())
        .flat_map(|index| named(facts, index))
        .collect();
    let asked = |sentence: usize, names: &BTreeSet<String>| {
        let is_asked = facts
            .sentences
            .get(sentence)
            .is_some_and(|sentence| facts.question_over(sentence.span()).is_some());
        is_asked && !names.is_empty() && names.is_disjoint(&title)
    };
    asked(here, over.first().unwrap_or(&title))
        && other.is_empty()
        && own.first().is_some_and(BTreeSet::is_empty)
        || asked(there, over.last().unwrap_or(&title))
            && one.is_empty()
            && own.last().is_some_and(BTreeSet::is_empty)
}

/// Forms that a heading names a medicine with.
const FORMS: &[&str] = &[
    "tablets",
    "tablet",
    "capsules",
    "cream",
    "ointment",
    "gel",
    "drops",
    "spray",
    "syrup",
    "liquid",
    "patches",
    "inhaler",
    "comprimidos",
    "jarabe",
    "crema",
    "gotas",
    "pomada",
];

/// The most words of a heading that only names a medicine.
const NAME_WORDS: usize = 4;

/// Whether the headings over two sentences name a medicine with its form, each another one: "Zolinex tablets", "Marodil
/// tablets".
fn is_below_other_form(facts: &Facts<'_>, here: usize, there: usize) -> bool {
    let name = |sentence: usize| -> Option<Vec<&str>> {
        let heading = facts
            .sentences
            .get(sentence)?
            .within
            .section
            .heading
            .as_ref()?;
        let tokens = facts.tokens_of(facts.sentences_in(heading.whole()).next()?);
        let words: Vec<&str> = tokens.words().take(NAME_WORDS + 1).collect();
        let first = words.first()?;
        let is_name = (2..=NAME_WORDS).contains(&words.len())
            && words.last().is_some_and(|last| FORMS.contains(last))
            && first.len() > 4
            && !first.ends_with("ing");
        is_name.then_some(words)
    };
    let (one, other) = (name(here), name(there));
    one.zip(other)
        .is_some_and(|(one, other)| one.first() != other.first())
}

/// Whether a sentence is a cell of a row that opens with words of which the other place, in no table, has none.
fn is_of_other_row(facts: &Facts<'_>, cell: usize, other: usize) -> bool {
    let kind = |index: usize| {
        facts
            .sentences
            .get(index)
            .map(|sentence| sentence.within.kind)
    };
    let is_cell = |index: usize| kind(index) == Some(TextKind::In(ProseKind::Cell));
    if !is_cell(cell) || is_cell(other) {
        return false;
    }
    let Some(first) = facts.names_of_cell(cell).row else {
        return false;
    };
    let lang = facts.base_lang();
    let opens = ContentWords::of(facts.sentence(first).text(), lang);
    let mut told = facts.sentence(other).text().to_owned();
    if let Some(heading) = facts
        .sentences
        .get(other)
        .and_then(|sentence| sentence.within.section.heading.as_ref())
    {
        told.push(' ');
        told.push_str(heading.text());
    }
    if let Some(question) = facts
        .sentences
        .get(other)
        .and_then(|sentence| facts.question_over(sentence.span()))
    {
        told.push(' ');
        told.push_str(facts.article.source.slice(question));
    }
    opens.share_in(&ContentWords::of(&told, lang)) <= 0.0
}
