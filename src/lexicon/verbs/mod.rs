//! English verbs, as far as words alone show them: orders, finite verbs, the passive voice. No grammar, no model.

mod finite;
mod orders;

use super::token::Tokens;
use super::word_table::{WordTable, words};
use finite::{
    AUXILIARIES, BEING, INSIDE, PARTICIPLES, RELATIVES, STATES, SUBJECTS, SUBORDINATE, TELLING,
};
use orders::{AFTER_ORDER, BEFORE_ORDER, NOUNS_TOO, ORDERS, PREPOSITIONS, SUBORDINATORS};
use std::ops::Range;

/// The first word of the order that a sentence with these words gives, if it gives one.
///
/// `text` is the sentence that `tokens` are the words of.
pub fn order(text: &str, tokens: &Tokens) -> Option<usize> {
    if let Some(found) = order_at(text, tokens, 0) {
        return Some(found);
    }
    let opens = SUBORDINATORS.has(tokens.word(0));
    if !text.contains(|mark| matches!(mark, ':' | ';' | '–' | '—') || opens && mark == ',') {
        return None;
    }
    (1..tokens.len()).find_map(|at| {
        let gap = tokens.gap_before(text, at);
        let clause = gap.contains([':', ';', '–', '—']) || opens && gap.contains(',');
        let order = clause.then(|| order_at(text, tokens, at)).flatten()?;
        // "For colds, coughs, and sneezes": a list is no order.
        (!gap.contains(',')
            || !NOUNS_TOO.has(tokens.word(order))
            || AFTER_ORDER.has(tokens.word(order + 1)))
        .then_some(order)
    })
}

fn order_at(text: &str, tokens: &Tokens, mut at: usize) -> Option<usize> {
    let last = at + 3;
    while at < last && BEFORE_ORDER.has(tokens.word(at)) {
        at += 1;
    }
    let (word, next) = (tokens.word(at), tokens.word(at + 1));
    let is_negated = word == "don't" || (word == "do" && next == "not");
    if is_negated {
        return Some(at);
    }
    if !ORDERS.has(word) || tokens.gap_before(text, at + 1).starts_with('-') {
        return None;
    }
    let ends = next.is_empty()
        || tokens
            .gap_before(text, at + 1)
            .contains([',', ':', ';', '(']);
    let is_order = if NOUNS_TOO.has(word) {
        // "Rest for two days" is an order, "Support for carers is free" is none.
        let is_subject = || PREPOSITIONS.has(next) && is_told_of(text, tokens, at + 2);
        // A number in digits: "Call 911".
        next.starts_with(|c: char| c.is_ascii_digit()) || AFTER_ORDER.has(next) && !is_subject()
    } else {
        const VERBS: &WordTable = words![
            "are", "can", "has", "is", "may", "of", "was", "were", "will",
        ];
        ends || !VERBS.has(next)
    };
    is_order.then_some(at)
}

/// Whether a finite verb follows in the clause from word `from` on.
fn is_told_of(text: &str, tokens: &Tokens, from: usize) -> bool {
    for at in from..tokens.len() {
        let ends = SUBORDINATE.has(tokens.word(at))
            || tokens.gap_before(text, at).contains([',', ';', ':']);
        if ends {
            return false;
        }
        if is_finite(tokens, at) {
            return true;
        }
    }
    false
}

/// Whether an order may begin with `word`, folded.
pub fn is_order(word: &str) -> bool {
    ORDERS.has(word)
}

/// Whether `word`, folded, is mostly a verb: an auxiliary, the third person of a common verb, or an order's.
pub fn is_verb(word: &str) -> bool {
    AUXILIARIES.has(word) || TELLING.has(word) || (ORDERS.has(word) && !NOUNS_TOO.has(word))
}

/// Whether a clause with these words has a finite verb of its own, so that it is a sentence and no fragment.
pub fn is_clause(text: &str, tokens: &Tokens) -> bool {
    let Some(verb) = (0..tokens.len()).find(|at| is_finite(tokens, *at)) else {
        return order(text, tokens).is_some();
    };
    let described = (1..=2).any(|back| {
        verb.checked_sub(back)
            .is_some_and(|at| at > 0 && RELATIVES.has(tokens.word(at)))
    });
    !described
        || order(text, tokens).is_some()
        || (verb + 1..tokens.len())
            .filter(|at| is_finite(tokens, *at))
            .count()
            > 1
}

fn is_finite(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    if AUXILIARIES.has(word) || TELLING.has(word) && at > 0 {
        return true;
    }
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    SUBJECTS.has(before) && !word.ends_with("ing")
}

/// The words of each verb in the passive voice: "is usually treated".
pub fn passives(tokens: &Tokens) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < tokens.len() {
            let start = from;
            from += 1;
            if let Some(end) = passive_at(tokens, start) {
                from = end;
                return Some(start..end);
            }
        }
        None
    })
}

fn passive_at(tokens: &Tokens, start: usize) -> Option<usize> {
    if !BEING.has(tokens.word(start)) {
        return None;
    }
    let mut at = start + 1;
    while at < start + 4
        && (INSIDE.has(tokens.word(at))
            || BEING.has(tokens.word(at))
            || tokens.word(at).ends_with("ly"))
    {
        at += 1;
    }
    is_participle(tokens.word(at)).then_some(at + 1)
}

fn is_participle(word: &str) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (regular && !STATES.has(word)) || PARTICIPLES.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders(text: &str) -> bool {
        order(text, &Tokens::of(text)).is_some()
    }

    #[test]
    fn orders_are_told_from_statements_that_begin_with_the_same_word() {
        for text in [
            "Call 911.",
            "Call your doctor if it gets worse.",
            "Take the tablets with food.",
            "Do not drive for 24 hours.",
            "Don’t stop.",
            "If you feel faint, sit down.",
            "When your back hurts, rest for a short time.",
            "Always tell your nurse about allergies.",
            "Try walking every day.",
            "Exercise regularly.",
            "Important: ask your doctor first.",
            "To sleep better, avoid coffee.",
            "Breathe.",
            "Use an ice pack.",
            "Stay active.",
            "use calamine lotion",
            "Rest for two days.",
            "Exercise in water if it hurts on land.",
        ] {
            assert!(orders(text), "{text}");
        }
        for text in [
            "Exercise is essential for health.",
            "Use of heat may reduce pain.",
            "Rest and ice help.",
            "Exercise-based care works.",
            "Call handlers are trained.",
            "For colds, coughs, and sneezes.",
            "Pain can spread to your leg.",
            "Practice guidelines say so.",
            "Work that is heavy can hurt.",
            "Treatment may help.",
            "Keeping fit helps.",
            "Support for carers is free.",
            "Exercise with a friend can help.",
        ] {
            assert!(!orders(text), "{text}");
        }
    }

    #[test]
    fn sentences_are_told_from_fragments() {
        for text in [
            "You feel faint",
            "The pain spreads to your leg and does not go away",
            "Core training supports the spine",
            "Call your doctor",
            "Other factors can add to it",
            "It’s common",
        ] {
            assert!(is_clause(text, &Tokens::of(text)), "{text}");
        }
        for text in [
            "Fever accompanying back pain",
            "Loss of bladder or bowel control",
            "pain that is worse at night",
            "trouble breathing",
            "a child who has a fever",
            "stress and poor sleep",
        ] {
            assert!(!is_clause(text, &Tokens::of(text)), "{text}");
        }
    }

    #[test]
    fn the_passive_is_told_from_the_active_and_from_states() {
        let found = |text: &str| -> Vec<String> {
            let tokens = Tokens::of(text);
            passives(&tokens)
                .map(|words| text[tokens.place(words)].to_owned())
                .collect()
        };
        let cases: &[(&str, &[&str])] = &[
            ("The needle is placed near the nerve.", &["is placed"]),
            ("It should not be taken with milk.", &["be taken"]),
            (
                "They are usually given at night and were not tested.",
                &["are usually given", "were not tested"],
            ),
            ("You are tired and worried.", &[]),
            ("It is related to age.", &[]),
            ("The nurse places the needle.", &[]),
            ("Swelling is red.", &[]),
            ("It has been shown to work.", &["been shown"]),
        ];
        for (text, wanted) in cases {
            assert_eq!(found(text), *wanted, "{text}");
        }
    }
}
