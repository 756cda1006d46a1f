//! Paragraphs in scripts whose letters stand side by side from left to right, set from words that were shaped before.
//!
//! The same words come again and again, and shaping is the dearest part of a handout. Lines break where parley breaks
//! them: at the last place that Unicode allows (UAX 14) before the line is full, and inside a word that is wider than a
//! line.

use super::words::{Piece, Word, shaped_word, split};
use super::{Extent, Letter, Line, Words};
use crate::export::pdf::direction::Direction;
use crate::export::pdf::fonts::Shaper;
use crate::export::pdf::page::Cluster;
use crate::export::pdf::text::{BREAK, Composed};
use crate::source::PartOf;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use std::ops::Range;

/// A hair of tolerance, in points: sums of advances round.
const HAIR: f32 = 0.0005;

/// Whether a character is drawn by letters that stand side by side, whatever is around them: Latin, Greek and Cyrillic
/// without combining marks, punctuation, signs.
fn is_plain(character: char) -> bool {
    matches!(
        character,
        '\n' | ' '..='~'
            | '\u{A0}'..='\u{AC}'
            | '\u{AE}'..='\u{2FF}'
            | '\u{370}'..='\u{482}'
            | '\u{48A}'..='\u{52F}'
            | '\u{1E00}'..='\u{1FFF}'
            | BREAK
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205E}'
            | '\u{2070}'..='\u{20CF}'
            | '\u{2100}'..='\u{22FF}'
            | '\u{25A0}'..='\u{25FF}'
            | '\u{2713}'
    )
}

/// A piece in its paragraph. What only the layout asked for has no letter.
struct Set {
    /// Where it ends in the drawn text.
    end: usize,
    advance: f32,
    is_space: bool,
    letter: Option<Letter>,
}

/// The lines of a paragraph, no wider than `width` where that can be; nothing if it is not plain, or a character of it is
/// in no font.
pub fn lines(
    shaper: &mut Shaper,
    composed: &Composed,
    words: Words<'_>,
    width: f32,
) -> Option<Vec<Line>> {
    let sets = sets(shaper, composed, words)?;
    let ends = line_ends(&sets, composed, width);
    let mut rest = sets.into_iter();
    let mut lines = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        let line = line(rest.by_ref().take(end - start));
        lines.extend(line);
        start = end;
    }
    Some(lines)
}

/// How wide a paragraph wants to be; nothing if it cannot be set here.
pub fn extent(shaper: &mut Shaper, composed: &Composed, words: Words<'_>) -> Option<Extent> {
    let sets = sets(shaper, composed, words)?;
    let mut extent = Extent::default();
    let mut pen = 0.0;
    for part in parts(&sets, composed) {
        let (inked, full) = widths(sets.part(part.sets));
        extent.least = extent.least.max(inked);
        extent.most = extent.most.max(pen + inked);
        pen = if part.is_last { 0.0 } else { pen + full };
    }
    Some(extent)
}

fn line(sets: impl Iterator<Item = Set>) -> Option<Line> {
    let mut letters = Vec::new();
    let mut pen = 0.0;
    let mut width = 0.0;
    for set in sets {
        let x = pen;
        pen += set.advance;
        let Some(letter) = set.letter else {
            continue;
        };
        if !letter.cluster.text.trim().is_empty() {
            width = pen;
        }
        letters.push(Letter { x, ..letter });
    }
    (!letters.is_empty()).then_some(Line {
        letters,
        width,
        against: false,
    })
}

/// The pieces of a paragraph, in order.
fn sets(shaper: &mut Shaper, composed: &Composed, words: Words<'_>) -> Option<Vec<Set>> {
    if words.page != Direction::LeftToRight || !composed.drawn.chars().all(is_plain) {
        return None;
    }
    let mut sets = Vec::with_capacity(composed.drawn.len());
    let runs = composed.runs.iter().zip(words.looks);
    let runs: Vec<_> = runs.filter(|(range, _)| !range.is_empty()).collect();
    let mut run = 0;
    // Runs that look alike are shaped as one text: a link, a code.
    for alike in runs.chunk_by(|(_, one), (_, other)| one == other) {
        let (Some((first, look)), Some((last, _))) = (alike.first(), alike.last()) else {
            continue;
        };
        let mut at = first.start;
        for Word { text, length } in split(composed.drawn.part(first.start..last.end)) {
            let end = at + length;
            if text == "\n" {
                at = end;
                sets.push(Set {
                    end,
                    advance: 0.0,
                    is_space: true,
                    letter: None,
                });
                continue;
            }
            for piece in shaped_word(shaper, text, **look)?.iter() {
                if at < end {
                    while composed.runs.get(run).is_some_and(|run| run.end <= at) {
                        run += 1;
                    }
                    let drawn = at..at + piece.bytes;
                    at = drawn.end;
                    sets.push(set(piece, composed, drawn, run));
                }
            }
            // A piece that reaches into the next word belongs to both: only the whole paragraph tells how it is set.
            if at != end {
                return None;
            }
        }
    }
    Some(sets)
}

fn set(piece: &Piece, composed: &Composed, drawn: Range<usize>, run: usize) -> Set {
    let source = composed.origin(&drawn);
    let is_space = composed.drawn.part(drawn.clone()) == " ";
    let letter = (!source.is_empty()).then(|| Letter {
        cluster: Cluster {
            text: composed.source.part(source.clone()).into(),
            glyphs: piece.glyphs.clone(),
            advance: piece.advance,
        },
        face: piece.face,
        run,
        x: 0.0,
        against: false,
        source,
    });
    Set {
        end: drawn.end,
        advance: piece.advance,
        is_space,
        letter,
    }
}

/// A part of a paragraph after which a line may end.
struct LinePart {
    /// Its pieces.
    sets: Range<usize>,
    /// Whether a line must end after it.
    is_last: bool,
}

/// The parts between which lines may break.
fn parts(sets: &[Set], composed: &Composed) -> Vec<LinePart> {
    let drawn = composed.drawn.as_str();
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut parts = Vec::new();
    let mut next = 0;
    let mut start = 0;
    for at in segmenter.segment_str(drawn) {
        while sets.get(next).is_some_and(|set| set.end <= at) {
            next += 1;
        }
        let is_last = at == drawn.len() || drawn.part(..at).ends_with('\n');
        if start < next && (is_last || !composed.is_unbroken(at)) {
            parts.push(LinePart {
                sets: start..next,
                is_last,
            });
            start = next;
        }
    }
    parts
}

/// How wide pieces are without the spaces at their end, and with them.
fn widths(sets: &[Set]) -> (f32, f32) {
    let mut inked = 0.0;
    let mut full = 0.0;
    for set in sets {
        full += set.advance;
        if !set.is_space {
            inked = full;
        }
    }
    (inked, full)
}

/// The pieces after which lines end.
fn line_ends(sets: &[Set], composed: &Composed, width: f32) -> Vec<usize> {
    let width = width + HAIR;
    let mut ends = Vec::new();
    // Where the line begins and how wide it is.
    let mut start = 0;
    let mut pen = 0.0;
    for part in parts(sets, composed) {
        let (inked, full) = widths(sets.part(part.sets.clone()));
        if start < part.sets.start && pen + inked > width {
            start = part.sets.start;
            ends.push(start);
            pen = 0.0;
        }
        if pen + inked <= width {
            pen += full;
        } else {
            // Wider than a line: it is broken at the last place that allows it before the line is full.
            let mut allowed = None;
            let mut before = None;
            for (index, set) in part.sets.clone().zip(sets.part(part.sets.clone())) {
                if before.is_some_and(|at| !composed.is_unbroken(at)) {
                    allowed = Some((index, pen));
                }
                if !set.is_space
                    && pen + set.advance > width
                    && let Some((at, wide)) = allowed.take()
                {
                    start = at;
                    ends.push(start);
                    pen -= wide;
                }
                pen += set.advance;
                before = Some(set.end);
            }
        }
        if part.is_last {
            start = part.sets.end;
            ends.push(start);
            pen = 0.0;
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::fonts::{self, Fonts};
    use crate::export::pdf::lines::{Look, shaped};
    use crate::export::pdf::text::{Breaks, compose};
    use crate::handout::Run;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    /// What is done with a paragraph whose runs are plain, plain and bold in turn.
    fn with_paragraph<T>(
        texts: &[String],
        work: impl FnOnce(&mut Shaper, &Composed, Words<'_>) -> T,
    ) -> T {
        let runs: Vec<Run> = texts.iter().map(Run::plain).collect();
        let look = |index: usize| Look {
            size: 14.0,
            bold: index % 3 == 2,
            italic: false,
        };
        let looks: Vec<Look> = (0..runs.len()).map(look).collect();
        let words = Words {
            runs: &runs,
            looks: &looks,
            page: Direction::LeftToRight,
        };
        let composed = compose(&runs, Breaks::Strict, Direction::LeftToRight);
        fonts::with_shaper(&Fonts::default(), |shaper| work(shaper, &composed, words))
    }

    /// Whether two paragraphs have the same lines, every letter at the same place to a fiftieth of a point.
    fn are_same(one: &[Line], other: &[Line]) -> bool {
        let is_same = |one: &Letter, other: &Letter| {
            one.cluster.text == other.cluster.text && (one.x - other.x).abs() < 0.02
        };
        let are_same = |one: &Line, other: &Line| {
            one.letters.len() == other.letters.len()
                && (one.letters.iter().zip(&other.letters)).all(|(one, other)| is_same(one, other))
        };
        one.len() == other.len()
            && one
                .iter()
                .zip(other)
                .all(|(one, other)| are_same(one, other))
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_every_line_is_full() {
        let texts = ["See ".to_owned(), "w".repeat(3_000)];
        let lines = with_paragraph(&texts, |shaper, composed, words| {
            lines(shaper, composed, words, 200.0).unwrap_or_default()
        });
        let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        assert!(widest <= 200.01 && lines.len() > 100, "{widest}");
        let letters: usize = lines.iter().map(|line| line.letters.len()).sum();
        assert_eq!(letters, 3_004);
        let first = lines.first().map(|line| line.letters.len());
        assert_eq!(first, Some(4), "the long word begins its own line");
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_shaper() {
        for text in ["ב", "हिन्दी", "e\u{301}", "中文", "😀"] {
            let lines = with_paragraph(&[text.to_owned()], |shaper, composed, words| {
                lines(shaper, composed, words, 200.0)
            });
            assert_eq!(lines, None, "{text}");
        }
    }

    #[test]
    fn other_scripts_are_set_as_the_shaper_sets_them() {
        for text in [
            "Боль в спине проходит сама.",
            "Η οσφυαλγία περνά μόνη της.",
            "Đau lưng sẽ khỏi.",
        ] {
            let (plain, shaped) = with_paragraph(&[text.to_owned()], |shaper, composed, words| {
                let plain = lines(shaper, composed, words, 80.0);
                (plain, shaped::lines(shaper, composed, words, 80.0))
            });
            assert!(are_same(&plain.unwrap(), &shaped.unwrap()), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]
        /// Whatever the words: the lines are those of parley.
        #[test]
        fn lines_are_those_of_the_shaper(
            texts in prop::collection::vec(
                "([AVTafio.,:;%()–…“”é½≥\u{A0}\t]{1,6}|[0-9]{1,3} (mg|°C|%)|www\\.[a-z]{1,8}/[a-z/?=-]{1,30}|[a-z]{2,4}-[a-z]{2,4}| |\n|\u{200B}|a{300}){0,12}",
                1..4,
            ),
            width in 40_u16..300,
        ) {
            // Advances are multiples of two thousandths of a point: no sum is as wide, so that no rounding decides.
            let width = f32::from(width) + 0.371;
            let (plain, shaped) = with_paragraph(&texts, |shaper, composed, words| {
                let plain = lines(shaper, composed, words, width);
                (plain, shaped::lines(shaper, composed, words, width))
            });
            let shaped = shaped.map_err(|error| TestCaseError::fail(error.to_string()))?;
            let plain = plain.unwrap_or_default();
            prop_assert!(are_same(&plain, &shaped), "{plain:?} is not {shaped:?}");
        }
    }
}
