//! The headings of an article that a team's configuration gives a role.

use super::{Config, OwnKind};
use crate::article::{Article, PlaceKind, Role, RolePlace, RoleSource, Section};
use crate::lexicon::{Patterns, Tokens};

impl Config {
    /// The sections of an article whose headings the configuration maps to a role: by `[headings]` and by the parts of the
    /// article's own kind that are called like a role.
    pub fn headed(&self, article: &Article) -> Vec<RolePlace> {
        let own = self.own_kind(article);
        let of_kind = own.iter().flat_map(|kind| role_headings(kind));
        let all: Vec<(Role, &Patterns)> = self
            .headings
            .iter()
            .map(|(role, headings)| (*role, headings))
            .chain(of_kind)
            .filter(|(_, headings)| !headings.is_empty())
            .collect();
        let mut places = Vec::new();
        if all.is_empty() {
            return places;
        }
        for section in &article.root.children {
            find(section, &all, &mut places);
        }
        places
    }
}

/// The parts of a kind that are roles with headings of the team's.
fn role_headings(kind: &OwnKind) -> impl Iterator<Item = (Role, &Patterns)> {
    let parts = kind.parts.iter();
    parts.filter_map(|part| Some((part.role?, &part.headings)))
}

/// The places whose headings are mapped to a role, in the order of the article.
fn find(section: &Section, all: &[(Role, &Patterns)], places: &mut Vec<RolePlace>) {
    let heading = Tokens::of(section.title());
    for (role, headings) in all {
        if headings.is_match(&heading) {
            places.push(RolePlace {
                role: *role,
                span: section.span,
                kind: PlaceKind::Section,
                title: Some(section.title().to_owned()),
                source: RoleSource::Explicit,
            });
        }
    }
    for child in &section.children {
        find(child, all, places);
    }
}
