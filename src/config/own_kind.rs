//! Kinds of document that a team defines: which parts, in which order, how long.

use super::kind::{Requirement, requirement};
use crate::article::{Kind, Role};
use crate::lexicon::{Patterns, Tokens};

/// A kind of document that a team defines.
#[derive(Debug, Clone)]
pub struct OwnKind {
    /// Its name in front matter.
    pub name: String,
    /// The kind whose required parts it has, too; `None` if its own parts are all.
    pub extends: Option<Kind>,
    /// Whether its parts come in the order in which they are listed.
    pub ordered: bool,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// One part of a team's kind: one of facetdoc's roles, or something of the team's own.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called: a role's name, or the team's.
    pub name: String,
    /// The role, if the name is one's.
    pub role: Option<Role>,
    /// Headings that name it, as patterns; those of a role count besides.
    pub headings: Patterns,
    /// The headings as written, for messages.
    pub heading_words: Vec<String>,
    /// Whether an article of the kind must have it.
    pub required: bool,
    /// How many list items it may have; for questions and answers, how many pairs.
    pub items: Bounds,
    /// How many words it may have, headings below its own included.
    pub words: Bounds,
}

/// The parts that only articles on health have; recipes have preparation, manuals have procedures.
const OF_HEALTH: &[Role] = &[
    Role::Symptoms,
    Role::Diagnosis,
    Role::Treatment,
    Role::Aftercare,
    Role::Risks,
    Role::Medicines,
    Role::SelfCare,
    Role::RedFlags,
    Role::Disclaimer,
];

/// Whether only articles on health have a part of that role.
pub(super) fn is_of_health(role: Role) -> bool {
    OF_HEALTH.contains(&role)
}

/// The least and the most of something; both are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// The least.
    pub least: Option<usize>,
    /// The most.
    pub most: Option<usize>,
}

impl Bounds {
    /// Whether nothing is asked.
    pub fn is_free(self) -> bool {
        self.least.is_none() && self.most.is_none()
    }

    /// The bound that `count` breaks, if it breaks one.
    pub fn broken_by(self, count: usize) -> Option<Bound> {
        if self.least.is_some_and(|least| count < least) {
            return self.least.map(Bound::Least);
        }
        self.most.filter(|most| count > *most).map(Bound::Most)
    }
}

/// One end of [`Bounds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// No fewer.
    Least(usize),
    /// No more.
    Most(usize),
}

impl OwnKind {
    /// The roles that an article of the kind must have: those of the kind that it extends, then its own.
    pub(super) fn requirements_with(&self, extended: Option<Vec<Requirement>>) -> Vec<Requirement> {
        let mut required = extended.unwrap_or_default();
        let bare = self.parts.iter().filter(|part| part.headings.is_empty());
        let roles = |part: &Part| part.role.filter(|_| part.required);
        for role in bare.filter_map(roles) {
            if !required.iter().any(|one| one.any == [role]) {
                required.push(requirement(role));
            }
        }
        required
    }

    /// Whether it is a kind of health article: it extends one of facetdoc's, or has a part that only they have.
    pub fn is_about_health(&self) -> bool {
        let mut roles = self.parts.iter().filter_map(|part| part.role);
        self.extends.is_some() || roles.any(is_of_health)
    }

    /// The required parts that are no bare role: they are found by their headings.
    pub fn headed_parts(&self) -> impl Iterator<Item = &Part> {
        let parts = self.parts.iter().filter(|part| part.required);
        parts.filter(|part| part.role.is_none() || !part.headings.is_empty())
    }
}

impl Part {
    /// Whether a heading names it.
    pub fn is_named(&self, heading: &Tokens) -> bool {
        self.headings.is_match(heading)
    }
}
