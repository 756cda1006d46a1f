//! Lists that have more or fewer items than the text says.

use crate::facts::{Bound, Facts, ListUse, Quantity, QuantityKind, Unit};
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::lexicon::{Tokens, WordTable, number_words, words};
use crate::rules::prelude::*;

rule! {
    /// The sentence or heading over a list says how many items come, and the list has another number.
    ///
    /// ## Why it matters
    /// A reader who is told of five warning signs and finds four looks for the fifth. Often it was lost in an edit, and it may
    /// be the one that matters.
    ///
    /// "At least", "up to", "such as" and "including" promise no exact number. A heading counts where its section has one
    /// list only.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Burns
    ///
    /// There are five warning signs:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    /// - white skin
    /// ```
    ///
    /// ```markdown,flag
    /// # Weak ankles
    ///
    /// Do these four exercises three times a day:
    ///
    /// - heel raises
    /// - circles
    /// - a stretch with a towel
    /// ```
    ///
    /// ```markdown,flag
    /// # Sore gums
    ///
    /// These three problems can happen:
    ///
    /// - bleeding
    /// - swelling
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## 4 steps to a strong back
    ///
    /// 1. Walk.
    /// 2. Stretch.
    /// 3. Rest.
    /// ```
    ///
    /// ```markdown,flag
    /// # 5 exercises for your knee
    ///
    /// Do these once a day.
    ///
    /// - Squats
    /// - Lunges
    /// - Bridges
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Quemaduras
    ///
    /// Hay tres señales de alarma:
    ///
    /// - la quemadura es más grande que la mano
    /// - la piel está blanca
    /// ```
    ///
    /// ```markdown,flag
    /// # Burns
    ///
    /// Go to hospital if you have one of these two signs:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    /// - white skin
    /// ```
    ///
    /// ```markdown,flag
    /// # 2 stretches for your calf
    ///
    /// Do these three stretches before you run.
    ///
    /// ## 1. Wall stretch
    ///
    /// Lean on a wall.
    ///
    /// ## 2. Step stretch
    ///
    /// Stand on a step.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # 3 exercises for your knee
    ///
    /// Wear good shoes.
    ///
    /// - Trainers
    /// - Boots
    ///
    /// ## Squats
    ///
    /// Bend.
    ///
    /// ## Lunges
    ///
    /// Step.
    ///
    /// ## Bridges
    ///
    /// Lift.
    /// ```
    ///
    /// ```markdown,pass
    /// # Burns
    ///
    /// There are three warning signs:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    /// - white skin
    ///
    /// Have at least 2 symptoms, such as:
    ///
    /// - pain
    /// - heat
    /// - swelling
    /// - fever
    ///
    /// For two days do these exercises:
    ///
    /// - bridges
    /// - planks
    /// - squats
    ///
    /// There are two kinds of burns. You may notice:
    ///
    /// - blisters
    /// - redness
    /// - pain
    /// ```
    RULE {
        name: "list-count-mismatch", severity: Warning, since: "0.1.0",
        standard: "consistency",
        summary: "a list has more or fewer items than its lead-in says",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !matches!(cx.article.base_lang(), "en" | "es") {
        return;
    }
    for list in cx.facts.lists() {
        if let Some(found) = promised(cx, list) {
            let has = list.items.len();
            report(cx, found, (has, list.span, "items"), findings);
        }
    }
    if let Some((found, parts)) = in_title(cx) {
        report(cx, found, parts, findings);
    }
    if let Some((found, parts)) = in_text(cx) {
        report(cx, found, parts, findings);
    }
}

/// "These five exercises" in an article whose headings are numbered, with the headings: none where a list is meant.
fn in_text<'a>(cx: &'a Context<'_>) -> Option<(&'a Quantity, (usize, Span, &'static str))> {
    let facts = cx.facts;
    let (has, first) = numbered_headings(cx)?;
    let noun = title_noun(cx)?;
    let is_of_list = |sentence: usize| facts.sentence(sentence).text().trim_end().ends_with(':');
    let found = facts.quantities().iter().find(|found| {
        let tokens = facts.tokens_of(found.sentence);
        let before = found.words.start.checked_sub(1);
        let is_these =
            before.is_some_and(|at| matches!(tokens.word(at), "these" | "estos" | "estas"));
        found.kind == QuantityKind::Count
            && is_these
            && found.noun.clone().any(|at| tokens.word(at) == noun)
            && !is_of_list(found.sentence)
            && !facts.sentence(found.sentence).is_question()
    })?;
    Some((found, (has, first, "numbered headings")))
}

/// What the parts under numbered headings are, by the title: "exercises" in "4 exercises for your heel".
fn title_noun<'a>(cx: &'a Context<'_>) -> Option<&'a str> {
    let title = cx.article.heading.as_ref()?;
    let sentence = cx.facts.sentences_in(title.whole()).next()?;
    let found = in_sentence(cx.facts, sentence, true)?;
    let last = if cx.article.base_lang() == "es" {
        found.noun.start
    } else {
        found.noun.end.checked_sub(1)?
    };
    Some(cx.facts.tokens_of(sentence).word(last))
}

/// How many headings are numbered from 1 on, with the first; `None` where a number is left out or comes twice.
fn numbered_headings(cx: &Context<'_>) -> Option<(usize, Span)> {
    let sections = cx.article.sections();
    let numbered = sections.iter().filter_map(|section| {
        let heading = section.heading.as_ref()?;
        let digits: String = heading
            .text()
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        Some((digits.parse::<usize>().ok()?, heading.whole()))
    });
    let all: Vec<(usize, Span)> = numbered.collect();
    let is_counted = all
        .iter()
        .enumerate()
        .all(|(at, (number, _))| *number == at + 1);
    let (_, first) = all.first()?;
    (is_counted && all.len() >= 2).then_some((all.len(), *first))
}

/// Reports `found` if it is not the number of parts there are, which stand at the span and are called by the noun.
fn report(
    cx: &Context<'_>,
    found: &Quantity,
    parts: (usize, Span, &str),
    findings: &mut Findings<'_>,
) {
    let (has, span, parts) = parts;
    if is_count(found, has) || has < 2 {
        return;
    }
    let text = cx.facts.quantity_text(found);
    // "Five exercises stretch the calf": the noun ends with what a list can hold.
    let listed = cx.facts.hits_in(Table::ListNouns, found.sentence).iter();
    let ends = listed
        .map(|hit| hit.words.end)
        .filter(|end| *end > found.noun.start && *end <= found.noun.end);
    let end = if cx.article.base_lang() == "en" {
        ends.max()
    } else {
        None
    };
    let noun = found.noun.start..end.unwrap_or(found.noun.end);
    let noun = cx.facts.text_of(found.sentence, noun);
    let is_digits = text.starts_with(|c: char| c.is_ascii_digit());
    let number = if is_digits || cx.article.base_lang() != "en" {
        has.to_string()
    } else {
        word(has, text)
    };
    findings
        .report(
            found.span,
            format!("says \"{text} {noun}\", but {has} {parts} follow"),
        )
        .label(span, format!("{has} {parts}"))
        .help("Readers look for what is missing. Correct the number, or put back what was lost.")
        .fix(Fix {
            title: format!("write {number}"),
            edits: vec![Edit {
                span: found.span,
                text: number,
            }],
            safety: Safety::NeedsReview,
        });
}

/// Whether the number in the title is reported here, so that another rule need not.
pub(super) fn is_title_reported(cx: &Context<'_>) -> bool {
    in_title(cx).is_some_and(|(found, (has, _, _))| !is_count(found, has) && has >= 2)
}

fn is_count(found: &Quantity, has: usize) -> bool {
    (found.high - has as f64).abs() < 0.5
}

/// The number that the title promises, with the parts that keep the promise: the numbered headings, else the only list.
fn in_title<'a>(cx: &'a Context<'_>) -> Option<(&'a Quantity, (usize, Span, &'static str))> {
    let facts = cx.facts;
    let title = cx.article.heading.as_ref()?;
    let sentence = facts.sentences_in(title.whole()).next()?;
    let found = in_sentence(facts, sentence, true)?;
    let is_kept = |has: usize| is_count(found, has);
    let sections = cx.article.sections();
    let is_numbered =
        |section: &&&Section| section.title().starts_with(|c: char| c.is_ascii_digit());
    let numbered: Vec<&&Section> = sections.iter().filter(is_numbered).collect();
    let is_kept_by_list = facts.lists().iter().any(|list| is_kept(list.items.len()));
    let is_kept_by_parts = sections
        .iter()
        .any(|section| is_kept(section.children.len()))
        || is_kept(cx.article.root.children.len());
    if is_kept_by_list || is_kept_by_parts {
        return None;
    }
    match (numbered.as_slice(), facts.lists()) {
        ([first, _, ..], _) => {
            let heading = first.heading.as_ref().map_or(first.span, Prose::whole);
            Some((found, (numbered.len(), heading, "numbered headings")))
        }
        (_, [only]) => Some((found, (only.items.len(), only.span, "items"))),
        _ => None,
    }
}

/// The number of items that the lead-in or the heading of a list promises.
fn promised<'a>(cx: &'a Context<'_>, list: &ListUse) -> Option<&'a Quantity> {
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
fn in_sentence<'a>(
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

/// A small number as a word, with a capital where `like` has one.
fn word(number: usize, like: &str) -> String {
    // Larger numbers are written in digits.
    let word = number_words::word_of(number)
        .filter(|_| number <= 12)
        .map_or_else(|| number.to_string(), str::to_owned);
    if like.starts_with(char::is_uppercase) {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    } else {
        word
    }
}
