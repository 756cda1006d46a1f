//! Two instructions on one deed that hold at the same time with opposite signs.

use crate::facts::instruction::{Deed, Instruction, Window};
use crate::facts::words::Stem;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// Two instructions that cannot both be followed.
pub(super) struct Clash<'f> {
    pub(super) one: &'f Instruction,
    pub(super) other: &'f Instruction,
    /// Whether one of them holds only in some case.
    pub(super) is_partial: bool,
    /// How grave it is, where that does not depend on how both are told.
    pub(super) severity: Option<Severity>,
}

impl<'f> Clash<'f> {
    /// One of `one` and `other`, in reading order.
    pub(super) fn new(one: &'f Instruction, other: &'f Instruction, is_partial: bool) -> Self {
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

/// The first two that hold at the same time with opposite signs.
pub(super) fn clash<'f>(same: &[&'f Instruction]) -> Option<Clash<'f>> {
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
