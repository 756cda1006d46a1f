//! How a topic pack is written, and what must hold before it is used.

use super::book::PackBook;
use super::{
    Applies, Claim, Concept, Example, Foreign, Names, PartName, Reference, RegionMismatch,
    Required, SignOff, Topic, TopicPack, gaps, signature,
};
use crate::article::{Located, Problem};
use crate::config::level::Level;
use crate::config::table::{self, Faults, Table};
use crate::lexicon::{Patterns, Urgency};
use std::collections::BTreeSet;

const SCHEMA: &str = "facetdoc.topic-pack/1";

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

fn head(whole: &mut Table<'_>, pack: &mut TopicPack) {
    let Some(mut head) = whole.table("pack") else {
        whole.fault(whole.span, "the table [pack] is missing");
        return;
    };
    let schema = head.needed("schema");
    if !schema.value.is_empty() && schema.value != SCHEMA {
        let message = format!(
            "the schema is {}; this version reads {SCHEMA}",
            schema.value
        );
        head.fault(schema.span, message);
    }
    pack.id = head.needed("id").value;
    pack.version = head.needed("version").value;
    pack.language = head.needed("language").value;
    pack.title = head
        .text("title")
        .map_or_else(String::new, |title| title.value);
    // For the people who keep the pack.
    for note in ["kind", "compiled", "reviewed", "status"] {
        head.text(note);
    }
    head.texts("regions");
    head.count("stale_after_months", 1);
    head.done();
}

fn applies(mut row: Table<'_>) -> Applies {
    let applies = Applies {
        every_article: row.flag("every_article").unwrap_or(false),
        title_any: row.patterns("title_any"),
        title_none: row.patterns("title_none"),
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

/// The sources that a row names.
fn cited(row: &mut Table<'_>, sources: &[Reference]) -> Vec<Reference> {
    let names = row.texts("sources");
    let known: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let mut cited = Vec::new();
    if names.is_empty() {
        row.fault(
            row.place("sources"),
            "no source is named: say in `sources` what this rests on",
        );
    }
    for name in names {
        match sources.iter().find(|source| source.id == name.value) {
            Some(source) => cited.push(source.clone()),
            None => row.faults.unknown(&name, "source", &known),
        }
    }
    cited
}

fn examples(row: &mut Table<'_>) -> Vec<Example> {
    let tests = row.tables("test").into_iter();
    let tests = tests.map(|mut test| {
        let text = test.needed("text");
        let expect = test.flag("expect");
        if expect.is_none() {
            test.fault(
                text.span,
                "an example says `expect = true` or `expect = false`",
            );
        }
        test.done();
        Example {
            text: text.value,
            expect: expect.unwrap_or(false),
            span: text.span,
        }
    });
    tests.collect()
}

/// Patterns of which there must be at least one.
fn some_patterns(row: &mut Table<'_>, key: &str) -> Patterns {
    if row.texts(key).is_empty() {
        row.fault(row.place(key), format!("there is no pattern in `{key}`"));
    }
    row.patterns(key)
}

fn required(row: &mut Table<'_>) -> Required {
    if !row.has("required") {
        row.fault(row.span, "`required` is missing: must, should or may");
    }
    row.one_of("required", Required::NAMES, Required::from_name)
        .unwrap_or(Required::May)
}

fn concept(mut row: Table<'_>, sources: &[Reference]) -> Concept {
    let id = row.needed("id");
    if !row.has("urgency") {
        row.fault(row.span, "`urgency` is missing");
    }
    let urgency = row.one_of("urgency", Urgency::NAMES, Urgency::from_name);
    let concept = Concept {
        label: row.needed("label").value,
        category: row.needed("category").value,
        required: required(&mut row),
        urgency: urgency.unwrap_or(Urgency::Routine),
        plain: row.needed("plain").value,
        suppresses: row.plain_texts("suppresses"),
        satisfies: row.plain_texts("satisfies"),
        requires_number: row.flag("requires_number").unwrap_or(false),
        crisis_line: row.flag("crisis_line").unwrap_or(false),
        sources: cited(&mut row, sources),
        tests: examples(&mut row),
        audience: row.patterns("when_audience"),
        patterns: some_patterns(&mut row, "patterns"),
        not_patterns: row.patterns("not_patterns"),
        id: id.value,
        span: id.span,
    };
    row.text("note");
    row.done();
    concept
}

fn topic(mut row: Table<'_>) -> Topic {
    let id = row.needed("id");
    let topic = Topic {
        label: row
            .text("label")
            .map_or_else(|| id.value.replace('-', " "), |label| label.value),
        required: required(&mut row),
        needs_number: row.flag("needs_number").unwrap_or(false),
        tests: examples(&mut row),
        any: some_patterns(&mut row, "any"),
        not_any: row.patterns("not_any"),
        id: id.value,
        span: id.span,
    };
    row.text("note");
    row.done();
    topic
}

fn claim(mut row: Table<'_>, sources: &[Reference]) -> Claim {
    let id = row.needed("id");
    let claim = Claim {
        level: row
            .one_of("severity", Level::NAMES, Level::from_name)
            .unwrap_or(Level::Warning),
        message: row.needed("message").value,
        sources: cited(&mut row, sources),
        tests: examples(&mut row),
        any: some_patterns(&mut row, "any"),
        not_any: row.patterns("not_any"),
        id: id.value,
        span: id.span,
    };
    row.done();
    claim
}

fn region_mismatch(mut row: Table<'_>) -> RegionMismatch {
    let foreign = row.tables("foreign").into_iter().map(|mut word| {
        let term = word.needed("term");
        let pattern = word.pattern(&term);
        let region = word.needed("region").value;
        word.done();
        Foreign {
            term: term.value,
            pattern,
            region,
        }
    });
    let mismatch = RegionMismatch {
        foreign: foreign.collect(),
        region: row.needed("region").value,
        signals: row.patterns("signals_region"),
    };
    row.done();
    mismatch
}

fn names(mut row: Table<'_>) -> Names {
    let parts = row.tables("parts").into_iter().map(|mut part| {
        let name = PartName {
            preferred: part.needed("preferred").value,
            variants: part.plain_texts("variants"),
        };
        part.done();
        name
    });
    let names = Names {
        parts: parts.collect(),
        preferred: row.needed("preferred").value,
        accepted: row.plain_texts("accepted"),
        discouraged: row.plain_texts("discouraged"),
        body_region: row.text("body_region").map(|region| region.value),
    };
    row.done();
    names
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
