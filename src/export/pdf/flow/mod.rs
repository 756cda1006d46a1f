//! From the items of a handout to strips: one long column of lines and rows, before it is cut into pages.
//!
//! A strip is never split. Strips that must not be parted are joined; frames open before a strip and close after one.

mod blocks;
mod callout;
mod columns;
mod figure;
mod inline;
mod list;
mod stamp;
mod strip;
mod table;
mod words;
mod writing;

pub use strip::{Edge, Frame, FrameId, Heading, Strip};

use super::direction::Direction;
use super::fonts::{CAP_HEIGHT, Shaper};
use super::furniture::Sheet;
use super::picture::Picture;
use super::style::{Style, Type};
use super::tree::{NodeId, Tree};
use crate::export::ExportError;
use crate::handout::{Handout, Pictures, anchors};
use std::collections::{BTreeMap, BTreeSet};

/// A handout as one column.
#[derive(Debug)]
pub struct Column {
    /// The strips from top to bottom.
    pub strips: Vec<Strip>,
    /// The frames.
    pub frames: Vec<Frame>,
    /// What the texts mean.
    pub tree: Tree,
    /// The pictures.
    pub pictures: Vec<Picture>,
    /// The first strip of the closing: the line after which stands who gave the handout away and who made it.
    pub closing: Option<usize>,
}

/// Sets `handout` as one column of the sheet's width; no strip is higher than `page_height`. It is set as if it ran from
/// left to right: pages that run the other way are mirrored when they are done.
///
/// A column that cannot fit on `pages_max` pages is refused as soon as that is known.
pub fn column(
    handout: &Handout,
    style: &Style,
    sheet: Sheet,
    page_height: f32,
    pages_max: Option<usize>,
    shaper: &mut Shaper,
) -> Result<Column, ExportError> {
    let mut flow = Flow {
        style,
        shaper,
        page_height,
        pages_max,
        height: 0.0,
        anchors: anchors(&handout.items),
        strips: Vec::new(),
        frames: Vec::new(),
        tree: Tree::new(),
        at_hand: &handout.pictures,
        pictures: Vec::new(),
        drawn: BTreeMap::new(),
        closing: None,
        direction: sheet.direction,
        x: sheet.left,
        width: sheet.width,
        parent: Tree::ROOT,
        in_list_item: false,
        opens: Vec::new(),
        around: Vec::new(),
        gap: 0.0,
        gap_is_fixed: false,
    };
    flow.stamped(handout)?;
    flow.keep_headings();
    Ok(Column {
        strips: flow.strips,
        frames: flow.frames,
        tree: flow.tree,
        pictures: flow.pictures,
        closing: flow.closing,
    })
}

/// The column while it grows.
struct Flow<'a> {
    style: &'a Style,
    shaper: &'a mut Shaper,
    page_height: f32,
    /// More pages are refused.
    pages_max: Option<usize>,
    /// What the strips so far are high together, without the white space, which may fall away at the head of a page.
    height: f32,
    anchors: BTreeSet<String>,
    strips: Vec<Strip>,
    frames: Vec<Frame>,
    tree: Tree,
    /// Which way the pages run.
    direction: Direction,
    at_hand: &'a Pictures,
    pictures: Vec<Picture>,
    /// The pictures by their targets.
    drawn: BTreeMap<String, usize>,
    /// The strip of the last line between parts that stands in no other item.
    closing: Option<usize>,
    /// Left edge of the text.
    x: f32,
    /// Width of the text.
    width: f32,
    /// The node that the next items belong to.
    parent: NodeId,
    /// Whether the next items are those of a list item.
    in_list_item: bool,
    /// Frames that open with the next strip.
    opens: Vec<FrameId>,
    /// Frames around what comes next, outermost first.
    around: Vec<FrameId>,
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
        self.height += strip.height;
        self.strips.push(strip);
    }

    /// Refuses a column that is too high already.
    fn check_height(&self) -> Result<(), ExportError> {
        match self.pages_max {
            Some(most) if self.height > self.page_height * most as f32 => {
                Err(ExportError::TooManyPages { most })
            }
            _ => Ok(()),
        }
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

    /// Says what stands again above a frame on the pages after its first.
    fn repeat(&mut self, frame: FrameId, strips: Vec<Strip>) {
        if let Some(frame) = self.frames.get_mut(frame.index()) {
            frame.repeat = strips;
        }
    }

    /// Opens a frame around what comes next and sets `work` inside it. The frame must get at least one strip.
    fn framed(
        &mut self,
        frame: Frame,
        work: impl FnOnce(&mut Self, FrameId) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let id = FrameId::new(self.frames.len());
        self.frames.push(frame);
        self.opens.push(id);
        self.around.push(id);
        work(self, id)?;
        self.around.pop();
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
            let second = self.strips.get(index + 2);
            let second_is_text = second.is_some_and(|strip| strip.heading.is_none());
            if let Some([strip, first, ..]) = self.strips.get_mut(index..)
                && strip.ends_heading
            {
                first.joined |= second_is_text && !first.ends_heading;
                strip.joined = true;
            }
        }
    }

    /// The height of the strips from `first` on as one piece, without the white space and the frames above the first.
    fn height_from(&self, first: usize) -> f32 {
        let padding = |ids: &[FrameId]| -> f32 {
            let frames = ids.iter().filter_map(|id| self.frames.get(id.index()));
            frames.map(|frame| frame.padding).sum()
        };
        let mut height = 0.0;
        for (index, strip) in self.strips.iter().enumerate().skip(first) {
            if index > first {
                height += strip.gap + padding(&strip.opens);
            }
            height += strip.height + padding(&strip.closes);
        }
        height
    }

    /// The height of a page inside the frames around what comes next, with all that is repeated there.
    fn room(&self) -> f32 {
        let around = self.around.iter();
        let frames = around.filter_map(|id| self.frames.get(id.index()));
        let taken: f32 = frames
            .map(|frame| {
                let repeat: f32 = frame.repeat.iter().map(|strip| strip.height).sum();
                2.0 * frame.padding + repeat
            })
            .sum();
        self.page_height - taken
    }

    /// Whether the strips from `first` on are short enough to be kept together for the reader's ease: a third of a page.
    fn is_short(&self, first: usize) -> bool {
        self.height_from(first) <= self.page_height / 3.0
    }

    /// Whether the frames around what comes next leave it at least half of a page; then there may be more of them.
    fn is_roomy(&self) -> bool {
        self.room() > self.page_height / 2.0
    }

    /// Joins the last of the strips from `first` on to what comes next.
    fn join_last(&mut self, first: usize) {
        if let Some(last) = self.strips.get_mut(first..).and_then(<[Strip]>::last_mut) {
            last.joined = true;
        }
    }

    /// Joins the strips from `first` on, all but the last to the next.
    fn join_from(&mut self, first: usize) {
        let Some(last) = self.strips.len().checked_sub(1) else {
            return;
        };
        for strip in self.strips.iter_mut().take(last).skip(first) {
            strip.joined = true;
        }
    }
}

/// The baseline in a line of this type: capitals stand in its middle.
fn baseline(text: Type) -> f32 {
    f32::midpoint(text.pitch, CAP_HEIGHT * text.size)
}
