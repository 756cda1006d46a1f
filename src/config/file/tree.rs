//! Tables of TOML laid over one another, key by key, without losing the place of any value.

use super::super::table;
use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The lists to which a stronger file adds; it replaces every other list. `*` stands for any one key.
pub const ADDING: &[&str] = &[
    "exclude",
    "ignore",
    "packs",
    "organisations",
    "jargon-exclude",
    "headings.*",
    "words.*.add",
    "words.*.remove",
];

/// `table` with every place moved by `by` bytes.
pub(super) fn moved(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    let entries = table.into_iter();
    entries
        .map(|(key, value)| {
            let place = key.span();
            let key = Spanned::new(place.start + by..place.end + by, key.into_inner());
            (key, moved_value(value, by))
        })
        .collect()
}

fn moved_value(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let place = value.span();
    let inner = match value.into_inner() {
        DeValue::Array(list) => {
            let items = list.into_iter().map(|item| moved_value(item, by));
            DeValue::Array(items.collect())
        }
        DeValue::Table(table) => DeValue::Table(moved(table, by)),
        plain @ (DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)) => plain,
    };
    Spanned::new(place.start + by..place.end + by, inner)
}

/// Lays `over` on `base`: tables key by key; lists by [`ADDING`]; anything else takes the place of what was there.
///
/// A rule whose level `over` sets is no longer among those that `base` ignores.
pub(super) fn lay<'t>(base: &mut DeTable<'t>, over: &DeTable<'t>) {
    let named = over
        .get("rules")
        .and_then(|rules| rules.get_ref().as_table());
    if let (Some(rules), Some(ignored)) = (named, base.get_mut("ignore"))
        && let DeValue::Array(list) = ignored.get_mut()
    {
        let kept = list.clone().into_iter().filter(|item| {
            let name = item.get_ref().as_str();
            !name.is_some_and(|name| rules.contains_key(name))
        });
        *list = kept.collect();
    }
    lay_table(base, over, &[]);
}

fn lay_table<'t>(base: &mut DeTable<'t>, over: &DeTable<'t>, path: &[&str]) {
    for (key, value) in over {
        let name: &str = key.get_ref();
        let path = [path, &[name]].concat();
        if let Some(below) = base.get_mut(name) {
            match (below.get_mut(), value.get_ref()) {
                (DeValue::Table(below), DeValue::Table(over)) => {
                    lay_table(below, over, &path);
                    continue;
                }
                (DeValue::Array(below), DeValue::Array(over)) if is_adding(&path) => {
                    for item in over {
                        let is_same = |other: &Spanned<DeValue<'_>>| {
                            let text = other.get_ref().as_str();
                            text.is_some() && text == item.get_ref().as_str()
                        };
                        if !below.iter().any(is_same) {
                            below.push(item.clone());
                        }
                    }
                    continue;
                }
                _ => {}
            }
        }
        // An insertion alone would keep the place of the weaker key.
        base.remove(name);
        base.insert(key.clone(), value.clone());
    }
}

/// Whether a stronger file adds to the list at `path`.
pub(super) fn is_adding(path: &[&str]) -> bool {
    ADDING.iter().any(|list| {
        let wanted: Vec<&str> = list.split('.').collect();
        let mut pairs = wanted.iter().zip(path);
        wanted.len() == path.len() && pairs.all(|(wanted, key)| *wanted == "*" || wanted == key)
    })
}

/// `value` as JSON; a date is its text.
pub(super) fn json(value: &DeValue<'_>) -> Json {
    match value {
        DeValue::Table(table) => {
            let entries = table.iter();
            let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
                let key: &str = AsRef::<str>::as_ref(key.get_ref());
                (key.to_owned(), json(value.get_ref()))
            };
            Json::Object(entries.map(entry).collect())
        }
        DeValue::Array(list) => list.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Datetime(date) => Json::String(date.to_string()),
        plain @ (DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)) => table::json(plain).unwrap_or(Json::Null),
    }
}
