//! The short form of a handout: which parts can be left out, and what the handout says of it.

use super::build::Builder;
use super::closing::address;
use super::urgent::{Moved, urgent};
use super::{Item, Run};
use crate::article::{Block, Role, Section};
use crate::facts::Urgency;
use crate::rules::Context;
use crate::source::Span;
use std::collections::BTreeSet;

/// Roles by how much a reader needs them who reads one sheet: what to do, then what to know, then the rest.
const RANKS: &[Role] = &[
    Role::Summary,
    Role::Introduction,
    Role::SelfCare,
    Role::Preparation,
    Role::Aftercare,
    Role::Medicines,
    Role::Exercises,
    Role::Treatment,
    Role::Risks,
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
}

/// A part of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartId {
    /// What stands before the first section.
    Opening,
    /// The section that starts at this byte.
    Section(usize),
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
}

impl ShortForm {
    /// The short form without these parts.
    pub fn without(parts: &[Part]) -> Self {
        Self {
            left_out: parts.iter().map(|part| part.id).collect(),
        }
    }

    /// Whether it leaves out `part`.
    pub(super) fn leaves_out(&self, part: PartId) -> bool {
        self.left_out.contains(&part)
    }
}

/// The parts that a short form can leave out, those that a reader needs most first.
///
/// What says when to get help is not among them, nor the disclaimer and whom to reach. A section that holds such words
/// stays with its heading; the sections below it are parts by themselves.
pub fn parts(cx: &Context<'_>) -> Vec<Part> {
    let urgent = urgent(cx.article, &|span| cx.facts.urgency_in(span));
    let finder = Finder {
        cx: *cx,
        moved: Moved::of(&urgent),
    };
    let root = &cx.article.root;
    let mut parts = Vec::new();
    if !root.blocks.is_empty() && !finder.must_keep_own(root) {
        let rank = rank(Some(Role::Introduction));
        let opening = Part {
            id: PartId::Opening,
            title: String::new(),
        };
        parts.push((rank, opening));
    }
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
}

impl Finder<'_> {
    /// Adds the parts of `section`; one without a role of its own has that of the section around it.
    fn add(&self, section: &Section, role: Option<Role>, parts: &mut Vec<(usize, Part)>) {
        if self.moved.has_section(section) {
            return;
        }
        if self.must_keep(section) {
            for child in &section.children {
                self.add(child, child.role.or(role), parts);
            }
            return;
        }
        let part = Part {
            id: PartId::of(section),
            title: section.title().to_owned(),
        };
        parts.push((rank(role), part));
    }

    fn must_keep(&self, section: &Section) -> bool {
        self.moved.has_section(section)
            || self.must_keep_own(section)
            || section.children.iter().any(|child| self.must_keep(child))
    }

    /// Whether the heading or a block that stands directly in `section` must be kept.
    fn must_keep_own(&self, section: &Section) -> bool {
        let here = |block: &&Block| !self.moved.has_block(block);
        let blocks = section.blocks.iter().filter(here).map(|block| block.span);
        let heading = section.heading.as_ref().map(crate::article::Prose::whole);
        let mut spans = heading.into_iter().chain(blocks);
        spans.any(|span| self.is_safety(span))
    }

    fn is_safety(&self, span: Span) -> bool {
        let article = self.cx.article;
        let named = KEPT
            .iter()
            .any(|role| article.places(*role).any(|place| place.span.overlaps(span)));
        named || self.cx.facts.urgency_in(span) >= Some(Urgency::Urgent)
    }
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
