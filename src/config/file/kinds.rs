//! `[kinds.NAME]`: the kinds of document of a team.

use crate::article::{Kind, Role};
use crate::config::own_kind::{Bounds, OwnKind, Part, is_of_health};
use crate::config::table::Table;
use std::sync::Arc;

pub(super) fn kinds(whole: &mut Table<'_>) -> Vec<Arc<OwnKind>> {
    let Some(mut table) = whole.table("kinds") else {
        return Vec::new();
    };
    let mut kinds = Vec::new();
    for key in table.keys() {
        let Some(row) = table.table(&key.value) else {
            continue;
        };
        let name = key.value.trim().to_lowercase();
        if Kind::from_name(&name).is_some() {
            let message = format!("{name} is a kind that facetdoc has; choose another name");
            row.fault(key.span, message);
        }
        kinds.push(Arc::new(kind(name, row)));
    }
    kinds
}

fn kind(name: String, mut row: Table<'_>) -> OwnKind {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let kind = OwnKind {
        name,
        extends: row.one_of("extends", &names, Kind::from_name),
        ordered: row.flag("ordered").unwrap_or(false),
        parts: row.tables("part").into_iter().map(part).collect(),
    };
    row.done();
    kind
}

fn part(mut row: Table<'_>) -> Part {
    let name = row.needed("name");
    let part = Part {
        role: Role::from_name(&name.value),
        heading_words: row.plain_texts("headings"),
        headings: row.headings("headings"),
        required: row.flag("required").unwrap_or(true),
        items: bounds(&mut row, "min-items", "max-items"),
        words: bounds(&mut row, "min-words", "max-words"),
        name: name.value,
    };
    if let Some(role) = meant(&part) {
        let message = format!(
            "{} is no role, but nearly one; rules about {role} would not look at it",
            part.name
        );
        row.faults
            .add(name.span, message, Some(format!("did you mean {role}?")));
    } else if part.role.is_none() && part.heading_words.is_empty() && !part.name.is_empty() {
        let message = format!(
            "{} is no role of facetdoc, so that it needs `headings` to be found by",
            part.name
        );
        row.fault(name.span, message);
    }
    row.done();
    part
}

/// The role of health articles that a part is called after, but for an "s", capital letters or signs between the words.
fn meant(part: &Part) -> Option<&'static str> {
    let plain = |name: &str| {
        let name = name.trim().to_lowercase().replace(['_', ' '], "-");
        name.trim_end_matches('s').to_owned()
    };
    let name = plain(&part.name);
    let mut roles = Role::ALL.iter().map(|role| (*role, role.name()));
    let found = roles.find(|(role, known)| is_of_health(*role) && plain(known) == name);
    found.filter(|_| part.role.is_none()).map(|(_, name)| name)
}

fn bounds(row: &mut Table<'_>, least: &str, most: &str) -> Bounds {
    let bounds = Bounds {
        least: row.count(least, 0),
        most: row.count(most, 0),
    };
    if let (Some(low), Some(high)) = (bounds.least, bounds.most)
        && low > high
    {
        let message = format!("{least} is {low}, more than {most}, which is {high}");
        row.fault(row.place(least), message);
    }
    bounds
}
