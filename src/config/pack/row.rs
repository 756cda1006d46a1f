//! What the rows of a pack have in common: sources, examples, patterns and how firmly they are asked for.

use super::{Example, Reference, Required};
use crate::config::table::Table;
use crate::lexicon::Patterns;

/// The sources that a row names.
pub(super) fn cited(row: &mut Table<'_>, sources: &[Reference]) -> Vec<Reference> {
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

pub(super) fn examples(row: &mut Table<'_>) -> Vec<Example> {
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
pub(super) fn some_patterns(row: &mut Table<'_>, key: &str) -> Patterns {
    if row.texts(key).is_empty() {
        row.fault(row.place(key), format!("there is no pattern in `{key}`"));
    }
    row.patterns(key)
}

pub(super) fn required(row: &mut Table<'_>) -> Required {
    if !row.has("required") {
        row.fault(row.span, "`required` is missing: must, should or may");
    }
    row.one_of("required", Required::NAMES, Required::from_name)
        .unwrap_or(Required::May)
}
