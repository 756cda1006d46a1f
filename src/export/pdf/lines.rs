//! Shaping and line breaking: from a paragraph's runs to lines of positioned letters.

use super::direction::{Direction, is_right_to_left};
use super::fonts::{FaceId, Shaper};
use super::page::{Cluster, Glyph, Owner, Text};
use super::text::{Breaks, Composed, compose, is_invisible};
use crate::export::ExportError;
use crate::handout::Run;
use crate::source::PartOf;
use parley::{
    BaseDirection, FontFamily, FontFeature, FontFeatures, FontStyle, FontWeight, Layout,
    OverflowWrap, StyleProperty, TextWrapMode, setting::Tag,
};
use std::borrow::Cow;
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
#[derive(Debug, Clone, Copy, PartialEq)]
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

/// How wide a paragraph wants to be; nothing if it cannot be set, which breaking it into lines then reports.
pub fn extent(shaper: &mut Shaper, words: Words<'_>) -> Extent {
    let composed = compose(words.runs, Breaks::Strict);
    let Ok(layout) = shape(shaper, &composed, words) else {
        return Extent {
            least: 0.0,
            most: 0.0,
        };
    };
    let widths = layout.calculate_content_widths();
    Extent {
        least: widths.min,
        most: widths.max,
    }
}

/// In how many styles parley sets one paragraph; it counts them in 16 bits.
const MOST_STYLES: usize = 65_000;

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
    let mut builder = shaper
        .layouts
        .ranged_builder(&mut shaper.fonts, &composed.drawn, 1.0, false);
    builder.set_base_direction(match words.page.of_text(&composed.source) {
        Direction::LeftToRight => BaseDirection::Ltr,
        Direction::RightToLeft => BaseDirection::Rtl,
    });
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
        &shaper.families,
    ))));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(
        Cow::Borrowed(&NO_LIGATURES),
    )));
    for (number, (range, look)) in composed.runs.iter().zip(words.looks).enumerate() {
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

/// Ligatures are off: weak readers tell letters apart more easily, and each letter keeps its own text.
const NO_LIGATURES: [FontFeature; 3] = [
    FontFeature::new(Tag::new(b"liga"), 0),
    FontFeature::new(Tag::new(b"clig"), 0),
    FontFeature::new(Tag::new(b"dlig"), 0),
];

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
    let mut layout = shape(shaper, &composed, words)?;
    layout.break_all_lines(Some(width));
    let way = words.page.of_text(&composed.source);
    // A paragraph of foreign words only stands where the page's own paragraphs do.
    let against = way != words.page && composed.source.chars().any(is_right_to_left);
    let mut lines = Vec::new();
    for line in layout.lines() {
        let (letters, end) = letters(shaper, &line, &composed, words)?;
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
                    last.cluster.text.push_str(text);
                    last.cluster.advance += advance;
                    last.source.end = source.end.max(last.source.end);
                    last.x = last.x.min(x);
                }
                _ if source.is_empty() => {}
                _ => letters.push(Letter {
                    cluster: Cluster {
                        text: text.to_owned(),
                        glyphs: if is_invisible(composed.drawn.part(cluster.text_range())) {
                            Vec::new()
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

/// Gives marks that draw nothing to the letter before them, else to the one after.
fn with_their_marks(letters: Vec<Letter>) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
    for mut letter in letters {
        match out.last_mut() {
            Some(last) if letter.cluster.glyphs.is_empty() => {
                last.cluster.text.push_str(&letter.cluster.text);
                last.source.end = letter.source.end;
            }
            Some(last) if last.cluster.glyphs.is_empty() => {
                letter.cluster.text.insert_str(0, &last.cluster.text);
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
fn glyphs(cluster: &parley::Cluster<'_, usize>) -> Option<Vec<Glyph>> {
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
    }
}

/// The texts of a line while its letters are put one after the other.
#[derive(Debug, Default)]
pub struct TextRow {
    texts: Vec<Text>,
    /// Where the next letter of the last text begins.
    end: f32,
}

impl TextRow {
    /// Puts a letter, as part of the last text where it goes on from it.
    pub fn push(&mut self, letter: Letter, y: f32, size: f32, owner: Owner) {
        let advance = letter.cluster.advance;
        let (start, end) = if letter.against {
            (letter.x + advance, letter.x)
        } else {
            (letter.x, letter.x + advance)
        };
        match self.texts.last_mut() {
            Some(last)
                if last.owner == owner
                    && last.face == letter.face
                    && last.leftwards == letter.against
                    && last.size.total_cmp(&size).is_eq()
                    && last.y.total_cmp(&y).is_eq()
                    && (self.end - start).abs() < 0.01 =>
            {
                last.clusters.push(letter.cluster);
            }
            _ => self.texts.push(Text {
                x: start,
                y,
                face: letter.face,
                size,
                clusters: vec![letter.cluster],
                owner,
                reversed: false,
                leftwards: letter.against,
            }),
        }
        self.end = end;
    }

    /// The texts.
    pub fn into_texts(self) -> Vec<Text> {
        self.texts
    }
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
        let runs = vec![Run::plain("a"); MOST_STYLES + 1];
        assert!(matches!(count(&runs), Err(ExportError::Pdf(_))));
    }

    #[test]
    fn a_paragraph_of_very_many_units_is_set() {
        let text = "5 mg. ".repeat(MOST_STYLES / 2);
        assert!(count(&[Run::plain(text)]).is_ok_and(|lines| lines > 1));
    }
}
