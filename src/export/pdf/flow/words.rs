//! Words that a line break parts: an address, or a word longer than its line.

use crate::export::pdf::lines::Line;
use crate::handout::Run;
use crate::source::PartOf;
use std::ops::Range;

/// A word that does not end on the line where it begins.
pub(super) struct BrokenWord {
    /// Where it stands in the paragraph.
    pub(super) range: Range<usize>,
    /// The part of it in each run.
    parts: Vec<(usize, String)>,
}

impl BrokenWord {
    /// The part of it that `run` holds.
    pub(super) fn part(&self, run: usize) -> String {
        let part = self.parts.iter().find(|(number, _)| *number == run);
        part.map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// The words that do not end on the line where they begin.
pub(super) fn broken_words(runs: &[Run], lines: &[Line]) -> Vec<BrokenWord> {
    let mut words: Vec<BrokenWord> = Vec::new();
    let source: String = runs.iter().map(|run| run.text.as_str()).collect();
    for line in lines.iter().rev().skip(1).rev() {
        let Some(last) = line.letters.last() else {
            continue;
        };
        let at = last.source.end;
        if words.last().is_some_and(|word| word.range.contains(&at)) {
            continue;
        }
        let (before, after) = source.split_at(at);
        let start = before.rfind(char::is_whitespace).map_or(0, |space| {
            space
                + source
                    .part(space..)
                    .chars()
                    .next()
                    .map_or(1, char::len_utf8)
        });
        let end = after.find(char::is_whitespace).unwrap_or(after.len()) + at;
        if start >= at || end <= at {
            continue;
        }
        words.push(BrokenWord {
            range: start..end,
            parts: parts(runs, &(start..end)),
        });
    }
    words
}

fn parts(runs: &[Run], range: &Range<usize>) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut parts = Vec::new();
    for (number, run) in runs.iter().enumerate() {
        let from = range.start.max(at) - at;
        let to = range.end.min(at + run.text.len()).max(at) - at;
        if let Some(text) = run.text.get(from..to).filter(|text| !text.is_empty()) {
            parts.push((number, text.to_owned()));
        }
        at += run.text.len();
    }
    parts
}
