//! Two disclaimers that say different things.

use crate::article::language;
use crate::facts::Sentence;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The article has two disclaimers with different words.
    ///
    /// ## Why it matters
    /// Readers, and a court, cannot tell which one holds. One of them is usually left over from an older template.
    ///
    /// Paragraphs that follow each other are one disclaimer, the same text twice is no conflict, and a translation may stand
    /// beside the original.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// *This page is not a substitute for medical advice.*
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// ## Disclaimer
    ///
    /// This article is for information only. Talk to your doctor about your own case.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. Rest does not replace exercise.
    ///
    /// ## Disclaimer
    ///
    /// This article is for information only.
    ///
    /// It is not a substitute for medical advice. Talk to your doctor about your own case.
    /// ```
    RULE { name: "disclaimer-duplicated", severity: Warning, since: "0.1.0",
        standard: "consistency; HONcode 2",
        summary: "two different disclaimers" }
}

/// A disclaimer: sentences with nothing else between them.
struct Text {
    first: usize,
    words: Vec<String>,
    lang: &'static str,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let texts = texts(cx);
    let Some((kept, others)) = texts.split_first() else {
        return;
    };
    let twin = others
        .iter()
        .find(|text| text.lang == kept.lang && text.words != kept.words);
    let Some(twin) = twin else {
        return;
    };
    let span = |index: usize| {
        cx.facts
            .sentences
            .get(index)
            .map(Sentence::span)
            .unwrap_or_default()
    };
    findings
        .report(
            span(twin.first),
            "the article has two disclaimers, and they differ",
        )
        .label(span(kept.first), "the other one starts here")
        .help("Keep one, with all that both have to say, in a section of its own.");
}

fn texts(cx: &Context<'_>) -> Vec<Text> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for index in 0..cx.facts.sentences.len() {
        if !cx.facts.is_in_roles(index, &[Role::Disclaimer]) {
            continue;
        }
        match runs
            .last_mut()
            .filter(|_| last.map(|last: usize| last + 1) == Some(index))
        {
            Some(run) => run.push(index),
            None => runs.push(vec![index]),
        }
        last = Some(index);
    }
    let says = |run: &Vec<usize>| run.iter().any(|index| disclaims(cx, *index));
    runs.into_iter()
        .filter(says)
        .filter_map(|run| text(cx, &run))
        .collect()
}

fn text(cx: &Context<'_>, run: &[usize]) -> Option<Text> {
    let spoken = run.iter().filter(|index| {
        let within = cx
            .facts
            .sentences
            .get(**index)
            .map(|sentence| sentence.within.kind);
        within.is_some_and(|kind| !matches!(kind, TextKind::Heading | TextKind::Title))
    });
    let spoken: Vec<usize> = spoken.copied().collect();
    let tokens = spoken
        .iter()
        .filter_map(|index| cx.facts.tokens.get(*index));
    let words: Vec<String> = tokens.flat_map(Tokens::words).map(str::to_owned).collect();
    Some(Text {
        first: *spoken.first()?,
        lang: language::guess(&words.join(" ")),
        words,
    })
}

/// Whether a sentence says what only a disclaimer does, so that a paragraph that looks like one makes no second one.
fn disclaims(cx: &Context<'_>, sentence: usize) -> bool {
    let says = |table: Table| !cx.facts.hits_in(table, sentence).is_empty();
    says(Table::Substitute) || says(Table::NoAdviceClaim)
}
