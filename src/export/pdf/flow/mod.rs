//! From the items of a handout to strips: one long column of lines and rows, before it is cut into pages.
//!
//! A strip is never split. Strips that must not be parted are joined; frames open before a strip and close after one.

mod blocks;
mod callout;
mod inline;
mod list;
mod table;

use super::fonts::Shaper;
use super::page::{Block, LinkArea, Owner, Text};
use super::style::{Style, Type};
use super::tree::{NodeId, Tree};
use crate::export::ExportError;
use crate::handout::{Handout, Item};
use std::collections::BTreeSet;

/// A line of text or a row of a table, as high as the space it takes. Its parts are placed from its top edge down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// White space above, left out at the head of a page.
    pub gap: f32,
    /// Its height.
    pub height: f32,
    /// Baseline of its first text.
    pub baseline: f32,
    /// Its texts, in reading order.
    pub texts: Vec<Text>,
    /// Its rules and tabs.
    pub blocks: Vec<Block>,
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
    /// Its place among the frames, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A handout as one column.
#[derive(Debug)]
pub struct Column {
    /// The strips from top to bottom.
    pub strips: Vec<Strip>,
    /// The frames.
    pub frames: Vec<Frame>,
    /// What the texts mean.
    pub tree: Tree,
}

/// Sets `handout` as one column of the style's measure; no strip is higher than `page_height`.
pub fn column(
    handout: &Handout,
    style: &Style,
    width: f32,
    page_height: f32,
    shaper: &mut Shaper,
) -> Result<Column, ExportError> {
    let mut anchors = BTreeSet::new();
    collect_anchors(&handout.items, &mut anchors);
    let tree = Tree::new();
    let root = tree.root();
    let mut flow = Flow {
        style,
        shaper,
        page_height,
        anchors,
        strips: Vec::new(),
        frames: Vec::new(),
        tree,
        x: style.margin_left,
        width,
        parent: root,
        opens: Vec::new(),
        gap: 0.0,
        gap_is_fixed: false,
    };
    flow.items(&handout.items)?;
    flow.keep_headings();
    Ok(Column {
        strips: flow.strips,
        frames: flow.frames,
        tree: flow.tree,
    })
}

fn collect_anchors(items: &[Item], anchors: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Heading { id, .. } => {
                anchors.insert(id.clone());
            }
            Item::Question { id, answer, .. } => {
                anchors.insert(id.clone());
                collect_anchors(answer, anchors);
            }
            Item::List(list) => {
                for item in &list.items {
                    collect_anchors(&item.items, anchors);
                }
            }
            Item::Definitions(definitions) => {
                for (_, details) in definitions {
                    collect_anchors(details, anchors);
                }
            }
            Item::Box(callout) => collect_anchors(&callout.items, anchors),
            Item::Quote(items) => collect_anchors(items, anchors),
            Item::Paragraph(_)
            | Item::Table(_)
            | Item::Figure { .. }
            | Item::Code(_)
            | Item::Links(_)
            | Item::Rule => {}
        }
    }
}

/// The column while it grows.
struct Flow<'a> {
    style: &'a Style,
    shaper: &'a mut Shaper,
    page_height: f32,
    anchors: BTreeSet<String>,
    strips: Vec<Strip>,
    frames: Vec<Frame>,
    tree: Tree,
    /// Left edge of the text.
    x: f32,
    /// Width of the text.
    width: f32,
    /// The node that the next items belong to.
    parent: NodeId,
    /// Frames that open with the next strip.
    opens: Vec<FrameId>,
    /// White space above the next strip.
    gap: f32,
    /// Whether what comes next may not widen the gap.
    gap_is_fixed: bool,
}

impl Flow<'_> {
    /// Asks for white space above the next strip; the wider of two wishes wins.
    fn space(&mut self, gap: f32) {
        if !self.gap_is_fixed {
            self.gap = self.gap.max(gap);
        }
    }

    /// Sets the white space above the next strip, whatever comes.
    fn fixed_space(&mut self, gap: f32) {
        self.gap = gap;
        self.gap_is_fixed = true;
    }

    fn push(&mut self, mut strip: Strip) {
        strip.gap = self.gap;
        strip.opens = std::mem::take(&mut self.opens);
        self.gap = 0.0;
        self.gap_is_fixed = false;
        self.strips.push(strip);
    }

    /// Sets `items` further in, inside `parent`.
    fn indented(
        &mut self,
        indent: f32,
        parent: NodeId,
        work: impl FnOnce(&mut Self) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let (x, width, outer) = (self.x, self.width, self.parent);
        let indent = self.fitting_indent(indent);
        self.x += indent;
        self.width -= indent;
        self.parent = parent;
        let result = work(self);
        self.x = x;
        self.width = width;
        self.parent = outer;
        result
    }

    /// As much of `indent` as leaves text a readable measure.
    fn fitting_indent(&self, indent: f32) -> f32 {
        indent.min((self.width - self.style.least_measure).max(0.0))
    }

    /// Opens a frame around what comes next and sets `work` inside it. The frame must get at least one strip.
    fn framed(
        &mut self,
        frame: Frame,
        work: impl FnOnce(&mut Self, FrameId) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let id = FrameId(self.frames.len());
        self.frames.push(frame);
        self.opens.push(id);
        work(self, id)?;
        if let Some(at) = self.opens.iter().position(|open| *open == id) {
            self.opens.truncate(at);
        } else if let Some(last) = self.strips.last_mut() {
            last.closes.push(id);
        }
        Ok(())
    }

    /// Keeps every heading with the two lines that follow it.
    fn keep_headings(&mut self) {
        for index in 0..self.strips.len() {
            if !self.strips[index].ends_heading {
                continue;
            }
            let second = self.strips.get(index + 2);
            let second_is_text = second.is_some_and(|strip| strip.heading.is_none());
            if let Some(first) = self.strips.get_mut(index + 1) {
                first.joined |= second_is_text && !first.ends_heading;
                self.strips[index].joined = true;
            }
        }
    }

    /// The whole height of the strips from `first` on, as one piece.
    fn height_from(&self, first: usize) -> f32 {
        let mut height = 0.0;
        for (index, strip) in self.strips.iter().enumerate().skip(first) {
            let gap = if index == first { 0.0 } else { strip.gap };
            let frames: f32 = strip
                .opens
                .iter()
                .chain(&strip.closes)
                .map(|id| self.frames[id.index()].padding)
                .sum();
            height += gap + strip.height + frames;
        }
        height
    }

    /// Joins the strips from `first` on, all but the last to the next.
    fn join_from(&mut self, first: usize) {
        let Some(last) = self.strips.len().checked_sub(1) else {
            return;
        };
        for strip in &mut self.strips[first.min(last)..last] {
            strip.joined = true;
        }
    }
}

/// The baseline in a line of this type: capitals stand in its middle.
fn baseline(text: Type) -> f32 {
    (text.pitch + super::fonts::CAP_HEIGHT * text.size) / 2.0
}

/// What is repeated after a page break: the same marks, but no longer words of the handout.
fn repeated(strips: &[Strip]) -> Vec<Strip> {
    strips
        .iter()
        .map(|strip| Strip {
            texts: strip
                .texts
                .iter()
                .map(|text| Text {
                    owner: Owner::Artifact(super::page::Artifact::Repeat),
                    ..text.clone()
                })
                .collect(),
            links: Vec::new(),
            heading: None,
            opens: Vec::new(),
            closes: Vec::new(),
            ..strip.clone()
        })
        .collect()
}
