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
use super::text::{Breaks, compose, is_glue};
use crate::export::ExportError;
use crate::handout::Run;
use crate::source::PartOf;
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
    let fits = |lines: &[Line]| lines.iter().all(|line| line.width <= width + 0.01);
    if fits(&strict) && !parts_a_pair(&strict, words.runs) {
        return Ok(strict);
    }
    let at_spaces = lines(shaper, words, width, Breaks::AtSpaces)?;
    if fits(&at_spaces) {
        return Ok(at_spaces);
    }
    lines(shaper, words, width, Breaks::Loose)
}

/// Whether a line ends inside the number or the unit of a pair that was to stay on one line: "12.5 m" and "g".
fn parts_a_pair(lines: &[Line], runs: &[Run]) -> bool {
    let ends: Vec<usize> = { lines.iter().skip(1) }
        .filter_map(|line| Some(line.letters.first()?.source.start))
        .collect();
    if ends.is_empty() {
        return false;
    }
    let source: String = runs.iter().map(|run| run.text.as_str()).collect();
    ends.into_iter().any(|at| parts_a_pair_at(&source, at))
}

/// The longest number or unit that is looked at, in bytes.
const LONGEST_OF_PAIR: usize = 40;

fn parts_a_pair_at(source: &str, at: usize) -> bool {
    let from = source.floor_char_boundary(at.saturating_sub(LONGEST_OF_PAIR));
    let to = source.ceil_char_boundary((at + LONGEST_OF_PAIR).min(source.len()));
    let space = |(_, character): &(usize, char)| character.is_whitespace();
    let mut before = source.part(from..at).char_indices().rev();
    let mut after = source.part(at..to).char_indices();
    if before.clone().next().is_none_or(|one| space(&one)) {
        return false;
    }
    let before = before.find(space).map(|(offset, one)| (from + offset, one));
    let after = after.find(space).map(|(offset, one)| (at + offset, one));
    { before.into_iter().chain(after) }.any(|(at, one)| is_glue(source, &(at..at + one.len_utf8())))
}

fn lines(
    shaper: &mut Shaper,
    words: Words<'_>,
    width: f32,
    breaks: Breaks,
) -> Result<Vec<Line>, ExportError> {
    let composed = compose(words.runs, breaks, words.page);
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
    let composed = compose(words.runs, Breaks::Strict, words.page);
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

    /// The lines of a cell of this width, as text.
    fn set(text: &str, width: f32) -> Vec<String> {
        let runs = [Run::plain(text)];
        let looks = [Look {
            size: 14.0,
            bold: false,
            italic: false,
        }];
        let words = Words {
            runs: &runs,
            looks: &looks,
            page: Direction::LeftToRight,
        };
        let lines = fonts::with_shaper(&Fonts::default(), |shaper| {
            break_lines(shaper, words, width)
        });
        let text = |line: &Line| {
            line.letters
                .iter()
                .map(|one| one.cluster.text.as_str())
                .collect()
        };
        lines.unwrap().iter().map(text).collect()
    }

    #[test]
    fn a_dose_without_room_is_parted_at_its_space_and_never_inside_its_unit() {
        for text in ["37.5 mg", "37.5\u{A0}mg", "37.5\u{202F}mg"] {
            let lines = set(text, 40.0);
            let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
            assert_eq!(lines, ["37.5", "mg"], "{text:?}");
        }
        assert_eq!(set("37.5 mg", 200.0), ["37.5 mg"]);
    }

    #[test]
    fn a_paragraph_of_very_many_units_is_set() {
        let text = "5 mg. ".repeat(shaped::MOST_STYLES / 2);
        assert!(count(&[Run::plain(text)]).is_ok_and(|lines| lines > 1));
    }
}
