//! What the end of a report tells of all articles together.

use super::order::{Block, blocks};
use super::text::Options;
use super::{Counts, Flagged, Run};
use crate::diagnostic::{Safety, Severity};
use crate::rules::Group;
use std::collections::BTreeMap;

/// Findings in one article that need no headings to be found one's way in.
const WITHOUT_HEADINGS_MAX: usize = 5;

/// A sum over articles.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The findings of each severity.
    pub counts: Counts,
    /// The articles of which a finding is shown.
    pub(super) articles: usize,
    /// The findings that are shown, by what they are about.
    pub(super) groups: BTreeMap<Group, usize>,
    /// Whether an article has so many that they stand under headings.
    pub(super) is_long: bool,
    /// The fixes that keep the meaning, and those to be looked at.
    pub(super) fixes: (usize, usize),
    /// Whether some of them were not tried: one that would cause another finding is not made.
    pub(super) is_untried: bool,
    /// The rule of the first of the severest findings that are shown.
    pub(super) example: Option<(Severity, &'static str)>,
}

impl Tally {
    /// The sum over what was told of `run` and what it holds.
    pub(super) fn of(run: &Run, options: &Options) -> Self {
        let mut tally = run.told.clone().unwrap_or_default();
        for file in &run.flagged {
            tally.add(file, options);
        }
        tally
    }

    /// Adds the findings in one article, which are shown by `options`.
    pub fn add(&mut self, file: &Flagged, options: &Options) {
        self.counts.add(Counts::of(&file.findings));
        let (safe, review) = file.fixable.unwrap_or_else(|| offered(file));
        self.fixes.0 += safe;
        self.fixes.1 += review;
        self.is_untried |= file.fixable.is_none() && safe + review > 0;
        let blocks = shown(file, options);
        self.articles += usize::from(!blocks.is_empty());
        self.is_long |= is_long(&blocks);
        for block in &blocks {
            *self.groups.entry(block.group).or_default() += block.len();
            let severity = block.first.severity;
            if self.example.is_none_or(|(known, _)| severity > known) {
                self.example = Some((severity, block.first.rule.name));
            }
        }
    }
}

/// The edits that the findings in an article offer: those that keep the meaning, and those to be looked at.
fn offered(file: &Flagged) -> (usize, usize) {
    let fixes = file.findings.iter();
    let fixes = fixes.filter_map(|finding| finding.fix.as_ref());
    let (safe, review): (Vec<_>, Vec<_>) = fixes.partition(|fix| match fix.safety {
        Safety::KeepsMeaning => true,
        Safety::NeedsReview => false,
    });
    (safe.len(), review.len())
}

/// The findings in an article that are shown, in the order in which a person reads them.
pub(super) fn shown<'a>(file: &'a Flagged, options: &Options) -> Vec<Block<'a>> {
    let findings = file.findings.iter();
    blocks(findings.filter(|finding| options.shows(finding.severity)))
}

/// Whether the findings in one article stand under headings.
pub(super) fn is_long(blocks: &[Block<'_>]) -> bool {
    blocks.iter().map(Block::len).sum::<usize>() > WITHOUT_HEADINGS_MAX
}
