//! Personal orders in an article that says it gives none.

use crate::facts::Sentence;
use crate::facts::Urgency;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::lexicon::{WordTable, words};
use crate::rules::prelude::*;

rule! {
    /// Personal orders in an article whose disclaimer says that it gives no advice.
    ///
    /// They order a dose, tell the reader to start or stop a medicine, or tell them what they have.
    ///
    /// ## Why it matters
    /// A disclaimer cannot take an order back. A reader who stops a blood thinner because the page said so was given advice.
    ///
    /// "Not medical advice" and "no treatment" are such claims; "not a substitute for advice" and "for information only" are
    /// none. Orders in an emergency are always right, and "ask your doctor before", "as prescribed" or "follow the label" in
    /// the sentence or beside it leave the decision where it belongs. Exercise plans are not weighed.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Before the block
    ///
    /// Stop warfarin 5 days before the block. Take 400 mg of ibuprofen in the evening.
    ///
    /// ## Disclaimer
    ///
    /// This page is not medical advice and is for information only.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Before the block
    ///
    /// Ask the clinic whether and when to stop blood thinners. Take your tablets as prescribed.
    ///
    /// In trials, people who took 400 mg of ibuprofen slept better. Do not stop warfarin by yourself. Never skip or double
    /// doses of a blood thinner. You may feel worse when you stop taking steroids.
    ///
    /// ## When to get help
    ///
    /// Call 911 if you have chest pain. Chew 300 mg of aspirin while you wait.
    ///
    /// ## Disclaimer
    ///
    /// This page is not medical advice and is for information only.
    /// ```
    ///
    /// ```markdown,pass
    /// # Fever
    ///
    /// Take 500 mg of paracetamol every 6 hours.
    ///
    /// ## Disclaimer
    ///
    /// This page is no substitute for medical advice.
    /// ```
    ///
    /// ```markdown,pass
    /// # Teething
    ///
    /// Give 120 mg of paracetamol every 6 hours if it hurts.
    ///
    /// ## Disclaimer
    ///
    /// This page is for general information only and does not replace what your own doctor tells you.
    /// ```
    ///
    /// A recipe orders no medicine, and what stands in a list may be a case:
    /// ```markdown,pass
    /// # Drinks for a stomach bug
    ///
    /// Use one teaspoon (5 ml) of salt in a litre of water. The bug is worse if:
    ///
    /// - you have diabetes
    ///
    /// ## Disclaimer
    ///
    /// This page is not medical advice and is for information only.
    /// ```
    RULE { name: "disclaimer-body-conflict", severity: Warning, since: "0.1.0",
        standard: "HONcode 2; FTC: a disclaimer cannot cure a claim",
        summary: "the article gives orders that its disclaimer says it does not give" }
}

/// How far behind an order the medicine may be named.
const REACH: usize = 7;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(claim) = claim(cx) else {
        return;
    };
    let mut orders = orders(cx);
    orders.sort_unstable();
    orders.dedup_by(|later, earlier| later.0 == earlier.0);
    let Some(((_, first, what), rest)) = orders.split_first() else {
        return;
    };
    let words = cx.article.source.slice(*first);
    let finding = findings
        .report(*first, format!("\"{words}\" {what}, and the disclaimer says that the article gives no such advice"))
        .label(claim, "the disclaimer")
        .help("Leave the decision to the reader's clinician (\"ask the clinic whether and when to stop\", \"take it as the label says\"), or change the disclaimer so that it is true.");
    for (_, span, what) in rest {
        finding.label(*span, format!("this {what} too"));
    }
}

/// The words of the disclaimer that claim that no advice is given.
fn claim(cx: &Context<'_>) -> Option<Span> {
    let claims = cx.facts.hits(Table::NoAdviceClaim).iter();
    let mut claims = claims
        .filter(|hit| cx.facts.is_in_roles(hit.sentence, &[Role::Disclaimer]) && denies(cx, hit));
    let claim = claims.find(|hit| {
        let substitutes = cx.facts.hits_in(Table::Substitute, hit.sentence);
        !substitutes
            .iter()
            .any(|found| hit.words.contains(&found.words.start))
    })?;
    Some(cx.facts.span_of(claim.sentence, claim.words.clone()))
}

/// Whether a claim denies something: "for information only" does not.
fn denies(cx: &Context<'_>, claim: &Hit) -> bool {
    let tokens = cx.facts.tokens_of(claim.sentence);
    let mut words = tokens.words_of(claim.words.clone());
    words.any(|word| {
        matches!(
            word,
            "not" | "never" | "no" | "nor" | "nothing" | "ni" | "nunca"
        ) || word.ends_with("n't")
    })
}

/// The orders of the body: sentence, place, what each does.
fn orders(cx: &Context<'_>) -> Vec<(usize, Span, &'static str)> {
    let doses = cx
        .facts
        .hits(Table::DoseOrder)
        .iter()
        .filter(|hit| is_imperative(cx, hit) && !is_of_kitchen(cx, hit));
    let changes = cx
        .facts
        .hits(Table::ChangeOrder)
        .iter()
        .filter(|hit| is_imperative(cx, hit))
        .filter_map(|hit| with_medicine(cx, hit));
    let told = cx
        .facts
        .hits(Table::DiagnosisOrder)
        .iter()
        .filter(|hit| is_statement(cx, hit));
    let doses = doses.map(|hit| (hit.clone(), "orders a dose"));
    let changes = changes.map(|hit| (hit, "orders a change of medicine"));
    let told = told.map(|hit| (hit.clone(), "tells the reader what they have"));
    doses
        .chain(changes)
        .chain(told)
        .filter(|(hit, _)| {
            is_body(cx, hit.sentence) && !is_neutral(cx, hit.sentence) && !is_denied(cx, hit)
        })
        .map(|(hit, what)| {
            (
                hit.sentence,
                cx.facts.span_of(hit.sentence, hit.words),
                what,
            )
        })
        .collect()
}

/// How many words before an order its "do not" may stand.
const DENIAL: usize = 6;

/// Whether an order is denied: "do not skip or double doses".
fn is_denied(cx: &Context<'_>, hit: &Hit) -> bool {
    let Some(tokens) = cx.facts.tokens.get(hit.sentence) else {
        return false;
    };
    let mut before = hit.words.start.saturating_sub(DENIAL)..hit.words.start;
    before.any(|index| {
        let word = tokens.word(index);
        matches!(
            word,
            "not" | "never" | "no" | "nunca" | "cannot" | "without" | "sin"
        ) || word.ends_with("n't")
    })
}

/// Words that make an order of what follows, or are part of it.
const LEADING: &[&str] = &["should", "must", "need", "then", "please", "debe"];

/// Whether an order opens its sentence or a part of it, or follows "should", "must", "then".
fn is_imperative(cx: &Context<'_>, hit: &Hit) -> bool {
    let (Some(tokens), Some(sentence)) = (
        cx.facts.tokens.get(hit.sentence),
        cx.facts.sentences.get(hit.sentence),
    ) else {
        return false;
    };
    let Some(before) = hit.words.start.checked_sub(1) else {
        return true;
    };
    let gap = tokens.gap_before(sentence.text(), hit.words.start);
    let leads =
        LEADING.contains(&tokens.word(before)) || LEADING.contains(&tokens.word(hit.words.start));
    leads || gap.contains([',', ':', ';', '(', '–', '—'])
}

/// What a teaspoon measures in a kitchen.
const KITCHEN: &WordTable = words!["honey", "oil", "salt", "soda", "sugar", "vinegar"];

/// Whether what is measured is no medicine: "Use one teaspoon (5 ml) of salt".
fn is_of_kitchen(cx: &Context<'_>, hit: &Hit) -> bool {
    let tokens = cx.facts.tokens_of(hit.sentence);
    let mut near = hit.words.start..(hit.words.end + REACH).min(tokens.len());
    cx.facts.hits_in(Table::Medicine, hit.sentence).is_empty()
        && near.any(|at| KITCHEN.has(tokens.word(at)))
}

fn with_medicine(cx: &Context<'_>, hit: &Hit) -> Option<Hit> {
    let medicines = cx.facts.hits_in(Table::Medicine, hit.sentence).iter();
    let mut near = medicines.filter(|found| {
        found.words.end > hit.words.start && found.words.start < hit.words.end + REACH
    });
    let medicine = near.next()?;
    let words = hit.words.start..medicine.words.end.max(hit.words.end);
    Some(Hit {
        words,
        ..hit.clone()
    })
}

/// Whether "you have" is told and no condition: "if you have diabetes" tells nobody anything.
fn is_statement(cx: &Context<'_>, hit: &Hit) -> bool {
    let Some(tokens) = cx.facts.tokens.get(hit.sentence) else {
        return false;
    };
    let asks = cx
        .facts
        .sentences
        .get(hit.sentence)
        .is_some_and(Sentence::is_question);
    let conditional = (0..hit.words.start).any(|index| {
        cx.facts.advice.starts_condition(tokens, index).is_some()
            || matches!(
                tokens.word(index),
                "whether"
                    | "that"
                    | "who"
                    | "once"
                    | "because"
                    | "after"
                    | "although"
                    | "while"
                    | "how"
                    | "what"
            )
    });
    let plain = hit.words.len() < 4 && hit.words.start > 0;
    // "You are at risk if:", "It may help if:" - what is listed is a case.
    let is_listed = || {
        let span = cx.facts.sentence(hit.sentence).span();
        cx.facts.lists_around(span).any(|list| list.lead.is_some())
    };
    !asks && !conditional && !plain && !is_listed()
}

fn is_body(cx: &Context<'_>, sentence: usize) -> bool {
    const ELSEWHERE: &[Role] = &[
        Role::Disclaimer,
        Role::References,
        Role::Resources,
        Role::Authorship,
        Role::RedFlags,
    ];
    !cx.facts.is_in_roles(sentence, ELSEWHERE)
}

/// Whether a sentence or one beside it leaves the decision to a clinician, or speaks of an emergency.
fn is_neutral(cx: &Context<'_>, sentence: usize) -> bool {
    let urgent = |index: usize| {
        cx.facts
            .counsels_of(index)
            .any(|(_, counsel)| counsel.level() >= Urgency::Urgent)
    };
    let asks = |index: usize| !cx.facts.hits_in(Table::Neutralising, index).is_empty();
    let prose = |index: usize| {
        cx.facts
            .sentences
            .get(index)
            .map(|sentence| sentence.within.prose.whole())
    };
    let beside = [sentence.wrapping_sub(1), sentence + 1];
    let mut beside = beside
        .into_iter()
        .filter(|index| prose(*index) == prose(sentence));
    asks(sentence) || urgent(sentence) || beside.any(|index| asks(index) || urgent(index))
}
