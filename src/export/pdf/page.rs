//! Pages as plain values: what stands where. The origin is the top left corner of the sheet, y runs down.

use super::direction::Direction;
use super::fonts::{FaceId, Fonts};
use super::picture::Picture;
use super::tree::{ContentId, LinkId, Tree};
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A handout laid out.
#[derive(Debug)]
pub struct Paged {
    /// Width of the sheets.
    pub width: f32,
    /// Height of the sheets.
    pub height: f32,
    /// Which way the pages run.
    pub direction: Direction,
    /// The fonts besides those that are bundled.
    pub fonts: Fonts,
    /// The pages; at least one.
    pub pages: Vec<Page>,
    /// What the text means.
    pub tree: Tree,
    /// The pictures.
    pub pictures: Vec<Picture>,
    /// The headings, in order.
    pub outline: Vec<OutlineEntry>,
    /// Where each anchor stands.
    pub anchors: BTreeMap<String, Place>,
    /// Whether the file is for printing only: it has no tags, links or outline and does not claim to be accessible.
    pub print_only: bool,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Black rectangles: rules, frames, underlines, tabs. They mean nothing that the text does not say.
    pub blocks: Vec<Block>,
    /// The texts, in reading order.
    pub texts: Vec<Text>,
    /// The pictures, in reading order.
    pub pictures: Vec<Placed>,
    /// The codes that phones read.
    pub codes: Vec<Code>,
    /// Where links can be followed.
    pub links: Vec<LinkArea>,
}

/// A picture on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Its place among the pictures of the handout.
    pub picture: usize,
    /// The area that it fills.
    pub area: Block,
    /// What it belongs to.
    pub owner: Owner,
    /// How many texts of the page are read before it.
    pub after: usize,
}

impl Placed {
    /// The picture moved right and down.
    pub fn moved(&self, x: f32, y: f32) -> Self {
        Self {
            area: self.area.moved(x, y),
            ..*self
        }
    }
}

/// A code that phones read, drawn as black squares.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The area that it fills.
    pub area: Block,
    /// Its dark modules, side by side ones as one rectangle.
    pub blocks: Vec<Block>,
    /// What it belongs to.
    pub owner: Owner,
}

impl Code {
    /// The code moved right and down.
    pub fn moved(&self, x: f32, y: f32) -> Self {
        Self {
            area: self.area.moved(x, y),
            blocks: self.blocks.iter().map(|block| block.moved(x, y)).collect(),
            owner: self.owner,
        }
    }
}

impl Block {
    /// The rectangle moved right and down.
    pub fn moved(self, x: f32, y: f32) -> Self {
        Self {
            x: self.x + x,
            y: self.y + y,
            ..self
        }
    }
}

/// A black rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Text on one line in one face and size.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where its first letter begins: the left edge, or the right edge of text that runs to the left.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// The face.
    pub face: FaceId,
    /// The size.
    pub size: f32,
    /// Its letters.
    pub clusters: Vec<Cluster>,
    /// What it belongs to.
    pub owner: Owner,
    /// White on a black block, else black on white.
    pub reversed: bool,
    /// Whether each letter stands on the left of the one before it.
    pub leftwards: bool,
}

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The handout's own words.
    Content(ContentId),
    /// Words that are on the page besides the handout's: stamp, footer, what is repeated after a page break.
    Artifact(Artifact),
    /// Anything in a file that is for printing only and has no tags.
    Untagged,
}

/// Why words or pictures stand on a page besides the handout's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// The stamp at the head.
    Header,
    /// The foot.
    Footer,
    /// A label or a table's header again.
    Repeat,
    /// A picture that says nothing.
    Decoration,
}

/// Letters that cannot be parted, with their glyphs.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// What is written, as the handout has it; empty where only the layout asked for the space.
    pub text: SmolStr,
    /// What is drawn; mostly one glyph.
    pub glyphs: SmallVec<[Glyph; 1]>,
    /// How far the next letter stands from this one.
    pub advance: f32,
}

/// A glyph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far it is moved right of the pen.
    pub dx: f32,
    /// How far it is moved up from the baseline.
    pub dy: f32,
    /// How far it moves the pen.
    pub advance: f32,
}

impl Page {
    /// The page as in a mirror, for words that run from right to left; what is read from left to right in it still is.
    pub fn mirror(&mut self, width: f32) {
        for block in &mut self.blocks {
            block.x = width - block.x - block.width;
        }
        for text in &mut self.texts {
            text.x = width - text.x;
            text.leftwards = !text.leftwards;
        }
        for placed in &mut self.pictures {
            placed.area.x = width - placed.area.x - placed.area.width;
        }
        for code in &mut self.codes {
            // It takes another place and stays as it is: a mirrored code cannot be read.
            let x = width - code.area.x - code.area.width;
            *code = code.moved(x - code.area.x, 0.0);
        }
        for link in &mut self.links {
            link.area.x = width - link.area.x - link.area.width;
        }
    }
}

/// A place where a link can be followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkArea {
    /// The link.
    pub link: LinkId,
    /// The area.
    pub area: Block,
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The page, from 0.
    pub page: usize,
    /// Distance from the top of the sheet.
    pub y: f32,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    /// 1 to 6; never skips a level downwards.
    pub level: u8,
    /// The heading's words on one line.
    pub title: String,
    /// Where it stands.
    pub place: Place,
}

/// For each entry the one that it is nested in: the nearest before it of a higher rank.
pub fn outline_parents(entries: &[OutlineEntry]) -> Vec<Option<usize>> {
    let mut open = Vec::new();
    let mut parents = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        open.retain(|(_, level)| *level < entry.level);
        parents.push(open.last().map(|(outer, _)| *outer));
        open.push((index, entry.level));
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_is_nested_by_level() {
        let entries: Vec<OutlineEntry> = [1, 2, 3, 3, 2, 1]
            .into_iter()
            .map(|level| OutlineEntry {
                level,
                title: String::new(),
                place: Place { page: 0, y: 0.0 },
            })
            .collect();
        let parents = [None, Some(0), Some(1), Some(1), Some(0), None];
        assert_eq!(outline_parents(&entries), parents);
    }
}
