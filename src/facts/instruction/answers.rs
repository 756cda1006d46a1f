//! Answers of the FAQ that are instructions: "Can I drive? No."

use super::clause::Reader;
use super::scope::{Scope, Scopes};
use super::way::condition_in;
use super::words::{is_plain, is_unlimited};
use super::{Deed, Instruction, Manner, Pair};
use crate::facts::{Facts, QuantityKind};
use crate::lexicon::phrases::Table;
use crate::source::Span;

/// "Can I drive? No." is an instruction as well.
pub(super) fn in_answers(facts: &Facts<'_>, scopes: &Scopes, found: &mut Vec<Instruction>) {
    for pair in &facts.article.faq {
        let question = facts.sentences_in(pair.question.whole()).next();
        let answer = pair
            .answer_span()
            .and_then(|span| facts.sentences_in(span).next());
        if let (Some(question), Some(answer)) = (question, answer) {
            let is_answer = pair
                .answer_span()
                .is_some_and(|span| is_unlimited_in(facts, span));
            let mut one = answered(facts, question, answer, scopes);
            if let Some(one) = &mut one
                && is_answer
                && one.condition.is_empty()
                && one.window.is_none()
            {
                one.manner = Manner::Answer;
            }
            found.extend(one);
            found.extend(fasts(facts, question, answer));
            let eaten = eaten(facts, question, answer, found).filter(|_| is_answer);
            found.extend(eaten);
            found.extend(with_meal(facts, question, pair.answer_span()));
        }
    }
}

/// A longer answer says more than yes or no.
const MOST_SENTENCES: usize = 3;

/// Whether an answer is short, and no sentence of it sets a limit or a time.
pub(super) fn is_unlimited_in(facts: &Facts<'_>, answer: Span) -> bool {
    let mut sentences = facts.sentences_in(answer);
    facts.sentences_in(answer).count() <= MOST_SENTENCES
        && sentences.all(|index| {
            let mut numbers = facts.quantities_of(index);
            is_unlimited(facts.tokens_of(index))
                && !numbers.any(|number| number.kind == QuantityKind::Duration)
        })
}

/// "Can I take it with food? Yes."
fn eaten(
    facts: &Facts<'_>,
    question: usize,
    answer: usize,
    found: &[Instruction],
) -> Option<Instruction> {
    let tokens = facts.tokens_of(question);
    let is_asked = matches!(
        (tokens.word(0), tokens.word(1)),
        ("can" | "should" | "may", "i" | "you" | "we" | "my")
    );
    let is_yes = facts.yes_or_no(answer)?;
    let has = |table: Table| !facts.hits_in(table, question).is_empty();
    let is_positive = match (has(Table::WayWithFood), has(Table::WayFasting)) {
        (true, false) => is_yes,
        (false, true) => !is_yes,
        _ => return None,
    };
    // "Best on an empty stomach; with food if it upsets you": a yes to the exception is no fault.
    let is_allowed = found.iter().any(|one| {
        one.is_positive
            && one.is_limited
            && matches!(
                one.deed,
                Deed::Way {
                    pair: Pair::Food,
                    ..
                }
            )
    });
    // "Should I take it with food? No" says that one need not.
    let is_said = is_asked && is_yes && !is_allowed;
    is_said.then(|| {
        let span = facts.span_of(answer, 0..1);
        food(answer, span, is_positive, Manner::Answer)
    })
}

/// "When do I take it? On an empty stomach.", "How do I take it? With a meal."
fn with_meal(facts: &Facts<'_>, question: usize, answer_span: Option<Span>) -> Option<Instruction> {
    let answer = facts.sentences_in(answer_span?).next()?;
    let asked = facts.tokens_of(question);
    let names = facts.medicines_in(question);
    let is_asked = matches!(asked.word(0), "when" | "how")
        && !facts.hits_in(Table::UseVerbs, question).is_empty()
        && names
            .iter()
            .all(|name| facts.medicines_of_title().contains(name));
    // "On an empty stomach; with food if it upsets you."
    let is_limited = facts.sentences_in(answer_span?).any(|index| {
        let mut words = facts.tokens_of(index).words();
        words.any(|word| {
            matches!(
                word,
                "if" | "but" | "unless" | "or" | "can" | "usually" | "either"
            )
        })
    });
    if !is_asked || is_limited {
        return None;
    }
    let told = facts.tokens_of(answer);
    let opening = facts.hits_in(Table::WayFasting, answer).iter();
    let fasting = { opening }
        .find(|hit| hit.words.start == 0)
        .map(|hit| hit.words.clone());
    let is_meal = |word: &str| matches!(word, "food" | "meal" | "meals" | "breakfast" | "dinner");
    let meal = || {
        let opens = matches!(told.word(0), "with" | "after");
        let end = (1..4).find(|at| is_meal(told.word(*at)))?;
        opens.then_some(0..end + 1)
    };
    let is_positive = fasting.is_none();
    let words = fasting.or_else(meal)?;
    let span = facts.span_of(answer, words);
    Some(food(answer, span, is_positive, Manner::Plain))
}

/// To take it with food, or not.
fn food(sentence: usize, span: Span, is_positive: bool, manner: Manner) -> Instruction {
    Instruction {
        sentence,
        span,
        is_positive,
        deed: Deed::Way {
            pair: Pair::Food,
            object: Vec::new(),
        },
        narrowing: Vec::new(),
        condition: Vec::new(),
        is_limited: false,
        window: None,
        manner,
    }
}

/// "Do I need to fast before the test? No."
fn fasts(facts: &Facts<'_>, question: usize, answer: usize) -> Option<Instruction> {
    let tokens = facts.tokens.get(question)?;
    let told = facts.tokens.get(answer)?;
    let is_positive = facts.yes_or_no(answer)?;
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
        manner: Manner::Plain,
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
    let is_yes = facts.yes_or_no(answer)?;
    let asks = matches!(
        (tokens.word(0), tokens.word(1)),
        ("can" | "should", "i" | "my" | "you" | "we")
    ) || (tokens.word(0) == "is"
        && tokens.word(1) == "it"
        && matches!(tokens.word(2), "safe" | "ok" | "okay"));
    // "Do I need to stop warfarin?"
    let asks_to_stop = matches!(
        (tokens.word(0), tokens.word(1)),
        ("do", "i" | "we" | "you" | "my")
    ) && facts.hits_in(Table::StopVerbs, question).iter().any(|hit| {
        let start = hit.words.start;
        start <= 6
            && start
                .checked_sub(1)
                .is_some_and(|before| tokens.word(before) == "to")
    });
    if !asks && !asks_to_stop {
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
    let limited = condition_in(facts, answer, scopes);
    one.is_limited |= !limited.is_empty();
    one.condition.extend(limited);
    one.condition.sort_unstable();
    one.condition.dedup();
    one.sentence = answer;
    one.span = facts.span_of(answer, 0..1);
    one.manner = Manner::of(is_plain(told));
    Some(one)
}
