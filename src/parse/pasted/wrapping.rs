//! Paragraphs broken at a column: which lines go on with the one above.

use super::Reader;
use super::lines::{Group, Line};
use super::tables::is_row;
use crate::source::PartOf;

/// How many lines show whether a paragraph is broken at a column.
const SHOWN_LINES: usize = 40;

/// Lines of a group that may be one paragraph.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) end: usize,
    /// From which line on all are rows of a table.
    rows_from: usize,
}

impl Reader<'_> {
    /// The lines that may be one paragraph with the line at `at`.
    pub(super) fn run(&self, group: &[Line<'_>], at: usize, next: Option<&Group<'_>>) -> Run {
        let mut before = group.get(at).map_or("", |line| line.text);
        let mut end = at + 1;
        while let Some(line) = group.get(end) {
            let parts = before.ends_with(['.', '!', '?', ':', '”', ')'])
                && self.is_heading(group, end, next);
            if parts || line.marker.is_some() || line.is_drawn || line.has_tab() {
                break;
            }
            before = line.text;
            end += 1;
        }
        let rows = group
            .part(at..end)
            .iter()
            .rev()
            .take_while(|line| is_row(line));
        Run {
            end,
            rows_from: end - rows.count(),
        }
    }
}

impl Run {
    /// Whether the lines from `at` on are one paragraph broken at a column: most of the first of them are long, and they are
    /// no rows.
    pub(super) fn is_wrapped(&self, group: &[Line<'_>], at: usize) -> bool {
        let lines = group.part(at..self.end);
        if lines.len() > 1 && at >= self.rows_from {
            return false;
        }
        let shown = lines.part(..lines.len().min(SHOWN_LINES));
        let lengths: Vec<usize> = shown.iter().map(|line| line.text.chars().count()).collect();
        let Some((_, before)) = lengths.split_last() else {
            return false;
        };
        let longest = lengths.iter().copied().max().unwrap_or(0);
        let full = before
            .iter()
            .filter(|length| **length * 3 >= longest * 2)
            .count();
        (40..=130).contains(&longest) && !before.is_empty() && full * 4 >= before.len() * 3
    }
}
