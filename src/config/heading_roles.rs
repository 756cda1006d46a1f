//! Gives roles to headings that a team's configuration names.

use super::{Config, OwnKind};
use crate::article::{Article, PlaceKind, Role, RolePlace, RoleSource, Section};
use crate::lexicon::{Patterns, Tokens};

impl Config {
    /// The article as the team reads it: every section whose heading the configuration maps to a role has that role, by
    /// `[headings]` and by the parts of the article's own kind that are called like a role. Roles that are there stay.
    pub fn read(&self, mut article: Article) -> Article {
        let own = self.own_kind(&article);
        let of_kind = own.iter().flat_map(|kind| role_headings(kind));
        let all: Vec<(Role, &Patterns)> = self
            .headings
            .iter()
            .map(|(role, headings)| (*role, headings))
            .chain(of_kind)
            .filter(|(_, headings)| !headings.is_empty())
            .collect();
        if all.is_empty() {
            return article;
        }
        let mut places = Vec::new();
        for section in &mut article.root.children {
            name(section, &all, &mut places);
        }
        places.retain(|place: &RolePlace| {
            let mut there = article.roles.iter();
            !there.any(|other| other.role == place.role && other.span == place.span)
        });
        article.roles.extend(places);
        article
            .roles
            .sort_by_key(|place| (place.span.start(), place.role));
        article
    }
}

/// The parts of a kind that are roles with headings of the team's.
fn role_headings(kind: &OwnKind) -> impl Iterator<Item = (Role, &Patterns)> {
    let parts = kind.parts.iter();
    parts.filter_map(|part| Some((part.role?, &part.headings)))
}

fn name(section: &mut Section, all: &[(Role, &Patterns)], places: &mut Vec<RolePlace>) {
    let heading = Tokens::of(section.title());
    for (role, headings) in all {
        if headings.is_match(&heading) {
            section.role = section.role.or(Some(*role));
            places.push(RolePlace {
                role: *role,
                span: section.span,
                kind: PlaceKind::Section,
                title: Some(section.title().to_owned()),
                source: RoleSource::Explicit,
            });
        }
    }
    for child in &mut section.children {
        name(child, all, places);
    }
}
