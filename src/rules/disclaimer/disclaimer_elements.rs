//! Disclaimers that leave out something a reader needs to be told.

use crate::facts::disclaimer::Disclaimer;
use crate::rules::prelude::*;
use crate::source::PartOf;

rule! {
    /// A disclaimer that does not say all of the five things it is there for.
    ///
    /// ## Why it matters
    /// A disclaimer that only says "not medical advice" protects the publisher. One that also says whom to ask, not to
    /// wait, and what to do in an emergency protects the reader.
    ///
    /// The five: the page is for information only; it does not replace advice from a professional; ask one about your own
    /// case; do not ignore advice or put off getting help because of the page; what to do in an emergency. Many wordings
    /// of each are known, in English and Spanish, in any order and in any sentence of the disclaimer.
    ///
    /// A team that does not want all of them names those that it wants in `facetdoc.toml`: `disclaimer-elements =
    /// ["not-advice", "emergency"]`, of `information-only`, `not-advice`, `ask-a-professional`, `do-not-delay`, `emergency`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Medical disclaimer
    /// This article is informational only and is not a substitute for professional medical advice, diagnosis, or treatment.
    /// ```
    ///
    /// A disclaimer that says the opposite is an error:
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Medical disclaimer
    /// This leaflet is for general information only. It takes the place of your doctor's advice. Talk to your doctor about your
    /// own symptoms. Never wait to get help because of something you read here. In an emergency, call 911.
    /// ```
    ///
    /// ```markdown,flag
    /// # High blood pressure
    ///
    /// ## Medical disclaimer
    /// This leaflet is for general information only and does not replace your doctor's advice. You do not need to talk to them about
    /// your own symptoms. Never wait to get help because of something you read here. In an emergency, call 911.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Medical disclaimer
    /// This article is informational only and is not a substitute for professional medical advice, diagnosis, or treatment.
    /// Talk to your doctor about your own symptoms. Do not wait to get help because of something you read here. In an
    /// emergency call 911.
    /// ```
    ///
    /// ```markdown,pass
    /// # Dolor de espalda
    ///
    /// El dolor de espalda es muy frecuente y suele mejorar en unas semanas.
    ///
    /// ## Aviso médico
    /// Este folleto es solo informativo y no reemplaza la consulta con su médico. Hable con él o con su enfermera sobre sus
    /// síntomas. Nunca retrase una consulta por algo que haya leído aquí. En caso de emergencia, llame al 112.
    /// ```
    ///
    /// Each can be said in few words:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Medical disclaimer
    /// This leaflet is for general information. It does not take the place of a talk with your nurse, so please ask them which
    /// treatment suits you. Do not let it keep you from getting help. In an emergency call 911.
    /// ```
    /// "Them" may be the professionals that were named before:
    /// ```markdown,pass
    /// # Sprains
    ///
    /// ## Disclaimer
    ///
    /// This page is for general information only. It does not replace what your physio or doctor tells you, so ask them about
    /// your own ankle. Do not put off getting help because of it. In an emergency, call 999.
    /// ```
    RULE {
        name: "disclaimer-elements", severity: Warning, since: "0.1.0",
        standard: "HONcode 2; common publisher practice",
        summary: "the disclaimer leaves out something that readers need to be told",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(disclaimer) = cx.facts.disclaimer() else {
        return;
    };
    let is_sentence = |prose: &&&Prose| prose.word_count() >= LEAST_WORDS;
    let (Some(first), Some(last)) = (
        disclaimer.proses.first(),
        { disclaimer.proses.iter().rev() }
            .find(is_sentence)
            .or(disclaimer.proses.last()),
    ) else {
        return;
    };
    let contrary = contrary(cx, &disclaimer, findings);
    let asked = cx.settings.config.disclaimer_elements.as_ref();
    let is_asked = |name: &str| asked.is_none_or(|asked| asked.iter().any(|one| one == name));
    let lacking = disclaimer.lacking.iter().copied();
    let lacking =
        lacking.filter(|element| is_asked(element.name) && !contrary.contains(&element.name));
    if lacking.clone().next().is_none() {
        return;
    }
    let labels: Vec<&str> = lacking
        .clone()
        .map(|element| element.label.as_str())
        .collect();
    let wording = disclaimer.words.wording(lacking, super::number_to_call(cx));
    let finding = findings.report(
        first.trimmed().whole(),
        format!("disclaimer lacks: {}", labels.join("; ")),
    );
    finding.help(format!("A disclaimer should protect the reader, not only the publisher. Add, in your own words: \"{wording}\""));
    if let Some(fix) =
        before_emergency(cx, &disclaimer, last, &wording).or_else(|| append(last, &wording))
    {
        finding.fix(fix);
    }
}

/// Reports sentences that say the opposite of what a disclaimer is there for; the names of what they contradict.
fn contrary(
    cx: &Context<'_>,
    disclaimer: &Disclaimer<'_>,
    findings: &mut Findings<'_>,
) -> Vec<&'static str> {
    let mut names = Vec::new();
    for prose in &disclaimer.proses {
        for (range, tokens) in cx.article.reading.sentences_of(prose).into_iter().flatten() {
            let elements = disclaimer.words.elements.iter();
            for element in elements.filter(|element| element.is_contradicted_in(tokens)) {
                let (says, help) = opposite(element.name);
                findings
                    .report(
                        prose.span(range.clone()),
                        format!("the disclaimer says that {says}"),
                    )
                    .severity(Severity::Error)
                    .help(help);
                names.push(element.name);
            }
        }
    }
    names
}

/// What a disclaimer says that contradicts the element of this name, and what to do about it.
fn opposite(name: &str) -> (&'static str, &'static str) {
    match name {
        "ask-a-professional" => (
            "readers need not ask a professional",
            "A reader who stops or starts a medicine alone may come to harm. Tell them to ask first.",
        ),
        "do-not-delay" => (
            "readers may wait to get help because of this page",
            "A reader may wait too long. Say that nobody should put off getting help because of what they read here.",
        ),
        "emergency" => (
            "readers should look at this page first in an emergency",
            "Minutes count in an emergency. Say whom to call.",
        ),
        _ => (
            "this page replaces professional advice",
            "A reader may stay away from a doctor because of it. Say that the page does not replace one.",
        ),
    }
}

/// A paragraph with fewer words is a line about the page, such as the date of its last update.
const LEAST_WORDS: usize = 7;

/// Adds sentences before the last one of a paragraph, where that says what to do in an emergency: it is to stay the last.
fn before_emergency(
    cx: &Context<'_>,
    disclaimer: &Disclaimer<'_>,
    paragraph: &Prose,
    wording: &str,
) -> Option<Fix> {
    let sentences: Vec<_> = cx.article.reading.sentences_of(paragraph)?.collect();
    let (range, tokens) = sentences.last()?;
    let emergency = disclaimer
        .words
        .elements
        .iter()
        .find(|element| element.name == "emergency")?;
    // Inside emphasis or a link nothing can be put.
    let is_free = { paragraph.marks().iter() }
        .all(|mark| mark.range.end <= range.start || mark.range.start > range.start);
    let says_more = disclaimer
        .words
        .elements
        .iter()
        .any(|element| element.name != "emergency" && element.is_said_in(&[tokens]));
    if sentences.len() < 2 || !is_free || says_more || !emergency.is_said_in(&[tokens]) {
        return None;
    }
    Some(fix(
        paragraph.span(range.clone()).start(),
        format!("{wording} "),
    ))
}

/// Adds sentences at the end of a paragraph, inside emphasis that covers all of it.
fn append(paragraph: &Prose, wording: &str) -> Option<Fix> {
    let end = paragraph.text().trim_end().len();
    let is_plain_at_end = paragraph.marks().iter().all(|mark| {
        mark.range.end < end || matches!(mark.kind, MarkKind::Emphasis | MarkKind::Strong)
    });
    if end == 0 || !is_plain_at_end {
        return None;
    }
    let stop = if paragraph
        .text()
        .part(..end)
        .ends_with(['.', '!', '?', '”', '"', ')'])
    {
        ""
    } else {
        "."
    };
    let at = paragraph.span(0..end).end();
    Some(fix(at, format!("{stop} {wording}")))
}

fn fix(at: usize, text: String) -> Fix {
    Fix {
        title: "add what is missing to the disclaimer".to_owned(),
        edits: vec![Edit {
            span: Span::empty(at),
            text,
        }],
        safety: Safety::NeedsReview,
    }
}
