//! The article as a tree of sections and blocks, with the part that each place plays.
//!
//! Everything here is a plain value: no parser's type, no line number, no file.

mod block;
mod date;
pub mod language;
mod limit;
mod meta;
mod pieces;
mod prose;
mod reading;
mod role;
mod section;
mod slug;

pub use block::{
    Alignment, Block, BlockKind, Callout, Definition, Image, List, ListItem, ProseKind, Table,
};
pub use date::Date;
pub use limit::how_to_raise;
pub use meta::{Allowance, Clinic, Kind, Located, Logo, Meta};
pub use pieces::Piece;
pub use prose::{Mark, MarkKind, Prose, ProseBuilder};
pub use reading::Reading;
pub use role::{PlaceKind, Role, RolePlace, RoleSource};
pub use section::{Section, Text, TextKind};
pub use slug::slug;

use crate::source::{PartOf, Source, Span};
use std::sync::OnceLock;

/// A parsed article.
#[derive(Debug, Clone)]
pub struct Article {
    /// What it was read from.
    pub source: Source,
    /// Its front matter.
    pub meta: Meta,
    /// The title that readers see: the first heading of level 1, or the first line of pasted text.
    pub heading: Option<Prose>,
    /// The tree. The root has no heading; its blocks stand before the first section.
    pub root: Section,
    /// Every place that plays a role, by position; a place may play several.
    pub roles: Vec<RolePlace>,
    /// The questions with their answers, by position.
    pub faq: Vec<FaqPair>,
    /// The footnotes that are called, in the order of their numbers.
    pub footnotes: Vec<Footnote>,
    /// The sentences and words of all its texts.
    pub reading: Reading,
    /// Lines of pasted text that were read as structure.
    pub promotions: Vec<Promotion>,
    /// Parts of a web page that were not read, for they are not the article.
    pub left_out: Vec<LeftOut>,
    /// Mistakes in the front matter and in comments addressed to facetdoc.
    pub problems: Vec<Problem>,
    /// Rules silenced by comments in the text; those of the front matter are in [`Meta::allow`].
    pub allowances: Vec<Allowance>,
    /// How deep lists, quotes and boxes lie in each other at most, also where the tree does not go so deep, and where.
    pub deepest: Option<(usize, Span)>,
    /// What its words say of its language, once that was asked for.
    pub(crate) seen: OnceLock<language::Seen>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaqPair {
    /// The question as a reader sees it, without a "Q:" label.
    pub question: Prose,
    /// The blocks of the answer, without an "A:" label; empty where there is none.
    pub answer: Vec<Block>,
    /// Question and answer.
    pub span: Span,
}

impl FaqPair {
    /// The answer's span, `None` where there is no answer.
    pub fn answer_span(&self) -> Option<Span> {
        let first = self.answer.first()?;
        let last = self.answer.last()?;
        Some(first.span.cover(last.span))
    }
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Its label in the source.
    pub label: String,
    /// Its number, from 1, in the order of calls.
    pub number: usize,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Its source.
    pub span: Span,
}

/// A line of pasted text that was read as structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promotion {
    /// What it became.
    pub kind: PromotionKind,
    /// The line.
    pub span: Span,
}

/// A part of a web page that is not the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is: "navigation", "a cookie notice".
    pub what: &'static str,
    /// How many words it has.
    pub words: usize,
    /// Where it stands.
    pub span: Span,
}

/// What a line of pasted text became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromotionKind {
    /// The title.
    Title,
    /// A heading.
    Heading,
    /// A list item.
    ListItem,
    /// A row of a table.
    TableRow,
    /// A question of the FAQ.
    Question,
}

impl PromotionKind {
    /// The name used in the outline.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::ListItem => "list-item",
            Self::TableRow => "table-row",
            Self::Question => "question",
        }
    }
}

/// A mistake in the front matter or in a comment addressed to facetdoc.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
}

impl Article {
    /// The title: what readers see, else the front matter's, else `None`.
    pub fn title(&self) -> Option<&str> {
        let seen = self.heading.as_ref().map(|heading| heading.text().trim());
        let meta = self.meta.title.as_ref().map(|title| title.value.trim());
        seen.or(meta).filter(|title| !title.is_empty())
    }

    /// The language whose word tables read the article: the declared one, else the one that its commonest words are of.
    pub fn base_lang(&self) -> &'static str {
        match &self.meta.lang {
            Some(lang) => language::base(&lang.value),
            None => language::base(self.seen_lang().lang),
        }
    }

    /// The language that the commonest words of its texts are of, whatever is declared.
    pub fn seen_lang(&self) -> language::Seen {
        *self.seen.get_or_init(|| {
            let texts = self.texts();
            language::seen(texts.iter().map(|text| text.prose.text()))
        })
    }

    /// Where a finding about something absent points: the visible title, else the front matter's, else the first line with text.
    pub fn title_span(&self) -> Span {
        if let Some(heading) = &self.heading {
            return heading.whole();
        }
        if let Some(title) = &self.meta.title {
            return title.span;
        }
        let text = self.source.text();
        let body = text.part(self.source.body_start()..);
        let start = self.source.body_start() + (body.len() - body.trim_start().len());
        let line = text.part(start..).lines().next().unwrap_or("").trim_end();
        Span::new(start, start + line.len())
    }

    /// Every section but the root, in reading order.
    pub fn sections(&self) -> Vec<&Section> {
        let mut sections = Vec::new();
        for child in &self.root.children {
            child.collect(&mut sections);
        }
        sections
    }

    /// Every section with the root first, in reading order.
    pub fn all_sections(&self) -> Vec<&Section> {
        let mut sections = Vec::new();
        self.root.collect(&mut sections);
        sections
    }

    /// Every block that stands directly in a section, in reading order, with its section.
    pub fn blocks(&self) -> impl Iterator<Item = (&Section, &Block)> {
        self.all_sections()
            .into_iter()
            .flat_map(|section| section.blocks.iter().map(move |block| (section, block)))
    }

    /// The blocks that stand directly in a section and lie inside `span`, in reading order.
    pub fn blocks_in(&self, span: Span) -> impl Iterator<Item = &Block> {
        self.blocks()
            .map(|(_, block)| block)
            .filter(move |block| span.contains(block.span))
    }

    /// The places that play `role`, in reading order.
    pub fn places(&self, role: Role) -> impl Iterator<Item = &RolePlace> {
        self.roles.iter().filter(move |place| place.role == role)
    }

    /// Whether some place plays `role`.
    pub fn has_role(&self, role: Role) -> bool {
        self.places(role).next().is_some()
    }

    /// Every allowance: the front matter's first, then those of the comments.
    pub fn every_allowance(&self) -> impl Iterator<Item = &Allowance> {
        self.meta.allow.iter().chain(&self.allowances)
    }

    /// Every piece of prose in reading order: title, headings, paragraphs, items, cells, then the footnotes.
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Vec::new();
        if let Some(heading) = &self.heading {
            texts.push(Text {
                kind: TextKind::Title,
                prose: heading,
                section: &self.root,
                block: None,
            });
        }
        for section in self.all_sections() {
            section.texts(&mut texts);
        }
        for footnote in &self.footnotes {
            for block in &footnote.blocks {
                section::block_texts(&self.root, block, &mut texts);
            }
        }
        texts
    }
}
