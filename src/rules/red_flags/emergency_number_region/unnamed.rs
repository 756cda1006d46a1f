//! Emergency advice in an article that names no number to call.

use crate::facts::{Counsel, Urgency};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

/// Words for places and people that one goes to, or calls, in an emergency.
const PLACES: &[&str] = &[
    "a&e",
    "er",
    "emergency",
    "emergencies",
    "ambulance",
    "urgencias",
    "emergencia",
    "emergencias",
    "ambulancia",
];

/// Whether advice is for the reader, not what some people do: it opens its sentence, sets a condition or says "should".
fn is_told(cx: &Context<'_>, counsel: &Counsel) -> bool {
    let start = counsel.frame.words.start;
    let before = start
        .checked_sub(1)
        .zip(cx.facts.tokens.get(counsel.sentence));
    let ordered =
        before.is_none_or(|(at, tokens)| matches!(tokens.word(at), "should" | "must" | "debe"));
    ordered
        || counsel.frame.is_conditional
        || cx.facts.is_in_roles(counsel.sentence, &[Role::RedFlags])
}

/// Whether what says how fast is one word for a place or people to go to.
fn is_place(cx: &Context<'_>, counsel: &Counsel) -> bool {
    let tokens = cx.facts.tokens_of(counsel.sentence);
    let words = counsel.level_words();
    words.len() == 1 && PLACES.contains(&tokens.word(words.start))
}

/// Emergency advice in an article that names no number at all.
pub(super) fn unnamed(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(own) = cx.settings.region.emergency_number else {
        return;
    };
    let emergency =
        |counsel: &&Counsel| counsel.level() == Urgency::Emergency && is_place(cx, counsel);
    let told = |counsel: &&Counsel| is_told(cx, counsel);
    let mut emergencies = cx.facts.counsels().iter().filter(emergency).filter(told);
    let Some(first) = emergencies.next() else {
        return;
    };
    let served = first.frame.has_service && emergencies.all(|counsel| counsel.frame.has_service);
    let has_phone = |index: usize| {
        let digits = cx
            .facts
            .tokens
            .get(index)
            .into_iter()
            .flat_map(Tokens::words);
        digits
            .filter(|word| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
            .count()
            >= 2
    };
    let counsels = cx.facts.counsels();
    let mut red = counsels
        .chunk_by(|one, other| one.sentence == other.sentence)
        .filter_map(|of| of.first().map(|counsel| counsel.sentence));
    if served && cx.facts.hits(Table::EmergencyNumber).is_empty() && !red.any(has_phone) {
        findings
            .report(
                first.span,
                "readers are sent for emergency help and given no number to call",
            )
            .severity(Severity::Info)
            .help(format!(
                "Somebody who cannot travel needs a number: \"call {own} or go to {}\".",
                cx.settings.region.emergency_place
            ));
    }
}
