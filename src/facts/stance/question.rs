//! What a question of the FAQ asks, where "yes" and "no" answer it.

use super::Force;
use crate::lexicon::Tokens;

/// What a question asks: how the article stands to it after "yes" and after "no", and where what it is about starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) yes: Force,
    pub(super) no: Force,
    pub(super) topic: usize,
    /// Whether it asks when, so that any time is a yes.
    pub(super) is_when: bool,
}

impl Question {
    fn new(yes: Force, no: Force, topic: usize) -> Self {
        Self {
            yes,
            no,
            topic,
            is_when: false,
        }
    }
}

/// Words with which a question opens.
const OPENERS: &[&str] = &[
    "am", "are", "can", "could", "do", "how", "is", "may", "must", "should", "what", "when",
    "will", "would",
];

/// Of whom a question asks.
const PERSONS: &[&str] = &[
    "children", "he", "i", "it", "my", "patients", "people", "she", "they", "we", "you",
];

/// What a question asks; `None` for one that "yes" and "no" do not answer.
pub(super) fn question_of(tokens: &Tokens) -> Option<Question> {
    let word = |at: usize| tokens.word(at);
    let is_who = |at: usize| PERSONS.contains(&word(at));
    let at = (0..tokens.len()).find(|at| OPENERS.contains(&word(*at)))?;
    let topic = |at: usize| behind_person(tokens, at);
    match (word(at), word(at + 1)) {
        ("when", _) | ("how", "soon" | "quickly") => {
            let modal = (at + 1..at + 4).find(|at| matches!(word(*at), "can" | "may" | "could"))?;
            let asked = Question::new(Force::May, Force::MustNot, topic(modal + 1));
            is_who(modal + 1).then_some(Question {
                is_when: true,
                ..asked
            })
        }
        ("what", "about") => Some(Question::new(Force::May, Force::MustNot, at + 2)),
        ("can" | "could" | "may", _) if is_who(at + 1) => {
            Some(turned(tokens, Force::May, Force::MustNot, topic(at + 1)))
        }
        ("should" | "must", _) if is_who(at + 1) => {
            Some(turned(tokens, Force::Must, Force::NeedNot, topic(at + 1)))
        }
        ("do" | "will", _) if is_who(at + 1) => needed(tokens, topic(at + 1)),
        ("am", "i") if matches!(word(at + 2), "allowed" | "able") => {
            Some(Question::new(Force::May, Force::MustNot, at + 4))
        }
        ("is" | "are", _) => judged(tokens, at),
        _ => None,
    }
}

/// What is asked for: "can I stop" asks whether to leave off.
fn turned(tokens: &Tokens, yes: Force, no: Force, at: usize) -> Question {
    match tokens.word(at) {
        "avoid" | "stop" | "skip" => Question::new(Force::MustNot, Force::May, at + 1),
        _ => Question::new(yes, no, at),
    }
}

/// "Do I need to", "will I be able to", from the word after the person on.
fn needed(tokens: &Tokens, at: usize) -> Option<Question> {
    match (tokens.word(at), tokens.word(at + 1)) {
        ("have" | "need", "to") => Some(turned(tokens, Force::Must, Force::NeedNot, at + 2)),
        ("need", _) => Some(Question::new(Force::Must, Force::NeedNot, at + 1)),
        ("be", "able" | "allowed") => Some(Question::new(Force::May, Force::MustNot, at + 3)),
        _ => None,
    }
}

/// "Is it safe to", "are baths allowed".
fn judged(tokens: &Tokens, at: usize) -> Option<Question> {
    let is_judged = |at: &usize| {
        matches!(
            tokens.word(*at),
            "safe" | "ok" | "okay" | "fine" | "right" | "alright" | "allowed" | "permitted"
        )
    };
    let judged = (at + 2..at + 7).find(is_judged)?;
    let topic = if tokens.word(at + 1) == "it" {
        let to = (judged + 1..judged + 6).find(|at| tokens.word(*at) == "to");
        to.map_or(at + 1, |to| to + 1)
    } else {
        at + 1
    };
    Some(Question::new(Force::May, Force::MustNot, topic))
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
