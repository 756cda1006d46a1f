//! Faults of one kind, one finding for each section that has some.

use crate::facts::Facts;
use crate::source::Span;

/// Splits `faults`, given in reading order with the index of their sentences, into runs that stand in one section.
pub(super) fn by_section<T>(facts: &Facts<'_>, faults: Vec<(usize, T)>) -> Vec<Vec<(usize, T)>> {
    let place = |index: usize| -> Option<(Span, u8)> {
        let section = facts.sentences.get(index)?.within.section;
        Some((section.span, section.level))
    };
    let mut runs: Vec<Vec<(usize, T)>> = Vec::new();
    for fault in faults {
        let of_last = runs.last().and_then(|run| run.last());
        if of_last.is_some_and(|(last, _)| place(*last) == place(fault.0))
            && let Some(run) = runs.last_mut()
        {
            run.push(fault);
        } else {
            runs.push(vec![fault]);
        }
    }
    runs
}
