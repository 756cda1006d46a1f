//! The letters of a line joined to texts.

use super::Letter;
use crate::export::pdf::page::{Owner, Text};

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
