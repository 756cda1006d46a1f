//! Strips and frames: what a column is made of.

use crate::export::pdf::page::{Artifact, Block, Code, LinkArea, Owner, Placed, Text};

/// A line of text or a row of a table, as high as the space it takes. Its parts are placed from its top edge down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// White space above, left out at the head of a page.
    pub gap: f32,
    /// Its height; 0 if it stands above the column, at the head of the page.
    pub height: f32,
    /// Baseline of its first text.
    pub baseline: f32,
    /// Its texts, in reading order.
    pub texts: Vec<Text>,
    /// Its rules and tabs.
    pub blocks: Vec<Block>,
    /// Its pictures.
    pub pictures: Vec<Placed>,
    /// Its codes that phones read.
    pub codes: Vec<Code>,
    /// Where its links can be followed.
    pub links: Vec<LinkArea>,
    /// The heading that starts here.
    pub heading: Option<Heading>,
    /// Frames that open above it, outermost first.
    pub opens: Vec<FrameId>,
    /// Frames that close below it, innermost first.
    pub closes: Vec<FrameId>,
    /// Whether no page break may come between it and the next.
    pub joined: bool,
    /// Whether a paragraph, item or row ends with it.
    pub ends_block: bool,
    /// Whether it ends a heading, which stays with the two lines that follow.
    pub ends_heading: bool,
}

impl Strip {
    /// Whether it stands above the column and takes no room in it.
    pub fn is_above(&self) -> bool {
        self.height <= 0.0
    }
}

/// What the outline and internal links need of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The level it is tagged with.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// Its anchor, "" for none.
    pub anchor: String,
}

/// A frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameId(usize);

/// Something drawn around or beside strips, or repeated above them, on every page that they reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Width.
    pub width: f32,
    /// What is drawn.
    pub edge: Edge,
    /// White space above and below the strips, the edge included.
    pub padding: f32,
    /// What stands again at the head of the following pages.
    pub repeat: Vec<Strip>,
}

/// What a frame draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Edge {
    /// Nothing.
    None,
    /// A border this thick.
    Border(f32),
    /// A bar this thick on the left.
    Bar(f32),
}

impl FrameId {
    /// The frame at this place among the frames.
    pub fn new(index: usize) -> Self {
        Self(index)
    }

    /// Its place among the frames, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What is repeated after a page break: the same marks, but no longer words of the handout.
pub fn repeated(strips: &[Strip]) -> Vec<Strip> {
    strips
        .iter()
        .map(|strip| Strip {
            texts: strip
                .texts
                .iter()
                .map(|text| Text {
                    owner: Owner::Artifact(Artifact::Repeat),
                    ..text.clone()
                })
                .collect(),
            pictures: Vec::new(),
            codes: Vec::new(),
            links: Vec::new(),
            heading: None,
            opens: Vec::new(),
            closes: Vec::new(),
            ..strip.clone()
        })
        .collect()
}
