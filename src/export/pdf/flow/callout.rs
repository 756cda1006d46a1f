//! Boxes: a frame, a black tab with the label, and what they hold; and what stands again over their parts on further pages.

use super::blocks::is_lead_in;
use super::inline::{SetLine, Setting};
use super::strip::repeated;
use super::{Edge, Flow, Frame, FrameId, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::page::Block;
use crate::export::pdf::tree::{NodeId, Tag};
use crate::handout::{Callout, Item, Run};
use crate::source::PartOf;

impl Flow<'_> {
    /// A box. One that fits on a page is not split; a longer one is split between items. On every page that it reaches
    /// stands its label, and where a list goes on, the words that lead to that.
    pub(super) fn callout(&mut self, callout: &Callout) -> Result<(), ExportError> {
        let node = self.tree.add(self.parent, Tag::Section);
        self.bordered(self.style.frame(callout.level), |flow, frame| {
            let (first, room) = (flow.strips.len(), flow.room());
            if !callout.label.is_empty() {
                flow.label(callout, node, frame)?;
            }
            flow.indented(0.0, node, |flow| flow.box_items(&callout.items))?;
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

    /// The items of a box.
    fn box_items(&mut self, items: &[Item]) -> Result<(), ExportError> {
        let mut heading = Vec::new();
        let mut call = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let next = items.get(index + 1);
            if matches!(item, Item::List(_)) {
                let lead = std::mem::take(&mut call);
                let lead = if lead.is_empty() { &heading } else { &lead };
                self.list_after(item, next, lead)?;
                continue;
            }
            let first = self.strips.len();
            self.item_before(item, next)?;
            let set = self.strips.part(first..);
            match item {
                Item::Heading { .. } => {
                    heading = again(set, self.style.list_gap);
                    call.clear();
                }
                Item::Paragraph(runs) if is_lead_in(runs) => call = again(set, self.style.list_gap),
                _ => call.clear(),
            }
        }
        Ok(())
    }

    /// A list over whose part on a further page `lead` stands again.
    fn list_after(
        &mut self,
        list: &Item,
        next: Option<&Item>,
        lead: &[Strip],
    ) -> Result<(), ExportError> {
        let height: f32 = lead.iter().map(|strip| strip.height).sum();
        if lead.is_empty() || height > self.page_height / 6.0 || !self.is_roomy() {
            return self.item_before(list, next);
        }
        let frame = Frame {
            x: self.x,
            width: self.width,
            edge: Edge::None,
            padding: 0.0,
            repeat: lead.to_vec(),
        };
        self.framed(frame, |flow, _| flow.item_before(list, next))
    }

    /// White words on a black tab: weight and word carry the level where colour cannot.
    fn label(
        &mut self,
        callout: &Callout,
        section: NodeId,
        frame: FrameId,
    ) -> Result<(), ExportError> {
        let text = self.style.label;
        let node = self.tree.add(section, Tag::Paragraph);
        let setting = Setting { text, bold: true };
        let width = (self.width - 2.0 * self.style.label_padding).max(text.size);
        let lines = self.set_lines(&[Run::plain(&*callout.label)], node, setting, width)?;
        for line in lines {
            let strip = self.tab(line);
            self.push(strip);
        }
        if self.is_roomy() {
            let words = [Run::plain(&*callout.continued)];
            let lines = self.set_again(&words, setting, width)?;
            let tabs: Vec<Strip> = lines.into_iter().map(|line| self.tab(line)).collect();
            self.repeat(frame, again(&tabs, self.style.label_gap));
        }
        self.fixed_space(self.style.label_gap);
        Ok(())
    }

    /// A line of white words on black.
    fn tab(&self, line: SetLine) -> Strip {
        let text = self.style.label;
        let padding = self.style.label_padding;
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
        strip
    }
}

/// Strips as they stand again on a further page, with `gap` below them.
fn again(strips: &[Strip], gap: f32) -> Vec<Strip> {
    let mut strips = repeated(strips);
    if let Some(last) = strips.last_mut() {
        last.height += gap;
    }
    strips
}
