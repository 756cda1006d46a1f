//! The phrase tables that rules and facts share, in data files; all of them are found in one pass.
//!
//! To add a table: a variant in `tables.rs`, in any order, and a TOML table of that name in one of the files here (a new
//! file also needs a line in [`FILES`]), with patterns (see [`super::pattern`]) by language:
//!
//! ```toml
//! [persistence]
//! en = ["persist*", "not|n't go away"]
//! es = ["persist*"]
//! ```
//!
//! Facts give the matches: `facts.hits(Table::Persistence)`.

mod macros;
mod tables;

pub use tables::Table;

use super::pattern::Pattern;
use super::phrasebook::Phrasebook;
use crate::lexicon::constant::built;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The data files, by name.
const FILES: &[(&str, &str)] = &[
    ("consistency.toml", include_str!("consistency.toml")),
    ("evidence.toml", include_str!("evidence.toml")),
    ("numbers.toml", include_str!("numbers.toml")),
    ("packs.toml", include_str!("packs.toml")),
    ("plain.toml", include_str!("plain.toml")),
    ("safety.toml", include_str!("safety.toml")),
    ("structure.toml", include_str!("structure.toml")),
    ("words.toml", include_str!("words.toml")),
];

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Rows {
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    es: Vec<String>,
}

static SPANISH: LazyLock<Phrasebook> = LazyLock::new(|| Phrasebook::new(patterns("es")));

/// The patterns of every table in a language given by its base tag, in the order of [`Table::ALL`]; English for every
/// language but Spanish.
pub(super) fn patterns(base_lang: &str) -> Vec<Vec<Pattern>> {
    let tables = tables();
    let lists = Table::ALL.iter().map(|table| {
        let rows = tables.get(table.name()).map_or(&[][..], |rows| {
            if base_lang == "es" {
                &rows.es
            } else {
                &rows.en
            }
        });
        let patterns = rows.iter().map(|row| Pattern::new(row));
        let compiled: Result<Vec<Pattern>, _> = patterns.collect();
        built(compiled)
    });
    lists.collect()
}

fn tables() -> BTreeMap<String, Rows> {
    let files = FILES.iter().flat_map(|(_, text)| {
        let tables: BTreeMap<String, Rows> = built(toml::from_str(text));
        tables
    });
    files.collect()
}

/// The Spanish tables, list after list in the order of [`Table::ALL`]; the English ones are in a book with the
/// [word lists](super::lists::Lists::book).
pub fn spanish() -> &'static Phrasebook {
    &SPANISH
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_table_has_a_name_of_its_own_and_rows_that_compile() {
        let mut seen = BTreeSet::new();
        for (file, text) in FILES {
            let parsed: BTreeMap<String, Rows> =
                toml::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            for (name, rows) in parsed {
                assert!(seen.insert(name.clone()), "{file}: {name} is there twice");
                assert!(
                    !rows.en.is_empty() || !rows.es.is_empty(),
                    "{file}: {name} is empty"
                );
                for row in rows.en.iter().chain(&rows.es) {
                    assert!(Pattern::new(row).is_ok(), "{file}: {name}: {row:?}");
                }
            }
        }
        let named: BTreeSet<String> = Table::ALL
            .iter()
            .map(|table| table.name().to_owned())
            .collect();
        assert_eq!(named.len(), Table::ALL.len(), "a name is there twice");
        assert_eq!(seen, named, "files and tables.rs have the same tables");
    }
}
