//! Red flags where the article has them: in their boxes, in the article's order.

use super::build::{Builder, deeper};
use super::places::What;
use super::urgent::Urgent;
use super::{BoxLevel, Item};
use crate::article::{Block, Section};

/// The boxes of an article by what stands in them.
#[derive(Debug, Default)]
pub(super) struct Boxes<'a> {
    /// Sections in boxes: the level of the box around the section's own words, and whether places inside it have boxes of
    /// their own.
    sections: Vec<(&'a Section, Option<BoxLevel>, bool)>,
    blocks: Vec<(&'a [Block], BoxLevel)>,
}

impl<'a> Boxes<'a> {
    /// The boxes of all that is in `urgent`.
    pub(super) fn of(urgent: &[Urgent<'a>]) -> Self {
        let mut boxes = Self::default();
        boxes.add(urgent);
        boxes
    }

    fn add(&mut self, urgent: &[Urgent<'a>]) {
        for one in urgent {
            match one.what {
                What::Section(section) => {
                    self.sections
                        .push((section, one.own, !one.tiers.is_empty()));
                }
                What::Blocks(blocks) => {
                    self.blocks.extend(one.own.map(|level| (blocks, level)));
                }
            }
            self.add(&one.tiers);
        }
    }

    fn of_section(&self, section: &Section) -> Option<(Option<BoxLevel>, bool)> {
        let mut boxed = self.sections.iter();
        let found = boxed.find(|(boxed, ..)| std::ptr::eq(*boxed, section));
        found.map(|(_, level, has_tiers)| (*level, *has_tiers))
    }

    /// The box of a block of its own, and which box it is.
    fn of_block(&self, block: &Block) -> Option<(usize, BoxLevel)> {
        let holds = |blocks: &[Block]| blocks.iter().any(|one| std::ptr::eq(one, block));
        let index = self.blocks.iter().position(|(blocks, _)| holds(blocks))?;
        self.blocks.get(index).map(|(_, level)| (index, *level))
    }
}

impl<'a> Builder<'a> {
    /// The article's text from its root on, in order.
    pub(super) fn in_place(&mut self, root: &'a Section, boxes: &Boxes<'a>) -> Vec<Item> {
        let mut items = self.blocks_in_place(&root.blocks, 1, None, Vec::new(), boxes);
        items.extend(self.sections_in_place(&root.children, 2, boxes));
        items
    }

    fn sections_in_place(
        &mut self,
        sections: &'a [Section],
        level: u8,
        boxes: &Boxes<'a>,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        for section in sections
            .iter()
            .filter(|one| !self.leaves_out(one))
            .collect::<Vec<_>>()
        {
            items.extend(self.section_in_place(section, level, boxes));
        }
        items
    }

    fn section_in_place(
        &mut self,
        section: &'a Section,
        level: u8,
        boxes: &Boxes<'a>,
    ) -> Vec<Item> {
        if self.is_question(section) {
            return self.section(section, level);
        }
        let (own, has_tiers) = boxes.of_section(section).unwrap_or((None, true));
        if !has_tiers {
            let whole = self.section(section, level);
            return self.framed(own, whole);
        }
        let (heading, at) = self.heading(section, level);
        let mut items = self.blocks_in_place(&section.blocks, at, own, heading, boxes);
        items.extend(self.sections_in_place(&section.children, deeper(at), boxes));
        items
    }

    /// The blocks of a section below its `heading`; those without a box of their own stand in one of the level `own`, if
    /// there is one.
    fn blocks_in_place(
        &mut self,
        blocks: &'a [Block],
        level: u8,
        own: Option<BoxLevel>,
        heading: Vec<Item>,
        boxes: &Boxes<'a>,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        let mut lead = heading;
        let same = |one: &Block, next: &Block| self.box_of(one, boxes) == self.box_of(next, boxes);
        let runs: Vec<&'a [Block]> = blocks.chunk_by(same).collect();
        for run in runs {
            let level_of_box = run.first().and_then(|first| self.box_of(first, boxes));
            let inner = self.kept(run, level);
            if let Some((_, boxed)) = level_of_box {
                items.extend(self.framed(own, std::mem::take(&mut lead)));
                items.extend(self.framed(Some(boxed), inner));
            } else {
                lead.extend(inner);
                items.extend(self.framed(own, std::mem::take(&mut lead)));
            }
        }
        items.extend(self.framed(own, lead));
        items
    }

    /// The box that `block` stands in; none in an answer, which is not torn from its question.
    fn box_of(&self, block: &Block, boxes: &Boxes<'a>) -> Option<(usize, BoxLevel)> {
        let mut pairs = self.cx.article.faq.iter();
        if pairs.any(|pair| pair.span.overlaps(block.span)) {
            return None;
        }
        boxes.of_block(block)
    }
}
