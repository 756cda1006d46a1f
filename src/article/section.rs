//! A section of the tree, and the texts in it.

use super::{Block, Prose, ProseKind, Role};
use crate::source::Span;

/// A heading with all that stands below it until the next heading of its level or above.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// An anchor that is unique in the article: `{#id}` where given, else the heading's slug. Empty for the root.
    pub id: String,
    /// 1 to 6; 0 for the root.
    pub level: u8,
    /// The heading; `None` for the root only.
    pub heading: Option<Prose>,
    /// The first of the roles that the section plays.
    pub role: Option<Role>,
    /// The blocks before the first subsection.
    pub blocks: Vec<Block>,
    /// The subsections.
    pub children: Vec<Section>,
    /// From the heading's first byte to the end of the last block of the last subsection.
    pub span: Span,
}

impl Section {
    /// The heading's text, "" for the root.
    pub fn title(&self) -> &str {
        self.heading
            .as_ref()
            .map_or("", |heading| heading.text().trim())
    }

    /// This section and all below it, in reading order.
    pub fn collect<'a>(&'a self, into: &mut Vec<&'a Section>) {
        into.push(self);
        for child in &self.children {
            child.collect(into);
        }
    }

    /// The blocks of the section and of all below it, in reading order.
    pub fn all_blocks(&self) -> Vec<&Block> {
        let mut sections = Vec::new();
        self.collect(&mut sections);
        sections
            .into_iter()
            .flat_map(|section| &section.blocks)
            .collect()
    }

    /// The words in the section and all below it, headings included except its own.
    pub fn word_count(&self) -> usize {
        let own: usize = self.blocks.iter().map(Block::word_count).sum();
        let below = self.children.iter().map(|child| {
            let heading = child.heading.as_ref().map_or(0, Prose::word_count);
            heading + child.word_count()
        });
        own + below.sum::<usize>()
    }

    pub(super) fn texts<'a>(&'a self, into: &mut Vec<Text<'a>>) {
        if let Some(heading) = &self.heading {
            into.push(Text {
                kind: TextKind::Heading,
                prose: heading,
                section: self,
                block: None,
            });
        }
        for block in &self.blocks {
            block_texts(self, block, into);
        }
    }
}

pub(super) fn block_texts<'a>(section: &'a Section, block: &'a Block, into: &mut Vec<Text<'a>>) {
    block.visit_prose(&mut |kind, prose| {
        into.push(Text {
            kind: TextKind::In(kind),
            prose,
            section,
            block: Some(block),
        });
    });
}

/// A piece of prose with what is around it.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// Where it stands.
    pub kind: TextKind,
    /// The prose.
    pub prose: &'a Prose,
    /// The section that holds it; the root for the title and the footnotes.
    pub section: &'a Section,
    /// The section's block that holds it, if it is in one.
    pub block: Option<&'a Block>,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// The article's visible title.
    Title,
    /// A section's heading.
    Heading,
    /// Inside a block.
    In(ProseKind),
}
