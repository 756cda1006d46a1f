//! The short form of a handout: which parts can be left out, and what the handout says of it.

use super::build::Builder;
use super::closing::address;
use super::urgent::{Moved, urgent};
use super::{Item, Run};
use crate::article::{Block, BlockKind, Prose, Role, Section};
use crate::facts::Urgency;
use crate::rules::Context;
use crate::source::{Cover, Span};
use std::collections::BTreeSet;

/// Roles by how much a reader needs them who reads one sheet: what to do, then what to know, then the rest.
const RANKS: &[Role] = &[
    Role::Summary,
    Role::SelfCare,
    Role::Preparation,
    Role::Aftercare,
    Role::Medicines,
    Role::Exercises,
    Role::Risks,
    Role::Treatment,
    Role::Introduction,
    Role::Procedure,
    Role::Alternatives,
    Role::Symptoms,
    Role::Prevention,
    Role::Diagnosis,
    Role::Causes,
    Role::Anatomy,
];

/// Parts that no short form leaves out, however long.
const KEPT: &[Role] = &[Role::RedFlags, Role::Disclaimer, Role::Contact];

/// Parts that come last, after those without a role.
const LAST: &[Role] = &[
    Role::Faq,
    Role::Conclusion,
    Role::Resources,
    Role::References,
    Role::Authorship,
];

/// A part of an article that can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which it is.
    pub id: PartId,
    /// Its heading; "" for the opening.
    pub title: String,
    /// Where its blocks start, if these are not all of a section.
    blocks: Vec<usize>,
}

/// A part of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartId {
    /// What stands before the first section.
    Opening,
    /// The section that starts at this byte.
    Section(usize),
    /// What a short form need not keep of the section that starts at this byte, the sections below it apart.
    Rest(usize),
}

impl PartId {
    /// That of a section.
    pub(super) fn of(section: &Section) -> Self {
        Self::Section(section.span.start())
    }
}

/// What a short form leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShortForm {
    left_out: BTreeSet<PartId>,
    blocks: BTreeSet<usize>,
}

impl ShortForm {
    /// The short form without these parts.
    pub fn without(parts: &[Part]) -> Self {
        Self {
            left_out: parts.iter().map(|part| part.id).collect(),
            blocks: parts
                .iter()
                .flat_map(|part| &part.blocks)
                .copied()
                .collect(),
        }
    }

    /// Whether it leaves out all of `section`.
    pub(super) fn leaves_out(&self, section: &Section) -> bool {
        self.left_out.contains(&PartId::of(section))
    }

    /// Whether it leaves out a block of a section that it keeps.
    pub(super) fn leaves_out_block(&self, block: &Block) -> bool {
        self.blocks.contains(&block.span.start())
    }
}

/// The parts that a short form can leave out, those that a reader needs most first.
///
/// What says when to get help is not among them, nor the disclaimer and whom to reach. A section that holds such words
/// stays with its heading and these words; the rest of it and the sections below it are parts by themselves. An answer is
/// not torn.
pub fn parts(cx: &Context<'_>) -> Vec<Part> {
    let finder = Finder::new(cx);
    let root = &cx.article.root;
    let mut parts = Vec::new();
    let opening = rank(Some(Role::Summary));
    finder.add_rest(root, PartId::Opening, opening, &mut parts);
    for section in &root.children {
        finder.add(section, section.role, &mut parts);
    }
    parts.sort_by_key(|(rank, part)| (*rank, part.id));
    parts.into_iter().map(|(_, part)| part).collect()
}

fn rank(role: Option<Role>) -> usize {
    let Some(role) = role else {
        return RANKS.len();
    };
    let place = |roles: &[Role]| roles.iter().position(|one| *one == role);
    let last = || place(LAST).map(|at| RANKS.len() + 1 + at);
    place(RANKS).or_else(last).unwrap_or(RANKS.len())
}

struct Finder<'a> {
    cx: Context<'a>,
    moved: Moved<'a>,
    /// The places of the roles that are kept.
    kept: Cover,
    /// The questions with their answers of which a part must be kept.
    pairs: Cover,
}

impl<'a> Finder<'a> {
    fn new(cx: &Context<'a>) -> Self {
        let places = { cx.article.roles.iter() }.filter(|place| KEPT.contains(&place.role));
        let mut finder = Self {
            cx: *cx,
            moved: Moved::of(&urgent(cx)),
            kept: places.map(|place| place.span).collect(),
            pairs: Cover::default(),
        };
        let pairs = cx.article.faq.iter().map(|pair| pair.span);
        finder.pairs = pairs.filter(|pair| finder.is_safety(*pair)).collect();
        finder
    }

    /// Adds the parts of `section`; one without a role of its own has that of the section around it.
    fn add(&self, section: &Section, role: Option<Role>, parts: &mut Vec<(usize, Part)>) {
        if self.moved.has_section(section) {
            return;
        }
        if self.must_keep(section) {
            let heading = section.heading.as_ref().map(Prose::whole);
            if !heading.is_some_and(|heading| self.is_safety(heading)) && !self.is_question(section)
            {
                let id = PartId::Rest(section.span.start());
                self.add_rest(section, id, rank(role), parts);
            }
            for child in &section.children {
                self.add(child, child.role.or(role), parts);
            }
            return;
        }
        let part = Part {
            id: PartId::of(section),
            title: section.title().to_owned(),
            blocks: Vec::new(),
        };
        parts.push((rank(role), part));
    }

    /// Adds the blocks that stand directly in `section` and need not be kept.
    fn add_rest(&self, section: &Section, id: PartId, rank: usize, parts: &mut Vec<(usize, Part)>) {
        let all = &section.blocks;
        let next = all.iter().skip(1).map(Some).chain([None]);
        let keeps = |block: &Block, next: Option<&Block>| {
            let leads = |next: &Block| is_lead_in(block) && self.is_kept(next);
            self.is_kept(block) || next.is_some_and(leads)
        };
        let rest = all.iter().zip(next);
        let rest =
            rest.filter(|(block, next)| !self.moved.has_block(block) && !keeps(block, *next));
        let part = Part {
            id,
            title: section.title().to_owned(),
            blocks: rest.map(|(block, _)| block.span.start()).collect(),
        };
        if !part.blocks.is_empty() {
            parts.push((rank, part));
        }
    }

    fn is_question(&self, section: &Section) -> bool {
        let heading = section.heading.as_ref();
        let asks = |heading: &Prose| !self.cx.facts.pairs_asked_in(heading.whole()).is_empty();
        heading.is_some_and(asks)
    }

    /// Whether a block, or the question with its answer that it is part of, must be kept.
    fn is_kept(&self, block: &Block) -> bool {
        self.is_safety(block.span) || self.pairs.overlaps(block.span)
    }

    fn must_keep(&self, section: &Section) -> bool {
        self.moved.has_section(section)
            || self.must_keep_own(section)
            || section.children.iter().any(|child| self.must_keep(child))
    }

    /// Whether the heading or a block that stands directly in `section` must be kept.
    fn must_keep_own(&self, section: &Section) -> bool {
        let heading = section.heading.as_ref().map(Prose::whole);
        heading.is_some_and(|heading| self.is_safety(heading))
            || section
                .blocks
                .iter()
                .any(|block| !self.moved.has_block(block) && self.is_kept(block))
    }

    fn is_safety(&self, span: Span) -> bool {
        self.kept.overlaps(span) || self.cx.facts.urgency_in(span) >= Some(Urgency::Urgent)
    }
}

/// Whether a block announces the next.
fn is_lead_in(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(prose) if prose.text().trim_end().ends_with(':'))
}

impl Builder<'_> {
    /// Says that the handout is a short form, and where the whole is.
    pub(super) fn short_notice(&self) -> Option<Item> {
        self.short?;
        let labels = self.labels;
        let mut runs = vec![Run::plain(format!("{} ", labels.short_form))];
        match &self.cx.article.meta.canonical_url {
            Some(url) => {
                runs.push(Run::plain(format!("{} ", labels.whole_text)));
                runs.push(address(&super::links::printable(&url.value), url.span));
            }
            None => runs.push(Run::plain(&*labels.ask_for_whole)),
        }
        Some(Item::Paragraph(runs))
    }
}
