//! What stands behind the last of several actions or objects and holds for all of them: a time, a condition.

use super::{Instruction, Window};
use crate::facts::Facts;

/// "Do not drive, drink alcohol or sign papers for 24 hours": the time at the end holds for every action of one ban.
pub(super) fn share_window(facts: &Facts<'_>, told: &mut [Instruction]) {
    let Some((last, others)) = told.split_last_mut() else {
        return;
    };
    if last.is_positive || !matches!(last.window, Some(Window::For(_))) {
        return;
    }
    let mut next = last.span;
    for one in others.iter_mut().rev() {
        let words = facts.article.source.slice(next).to_lowercase();
        let is_same = one.span.start() == next.start();
        let is_ban = ["do not", "don't", "don’t", "never", "avoid"];
        let is_ban = is_ban.iter().any(|ban| words.starts_with(ban));
        let between = one.span.cover(next);
        let is_parted = facts.article.source.slice(between).contains([';', ':']);
        let is_free = one.window.is_none() && one.condition == last.condition;
        if one.is_positive || is_parted || !is_free || is_ban && !is_same {
            return;
        }
        one.window = last.window;
        next = one.span;
    }
}

/// "Do not take aspirin or naproxen if you have an ulcer": what stands behind the last object limits all of them.
pub(super) fn share_limits(told: &mut [Instruction]) {
    let Some((last, others)) = told.split_last_mut() else {
        return;
    };
    for one in others
        .iter_mut()
        .filter(|one| !one.is_limited && one.window.is_none())
    {
        one.condition.clone_from(&last.condition);
        one.is_limited = last.is_limited;
        one.window = last.window;
    }
}
