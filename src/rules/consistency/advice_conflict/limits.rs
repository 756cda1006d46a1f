//! Advice that forgets a limit which another place gives, and bans without one.

use super::clash::Clash;
use super::times::PHASES;
use crate::facts::instruction::{Deed, Instruction, Manner, Window};
use crate::facts::words::Stem;
use crate::rules::prelude::*;

/// Stems by which a doctor is to be asked first, sorted.
const ASKED: &[&str] = &[
    "advic",
    "agre",
    "ask",
    "check",
    "dentist",
    "doctor",
    "first",
    "gp",
    "nurs",
    "pharmacist",
    "sai",
    "say",
    "speak",
    "specialist",
    "surgeon",
    "talk",
    "team",
    "tell",
    "told",
    "until",
    "without",
];

/// "Do not drive for 6 weeks", "without asking your doctor", and a plain yes or no of the FAQ that forgets it.
pub(super) fn forgotten<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
    let is_one_of = |stem: &Stem, stems: &[&str]| {
        let stem = stem.trim_start_matches('~');
        stem.starts_with(|ch: char| ch.is_ascii_digit()) || stems.contains(&stem)
    };
    let all = |one: &Instruction, stems: &[&str]| {
        !one.condition.is_empty() && one.condition.iter().all(|stem| is_one_of(stem, stems))
    };
    let forgets = |order: &Instruction| {
        let is_timed = matches!(order.window, Some(Window::For(_)));
        match order.window {
            Some(Window::After(_)) => false,
            _ if order.is_positive => all(order, ASKED),
            _ => is_timed && order.condition.is_empty() || all(order, PHASES) || all(order, ASKED),
        }
    };
    let answers = same.iter().filter(|one| one.manner == Manner::Answer);
    let mut pairs = answers.take(MOST_ANSWERS).flat_map(|answer| {
        let orders = same.iter().filter(|order| {
            order.is_positive != answer.is_positive
                && order.manner == Manner::Plain
                && order.narrowing == answer.narrowing
                && order.sentence != answer.sentence
                && forgets(order)
        });
        orders.map(|order| (*order, *answer))
    });
    let (order, answer) = pairs.next()?;
    let is_sure = order.condition.is_empty() || all(order, ASKED);
    Some(Clash {
        severity: Some(if is_sure {
            Severity::Error
        } else {
            Severity::Warning
        }),
        ..Clash::new(order, answer, true)
    })
}

/// So many answers are compared with the orders on one deed.
const MOST_ANSWERS: usize = 16;

/// Stems of conditions under which a ban ends, so that both can be right.
const ENDS: &[&str] = &[
    "after", "befor", "before", "until", "onc", "dur", "doctor", "sai", "say", "told", "tell",
    "advis", "later", "except", "unless",
];

/// "Never take X" and "take X for a sore throat": a ban without any limit, and advice in some case that forgets it.
pub(super) fn in_one_case<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
    let is_bare = |one: &&&Instruction| {
        !one.is_positive
            && one.manner.is_plain()
            && one.condition.is_empty()
            && one.narrowing.is_empty()
            && one.window.is_none()
    };
    // Of two ways one may be the rule and the other the exception: "on an empty stomach; with food if they upset you".
    let is_way = |one: &&Instruction| matches!(one.deed, Deed::Way { .. });
    if same.first().is_some_and(is_way) {
        return None;
    }
    let ban = same.iter().find(is_bare)?;
    let is_case = |stem: &Stem| {
        !ENDS.contains(&stem.as_str())
            && !stem.starts_with('~')
            && !stem.bytes().any(|byte| byte.is_ascii_digit())
    };
    let advice = same.iter().find(|one| {
        one.is_positive
            && one.manner.is_plain()
            && !one.condition.is_empty()
            && one.window.is_none()
            && one.condition.iter().all(is_case)
            && one.sentence != ban.sentence
    })?;
    Some(Clash::new(ban, advice, true))
}
