//! The roles that comments give to headings and blocks, by place.

use crate::article::Role;
use crate::source::{Nest, PartOf, Span};
use std::collections::BTreeSet;

/// Roles with what each marks: a heading, a block, or the start of a section.
#[derive(Debug, Default)]
pub(in crate::parse) struct Explicit {
    /// By place; roles of one place as the article names them.
    roles: Vec<(Role, Span)>,
    nest: Nest,
}

impl Explicit {
    pub(in crate::parse) fn of(mut roles: Vec<(Role, Span)>) -> Self {
        roles.sort_by_key(|(_, span)| span.start());
        let nest = Nest::of(roles.iter().map(|(_, span)| *span));
        Self { roles, nest }
    }

    /// Whether `role` is given to what starts at byte `start`.
    pub(in crate::parse) fn starts(&self, role: Role, start: usize) -> bool {
        self.at(start).any(|index| self.role(index) == Some(role))
    }

    /// The roles of the section that starts at byte `start` and has its heading at `heading`.
    pub(super) fn of_section(&self, start: usize, heading: Span) -> Vec<Role> {
        let marked: BTreeSet<usize> = self.at(start).chain(self.nest.around(heading)).collect();
        let roles = marked.into_iter().filter_map(|index| self.role(index));
        roles.collect()
    }

    /// The roles of the block at `span`.
    pub(super) fn of_block(&self, span: Span) -> Vec<Role> {
        let first = self.first(span.start());
        let roles = self.roles.part(first..).iter();
        roles
            .take_while(|(_, place)| place.start() == span.start())
            .filter(|(_, place)| *place == span)
            .map(|(role, _)| *role)
            .collect()
    }

    fn role(&self, index: usize) -> Option<Role> {
        self.roles.get(index).map(|(role, _)| *role)
    }

    /// The index of the first role at or behind byte `start`.
    fn first(&self, start: usize) -> usize {
        self.roles.partition_point(|(_, span)| span.start() < start)
    }

    fn at(&self, start: usize) -> impl Iterator<Item = usize> {
        let first = self.first(start);
        let here = self.roles.part(first..).iter();
        let count = here.take_while(move |(_, span)| span.start() == start);
        first..first + count.count()
    }
}
