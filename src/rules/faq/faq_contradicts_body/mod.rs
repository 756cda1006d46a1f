//! An answer that calms where the article sends for help.

use super::{opposite, polarity, states};
use crate::article::FaqPair;
use crate::facts::{ConceptUse, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    #[doc = include_str!("manual.md")]
    RULE { name: "faq-contradicts-body", severity: Error, since: "0.1.0",
        standard: "PEMAT 10; NHS care cards",
        summary: "an answer contradicts the article" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    polarity::check(cx, findings);
    let reported = opposite::check(cx, findings);
    states::check(cx, findings, &reported);
    for pair in &cx.article.faq {
        if let Some((calm, concepts)) = calmed(cx, pair) {
            for concept in concepts {
                report(cx, findings, concept, calm);
            }
        }
    }
}

/// The words by which an answer calms, and the signs that its question names; `None` where it sends for help or does not calm.
fn calmed<'f>(cx: &Context<'f>, pair: &FaqPair) -> Option<(Span, Vec<&'f ConceptUse>)> {
    let answer = pair.answer_span()?;
    if cx.facts.counsels_in(answer).next().is_some() {
        return None;
    }
    let question = pair.question.whole();
    let calm = cx.facts.sentences_in(answer).find_map(|index| {
        let words = cx.facts.advice.is_calm(cx.facts.tokens_of(index))?;
        Some(cx.facts.span_of(index, words))
    });
    let calm = calm
        .or_else(|| refused(cx, question, answer))
        .or_else(|| confirmed(cx, question, answer));
    let left_alone = || left_alone(cx, question, answer);
    let (calm, is_told) = match calm {
        Some(calm) => (calm, true),
        None => (left_alone()?, false),
    };
    let asked = cx.facts.concepts_at(question, |mention| {
        question.overlaps(mention.span) && mention.qualifier.is_empty()
    });
    let concepts = asked.into_iter();
    let concepts = { concepts }
        .filter_map(|concept| cx.facts.concepts().get(concept))
        .filter(|concept| is_told || is_emergency_as_such(cx, concept));
    Some((calm, concepts.collect()))
}

/// Whether the article calls a sign an emergency without a word that narrows it, such as a number.
fn is_emergency_as_such(cx: &Context<'_>, concept: &ConceptUse) -> bool {
    concept.bindings.iter().any(|binding| {
        let mention = concept.mentions.get(binding.mention);
        cx.facts.counsel(binding.counsel).level() == Urgency::Emergency
            && mention.is_some_and(|mention| mention.qualifier.is_empty())
    })
}

/// The "yes" of an answer to the question whether a sign is nothing: "Is chest pain normal? Yes."
fn confirmed(cx: &Context<'_>, question: Span, answer: Span) -> Option<Span> {
    let facts = cx.facts;
    let first = facts.sentences_in(answer).next()?;
    let tokens = facts.tokens_of(first);
    let is_yes = facts.yes_or_no(first) == Some(true);
    // "Yes, a little is normal": of another sign.
    let is_mild = tokens.words().any(|word| {
        matches!(
            word,
            "mild" | "slight" | "little" | "small" | "some" | "minor" | "leve" | "poco" | "algo"
        )
    });
    (is_yes && !is_mild && asks(cx, question, Table::AsksNormal))
        .then(|| facts.span_of(first, 0..1))
}

/// The first sentence of an answer that tells what to do at home, and nowhere to get help, to the question what to do.
fn left_alone(cx: &Context<'_>, question: Span, answer: Span) -> Option<Span> {
    if !asks(cx, question, Table::AsksWhatToDo) {
        return None;
    }
    let facts = cx.facts;
    let leads_on = |index: usize| {
        let tokens = facts.tokens_of(index);
        let all = 0..tokens.len();
        facts.advice.level_in(tokens, all.clone()).is_some()
            || facts.advice.has_service(tokens, &all)
            || facts.advice.collective(tokens).is_some()
            || tokens.words().any(|word| {
                matches!(
                    word,
                    "above" | "below" | "section" | "page" | "list" | "arriba" | "abajo"
                )
            })
    };
    let cares = |index: usize| !facts.hits_in(Table::SelfCare, index).is_empty();
    let mut sentences = facts.sentences_in(answer);
    let is_left = !facts.sentences_in(answer).any(leads_on);
    let first = sentences.find(|index| cares(*index))?;
    is_left.then(|| facts.sentence(first).span())
}

/// Whether a question has a phrase of `table`.
fn asks(cx: &Context<'_>, question: Span, table: Table) -> bool {
    let mut sentences = cx.facts.sentences_in(question);
    sentences.any(|index| !cx.facts.hits_in(table, index).is_empty())
}

/// The "no" of an answer to the question whether to get help: "Should I call 911 if my lips turn blue? No."
fn refused(cx: &Context<'_>, question: Span, answer: Span) -> Option<Span> {
    let facts = cx.facts;
    let first = facts.sentences_in(answer).next()?;
    // "No hace falta."
    let denies = || facts.base_lang() == "es" && facts.tokens_of(first).word(0) == "no";
    let is_no = facts.yes_or_no(first) == Some(false) || denies();
    let mut asked = facts.sentences_in(question);
    let asks = asks(cx, question, Table::AsksGrave)
        || asked.any(|index| {
            let tokens = facts.tokens_of(index);
            let all = 0..tokens.len();
            facts.advice.level_in(tokens, all.clone()).is_some()
                || facts.advice.has_service(tokens, &all)
        });
    (is_no && asks).then(|| facts.span_of(first, 0..1))
}

/// Whether the answer that holds `span` is reported here, so that another rule need not.
pub(in crate::rules) fn is_reported(cx: &Context<'_>, span: Span) -> bool {
    let pair = cx.facts.answered_pair(span);
    let calmed = pair.and_then(|pair| calmed(cx, pair));
    let is_urgent = |concept: &&ConceptUse| {
        let mut counsels =
            { concept.bindings.iter() }.map(|binding| cx.facts.counsel(binding.counsel));
        counsels.any(|counsel| counsel.level() >= Urgency::Urgent)
    };
    cx.settings.is_on(RULE.name, super::NAME)
        && calmed.is_some_and(|(_, concepts)| concepts.iter().any(is_urgent))
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, concept: &ConceptUse, calm: Span) {
    let urgent = concept
        .bindings
        .iter()
        .map(|binding| cx.facts.counsel(binding.counsel))
        .max_by_key(|counsel| counsel.level());
    let Some(counsel) = urgent.filter(|counsel| counsel.level() >= Urgency::Urgent) else {
        return;
    };
    let words = cx.article.source.slice(calm);
    findings
        .report(
            calm,
            format!(
                "the answer says \"{words}\", but elsewhere \"{}\" gets \"{}\" ({})",
                concept.label,
                cx.article.source.slice(counsel.word),
                counsel.level().name()
            ),
        )
        .label(
            counsel.word,
            format!(
                "{} here: {}",
                counsel.level().name(),
                counsel.level().meaning()
            ),
        )
        .help("Give the same advice in the answer as in the red flags, first thing.");
}
