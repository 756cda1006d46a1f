//! The order in which a person reads the findings in one article: by what matters, what belongs together in one block.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{self, Group};
use std::collections::BTreeMap;

/// The findings of one rule and severity, by position; never none.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// What they are about.
    pub group: Group,
    /// The finding that is shown in full.
    pub first: &'a Diagnostic,
    /// The others.
    pub others: Vec<&'a Diagnostic>,
}

impl Block<'_> {
    /// The number of findings.
    pub(super) fn len(&self) -> usize {
        1 + self.others.len()
    }
}

/// `findings`, which come by position, in blocks: by group, then the severest first, then by the first place.
pub(super) fn blocks<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    let mut known: BTreeMap<(&str, Severity), usize> = BTreeMap::new();
    for finding in findings {
        let key = (finding.rule.name, finding.severity);
        if let Some(block) = known.get(&key).and_then(|index| blocks.get_mut(*index)) {
            block.others.push(finding);
            continue;
        }
        known.insert(key, blocks.len());
        blocks.push(Block {
            group: group(finding),
            first: finding,
            others: Vec::new(),
        });
    }
    blocks.sort_by_key(|block| {
        let first = block.first;
        (block.group, std::cmp::Reverse(first.severity), first.span)
    });
    blocks
}

/// What a finding is about.
pub(super) fn group(finding: &Diagnostic) -> Group {
    rules::group_of(finding.rule, finding.severity)
}
