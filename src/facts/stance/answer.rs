//! What answers of the FAQ say of what is asked: "Can I have a beer? Best avoided."

use super::mark;
use super::topic::{Reader, Told, is_plain, sorted};
use super::{Force, Stance};
use crate::facts::instruction::{Scopes, Window};
use crate::facts::{Asked, Facts};
use crate::lexicon::Tokens;

/// What a question asks: how the article stands to it after "yes" and after "no", and where what it is about starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Question {
    yes: Force,
    no: Force,
    topic: usize,
    /// Whether it asks when, so that any time is a yes.
    is_when: bool,
}

pub(super) fn in_answers(facts: &Facts<'_>, scopes: &Scopes, found: &mut Vec<Stance>) {
    for asked in facts.asked() {
        found.extend(answered(facts, &asked, scopes));
    }
}

fn answered(facts: &Facts<'_>, asked: &Asked<'_>, scopes: &Scopes) -> Vec<Stance> {
    let (Some(question), Some(answer)) = (asked.question.last(), asked.answer.first()) else {
        return Vec::new();
    };
    let tokens = facts.tokens_of(*question);
    let Some(asks) = question_of(tokens) else {
        return Vec::new();
    };
    let reader = |index: usize| Reader {
        facts,
        index,
        text: facts.sentence(index).text(),
        tokens: facts.tokens_of(index),
        scopes,
    };
    let told = facts.tokens_of(*answer);
    let said = reader(*answer).told(behind(told)..told.len());
    let Some(force) = force(facts, *answer, &asks, &said) else {
        return Vec::new();
    };
    let topic = reader(*question).told(asks.topic..tokens.len());
    let mut limits = topic.limits;
    limits.extend(said.limits.iter().cloned());
    let limits = sorted(limits);
    let next = asked
        .answer
        .get(1)
        .map(|index| facts.tokens_of(*index).word(0));
    let is_turned = matches!(
        next,
        Some("but" | "however" | "unless" | "except" | "only" | "just")
    );
    let things = topic.things.into_iter().filter(|thing| !thing.is_empty());
    things
        .map(|thing| Stance {
            sentence: *answer,
            span: facts.sentence(*answer).span(),
            force,
            words: sorted(thing),
            limits: limits.clone(),
            even: said.even.clone(),
            window: topic.window.or(said.window).or_else(|| at_once(told)),
            is_plain: is_plain(told) && !is_turned,
            is_answer: true,
        })
        .collect()
}

/// The word after "yes", "no, not".
fn behind(told: &Tokens) -> usize {
    usize::from(matches!(told.word(0), "yes" | "no" | "not" | "never"))
}

/// "Straight away", "the same day": at once, in hours.
fn at_once(told: &Tokens) -> Option<Window> {
    let mut all = 0..told.len();
    all.find_map(|at| match (told.word(at), told.word(at + 1)) {
        ("straight" | "right", "away") | ("same", "day") | ("immediately", _) => {
            Some(Window::After(0))
        }
        ("next" | "following", "day" | "morning") => Some(Window::After(24)),
        _ => None,
    })
}

/// How the answer stands to what is asked.
fn force(facts: &Facts<'_>, answer: usize, asks: &Question, said: &Told) -> Option<Force> {
    let tokens = facts.tokens_of(answer);
    let (first, second) = (tokens.word(0), tokens.word(1));
    let said_plainly = match (first, second) {
        (
            "not",
            "yet" | "necessarily" | "always" | "usually" | "really" | "everyone" | "all" | "often"
            | "quite",
        ) => return None,
        ("yes" | "absolutely" | "certainly" | "definitely" | "sure", "not") => Some(false),
        ("yes" | "absolutely" | "certainly" | "definitely" | "sure", _) | ("of", "course") => {
            Some(true)
        }
        ("no", "need" | "one" | "reason") => None,
        ("no", _) => Some(false),
        ("not" | "never", _) => Some(false),
        _ => None,
    };
    if asks.is_when {
        let has_time = matches!(said.window, Some(Window::After(_))) || at_once(tokens).is_some();
        let marks = mark::marks(facts.sentence(answer).text(), tokens);
        let is_denied = matches!(first, "not" | "never" | "no" | "please" | "do" | "don't")
            || marks.first().is_some_and(|mark| mark.force.is_denied());
        return (has_time && !is_denied).then_some(asks.yes);
    }
    if let Some(is_yes) = said_plainly {
        return Some(if is_yes { asks.yes } else { asks.no });
    }
    let marks = mark::marks(facts.sentence(answer).text(), tokens);
    let mark = marks.first()?;
    // "It is best avoided", "we advise against it": of what was asked.
    let is_pronoun = |word: &str| {
        matches!(
            word,
            "it" | "that" | "this" | "they" | "these" | "them" | "so" | "do" | "one"
        )
    };
    let is_open = if mark.is_behind {
        (0..mark.words.start).all(|at| {
            is_pronoun(tokens.word(at)) || tokens.word(at) == "that's" || tokens.word(at) == "it's"
        })
    } else {
        let next = tokens.word(mark.words.end);
        is_pronoun(next) || next.is_empty()
    };
    is_open.then_some(mark.force)
}

/// What a question asks; `None` for one that "yes" and "no" do not answer.
fn question_of(tokens: &Tokens) -> Option<Question> {
    let word = |at: usize| tokens.word(at);
    let is_who = |at: usize| {
        matches!(
            word(at),
            "i" | "we"
                | "you"
                | "he"
                | "she"
                | "they"
                | "my"
                | "people"
                | "children"
                | "patients"
                | "it"
        )
    };
    let mut at = (0..tokens.len()).find(|at| {
        matches!(
            word(*at),
            "can"
                | "could"
                | "may"
                | "should"
                | "must"
                | "do"
                | "will"
                | "am"
                | "is"
                | "are"
                | "what"
                | "when"
                | "how"
                | "would"
        )
    })?;
    let ask = |yes, no, topic| {
        Some(Question {
            yes,
            no,
            topic,
            is_when: false,
        })
    };
    if matches!((word(at), word(at + 1)), ("how", "soon" | "quickly")) || word(at) == "when" {
        let modal = (at + 1..at + 4).find(|at| matches!(word(*at), "can" | "may" | "could"))?;
        return is_who(modal + 1).then_some(Question {
            yes: Force::May,
            no: Force::MustNot,
            topic: behind_person(tokens, modal + 1),
            is_when: true,
        });
    }
    if word(at) == "what" && word(at + 1) == "about" {
        return ask(Force::May, Force::MustNot, at + 2);
    }
    if matches!(word(at), "what" | "how") {
        return None;
    }
    let topic = |at: usize| behind_person(tokens, at);
    let turned = |yes: Force, no: Force, at: usize| match word(at) {
        "avoid" | "stop" | "skip" => Some(Question {
            yes: Force::MustNot,
            no: Force::May,
            topic: at + 1,
            is_when: false,
        }),
        _ => Some(Question {
            yes,
            no,
            topic: at,
            is_when: false,
        }),
    };
    match (word(at), word(at + 1)) {
        ("can" | "could" | "may", _) if is_who(at + 1) => {
            turned(Force::May, Force::MustNot, topic(at + 1))
        }
        ("should" | "must", _) if is_who(at + 1) => {
            turned(Force::Must, Force::NeedNot, topic(at + 1))
        }
        ("do" | "will", _) if is_who(at + 1) => {
            at = topic(at + 1);
            match (word(at), word(at + 1)) {
                ("have" | "need", "to") => turned(Force::Must, Force::NeedNot, at + 2),
                ("need", _) => ask(Force::Must, Force::NeedNot, at + 1),
                ("be", "able" | "allowed") => ask(Force::May, Force::MustNot, at + 3),
                _ => None,
            }
        }
        ("am", "i") if matches!(word(at + 2), "allowed" | "able") => {
            ask(Force::May, Force::MustNot, at + 4)
        }
        ("is", "it") => {
            let judged = (at + 2..at + 5).find(|at| {
                matches!(
                    word(*at),
                    "safe" | "ok" | "okay" | "fine" | "right" | "alright"
                )
            })?;
            let to = (judged + 1..judged + 6).find(|at| word(*at) == "to")?;
            ask(Force::May, Force::MustNot, to + 1)
        }
        ("is" | "are", _) => {
            let judged = (at + 2..tokens.len())
                .find(|at| matches!(word(*at), "safe" | "allowed" | "ok" | "okay" | "permitted"))?;
            let mut question = Question {
                yes: Force::May,
                no: Force::MustNot,
                topic: at + 1,
                is_when: false,
            };
            // What is judged stands before the word.
            question.topic = at + 1;
            (judged <= at + 6).then_some(question)
        }
        _ => None,
    }
}

/// The word after the person at `at`: "I", "my child".
fn behind_person(tokens: &Tokens, at: usize) -> usize {
    let mut at = at + if tokens.word(at) == "my" { 2 } else { 1 };
    while matches!(
        tokens.word(at),
        "still" | "also" | "safely" | "just" | "ever" | "always"
    ) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_decides_what_yes_and_no_mean() {
        for (question, yes, no) in [
            ("Can I swim?", Force::May, Force::MustNot),
            ("Do I need to fast?", Force::Must, Force::NeedNot),
            ("Should I stop my tablets?", Force::MustNot, Force::May),
            ("Is it safe for me to fly?", Force::May, Force::MustNot),
        ] {
            let asked = question_of(&Tokens::of(question)).map(|asked| (asked.yes, asked.no));
            assert_eq!(asked, Some((yes, no)), "{question}");
        }
        assert_eq!(question_of(&Tokens::of("What is asthma?")), None);
    }
}
