//! Numbered lines that are headings: "1. Introduction" above text of its own.

use super::lines::{Group, Line};
use super::looks::starts_like_heading;
use super::{HEADING_WORDS, Reader, SHORT_LINE};
use crate::parse::roles::headings;
use crate::source::PartOf;

impl Reader<'_> {
    /// Whether short numbered lines are the headings of this text: two or more stand above text, and half of them name parts.
    pub(super) fn has_numbered_headings(&self, groups: &[Group<'_>]) -> bool {
        let (mut all, mut named) = (0_usize, 0_usize);
        for (index, group) in groups.iter().enumerate() {
            for (at, line) in group.iter().enumerate() {
                if is_numbered_line(group, at, groups.get(index + 1)) {
                    all += 1;
                    named += usize::from(!line.roles(self.words).is_empty());
                }
            }
        }
        all > 1 && named * 2 >= all
    }

    /// Whether the line at `at` is a numbered heading in this text, or a numbered question of its FAQ.
    pub(super) fn is_numbered_heading(
        &self,
        group: &[Line<'_>],
        at: usize,
        next: Option<&Group<'_>>,
    ) -> bool {
        let asks = || group.get(at).is_some_and(|line| line.text.ends_with('?'));
        (self.numbered || (self.faq && asks())) && is_numbered_line(group, at, next)
    }
}

/// Whether a line is a number with a few words and stands above text of its own, not among other numbered lines.
fn is_numbered_line(group: &[Line<'_>], at: usize, next: Option<&Group<'_>>) -> bool {
    let Some(line) = group.get(at).filter(|line| line.is_numbered()) else {
        return false;
    };
    let text = line.text;
    let words = text.part(headings::number_length(text)..);
    let follower = group
        .get(at + 1)
        .or_else(|| next.and_then(|next| next.first()));
    let after_number = at > 0 && group.get(at - 1).is_some_and(Line::is_numbered);
    !after_number
        && follower.is_some_and(|follower| {
            !follower.is_numbered()
                && (words.chars().count() <= SHORT_LINE
                    || !follower.text.starts_with(char::is_lowercase))
        })
        && starts_like_heading(words)
        && words.split_whitespace().count() <= HEADING_WORDS
        && !words.ends_with(['.', ';', ',', '!'])
}
