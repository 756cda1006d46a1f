//! Answers of the FAQ that are instructions: "Can I drive? No."

use super::clause::Reader;
use super::scope::{Scope, Scopes};
use super::way::condition_in;
use super::words::is_plain;
use super::{Deed, Instruction, Pair};
use crate::facts::{Facts, yes_or_no};

/// "Can I drive? No." is an instruction as well.
pub(super) fn in_answers(facts: &Facts<'_>, scopes: &Scopes, found: &mut Vec<Instruction>) {
    for pair in &facts.article.faq {
        let question = facts.sentences_in(pair.question.whole()).next();
        let answer = pair
            .answer_span()
            .and_then(|span| facts.sentences_in(span).next());
        if let (Some(question), Some(answer)) = (question, answer) {
            found.extend(answered(facts, question, answer, scopes));
            found.extend(fasts(facts, question, answer));
        }
    }
}

/// "Do I need to fast before the test? No."
fn fasts(facts: &Facts<'_>, question: usize, answer: usize) -> Option<Instruction> {
    let tokens = facts.tokens.get(question)?;
    let told = facts.tokens.get(answer)?;
    let is_positive = yes_or_no(told)?;
    let asks = tokens.word(0) == "do" && matches!(tokens.word(1), "i" | "we" | "you");
    let is_asked = (2..tokens.len()).any(|at| {
        let is_needed = matches!(tokens.word(at), "need" | "have") && tokens.word(at + 1) == "to";
        is_needed && tokens.word(at + 2) == "fast"
    });
    let is_limited = tokens.words().any(|word| matches!(word, "if" | "after"));
    (asks && is_asked && !is_limited && is_plain(told)).then(|| Instruction {
        sentence: answer,
        span: facts.span_of(answer, 0..1),
        is_positive,
        deed: Deed::Way {
            pair: Pair::Fast,
            object: Vec::new(),
        },
        narrowing: Vec::new(),
        condition: Vec::new(),
        is_limited: false,
        window: None,
        is_plain: true,
    })
}

fn answered(
    facts: &Facts<'_>,
    question: usize,
    answer: usize,
    scopes: &Scopes,
) -> Option<Instruction> {
    let tokens = facts.tokens.get(question)?;
    let told = facts.tokens.get(answer)?;
    let is_yes = yes_or_no(told)?;
    let asks = matches!(
        (tokens.word(0), tokens.word(1)),
        ("can" | "should", "i" | "my" | "you" | "we")
    ) || (tokens.word(0) == "is"
        && tokens.word(1) == "it"
        && matches!(tokens.word(2), "safe" | "ok" | "okay"));
    if !asks {
        return None;
    }
    let scope = Scope::default();
    let reader = Reader {
        facts,
        index: question,
        text: facts.sentences.get(question)?.text(),
        tokens,
        scope: &scope,
        scopes,
        opening: Vec::new(),
        is_plain: is_plain(told),
    };
    let order = (2..6.min(tokens.len())).find_map(|at| reader.act(at, is_yes))?;
    let mut of_question = Vec::new();
    let _ = reader.objects(&order, 0, &mut of_question);
    let mut one = of_question.into_iter().next()?;
    let limited = condition_in(
        facts.sentences.get(answer)?.text(),
        told,
        facts.lang,
        scopes,
    );
    one.is_limited |= !limited.is_empty();
    one.condition.extend(limited);
    one.condition.sort_unstable();
    one.condition.dedup();
    one.sentence = answer;
    one.span = facts.span_of(answer, 0..1);
    one.is_plain = is_plain(told);
    Some(one)
}
