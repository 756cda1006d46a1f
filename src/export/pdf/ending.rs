//! The last page: it never holds only who made the handout, or a line or two.

use super::flow::{Frame, Strip};
use super::pages::{self, Area};
use super::style::Style;
use crate::source::PartOf;

/// What stands alone on a last page may be so many lines of text high.
const FEW_LINES: f32 = 4.0;

/// How much of the white space in the closing stays where that saves a page.
const TIGHT: f32 = 0.5;

/// Lets the closing, the strips from `closing` on, fit on the page before by less white space in it, where it would stand
/// alone on the last; else takes the last block before it along. So it does with the last few lines of any handout, unless
/// they are the end of a paragraph that stands on both pages.
pub fn settle(
    strips: &mut [Strip],
    closing: Option<usize>,
    frames: &[Frame],
    area: Area,
    style: &Style,
) {
    let starts = starts(strips, frames, area);
    let [.., _, last] = starts[..] else {
        return;
    };
    if closing.is_some_and(|closing| last >= closing) {
        let closing = closing.unwrap_or(last);
        let tight = tightened(strips, closing);
        if self::starts(&tight, frames, area).len() < starts.len() {
            for (strip, tight) in strips.iter_mut().zip(tight).skip(closing) {
                strip.gap = tight.gap;
            }
            return;
        }
        take_along(strips, closing, last, frames, area);
    } else if strips
        .part(..last)
        .last()
        .is_some_and(|before| before.ends_block)
        && height(strips.part(last..)) <= FEW_LINES * style.body.pitch
    {
        take_along(strips, last, last, frames, area);
    }
}

/// Joins the strips from `first` to the one at `last`, at which the last page starts, to what cannot be parted from the strip
/// before `first`; not where this needs another page, or leaves most of the page before empty.
fn take_along(strips: &mut [Strip], first: usize, last: usize, frames: &[Frame], area: Area) {
    let before = strips.part(..first.min(last));
    let parted = before.iter().rev().skip(1).position(|strip| !strip.joined);
    let group = parted.map_or(0, |parted| before.len() - 1 - parted);
    let page = area.bottom - area.top;
    if before.is_empty() || height(strips.part(group..last)) > page / 2.0 {
        return;
    }
    let pages = starts(strips, frames, area).len();
    let mut joined: Vec<Strip> = strips.iter().map(outline).collect();
    for strip in joined.iter_mut().take(last).skip(group) {
        strip.joined = true;
    }
    if starts(&joined, frames, area).len() == pages {
        for strip in strips.iter_mut().take(last).skip(group) {
            strip.joined = true;
        }
    }
}

/// Where each page starts, as the number of strips before it.
fn starts(strips: &[Strip], frames: &[Frame], area: Area) -> Vec<usize> {
    let strips = strips.iter().map(outline).collect();
    pages::cut(strips, frames, area).starts
}

/// The strips with less white space from `first` on, without what is in them.
fn tightened(strips: &[Strip], first: usize) -> Vec<Strip> {
    let mut strips: Vec<Strip> = strips.iter().map(outline).collect();
    for strip in strips.iter_mut().skip(first) {
        strip.gap *= TIGHT;
    }
    strips
}

/// A strip without what is in it.
fn outline(strip: &Strip) -> Strip {
    Strip {
        gap: strip.gap,
        height: strip.height,
        opens: strip.opens.clone(),
        closes: strip.closes.clone(),
        joined: strip.joined,
        ..Strip::default()
    }
}

fn height(strips: &[Strip]) -> f32 {
    strips.iter().map(|strip| strip.gap + strip.height).sum()
}

#[cfg(test)]
mod tests {
    use super::super::style::ORDINARY;
    use super::*;

    const AREA: Area = Area {
        top: 0.0,
        bottom: 200.0,
    };

    fn strips(gaps_and_heights: &[(f32, f32)]) -> Vec<Strip> {
        let strip = |(gap, height): &(f32, f32)| Strip {
            gap: *gap,
            height: *height,
            ends_block: true,
            ..Strip::default()
        };
        gaps_and_heights.iter().map(strip).collect()
    }

    /// Where pages start once the closing, the strips from `closing` on, is settled.
    fn settled(strips: &mut [Strip], closing: Option<usize>) -> Vec<usize> {
        settle(strips, closing, &[], AREA, &ORDINARY);
        starts(strips, &[], AREA)
    }

    #[test]
    fn a_closing_alone_on_its_page_is_pulled_back_where_it_fits_by_less_white_space() {
        let mut all = strips(&[(0.0, 100.0), (0.0, 40.0), (20.0, 20.0), (20.0, 20.0)]);
        assert_eq!(starts(&all, &[], AREA), [0, 3]);
        assert_eq!(settled(&mut all, Some(2)), [0]);
    }

    #[test]
    fn a_closing_that_does_not_fit_takes_the_last_block_along() {
        let mut all = strips(&[(0.0, 100.0), (0.0, 80.0), (9.0, 1.0), (9.0, 90.0)]);
        assert_eq!(starts(&all, &[], AREA), [0, 3]);
        assert_eq!(settled(&mut all, Some(2)), [0, 1]);
        // A block that fills most of a page stays.
        let mut all = strips(&[(0.0, 190.0), (9.0, 1.0), (9.0, 90.0)]);
        assert_eq!(settled(&mut all, Some(1)), [0, 2]);
    }

    #[test]
    fn a_line_or_two_alone_on_the_last_page_get_company() {
        let mut all = strips(&[(0.0, 100.0), (0.0, 90.0), (0.0, 19.0), (9.0, 19.0)]);
        assert_eq!(settled(&mut all, None), [0, 1]);
        let mut all = strips(&[(0.0, 100.0), (0.0, 90.0), (0.0, 19.0), (9.0, 90.0)]);
        assert_eq!(settled(&mut all, None), [0, 2]);
    }
}
