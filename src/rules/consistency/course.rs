//! How long a medicine is to be taken: "three times a day for 7 days" here, "for 10 days" there.

use crate::facts::words::stem;
use crate::facts::{Bound, Facts, Quantity, QuantityKind};
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;

/// Words beside the medicine's name that a plain order to take it may have.
const PLAIN: &[&str] = &[
    "by",
    "capsule",
    "capsules",
    "child",
    "child's",
    "daily",
    "day",
    "days",
    "dose",
    "doses",
    "give",
    "medicine",
    "mouth",
    "of",
    "one",
    "tablet",
    "tablets",
    "take",
    "taken",
    "teaspoon",
    "teaspoons",
    "time",
    "times",
    "twice",
    "two",
    "week",
    "weeks",
];

/// One order with the time that it holds.
pub(super) struct Course<'q> {
    /// How often in the time that the frequency is given for.
    often: &'q Quantity,
    /// How much, where that is said.
    much: Option<&'q Quantity>,
    pub(super) long: &'q Quantity,
}

/// The first two orders to take the article's medicine as often and for different times, in different parts.
pub(super) fn conflict<'q>(facts: &'q Facts<'_>) -> Option<(Course<'q>, Course<'q>)> {
    let mut known: Vec<Course<'q>> = Vec::new();
    let title = title_stems(facts);
    for quantity in facts.quantities() {
        let Some(course) = course(facts, quantity, &title) else {
            continue;
        };
        if let Some(at) = known.iter().position(|one| differs(facts, one, &course)) {
            return Some((known.swap_remove(at), course));
        }
        known.push(course);
    }
    None
}

fn title_stems(facts: &Facts<'_>) -> Vec<String> {
    let title = crate::lexicon::Tokens::of(facts.article.title().unwrap_or(""));
    title.words().map(|word| stem(word, "en")).collect()
}

/// The order that a time such as "for 7 days" belongs to; `None` where the sentence speaks of anything else too.
fn course<'q>(facts: &'q Facts<'_>, long: &'q Quantity, title: &[String]) -> Option<Course<'q>> {
    let is_exact = long.kind == QuantityKind::Duration && long.bound == Bound::Exact;
    let tokens = facts.tokens.get(long.sentence)?;
    let before = long.words.start.checked_sub(1)?;
    if !is_exact
        || tokens.word(before) != "for"
        || facts.hits_in(Table::UseVerbs, long.sentence).is_empty()
    {
        return None;
    }
    let mut course = Course {
        often: long,
        much: None,
        long,
    };
    for other in facts.quantities_of(long.sentence) {
        match other.kind {
            QuantityKind::Frequency if std::ptr::eq(course.often, long) => course.often = other,
            QuantityKind::Dose | QuantityKind::Volume | QuantityKind::Count
                if course.much.is_none() =>
            {
                course.much = Some(other);
            }
            _ if other.words == long.words => {}
            _ => return None,
        }
    }
    let is_plain = (0..tokens.len()).all(|at| {
        let word = tokens.word(at);
        let is_limit = matches!(
            word,
            "if" | "when" | "then" | "unless" | "or" | "after" | "until" | "first"
        );
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let is_measured = facts
            .quantities_of(long.sentence)
            .any(|other| other.words.contains(&at));
        !is_limit
            && (is_number
                || is_measured
                || PLAIN.binary_search(&word).is_ok()
                || is_stop_word(word, "en")
                || title.contains(&stem(word, "en")))
    });
    let has_frequency = !std::ptr::eq(course.often, long);
    (is_plain && has_frequency && !is_for_some(facts, long)).then_some(course)
}

/// Whether the heading above names readers or an age: "Children under 5".
fn is_for_some(facts: &Facts<'_>, long: &Quantity) -> bool {
    let Some(sentence) = facts.sentences.get(long.sentence) else {
        return true;
    };
    let Some(heading) = &sentence.within.section.heading else {
        return false;
    };
    facts.sentences_in(heading.whole()).any(|index| {
        !facts.hits_in(Table::Readers, index).is_empty()
            || facts.quantities_of(index).next().is_some()
    })
}

fn differs(facts: &Facts<'_>, one: &Course<'_>, other: &Course<'_>) -> bool {
    let is_near = |one: f64, other: f64| (one - other).abs() < 0.01;
    let section = |course: &Course<'_>| facts.section_of(course.long.sentence);
    let is_as_much = one.much.zip(other.much).is_none_or(|(one, other)| {
        one.kind == other.kind && is_near(one.low, other.low) && is_near(one.high, other.high)
    });
    let is_as_often = is_near(one.often.low, other.often.low)
        && is_near(one.often.high, other.often.high)
        && one.often.per == other.often.per;
    let is_apart = one.long.low > other.long.high * 1.05 || other.long.low > one.long.high * 1.05;
    section(one) != section(other) && is_as_much && is_as_often && is_apart
}
