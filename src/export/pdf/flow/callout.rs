//! Boxes: a frame, a black tab with the label, and what they hold.

use super::inline::Setting;
use super::strip::repeated;
use super::{Edge, Flow, Frame, FrameId, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::page::Block;
use crate::export::pdf::tree::{NodeId, Tag};
use crate::handout::{Callout, Run};
use crate::source::PartOf;

impl Flow<'_> {
    /// A box. One that fits on a page is not split; a longer one is split between items and its label stands on every
    /// page that it reaches.
    pub(super) fn callout(&mut self, callout: &Callout) -> Result<(), ExportError> {
        let node = self.tree.add(self.parent, Tag::Section);
        self.bordered(self.style.frame(callout.level), |flow, frame| {
            let (first, room) = (flow.strips.len(), flow.room());
            if !callout.label.is_empty() {
                flow.label(&callout.label, node, frame)?;
            }
            flow.indented(0.0, node, |flow| flow.items(&callout.items))?;
            flow.join_unless_overlong(first, room);
            Ok(())
        })
    }

    /// A frame with white space around its contents.
    pub(super) fn bordered(
        &mut self,
        edge: f32,
        work: impl FnOnce(&mut Self, FrameId) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let padding = edge + self.style.frame_padding;
        // Frames nested so deep that they would fill the page are left out.
        let (padding, edge) = if self.is_roomy() {
            (padding, Edge::Border(edge))
        } else {
            (0.0, Edge::None)
        };
        self.space(self.style.frame_gap);
        let frame = Frame {
            x: self.x,
            width: self.width,
            edge,
            padding,
            repeat: Vec::new(),
        };
        let side = self.fitting_indent(2.0 * padding) / 2.0;
        self.framed(frame, |flow, id| {
            let (x, width) = (flow.x, flow.width);
            flow.x += side;
            flow.width -= 2.0 * side;
            flow.fixed_space(flow.gap);
            let result = work(flow, id);
            flow.x = x;
            flow.width = width;
            result
        })?;
        self.gap = self.style.frame_gap;
        Ok(())
    }

    /// Joins the strips from `first` on if they are no higher than `room`; else allows a break only where an item ends.
    pub(super) fn join_unless_overlong(&mut self, first: usize, room: f32) {
        if self.height_from(first) <= room {
            self.join_from(first);
            return;
        }
        for strip in self.strips.iter_mut().skip(first) {
            strip.joined |= !strip.ends_block;
        }
    }

    /// White words on a black tab: weight and word carry the level where colour cannot.
    fn label(&mut self, label: &str, section: NodeId, frame: FrameId) -> Result<(), ExportError> {
        let text = self.style.label;
        let padding = self.style.label_padding;
        let node = self.tree.add(section, Tag::Paragraph);
        let setting = Setting { text, bold: true };
        let width = (self.width - 2.0 * padding).max(text.size);
        let lines = self.set_lines(&[Run::plain(label)], node, setting, width)?;
        let first = self.strips.len();
        for line in lines {
            let mut strip = Strip {
                height: text.pitch,
                baseline: baseline(text),
                blocks: vec![Block {
                    x: self.x,
                    y: 0.0,
                    width: line.width + 2.0 * padding,
                    height: text.pitch,
                }],
                joined: true,
                ..Strip::default()
            };
            for mut text in line.into_texts() {
                text.x += self.x + padding;
                text.reversed = true;
                strip.texts.push(text);
            }
            self.push(strip);
        }
        let mut repeat = repeated(self.strips.part(first..));
        if let Some(last) = repeat.last_mut() {
            last.height += self.style.label_gap;
        }
        if self.is_roomy() {
            self.repeat(frame, repeat);
        }
        self.fixed_space(self.style.label_gap);
        Ok(())
    }
}
