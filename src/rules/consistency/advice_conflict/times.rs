//! Advice that holds from one time, and a ban that holds until another.

use super::clash::Clash;
use crate::facts::instruction::{Instruction, Window};
use crate::facts::words::Stem;
use crate::facts::{QuantityKind, Unit};
use crate::rules::prelude::*;

/// "Not until your sight was checked" and "the next day": what is allowed at once or a day later, whatever else must come first.
pub(super) fn too_early<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
    let has = |one: &Instruction, stem: &str| one.condition.iter().any(|known| known == stem);
    let is_day = |one: &Instruction| {
        let times = ["dai", "day", "hour", "morn", "next", "tomorrow", "night"];
        times.iter().any(|stem| has(one, stem))
    };
    let ban = same.iter().find(|one| {
        !one.is_positive && one.window.is_none() && has(one, "until") && !is_day(one)
    })?;
    let permission = same.iter().find(|one| {
        let is_next = one.condition.as_slice() == ["~later"];
        let is_soon = matches!(one.window, Some(Window::After(0..=24))) && one.condition.is_empty();
        one.is_positive && one.sentence != ban.sentence && (is_next || is_soon)
    })?;
    let is_plain = ban.manner.is_plain() && permission.manner.is_plain();
    Some(Clash {
        severity: is_plain.then_some(Severity::Warning),
        ..Clash::new(ban, permission, true)
    })
}

/// "Not for 24 hours" and "after 2 hours": what is allowed sooner than it is banned.
pub(super) fn too_soon<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
    let banned = same
        .iter()
        .filter(|one| !one.is_positive && !one.is_limited);
    let longest = banned.filter_map(|one| match one.window {
        Some(Window::For(hours)) => Some((hours, *one)),
        Some(Window::After(_)) | None => None,
    });
    let allowed = same.iter().filter(|one| one.is_positive && !one.is_limited);
    let soonest = allowed.filter_map(|one| match one.window {
        Some(Window::After(hours)) => Some((hours, *one)),
        Some(Window::For(_)) | None => None,
    });
    let (banned_for, ban) = longest.max_by_key(|(hours, _)| *hours)?;
    let (allowed_after, permission) = soonest.min_by_key(|(hours, _)| *hours)?;
    (allowed_after < banned_for).then(|| Clash::new(ban, permission, false))
}

/// Stems that only say when: before or after what the article is about, sorted.
pub(super) const PHASES: &[&str] = &[
    "after",
    "ant",
    "appointment",
    "befor",
    "biopsi",
    "cirugi",
    "cirugia",
    "dai",
    "day",
    "despu",
    "despues",
    "dia",
    "dias",
    "dos",
    "dur",
    "during",
    "exam",
    "first",
    "go",
    "goe",
    "hom",
    "home",
    "hospit",
    "hospital",
    "hour",
    "injection",
    "leav",
    "month",
    "next",
    "operacion",
    "operation",
    "procedur",
    "prueb",
    "recoveri",
    "recovery",
    "scan",
    "seman",
    "semana",
    "start",
    "surgeri",
    "tak",
    "take",
    "test",
    "tomar",
    "tomarl",
    "tratamient",
    "treatment",
    "until",
    "us",
    "use",
    "visit",
    "week",
    "when",
    "while",
];

/// "Keep taking it until the day of the operation" and "stop it 5 days before": no other word may name a case.
pub(super) fn until_then<'f>(cx: &Context<'_>, same: &[&'f Instruction]) -> Option<Clash<'f>> {
    let has = |one: &Instruction, stems: &[&str]| {
        one.condition
            .iter()
            .any(|stem| stems.contains(&stem.as_str()))
    };
    let is_phase = |stem: &Stem| PHASES.contains(&stem.as_str()) || stem == "morn";
    let is_plain = |one: &Instruction| {
        one.manner.is_plain() && one.window.is_none() && one.condition.iter().all(is_phase)
    };
    let goes_on = |one: &&&Instruction| {
        one.is_positive
            && is_plain(one)
            && has(one, &["until"])
            && has(one, &["dai", "day", "morn"])
    };
    // Of hours, only the last doses are left off.
    let stops = |one: &&&Instruction| {
        let is_days = || {
            let mut times = cx.facts.quantities_of(one.sentence);
            times.any(|time| time.kind == QuantityKind::Duration && time.low >= Unit::Day.factor())
        };
        !one.is_positive && is_plain(one) && has(one, &["befor", "before"]) && is_days()
    };
    let order = same.iter().find(goes_on)?;
    let ban = same.iter().find(stops)?;
    Some(Clash::new(order, ban, false))
}
