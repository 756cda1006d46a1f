//! Lists that have more or fewer items than the text says.

mod promise;

use crate::facts::{Quantity, QuantityKind};
use crate::lexicon::number_words;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use promise::{in_sentence, promised};

rule! {
    #[doc = include_str!("manual.md")]
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
