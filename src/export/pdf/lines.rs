//! Shaping and line breaking: from a paragraph's runs to lines of positioned letters.

use super::fonts::{FAMILIES, FaceId, Shaper};
use super::page::{Cluster, Glyph};
use super::text::{Breaks, Composed, compose};
use crate::export::ExportError;
use crate::handout::Run;
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

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its letters, left to right.
    pub letters: Vec<Letter>,
    /// Its width without the spaces at its end.
    pub width: f32,
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
    /// Distance from the left end of the line.
    pub x: f32,
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

/// Breaks a paragraph into lines no wider than `width`; `looks` has an entry a run.
pub fn break_lines(
    shaper: &mut Shaper,
    runs: &[Run],
    looks: &[Look],
    width: f32,
) -> Result<Vec<Line>, ExportError> {
    let strict = lines(shaper, runs, looks, width, Breaks::Strict)?;
    // A hair of tolerance: sums of advances round.
    if strict.iter().all(|line| line.width <= width + 0.01) {
        return Ok(strict);
    }
    lines(shaper, runs, looks, width, Breaks::Loose)
}

/// How wide a paragraph wants to be; nothing if it cannot be set, which breaking it into lines then reports.
pub fn extent(shaper: &mut Shaper, runs: &[Run], looks: &[Look]) -> Extent {
    let composed = compose(runs, Breaks::Strict);
    let Ok(layout) = shape(shaper, &composed, looks) else {
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
    looks: &[Look],
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
    builder.set_base_direction(BaseDirection::Ltr);
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
        &FAMILIES,
    ))));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(
        Cow::Borrowed(&NO_LIGATURES),
    )));
    for (number, (range, look)) in composed.runs.iter().zip(looks).enumerate() {
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
    runs: &[Run],
    looks: &[Look],
    width: f32,
    breaks: Breaks,
) -> Result<Vec<Line>, ExportError> {
    let composed = compose(runs, breaks);
    if composed.drawn.is_empty() {
        return Ok(Vec::new());
    }
    let mut layout = shape(shaper, &composed, looks)?;
    layout.break_all_lines(Some(width));
    let mut lines = Vec::new();
    for line in layout.lines() {
        let letters = letters(shaper, &line, &composed, runs)?;
        if !letters.is_empty() {
            lines.push(Line {
                width: inked_width(&letters),
                letters,
            });
        }
    }
    Ok(lines)
}

fn letters(
    shaper: &mut Shaper,
    line: &parley::Line<'_, usize>,
    composed: &Composed,
    runs: &[Run],
) -> Result<Vec<Letter>, ExportError> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut x = 0.0;
    for shaped in line.runs() {
        let face = shaper
            .face(&shaped.font().data)
            .ok_or_else(|| ExportError::Pdf("a font that is not bundled was used".to_owned()))?;
        for cluster in shaped.clusters() {
            let source = composed.origin(&cluster.text_range());
            let advance = cluster.advance();
            let text = &composed.source[source.clone()];
            match letters.last_mut() {
                Some(last) if cluster.is_ligature_continuation() => {
                    last.cluster.text.push_str(text);
                    last.cluster.advance += advance;
                    last.source.end = source.end.max(last.source.end);
                }
                _ if source.is_empty() => {}
                _ => letters.push(Letter {
                    cluster: Cluster {
                        text: text.to_owned(),
                        glyphs: glyphs(&cluster)
                            .ok_or_else(|| missing(shaper, composed, runs, &source))?,
                        advance,
                    },
                    face,
                    run: cluster.style().brush,
                    x,
                    source,
                }),
            }
            x += advance;
        }
    }
    Ok(letters)
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

/// Width up to the last letter that is not a space.
fn inked_width(letters: &[Letter]) -> f32 {
    letters
        .iter()
        .rev()
        .find(|letter| !letter.cluster.text.trim().is_empty())
        .map_or(0.0, |letter| letter.x + letter.cluster.advance)
}

fn missing(
    shaper: &mut Shaper,
    composed: &Composed,
    runs: &[Run],
    source: &Range<usize>,
) -> ExportError {
    let text = &composed.source[source.clone()];
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::fonts;

    /// The number of lines of `runs`, plain and italic in turn.
    fn count(runs: &[Run]) -> Result<usize, ExportError> {
        let look = |index: usize| Look {
            size: 12.0,
            bold: false,
            italic: index % 2 == 1,
        };
        let looks: Vec<Look> = (0..runs.len()).map(look).collect();
        fonts::with_shaper(|shaper| {
            extent(shaper, runs, &looks);
            Ok(break_lines(shaper, runs, &looks, 400.0)?.len())
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
