//! One symptom, several urgencies.

use super::conflict::{self, Conflict};
use super::played_down::{PlayedDown, played_down};
use crate::facts::{ConceptUse, Urgency};
use crate::rules::faq::faq_contradicts_body::is_reported;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    #[doc = include_str!("manual.md")]
    RULE { name: "urgency-conflict", severity: Error, since: "0.1.0",
        standard: "NHS care cards (one level for one sign); PEMAT 10",
        summary: "one sign gets different urgencies in different places" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let conflicts = conflict::conflicts(cx.facts);
    for conflict in &conflicts {
        report(cx, findings, conflict);
    }
    let counsels = conflicts.iter().flat_map(|conflict| &conflict.counsels);
    let counselled = counsels.map(|counsel| cx.facts.counsel(*counsel).sentence);
    let concepts = conflicts.iter().flat_map(|conflict| &conflict.concepts);
    let concepts = concepts.filter_map(|index| cx.facts.concepts().get(*index));
    let named = concepts.flat_map(|concept| concept.mentions.iter().map(|one| one.sentence));
    let known: BTreeSet<usize> = counselled.chain(named).collect();
    for found in played_down(cx.facts) {
        // Of signs that an answer calms, the rule on answers tells.
        let is_told = || is_reported(cx, cx.facts.sentence(found.sentence).span());
        let is_known = known.contains(&found.sentence) || known.contains(&found.item);
        if !is_known && !is_told() {
            report_played_down(cx, findings, &found);
        }
    }
}

/// Reports a sign that is put off: an error where it has the words of the red flags, else a warning, since two wordings may
/// mean two things.
fn report_played_down(cx: &Context<'_>, findings: &mut Findings<'_>, found: &PlayedDown) {
    let item = cx.facts.sentence(found.item);
    let name = item.text().trim_end_matches(['.', ';', ',']);
    let does = if found.is_put_off {
        "puts off"
    } else {
        "calls common"
    };
    let what = if found.is_same {
        "a red flag"
    } else {
        "what seems to be a red flag"
    };
    let message = format!("{does} {what}: \"{name}\"; readers may wait too long");
    let severity = match (found.is_same, found.is_put_off) {
        (true, _) if found.level == Urgency::Emergency => Severity::Error,
        (false, false) => Severity::Info,
        _ => Severity::Warning,
    };
    let finding = findings.report(cx.facts.sentence(found.sentence).span(), message);
    let level = found.level;
    finding
        .severity(severity)
        .label(
            item.span(),
            format!("here: {}, {}", level.name(), level.meaning()),
        )
        .help("If both mean the same sign, use the higher urgency in both places. If they do not, say what tells them apart: how much, how long, in whom.");
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, conflict: &Conflict) {
    let concepts: Vec<&ConceptUse> = conflict
        .concepts
        .iter()
        .filter_map(|index| cx.facts.concepts().get(*index))
        .collect();
    let mut names: Vec<String> = concepts
        .iter()
        .map(|concept| format!("\"{}\"", name(cx, concept)))
        .collect();
    names.dedup();
    let mut words: Vec<String> = Vec::new();
    for index in &conflict.counsels {
        let counsel = cx.facts.counsel(*index);
        let told = format!(
            "\"{}\" ({})",
            cx.article.source.slice(counsel.word),
            counsel.level().name()
        );
        if !words.contains(&told) {
            words.push(told);
        }
    }
    let gets = if names.len() == 1 { "gets" } else { "each get" };
    let message = format!(
        "{} {gets} different urgencies: {}; readers may follow the slowest",
        names.join(", "),
        words.join(", ")
    );
    let grave =
        conflict.highest == Urgency::Emergency || conflict.highest.gap(conflict.lowest) >= 2;
    let finding = findings.report(primary(cx, &concepts), message);
    finding
        .severity(if grave {
            Severity::Error
        } else {
            Severity::Warning
        })
        .help(help(cx, &concepts, conflict));
    for index in &conflict.counsels {
        let counsel = cx.facts.counsel(*index);
        let word = cx.article.source.slice(counsel.word);
        finding.label(
            counsel.word,
            format!(
                "\"{word}\" here: {}, {}",
                counsel.level().name(),
                counsel.level().meaning()
            ),
        );
    }
}

/// What a concept is called: the words of the list item that names it, else the pack's label.
fn name(cx: &Context<'_>, concept: &ConceptUse) -> String {
    let listed = concept.mentions.iter().find(|mention| {
        mention.is_red_flag && cx.facts.lists_around(mention.span).next().is_some()
    });
    match listed {
        Some(mention)
            if concept.known.is_none() || cx.facts.tokens_of(mention.sentence).len() <= 12 =>
        {
            // An item that gives advice of its own is called by what the advice is about.
            let advises = cx.facts.counsels_of(mention.sentence).next().is_some();
            let whole = cx.facts.sentence(mention.sentence).text();
            let words = cx.facts.text_of(mention.sentence, mention.words.clone());
            { if advises { words } else { whole } }
                .trim_end_matches(['.', ';', ','])
                .to_owned()
        }
        _ => concept.label.clone(),
    }
}

/// The first place that names one of the concepts: the whole item, or the mention in running text.
fn primary(cx: &Context<'_>, concepts: &[&ConceptUse]) -> Span {
    let first = concepts
        .iter()
        .flat_map(|concept| {
            concept
                .bindings
                .iter()
                .map(|binding| concept.bound(binding))
        })
        .min_by_key(|mention| (!mention.is_red_flag, mention.span));
    first.map_or_else(
        || cx.article.title_span(),
        |mention| cx.facts.sentence(mention.sentence).span(),
    )
}

fn help(cx: &Context<'_>, concepts: &[&ConceptUse], conflict: &Conflict) -> String {
    let expected = concepts
        .iter()
        .filter_map(|concept| concept.expected())
        .max();
    let level = expected.map_or(conflict.highest, |expected| expected.max(conflict.highest));
    let source = concepts
        .iter()
        .filter_map(|concept| concept.known)
        .filter(|(_, known)| Some(known.urgency) == expected)
        .find_map(|(_, known)| known.sources.first());
    let region = &cx.settings.region;
    let words = match (level, region.emergency_number) {
        (Urgency::Emergency, Some(number)) => format!(
            ", such as \"Call {number} or go to {} now\"",
            region.emergency_place
        ),
        _ => String::new(),
    };
    let by = source.map_or_else(String::new, |source| {
        format!(
            " {} puts it at {}.",
            source.short(),
            expected.map_or("", Urgency::name)
        )
    });
    format!(
        "Use one level in every place, the highest that applies: {} ({}){words}.{by}",
        level.name(),
        level.meaning()
    )
}
