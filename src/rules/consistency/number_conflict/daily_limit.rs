//! The most of one medicine in a day, where two places give it differently; reported by `number-conflict`.

use super::orders::MOST_ASKED;
use crate::facts::medicine::known_name;
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// Words by which a limit holds for some people only; those in a sentence, its heading or its question tell it apart.
pub(super) const PEOPLE: &[&str] = &[
    "age",
    "aged",
    "babies",
    "baby",
    "breastfeeding",
    "child",
    "children",
    "elderly",
    "infants",
    "kidney",
    "liver",
    "months",
    "old",
    "older",
    "pregnant",
    "teenagers",
    "under",
    "weigh",
    "weight",
    "years",
    "younger",
];

/// Words by which a limit holds in some cases only; it is compared with none.
const CASES: &[&str] = &[
    "arthritis",
    "doctor",
    "except",
    "hospital",
    "if",
    "prescribe",
    "prescribed",
    "prescriber",
    "prescription",
    "unless",
    "when",
];

/// So many sentences that name a medicine, and so many names in each, are looked at before a limit.
const MOST_NAMED: usize = 30;

/// Reports medicines whose daily limit differs.
pub(super) fn report(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let mut groups: BTreeMap<(String, Vec<&str>, &str), Vec<&Quantity>> = BTreeMap::new();
    for quantity in facts.quantities().iter().filter(|one| is_limit(facts, one)) {
        if let Some((medicine, people)) = key(facts, quantity) {
            let key = (medicine, people, quantity.unit.base());
            groups.entry(key).or_default().push(quantity);
        }
    }
    for ((medicine, ..), limits) in &groups {
        let Some((first, rest)) = limits.split_first() else {
            continue;
        };
        let mut others = rest.iter().filter(|other| differ(first, other)).peekable();
        let Some(other) = others.peek() else {
            continue;
        };
        let source = &cx.article.source;
        let message = format!(
            "\"{}\" here and \"{}\" elsewhere as the most {medicine} in a day",
            source.slice(first.span),
            source.slice(other.span)
        );
        let finding = findings.report(first.span, message);
        finding.help("Readers follow the number they happen to read, and too much does harm. Give one limit everywhere, or say for whom or when the other holds.");
        for other in others {
            finding.label(other.span, format!("\"{}\" here", source.slice(other.span)));
        }
    }
}

/// More than the rounding of a unit lies between them.
fn differ(one: &Quantity, other: &Quantity) -> bool {
    one.unit.base() == other.unit.base()
        && (one.high - other.high).abs() > 0.02 * one.high.max(other.high)
}

/// Whether the quantity is the most of a medicine for one day: "up to 4 g a day", "no more than 1,200 mg in 24 hours". An
/// answer is one where its question asks for the most, or for what a day may have.
pub(super) fn is_limit(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    if quantity.kind != QuantityKind::Dose {
        return false;
    }
    let is_daily = quantity.per == Some(Unit::Day) || is_daily(facts, quantity);
    let asks = |wanted: fn(&str) -> bool| {
        let question = facts.question_over(quantity.span).into_iter();
        let mut asked = question.flat_map(|span| facts.sentences_in(span).take(MOST_ASKED));
        asked.any(|index| facts.tokens_of(index).words().any(wanted))
    };
    match quantity.bound {
        Bound::AtMost => is_daily || asks(|word| matches!(word, "day" | "daily" | "24")),
        Bound::Exact => {
            is_daily
                && quantity.low >= quantity.high
                && asks(|word| matches!(word, "most" | "maximum" | "max"))
        }
        Bound::About | Bound::AtLeast => false,
    }
}

/// Whether a limit is compared here with others.
pub(super) fn is_compared(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    is_limit(facts, quantity) && key(facts, quantity).is_some()
}

/// Whether the words right after the quantity make it a day's: "in a day", "in any 24 hours", "daily".
pub(super) fn is_daily(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    const BETWEEN: &[&str] = &[
        "in", "within", "a", "any", "each", "every", "one", "per", "over", "24", "total", "of",
        "it",
    ];
    let Some(tokens) = facts.tokens.get(quantity.sentence) else {
        return false;
    };
    let end = quantity.words.end.max(quantity.noun.end);
    let mut before = "";
    for at in end..end + 6 {
        match tokens.word(at) {
            "day" | "daily" => return true,
            "hours" | "hour" => return before == "24",
            word if before == "of" || BETWEEN.contains(&word) => before = word,
            _ => return false,
        }
    }
    false
}

/// What the quantity is said to be of: "200 mg of sumatriptan", "1,500 mg of sodium".
fn substance(facts: &Facts<'_>, quantity: &Quantity) -> Option<String> {
    let tokens = facts.tokens.get(quantity.sentence)?;
    let end = quantity.words.end;
    let named = tokens.word(end + 1);
    let is_named = tokens.word(end) == "of" && !named.is_empty() && !is_stop_word(named, "en");
    is_named.then(|| known_name(named).to_owned())
}

/// What the limit is compared by: the medicine and the people that it is for; `None` where that is not known.
pub(super) fn key<'f>(facts: &'f Facts<'_>, quantity: &Quantity) -> Option<(String, Vec<&'f str>)> {
    // "When should I ...?" is a question, not a case.
    let tokens = facts.tokens.get(quantity.sentence)?;
    if tokens.words().any(|word| CASES.contains(&word)) {
        return None;
    }
    let mut people = people_of_heading(facts, quantity.sentence);
    // "Under 1,500 mg" is no age.
    let bounded = facts.bounded_words(quantity);
    let others = (0..tokens.len()).filter(|at| !bounded.contains(at));
    let others = others.map(|at| tokens.word(at));
    people.extend(others.filter(|word| PEOPLE.contains(word)));
    people.sort_unstable();
    people.dedup();
    Some((medicine(facts, quantity)?, people))
}

/// The words of the heading over a sentence that tell whom its part is for, in alphabetical order.
pub(super) fn people_of_heading<'f>(facts: &'f Facts<'_>, sentence: usize) -> Vec<&'f str> {
    let section = facts.sentences.get(sentence);
    let section = section.map(|sentence| sentence.within.section);
    let heading = section.and_then(|section| section.heading.as_ref());
    let is_question = heading.is_some_and(|heading| heading.text().trim_end().ends_with('?'));
    let heading = heading.map(Prose::whole).into_iter();
    let sentences = heading.flat_map(|span| facts.sentences_in(span));
    let tokens = sentences.filter_map(|index| facts.tokens.get(index));
    let words = tokens.flat_map(crate::lexicon::Tokens::words);
    // "At what age does it start?" is for everybody.
    let asks = |word: &str| is_question && matches!(word, "age" | "old" | "years" | "months");
    let people = words.filter(|word| PEOPLE.contains(word) && !asks(word));
    let mut people: Vec<&str> = people.collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// What a limit is of: what it says itself, else the medicine that the sentence names, else the last one before it in its
/// section, else the one that the title names, else the only one of the article. An item of a list is of what it or the line
/// over the list names, else of the title's where it is an order.
fn medicine(facts: &Facts<'_>, quantity: &Quantity) -> Option<String> {
    if let Some(substance) = substance(facts, quantity) {
        return Some(substance);
    }
    let sentence = quantity.sentence;
    let section = facts.sentences.get(sentence)?.within.section;
    let list = facts.lists_around(quantity.span).next();
    let item = list.and_then(|list| list.item_around(quantity.span));
    let start = item.map_or(section.span.start(), Span::start);
    let lead = || {
        let lead = list.and_then(|list| list.lead)?;
        Some(facts.medicines_in(lead)).filter(|names| !names.is_empty())
    };
    let named = named_before(facts, sentence, start).or_else(lead);
    match named.as_deref() {
        None => {}
        Some([one]) => return Some(one.clone()),
        Some(several) => return of_title(facts).filter(|title| several.contains(title)),
    }
    let is_order = !facts.hits_in(Table::UseVerbs, sentence).is_empty();
    if item.is_some() && !is_order {
        return None;
    }
    of_title(facts).or_else(|| match facts.medicines() {
        [one] if item.is_none() => Some(one.clone()),
        _ => None,
    })
}

/// What the nearest sentence before a limit names, from byte `start` on, its own first.
fn named_before(facts: &Facts<'_>, sentence: usize, start: usize) -> Option<Vec<String>> {
    let hits = facts.hits(Table::Medicine);
    let after = hits.partition_point(|hit| hit.sentence <= sentence);
    let near = hits.get(..after)?;
    let mut near = near
        .chunk_by(|one, other| one.sentence == other.sentence)
        .rev()
        .take(MOST_NAMED)
        .take_while(|hits| {
            let first = hits
                .first()
                .and_then(|hit| facts.sentences.get(hit.sentence));
            first.is_some_and(|first| first.span().start() >= start)
        });
    near.find_map(|hits| {
        let hits = hits.get(..hits.len().min(MOST_NAMED))?;
        Some(facts.medicines_of(hits)).filter(|names| !names.is_empty())
    })
}

/// The one medicine that the title names.
fn of_title(facts: &Facts<'_>) -> Option<String> {
    let mut all = facts.medicines_of_title();
    let only = all.pop()?;
    all.is_empty().then_some(only)
}
