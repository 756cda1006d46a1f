//! Paragraphs set by parley as a whole: any script, either direction.

use super::words::Piece;
use super::{Extent, Letter, Line, Look, Words};
use crate::export::ExportError;
use crate::export::pdf::direction::{Direction, is_right_to_left};
use crate::export::pdf::fonts::Shaper;
use crate::export::pdf::page::{Cluster, Glyph};
use crate::export::pdf::text::{Composed, is_invisible};
use crate::handout::Run;
use crate::source::PartOf;
use parley::{
    BaseDirection, FontFamily, FontFeature, FontFeatures, FontStyle, FontWeight, Layout,
    OverflowWrap, RangedBuilder, StyleProperty, TextWrapMode, setting::Tag,
};
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::borrow::Cow;
use std::ops::Range;

/// The lines of a paragraph, no wider than `width` where that can be.
pub fn lines(
    shaper: &mut Shaper,
    composed: &Composed,
    words: Words<'_>,
    width: f32,
) -> Result<Vec<Line>, ExportError> {
    let mut layout = shape(shaper, composed, words)?;
    layout.break_all_lines(Some(width));
    let way = words.page.of_text(&composed.source);
    // A paragraph of foreign words only stands where the page's own paragraphs do.
    let against = way != words.page && composed.source.chars().any(is_right_to_left);
    let mut lines = Vec::new();
    for line in layout.lines() {
        let (letters, end) = letters(shaper, &line, composed, words)?;
        if letters.is_empty() {
            continue;
        }
        let (left, right) = inked(&letters, way, end);
        lines.push(Line {
            letters: from_the_near_side(letters, words.page, left, right),
            width: right - left,
            against,
        });
    }
    Ok(lines)
}

/// How wide a paragraph wants to be; nothing if it cannot be set.
pub fn extent(shaper: &mut Shaper, composed: &Composed, words: Words<'_>) -> Option<Extent> {
    let widths = shape(shaper, composed, words)
        .ok()?
        .calculate_content_widths();
    Some(Extent {
        least: widths.min,
        most: widths.max,
    })
}

/// The pieces of a word without spaces; nothing if a character is in no font or the word runs from right to left.
pub fn word(shaper: &mut Shaper, text: &str, look: Look) -> Option<Vec<Piece>> {
    let mut builder = builder(shaper, text);
    push_look(&mut builder, 0, look, &(0..text.len()));
    let mut layout = builder.build(text);
    layout.break_all_lines(None);
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.len());
    let mut end = 0;
    for line in layout.lines() {
        for shaped in line.runs().filter(|run| !run.is_rtl()) {
            let face = shaper.face(&shaped.font().data)?;
            for cluster in shaped.clusters() {
                let range = cluster.text_range();
                if range.start != end {
                    return None;
                }
                end = range.end;
                match pieces.last_mut() {
                    Some(last) if cluster.is_ligature_continuation() => {
                        last.bytes += range.len();
                        last.advance += cluster.advance();
                    }
                    _ => pieces.push(Piece {
                        bytes: range.len(),
                        face,
                        glyphs: if is_invisible(text.part(range.clone())) {
                            SmallVec::new()
                        } else {
                            glyphs(&cluster)?
                        },
                        advance: cluster.advance(),
                    }),
                }
            }
        }
    }
    (end == text.len()).then_some(pieces)
}

/// In how many styles parley sets one paragraph; it counts them in 16 bits.
pub(super) const MOST_STYLES: usize = 65_000;

fn shape(
    shaper: &mut Shaper,
    composed: &Composed,
    words: Words<'_>,
) -> Result<Layout<usize>, ExportError> {
    let runs = composed.runs.len();
    if runs > MOST_STYLES {
        return Err(ExportError::Pdf(format!(
            "a paragraph changes its type {runs} times; {MOST_STYLES} is the most"
        )));
    }
    let mut builder = builder(shaper, &composed.drawn);
    builder.set_base_direction(match words.page.of_text(&composed.source) {
        Direction::LeftToRight => BaseDirection::Ltr,
        Direction::RightToLeft => BaseDirection::Rtl,
    });
    for (number, (range, look)) in composed.runs.iter().zip(words.looks).enumerate() {
        push_look(&mut builder, number, *look, range);
    }
    // Each may cut a run in three. A paragraph with that many is read by nobody: its lines may break anywhere.
    let unbroken = Some(&composed.unbroken).filter(|all| runs + 2 * all.len() <= MOST_STYLES);
    for range in unbroken.into_iter().flatten() {
        builder.push(
            StyleProperty::TextWrapMode(TextWrapMode::NoWrap),
            range.clone(),
        );
    }
    Ok(builder.build(&composed.drawn))
}

/// A builder for `text` with what all words have in common.
fn builder<'b>(shaper: &'b mut Shaper, text: &'b str) -> RangedBuilder<'b, usize> {
    let layouts = &mut shaper.layouts;
    let mut builder = layouts.ranged_builder(&mut shaper.fonts, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
        &shaper.families,
    ))));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(
        Cow::Borrowed(&NO_LIGATURES),
    )));
    builder
}

fn push_look(
    builder: &mut RangedBuilder<'_, usize>,
    number: usize,
    look: Look,
    range: &Range<usize>,
) {
    let range = || range.clone();
    builder.push(StyleProperty::Brush(number), range());
    builder.push(StyleProperty::FontSize(look.size), range());
    if look.bold {
        builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range());
    }
    if look.italic {
        builder.push(StyleProperty::FontStyle(FontStyle::Italic), range());
    }
}

/// Ligatures are off: weak readers tell letters apart more easily, and each letter keeps its own text.
const NO_LIGATURES: [FontFeature; 3] = [
    FontFeature::new(Tag::new(b"liga"), 0),
    FontFeature::new(Tag::new(b"clig"), 0),
    FontFeature::new(Tag::new(b"dlig"), 0),
];

/// The letters of a line in reading order, with their distances from its left end; and its right end.
fn letters(
    shaper: &mut Shaper,
    line: &parley::Line<'_, usize>,
    composed: &Composed,
    words: Words<'_>,
) -> Result<(Vec<Letter>, f32), ExportError> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut left = 0.0;
    for shaped in line.runs() {
        let face = shaper
            .face(&shaped.font().data)
            .ok_or_else(|| ExportError::Pdf("a font that is not known was used".to_owned()))?;
        let runs_back = shaped.is_rtl();
        let mut pen = if runs_back {
            left + shaped.advance()
        } else {
            left
        };
        for cluster in shaped.clusters() {
            let source = composed.origin(&cluster.text_range());
            let advance = cluster.advance();
            let text = composed.source.part(source.clone());
            let x = if runs_back { pen - advance } else { pen };
            match letters.last_mut() {
                Some(last) if cluster.is_ligature_continuation() => {
                    last.cluster.text = joined(&last.cluster.text, text);
                    last.cluster.advance += advance;
                    last.source.end = source.end.max(last.source.end);
                    last.x = last.x.min(x);
                }
                _ if source.is_empty() => {}
                _ => letters.push(Letter {
                    cluster: Cluster {
                        text: text.into(),
                        glyphs: if is_invisible(composed.drawn.part(cluster.text_range())) {
                            SmallVec::new()
                        } else {
                            glyphs(&cluster)
                                .ok_or_else(|| missing(shaper, composed, words.runs, &source))?
                        },
                        advance,
                    },
                    face,
                    run: cluster.style().brush,
                    x,
                    against: runs_back,
                    source,
                }),
            }
            pen = if runs_back {
                pen - advance
            } else {
                pen + advance
            };
        }
        left += shaped.advance();
    }
    letters.sort_by_key(|letter| letter.source.start);
    Ok((with_their_marks(letters), left))
}

fn joined(left: &str, right: &str) -> SmolStr {
    [left, right].into_iter().collect()
}

/// Gives marks that draw nothing to the letter before them, else to the one after.
fn with_their_marks(letters: Vec<Letter>) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
    for mut letter in letters {
        match out.last_mut() {
            Some(last) if letter.cluster.glyphs.is_empty() => {
                last.cluster.text = joined(&last.cluster.text, &letter.cluster.text);
                last.source.end = letter.source.end;
            }
            Some(last) if last.cluster.glyphs.is_empty() => {
                letter.cluster.text = joined(&last.cluster.text, &letter.cluster.text);
                letter.source.start = last.source.start;
                *last = letter;
            }
            _ => out.push(letter),
        }
    }
    out
}

/// The left and right end of a line that ends at `end` without the spaces at its end, which is on the left where the
/// paragraph runs from right to left.
fn inked(letters: &[Letter], way: Direction, end: f32) -> (f32, f32) {
    let inked = letters
        .iter()
        .filter(|letter| !letter.cluster.text.trim().is_empty());
    match way {
        Direction::LeftToRight => {
            let ends = inked.map(|letter| letter.x + letter.cluster.advance);
            (0.0, ends.fold(0.0, f32::max))
        }
        Direction::RightToLeft => (inked.map(|letter| letter.x).fold(end, f32::min), end),
    }
}

/// Measures letters from the side of the page where its lines begin.
fn from_the_near_side(
    mut letters: Vec<Letter>,
    page: Direction,
    left: f32,
    right: f32,
) -> Vec<Letter> {
    for letter in &mut letters {
        match page {
            Direction::LeftToRight => letter.x -= left,
            Direction::RightToLeft => {
                letter.x = right - letter.x - letter.cluster.advance;
                letter.against = !letter.against;
            }
        }
    }
    letters
}

/// The glyphs of a cluster; `None` if the face lacks one of them.
fn glyphs(cluster: &parley::Cluster<'_, usize>) -> Option<SmallVec<[Glyph; 1]>> {
    cluster
        .glyphs()
        .map(|glyph| {
            let id = u16::try_from(glyph.id).ok().filter(|id| *id != 0)?;
            Some(Glyph {
                id,
                dx: glyph.x,
                // In parley y runs down.
                dy: -glyph.y,
                advance: glyph.advance,
            })
        })
        .collect()
}

fn missing(
    shaper: &mut Shaper,
    composed: &Composed,
    runs: &[Run],
    source: &Range<usize>,
) -> ExportError {
    let text = composed.source.part(source.clone());
    let lacking = text
        .char_indices()
        .find(|(_, character)| !shaper.has(*character))
        .or_else(|| text.char_indices().next());
    let (offset, character) = lacking.unwrap_or((0, char::REPLACEMENT_CHARACTER));
    ExportError::MissingGlyph {
        character,
        span: composed.span(runs, source.start + offset),
        others: Vec::new(),
    }
}
