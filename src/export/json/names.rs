//! The names that the schema allows where a value is one of a fixed list.

use crate::article::{Kind, PlaceKind, Role, RoleSource};
use crate::facts::Urgency;
use schemars::{Schema, SchemaGenerator, json_schema};

fn names(names: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": names })
}

fn names_or_null(names: &[&str]) -> Schema {
    let mut values: Vec<Option<&str>> = names.iter().copied().map(Some).collect();
    values.push(None);
    json_schema!({ "type": ["string", "null"], "enum": values })
}

/// The kinds of document.
pub(super) fn kinds(_: &mut SchemaGenerator) -> Schema {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    names(&kinds)
}

fn role_names() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.name()).collect()
}

/// The roles.
pub(super) fn roles(_: &mut SchemaGenerator) -> Schema {
    names(&role_names())
}

/// The roles, or `null`.
pub(super) fn roles_or_null(_: &mut SchemaGenerator) -> Schema {
    names_or_null(&role_names())
}

/// The steps of urgency, or `null`.
pub(super) fn urgencies(_: &mut SchemaGenerator) -> Schema {
    names_or_null(Urgency::NAMES)
}

/// The steps of urgency.
pub(super) fn urgencies_only(_: &mut SchemaGenerator) -> Schema {
    names(Urgency::NAMES)
}

/// The kinds of place.
pub(super) fn place_kinds(_: &mut SchemaGenerator) -> Schema {
    let kinds = [
        PlaceKind::Section,
        PlaceKind::Paragraph,
        PlaceKind::List,
        PlaceKind::FrontMatter,
    ]
    .map(PlaceKind::name);
    names(&kinds)
}

/// How a role can be found.
pub(super) fn role_sources(_: &mut SchemaGenerator) -> Schema {
    let sources = [
        RoleSource::Explicit,
        RoleSource::Heading,
        RoleSource::Label,
        RoleSource::Content,
    ]
    .map(RoleSource::name);
    names(&sources)
}
