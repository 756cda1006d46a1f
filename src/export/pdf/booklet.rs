//! Pages of a booklet laid side by side on sheets, to be printed on both sides, folded and stapled.
//!
//! The order of pages on the sheets is not the order of reading, so that tags would mislead: the file is for printing only
//! and has none. It stands beside the accessible PDF, never in its place.

use super::direction::Direction;
use super::page::{Owner, Page, Paged, Text};
use super::tree::Tree;
use std::collections::BTreeMap;

/// Pages that one sheet holds.
const PAGES_OF_A_SHEET: usize = 4;

/// The pages of `booklet` on sheets twice as wide; each page of the result is one side of a sheet.
///
/// Blank pages at the end fill the last sheet. The sheets are turned over along their short edge.
pub fn imposed(booklet: &Paged) -> Paged {
    let sides = order(booklet.pages.len(), booklet.direction);
    let sides = sides.into_iter().map(|side| {
        let mut sheet = Page::default();
        for (number, x) in side.into_iter().zip([0.0, booklet.width]) {
            if let Some(page) = booklet.pages.get(number) {
                lay(page, x, &mut sheet);
            }
        }
        sheet
    });
    Paged {
        width: 2.0 * booklet.width,
        height: booklet.height,
        pages: sides.collect(),
        tree: Tree::new(),
        pictures: booklet.pictures.clone(),
        outline: Vec::new(),
        anchors: BTreeMap::new(),
        print_only: true,
        direction: booklet.direction,
        fonts: booklet.fonts.clone(),
    }
}

/// The numbers of the pages, from 0, at the left and at the right of each side of a booklet of `count` pages. Numbers from
/// `count` on are blank pages. A booklet that runs from right to left is bound on the right.
fn order(count: usize, direction: Direction) -> Vec<[usize; 2]> {
    let sheets = count.div_ceil(PAGES_OF_A_SHEET);
    let last = (PAGES_OF_A_SHEET * sheets).saturating_sub(1);
    (0..2 * sheets)
        .map(|side| {
            let outer = last - side;
            if (side % 2 == 0) == (direction == Direction::LeftToRight) {
                [outer, side]
            } else {
                [side, outer]
            }
        })
        .collect()
}

fn lay(page: &Page, x: f32, sheet: &mut Page) {
    let blocks = page.blocks.iter().map(|block| block.moved(x, 0.0));
    sheet.blocks.extend(blocks);
    for placed in &page.pictures {
        let mut placed = placed.moved(x, 0.0);
        placed.owner = Owner::Untagged;
        placed.after += sheet.texts.len();
        sheet.pictures.push(placed);
    }
    for text in &page.texts {
        sheet.texts.push(Text {
            x: text.x + x,
            owner: Owner::Untagged,
            ..text.clone()
        });
    }
    for code in &page.codes {
        let mut code = code.moved(x, 0.0);
        code.owner = Owner::Untagged;
        sheet.codes.push(code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_in_order_once_the_sheets_are_folded() {
        let order = |count| super::order(count, Direction::LeftToRight);
        assert_eq!(order(4), [[3, 0], [1, 2]]);
        assert_eq!(order(3), order(4));
        assert_eq!(order(8), [[7, 0], [1, 6], [5, 2], [3, 4]]);
        assert_eq!(order(0), [[0; 2]; 0]);
        for count in 1..40 {
            let mut pages: Vec<usize> = order(count).into_iter().flatten().collect();
            pages.sort_unstable();
            let all: Vec<usize> = (0..count.next_multiple_of(4)).collect();
            assert_eq!(pages, all);
            let mirrored = super::order(count, Direction::RightToLeft).into_iter();
            let mirrored: Vec<[usize; 2]> = mirrored.map(|[left, right]| [right, left]).collect();
            assert_eq!(mirrored, order(count));
        }
    }
}
