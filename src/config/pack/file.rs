//! How a topic pack is written, and what must hold before it is used.

use super::book::PackBook;
use super::concept::concept;
use super::head::head;
use super::leaflet::{claim, topic};
use super::names::{names, region_mismatch};
use super::row::{examples, phrases};
use super::{Applies, Concept, Reference, SignOff, TopicPack, gaps, signature};
use crate::article::{Located, Problem};
use crate::config::faults::Faults;
use crate::config::level::Level;
use crate::config::table::{self, Table};
use std::collections::BTreeSet;

/// What became of a pack's text.
#[derive(Debug)]
pub struct Reading {
    /// The pack; `None` if the text is no TOML.
    pub pack: Option<TopicPack>,
    /// Why it cannot be used, by place.
    pub faults: Vec<Problem>,
    /// What a pack must have before a team relies on it, by place: examples, and a sign-off that is still good.
    pub gaps: Vec<Problem>,
}

impl TopicPack {
    /// Reads a pack written in TOML and everything that is wrong with it.
    pub fn read(text: &str) -> Reading {
        let root = match table::parse(text) {
            Ok(root) => root,
            Err(problem) => {
                return Reading {
                    pack: None,
                    faults: vec![problem],
                    gaps: Vec::new(),
                };
            }
        };
        let faults = Faults::default();
        let pack = read(Table::whole(&root, &faults), text);
        let gaps = gaps::gaps(&pack, text);
        Reading {
            pack: Some(pack),
            faults: faults.into_problems(),
            gaps,
        }
    }
}

fn read(mut whole: Table<'_>, text: &str) -> TopicPack {
    let sources: Vec<Reference> = whole.tables("source").into_iter().map(source).collect();
    repeated(&whole, "source");
    let concepts = whole.tables("concept").into_iter();
    let concepts: Vec<Concept> = concepts.map(|row| concept(row, &sources)).collect();
    let topics = whole.tables("topic").into_iter().map(topic).collect();
    let claims = whole.tables("claim").into_iter();
    let claims = claims.map(|row| claim(row, &sources)).collect();
    let mismatches = whole.tables("region_mismatch").into_iter();
    let sign_off = whole.table("sign_off").map(sign_off);
    let names = whole.table("names").map(names);
    let coverage = whole.table("coverage").map(coverage).unwrap_or_default();
    let mut pack = TopicPack {
        book: PackBook::of(&concepts),
        is_signed: sign_off
            .as_ref()
            .is_some_and(|by| by.hash == signature::hash(text)),
        sign_off,
        asks_coverage: coverage.asks,
        min_categories: Vec::new(),
        sources,
        concepts,
        topics,
        claims,
        region_mismatches: mismatches.map(region_mismatch).collect(),
        names,
        applies: Applies::default(),
        id: String::new(),
        version: String::new(),
        title: String::new(),
        language: String::new(),
    };
    if whole.has("applies") {
        pack.applies = whole.table("applies").map(applies).unwrap_or_default();
    }
    head(&mut whole, &mut pack);
    check_names(&whole, &mut pack, coverage.min_categories);
    whole.done();
    pack
}

fn applies(mut row: Table<'_>) -> Applies {
    let applies = Applies {
        every_article: row.flag("every_article").unwrap_or(false),
        title_any: phrases(&mut row, "title_any"),
        title_none: phrases(&mut row, "title_none"),
        tests: examples(&mut row),
    };
    row.done();
    applies
}

/// The table `[coverage]`.
struct Coverage {
    asks: bool,
    min_categories: Vec<Located<String>>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            asks: true,
            min_categories: Vec::new(),
        }
    }
}

fn coverage(mut row: Table<'_>) -> Coverage {
    const SCOPES: &[&str] = &["red-flag-section", "none"];
    let scope = row.one_of("scope", SCOPES, |name| {
        SCOPES.iter().position(|one| *one == name)
    });
    let coverage = Coverage {
        asks: scope != Some(1),
        min_categories: row.texts("min_categories"),
    };
    for note in ["must_missing", "should_missing", "may_missing"] {
        row.one_of(note, Level::NAMES, Level::from_name);
    }
    row.done();
    coverage
}

fn sign_off(mut row: Table<'_>) -> SignOff {
    let name = row.needed("name").value;
    let role = row.needed("role").value;
    let date = row.needed("date").value;
    let hash = row.needed("hash");
    row.done();
    SignOff {
        name,
        role,
        date,
        hash: hash.value,
        span: hash.span,
    }
}

fn source(mut row: Table<'_>) -> Reference {
    let id = row.needed("id").value;
    let publisher = row.needed("publisher").value;
    let title = row.needed("title").value;
    let url = row.text("url");
    if let Some(url) = &url
        && !url.value.starts_with("https://")
        && !url.value.starts_with("http://")
    {
        row.fault(url.span, "the address of a source starts with https://");
    }
    let source = Reference {
        id,
        publisher,
        title,
        year: row.count("year", 1800),
        url: url.map(|url| url.value),
        verified: row.flag("verified").unwrap_or(false),
    };
    row.done();
    source
}

/// Checks what the parts of a pack say of each other, and takes over the categories that it has.
fn check_names(whole: &Table<'_>, pack: &mut TopicPack, min_categories: Vec<Located<String>>) {
    repeated(whole, "concept");
    repeated(whole, "topic");
    repeated(whole, "claim");
    let ids: Vec<&str> = pack
        .concepts
        .iter()
        .map(|concept| concept.id.as_str())
        .collect();
    for concept in &pack.concepts {
        for name in concept.suppresses.iter().chain(&concept.satisfies) {
            if !ids.contains(&name.as_str()) {
                let name = Located {
                    value: name.clone(),
                    span: concept.span,
                };
                whole.faults.unknown(&name, "concept", &ids);
            }
        }
    }
    let categories: BTreeSet<&str> = pack
        .concepts
        .iter()
        .map(|concept| concept.category.as_str())
        .collect();
    let categories: Vec<&str> = categories.into_iter().collect();
    for name in &min_categories {
        if !categories.contains(&name.value.as_str()) {
            whole.faults.unknown(name, "category", &categories);
        }
    }
    pack.min_categories = min_categories.into_iter().map(|name| name.value).collect();
}

/// Says which ids of the list called `key` stand twice.
fn repeated(whole: &Table<'_>, key: &str) {
    let mut seen = BTreeSet::new();
    for id in whole.ids(key) {
        if !seen.insert(id.value.clone()) {
            whole.fault(id.span, format!("{} is there twice", id.value));
        }
    }
}
