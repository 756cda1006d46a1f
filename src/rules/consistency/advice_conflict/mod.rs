//! Advice that contradicts advice.

mod opposite_stances;

use super::number_conflict::Reported;
use crate::facts::instruction::{Deed, Instruction, Manner, Window};
use crate::facts::stance::Force;
use crate::facts::words::Stem;
use crate::facts::{QuantityKind, Unit};
use crate::rules::prelude::*;
use opposite_stances::oppositions;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

rule! {
    #[doc = include_str!("manual.md")]
    RULE {
        name: "advice-conflict", severity: Error, since: "0.1.0",
        standard: "DISCERN 6",
        summary: "two places give opposite advice",
    }
}

/// Two instructions that cannot both be followed.
struct Clash<'f> {
    one: &'f Instruction,
    other: &'f Instruction,
    /// Whether one of them holds only in some case.
    is_partial: bool,
    /// How grave it is, where that does not depend on how both are told.
    severity: Option<Severity>,
}

impl<'f> Clash<'f> {
    /// One of `one` and `other`, in reading order.
    fn new(one: &'f Instruction, other: &'f Instruction, is_partial: bool) -> Self {
        let (one, other) = if other.span < one.span {
            (other, one)
        } else {
            (one, other)
        };
        Self {
            one,
            other,
            is_partial,
            severity: None,
        }
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !matches!(cx.facts.base_lang(), "en" | "es") {
        return;
    }
    let instructions = cx.facts.instructions();
    let mut by_deed: BTreeMap<&Deed, Vec<&Instruction>> = BTreeMap::new();
    for instruction in instructions {
        by_deed
            .entry(&instruction.deed)
            .or_default()
            .push(instruction);
    }
    let mut clashes: Vec<Clash<'_>> = by_deed
        .values()
        .filter_map(|same| {
            clash(same)
                .or_else(|| too_soon(same))
                .or_else(|| too_early(same))
                .or_else(|| until_then(cx, same))
                .or_else(|| forgotten(same))
                .or_else(|| in_one_case(same))
        })
        .collect();
    clashes.sort_by_key(|clash| clash.other.span);
    // "Do not use creams and sprays": one place, one finding.
    clashes.dedup_by_key(|clash| (clash.one.sentence, clash.other.sentence));
    let reported = OnceCell::new();
    clashes.retain(|clash| {
        let is_one_answer = is_one_answer(cx, clash.one.sentence, clash.other.sentence);
        !is_one_answer && !is_of_numbers(cx, clash, &reported)
    });
    in_other_words(cx, findings, &clashes, &reported);
    for Clash {
        one,
        other,
        is_partial,
        severity,
    } in clashes
    {
        let is_sure = one.manner.is_plain() && other.manner.is_plain() && !is_partial;
        let says = |instruction: &Instruction| {
            if instruction.is_positive {
                "says to do it"
            } else {
                "says not to do it"
            }
        };
        let finding = findings.report(other.span, message(cx, other.span, one.span));
        finding
            .label(one.span, says_way(one).unwrap_or(says(one)))
            .help("A reader who meets both cannot tell which to follow. Keep one, or say when each of them holds.");
        // What is taken, is mostly taken for pain.
        let is_for_pain = |one: &Instruction| one.condition.as_slice() == ["pain"];
        if let Some(severity) = severity {
            finding.severity(severity);
        } else if is_partial
            && one.manner.is_plain()
            && other.manner.is_plain()
            && (is_for_pain(one) || is_for_pain(other))
        {
            finding.severity(Severity::Warning);
        } else if !is_sure {
            finding.severity(Severity::Info);
        } else if one.narrowing != other.narrowing && says_way(one).is_none() {
            finding.severity(Severity::Warning);
        }
    }
}

/// Whether two sentences stand in one answer, which says itself how they go together: "No. Rest it for a day, then move."
fn is_one_answer(cx: &Context<'_>, one: usize, other: usize) -> bool {
    let pair = |index: usize| cx.facts.answering(cx.facts.sentence(index).span());
    pair(one).is_some() && pair(one) == pair(other)
}

/// So many characters of advice stand in a message.
const MOST_SHOWN: usize = 60;

/// That the advice at `here` contradicts that at `there`, in the words of both.
fn message(cx: &Context<'_>, here: Span, there: Span) -> String {
    let words = |span: Span| {
        let words: Vec<&str> = cx.article.source.slice(span).split_whitespace().collect();
        let words = words.join(" ");
        let words = words.trim_end_matches(['.', ',', ';', ':']);
        match words.char_indices().nth(MOST_SHOWN) {
            Some((end, _)) => {
                let cut = words.get(..end).unwrap_or(words);
                let cut = cut.rsplit_once(' ').map_or(cut, |(cut, _)| cut);
                format!("\"{cut} …\"")
            }
            None => format!("\"{words}\""),
        }
    };
    format!("{} contradicts {}", words(here), words(there))
}

/// Reports what stands in other words: that two wordings mean one thing is less sure than that they share their words, so it
/// is never an error.
fn in_other_words(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    clashes: &[Clash<'_>],
    reported: &OnceCell<Reported>,
) {
    let pair = |one: usize, other: usize| (one.min(other), one.max(other));
    let known: BTreeSet<(usize, usize)> = { clashes.iter() }
        .map(|clash| pair(clash.one.sentence, clash.other.sentence))
        .collect();
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for found in oppositions(cx.facts) {
        let (here, there) = if found.denied.span < found.told.span {
            (found.told, found.denied)
        } else {
            (found.denied, found.told)
        };
        let sentences = pair(here.sentence, there.sentence);
        let is_number = here.window.is_some()
            && there.window.is_some()
            && cx.settings.is_on("number-conflict", super::NAME)
            && reported.get_or_init(|| Reported::of(cx)).has(sentences);
        let is_one_answer = is_one_answer(cx, here.sentence, there.sentence);
        if known.contains(&sentences) || is_number || is_one_answer || !told.insert(here.span) {
            continue;
        }
        let finding = findings.report(here.span, message(cx, here.span, there.span));
        finding
            .label(there.span, says_force(there.force))
            .help("A reader who meets both cannot tell which to follow. Keep one, or say when each of them holds.")
            .severity(if found.is_sure {
                Severity::Warning
            } else {
                Severity::Info
            });
    }
}

/// What a stance says of what it is about.
fn says_force(force: Force) -> &'static str {
    match force {
        Force::Must => "says to do it",
        Force::May => "allows it",
        Force::NeedNot => "says that it is not needed",
        Force::MustNot => "says not to do it",
    }
}

/// Whether the two differ in their times only, and `number-conflict` says so.
fn is_of_numbers(cx: &Context<'_>, clash: &Clash<'_>, reported: &OnceCell<Reported>) -> bool {
    let is_timed = clash.one.window.is_some() && clash.other.window.is_some();
    is_timed
        && cx.settings.is_on("number-conflict", super::NAME)
        && reported
            .get_or_init(|| Reported::of(cx))
            .has((clash.one.sentence, clash.other.sentence))
}

/// What an instruction about one of two ways says; `None` for other deeds.
fn says_way(instruction: &Instruction) -> Option<&'static str> {
    match instruction.deed {
        Deed::Act { .. } => None,
        Deed::Way { .. } => Some("the opposite is advised here"),
    }
}

/// The first two that hold at the same time with opposite signs.
fn clash<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
    let mut known: BTreeMap<(&[Stem], bool), Vec<&'f Instruction>> = BTreeMap::new();
    for instruction in same {
        if matches!(instruction.window, Some(Window::After(_))) {
            continue;
        }
        let condition = instruction.condition.as_slice();
        let others = known.get(&(condition, !instruction.is_positive));
        let mut others = others.into_iter().flatten();
        if let Some(one) = others.find(|one| can_meet(one, instruction)) {
            return Some(Clash::new(one, instruction, is_part(one, instruction)));
        }
        let alike = known
            .entry((condition, instruction.is_positive))
            .or_default();
        // A few ways to narrow it are enough to look at.
        if alike.len() < 8
            && alike.iter().all(|one| {
                one.narrowing != instruction.narrowing || one.window != instruction.window
            })
        {
            alike.push(instruction);
        }
    }
    None
}

/// Whether both can be meant at once: a ban for a time leaves room for what is said without a time, and a ban on a part
/// ("on broken skin") for what is said of another.
fn can_meet(one: &Instruction, other: &Instruction) -> bool {
    let ban = if one.is_positive { other } else { one };
    let is_same = one.narrowing == other.narrowing;
    let is_wide = match &one.deed {
        Deed::Act { .. } => ban.narrowing.is_empty() || is_same || is_part(one, other),
        // "Finish the course", "stop the antibiotics": the course may be theirs.
        Deed::Way { .. } => one.narrowing.is_empty() || other.narrowing.is_empty() || is_same,
    };
    let is_deed = match &one.deed {
        Deed::Act { action, object } => action != "use" || !object.is_empty(),
        Deed::Way { .. } => true,
    };
    one.sentence != other.sentence && one.window == other.window && is_wide && is_deed
}

/// Whether a ban narrows what it is about by the words of the advice and more: "with sticking plasters", "with a plaster".
fn is_part(one: &Instruction, other: &Instruction) -> bool {
    let (ban, advice) = if one.is_positive {
        (other, one)
    } else {
        (one, other)
    };
    let is_act = matches!(one.deed, Deed::Act { .. });
    let all = advice
        .narrowing
        .iter()
        .all(|stem| ban.narrowing.contains(stem));
    is_act && all && !advice.narrowing.is_empty() && advice.narrowing != ban.narrowing
}

/// "Not until your sight was checked" and "the next day": what is allowed at once or a day later, whatever else must come first.
fn too_early<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
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
fn too_soon<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
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
const PHASES: &[&str] = &[
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
fn until_then<'f>(cx: &Context<'_>, same: &[&'f Instruction]) -> Option<Clash<'f>> {
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
fn forgotten<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
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
fn in_one_case<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
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
