//! Advice that contradicts advice.

mod clash;
mod limits;
mod opposite_stances;
mod times;

use super::number_conflict::Reported;
use crate::facts::instruction::{Deed, Instruction};
use crate::facts::stance::Force;
use crate::rules::prelude::*;
use clash::{Clash, clash};
use limits::{forgotten, in_one_case};
use opposite_stances::oppositions;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use times::{too_early, too_soon, until_then};

rule! {
    #[doc = include_str!("manual.md")]
    RULE {
        name: "advice-conflict", severity: Error, since: "0.1.0",
        standard: "DISCERN 6",
        summary: "two places give opposite advice",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !matches!(cx.facts.base_lang(), "en" | "es") {
        return;
    }
    let instructions = cx.facts.instructions();
    let mut by_deed: BTreeMap<&Deed, Vec<&Instruction>> = BTreeMap::new();
    for instruction in instructions {
        by_deed
            .entry(&instruction.deed)
            .or_default()
            .push(instruction);
    }
    let mut clashes: Vec<Clash<'_>> = by_deed
        .values()
        .filter_map(|same| {
            clash(same)
                .or_else(|| too_soon(same))
                .or_else(|| too_early(same))
                .or_else(|| until_then(cx, same))
                .or_else(|| forgotten(same))
                .or_else(|| in_one_case(same))
        })
        .collect();
    clashes.sort_by_key(|clash| clash.other.span);
    // "Do not use creams and sprays": one place, one finding.
    clashes.dedup_by_key(|clash| (clash.one.sentence, clash.other.sentence));
    let reported = OnceCell::new();
    clashes.retain(|clash| {
        let is_one_answer = is_one_answer(cx, clash.one.sentence, clash.other.sentence);
        !is_one_answer && !is_of_numbers(cx, clash, &reported)
    });
    in_other_words(cx, findings, &clashes, &reported);
    for Clash {
        one,
        other,
        is_partial,
        severity,
    } in clashes
    {
        let is_sure = one.manner.is_plain() && other.manner.is_plain() && !is_partial;
        let says = |instruction: &Instruction| {
            if instruction.is_positive {
                "says to do it"
            } else {
                "says not to do it"
            }
        };
        let finding = findings.report(other.span, message(cx, other.span, one.span));
        finding
            .label(one.span, says_way(one).unwrap_or(says(one)))
            .help("A reader who meets both cannot tell which to follow. Keep one, or say when each of them holds.");
        // What is taken, is mostly taken for pain.
        let is_for_pain = |one: &Instruction| one.condition.as_slice() == ["pain"];
        if let Some(severity) = severity {
            finding.severity(severity);
        } else if is_partial
            && one.manner.is_plain()
            && other.manner.is_plain()
            && (is_for_pain(one) || is_for_pain(other))
        {
            finding.severity(Severity::Warning);
        } else if !is_sure {
            finding.severity(Severity::Info);
        } else if one.narrowing != other.narrowing && says_way(one).is_none() {
            finding.severity(Severity::Warning);
        }
    }
}

/// Whether two sentences stand in one answer, which says itself how they go together: "No. Rest it for a day, then move."
fn is_one_answer(cx: &Context<'_>, one: usize, other: usize) -> bool {
    let pair = |index: usize| cx.facts.answering(cx.facts.sentence(index).span());
    pair(one).is_some() && pair(one) == pair(other)
}

/// So many characters of advice stand in a message.
const MOST_SHOWN: usize = 60;

/// That the advice at `here` contradicts that at `there`, in the words of both.
fn message(cx: &Context<'_>, here: Span, there: Span) -> String {
    let words = |span: Span| {
        let words: Vec<&str> = cx.article.source.slice(span).split_whitespace().collect();
        let words = words.join(" ");
        let words = words.trim_end_matches(['.', ',', ';', ':']);
        match words.char_indices().nth(MOST_SHOWN) {
            Some((end, _)) => {
                let cut = words.get(..end).unwrap_or(words);
                let cut = cut.rsplit_once(' ').map_or(cut, |(cut, _)| cut);
                format!("\"{cut} …\"")
            }
            None => format!("\"{words}\""),
        }
    };
    format!("{} contradicts {}", words(here), words(there))
}

/// Reports what stands in other words: that two wordings mean one thing is less sure than that they share their words, so it
/// is never an error.
fn in_other_words(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    clashes: &[Clash<'_>],
    reported: &OnceCell<Reported>,
) {
    let pair = |one: usize, other: usize| (one.min(other), one.max(other));
    let known: BTreeSet<(usize, usize)> = { clashes.iter() }
        .map(|clash| pair(clash.one.sentence, clash.other.sentence))
        .collect();
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for found in oppositions(cx.facts) {
        let (here, there) = if found.denied.span < found.told.span {
            (found.told, found.denied)
        } else {
            (found.denied, found.told)
        };
        let sentences = pair(here.sentence, there.sentence);
        let is_number = here.window.is_some()
            && there.window.is_some()
            && cx.settings.is_on("number-conflict", super::NAME)
            && reported.get_or_init(|| Reported::of(cx)).has(sentences);
        let is_one_answer = is_one_answer(cx, here.sentence, there.sentence);
        if known.contains(&sentences) || is_number || is_one_answer || !told.insert(here.span) {
            continue;
        }
        let finding = findings.report(here.span, message(cx, here.span, there.span));
        finding
            .label(there.span, says_force(there.force))
            .help("A reader who meets both cannot tell which to follow. Keep one, or say when each of them holds.")
            .severity(if found.is_sure {
                Severity::Warning
            } else {
                Severity::Info
            });
    }
}

/// What a stance says of what it is about.
fn says_force(force: Force) -> &'static str {
    match force {
        Force::Must => "says to do it",
        Force::May => "allows it",
        Force::NeedNot => "says that it is not needed",
        Force::MustNot => "says not to do it",
    }
}

/// Whether the two differ in their times only, and `number-conflict` says so.
fn is_of_numbers(cx: &Context<'_>, clash: &Clash<'_>, reported: &OnceCell<Reported>) -> bool {
    let is_timed = clash.one.window.is_some() && clash.other.window.is_some();
    is_timed
        && cx.settings.is_on("number-conflict", super::NAME)
        && reported
            .get_or_init(|| Reported::of(cx))
            .has((clash.one.sentence, clash.other.sentence))
}

/// What an instruction about one of two ways says; `None` for other deeds.
fn says_way(instruction: &Instruction) -> Option<&'static str> {
    match instruction.deed {
        Deed::Act { .. } => None,
        Deed::Way { .. } => Some("the opposite is advised here"),
    }
}
