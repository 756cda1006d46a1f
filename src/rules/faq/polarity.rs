//! Yes and no in the FAQ against what the article says: prevent or lower the risk, cure or ease, painless or painful.

use crate::facts::Asked;
use crate::facts::words::ContentWords;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

/// Something that an FAQ may promise, with the words that take it back.
struct Promise {
    asked: Table,
    hedged: Table,
    /// The rows of `hedged` that say the opposite.
    flat: &'static [usize],
    /// What the two are called.
    names: (&'static str, &'static str),
}

const PROMISES: &[Promise] = &[
    Promise {
        asked: Table::AskPrevent,
        hedged: Table::HedgePrevent,
        flat: &[3],
        names: ("preventing it", "lowering the risk"),
    },
    Promise {
        asked: Table::AskCure,
        hedged: Table::HedgeCure,
        flat: &[1, 2],
        names: ("a cure", "relief"),
    },
];

/// Parts that say nothing about the question.
const ELSEWHERE: &[Role] = &[
    Role::Faq,
    Role::Disclaimer,
    Role::References,
    Role::Resources,
];
/// The share of the question's other words that a sentence must have to speak of the same thing.
const SAME: f64 = 0.5;

/// Reports answers whose yes or no does not fit the article.
pub fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for asked in cx.facts.asked() {
        let Some(first) = asked.answer.first().copied() else {
            continue;
        };
        let word = cx
            .facts
            .tokens
            .get(first)
            .map_or("", |tokens| tokens.word(0));
        match word {
            "yes" | "si" => {
                for promise in PROMISES {
                    promised(cx, findings, asked, first, promise);
                }
                hurts(cx, findings, asked, first, Table::FlatHurt);
            }
            "no" => hurts(cx, findings, asked, first, Table::HedgeHurt),
            _ => {}
        }
    }
}

/// "Can I prevent it? Yes", while the answer or the article only lowers the risk.
fn promised(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    asked: &Asked<'_>,
    first: usize,
    promise: &Promise,
) {
    if !asked.asks(cx.facts, promise.asked)
        || !cx.facts.hits_in(Table::PartAnswer, first).is_empty()
    {
        return;
    }
    let hedges = |index: usize| cx.facts.hits_in(promise.hedged, index).first();
    let within = asked.answer.iter().find_map(|index| hedges(*index));
    let elsewhere = || {
        let mut hits = cx.facts.hits(promise.hedged).iter();
        hits.find(|hit| {
            !cx.facts.is_in_roles(hit.sentence, ELSEWHERE)
                && is_same(cx, asked, promise.asked, hit.sentence)
        })
    };
    let Some(hedge) = within.or_else(elsewhere) else {
        return;
    };
    let flat = promise.flat.contains(&hedge.row);
    let span = cx.facts.span_of(hedge.sentence, hedge.words.clone());
    let words = cx.article.source.slice(span);
    let place = if within.is_some() {
        "goes on with"
    } else {
        "elsewhere the article says"
    };
    let (more, less) = promise.names;
    let finding = findings
        .report(cx.facts.span_of(first, 0..1), format!("the answer says yes to {more}, but {place} \"{words}\""))
        .label(asked.pair.question.trimmed().whole(), "the question")
        .label(span, if flat { "the opposite".to_owned() } else { format!("this is only {less}") })
        .help("Answer what holds: \"Not always. You can lower your chance by ...\". A plain yes promises more than anybody can keep.");
    if !flat {
        finding.severity(Severity::Warning);
    }
}

/// "Does it hurt? No", while the article speaks of pain; or the other way round.
fn hurts(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    asked: &Asked<'_>,
    first: usize,
    opposite: Table,
) {
    let says = |index: usize, table: Table| !cx.facts.hits_in(table, index).is_empty();
    let mixed = asked
        .answer
        .iter()
        .any(|index| says(*index, Table::HedgeHurt) && !says(*index, Table::FlatHurt));
    let is_open = says(first, Table::PartAnswer) || (opposite == Table::HedgeHurt && mixed);
    if !asked.asks(cx.facts, Table::AskHurt) || is_open {
        return;
    }
    let told = cx.facts.hits(opposite).iter().find(|hit| {
        let during = cx.facts.is_in_roles(hit.sentence, &[Role::Procedure]);
        !cx.facts.is_in_roles(hit.sentence, ELSEWHERE)
            && (during || is_same(cx, asked, Table::AskHurt, hit.sentence))
            && (opposite == Table::FlatHurt || !says(hit.sentence, Table::FlatHurt))
    });
    let Some(told) = told else {
        return;
    };
    let span = cx.facts.span_of(told.sentence, told.words.clone());
    let answer = cx.facts.span_of(first, 0..1);
    let message = format!(
        "the answer says \"{}\" to a question about pain, but elsewhere the article says \"{}\"",
        cx.article.source.slice(answer),
        cx.article.source.slice(span)
    );
    findings
        .report(answer, message)
        .severity(Severity::Warning)
        .label(asked.pair.question.trimmed().whole(), "the question")
        .label(span, "the article here")
        .help("Say the same in both places: \"You may feel a sting for a few seconds\". Readers who expect no pain feel misled.");
}

/// Whether a sentence speaks of what is asked: it has half of the question's words that are not about the promise itself.
fn is_same(cx: &Context<'_>, asked: &Asked<'_>, promise: Table, sentence: usize) -> bool {
    let lang = cx.article.base_lang();
    let hits = asked
        .question
        .iter()
        .flat_map(|index| cx.facts.hits_in(promise, *index));
    let promised: Vec<String> = hits
        .flat_map(|hit| {
            ContentWords::of(cx.facts.text_of(hit.sentence, hit.words.clone()), lang)
                .different()
                .to_vec()
        })
        .collect();
    let question = ContentWords::of(asked.pair.question.text(), lang);
    let own = question
        .different()
        .iter()
        .filter(|stem| !promised.contains(stem));
    let own = ContentWords::from_stems(own.cloned());
    let text = cx
        .facts
        .sentences
        .get(sentence)
        .map_or("", |sentence| sentence.text());
    !own.is_empty() && own.share_in(&ContentWords::of(text, lang)) >= SAME
}
