//! Shaping and line breaking: from a paragraph's runs to lines of positioned letters.
//!
//! `plain` sets paragraphs in scripts whose letters stand side by side, from `words` that were shaped before; `shaped` gives
//! all others to parley as a whole, and shapes those words.

mod plain;
mod row;
mod shaped;
mod words;

pub use row::TextRow;
pub use words::ShapedWords;

use super::direction::Direction;
use super::fonts::{FaceId, Shaper};
use super::page::Cluster;
use super::text::{Breaks, compose};
use crate::export::ExportError;
use crate::handout::Run;
use std::ops::Range;

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The size.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// A line. Distances are from the side of the page where its lines begin: the left, or the right where the page runs from
/// right to left.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its letters, in reading order.
    pub letters: Vec<Letter>,
    /// Its width without the spaces at its end.
    pub width: f32,
    /// Whether its paragraph runs against the page.
    pub against: bool,
}

/// A cluster with what it takes to tag and draw it.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The cluster.
    pub cluster: Cluster,
    /// The face.
    pub face: FaceId,
    /// The run it comes from.
    pub run: usize,
    /// Where it stands: its near edge.
    pub x: f32,
    /// Whether it runs against the page.
    pub against: bool,
    /// What it stands for in the paragraph's text.
    pub source: Range<usize>,
}

/// The narrowest and the widest a paragraph can usefully be set.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Extent {
    /// The longest word.
    pub least: f32,
    /// The longest line when none is broken.
    pub most: f32,
}

/// Words to be set, with how they are set: `looks` has an entry a run, `page` is the way that the page runs.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The words.
    pub runs: &'a [Run],
    /// How each run is set.
    pub looks: &'a [Look],
    /// The way that the page runs.
    pub page: Direction,
}

/// Breaks a paragraph into lines no wider than `width`.
pub fn break_lines(
    shaper: &mut Shaper,
    words: Words<'_>,
    width: f32,
) -> Result<Vec<Line>, ExportError> {
    let strict = lines(shaper, words, width, Breaks::Strict)?;
    // A hair of tolerance: sums of advances round.
    if strict.iter().all(|line| line.width <= width + 0.01) {
        return Ok(strict);
    }
    lines(shaper, words, width, Breaks::Loose)
}

fn lines(
    shaper: &mut Shaper,
    words: Words<'_>,
    width: f32,
    breaks: Breaks,
) -> Result<Vec<Line>, ExportError> {
    let composed = compose(words.runs, breaks);
    if composed.drawn.is_empty() {
        return Ok(Vec::new());
    }
    match plain::lines(shaper, &composed, words, width) {
        Some(lines) => Ok(lines),
        None => shaped::lines(shaper, &composed, words, width),
    }
}

/// How wide a paragraph wants to be; nothing if it cannot be set, which breaking it into lines then reports.
pub fn extent(shaper: &mut Shaper, words: Words<'_>) -> Extent {
    let composed = compose(words.runs, Breaks::Strict);
    plain::extent(shaper, &composed, words)
        .or_else(|| shaped::extent(shaper, &composed, words))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::fonts::{self, Fonts};

    /// The number of lines of `runs`, plain and italic in turn.
    fn count(runs: &[Run]) -> Result<usize, ExportError> {
        let look = |index: usize| Look {
            size: 12.0,
            bold: false,
            italic: index % 2 == 1,
        };
        let looks: Vec<Look> = (0..runs.len()).map(look).collect();
        let words = Words {
            runs,
            looks: &looks,
            page: Direction::LeftToRight,
        };
        fonts::with_shaper(&Fonts::default(), |shaper| {
            extent(shaper, words);
            Ok(break_lines(shaper, words, 400.0)?.len())
        })
    }

    #[test]
    fn a_paragraph_of_more_styles_than_can_be_set_is_an_error_and_no_panic() {
        let runs = vec![Run::plain("\u{5D0}"); shaped::MOST_STYLES + 1];
        assert!(matches!(count(&runs), Err(ExportError::Pdf(_))));
    }

    #[test]
    fn a_paragraph_of_very_many_units_is_set() {
        let text = "5 mg. ".repeat(shaped::MOST_STYLES / 2);
        assert!(count(&[Run::plain(text)]).is_ok_and(|lines| lines > 1));
    }
}
