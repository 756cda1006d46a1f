//! What the rows of a pack have in common: sources, examples, patterns and how firmly they are asked for.

use super::{Example, Reference, Required};
use crate::article::Located;
use crate::config::table::Table;
use crate::lexicon::{Patterns, Tokens, unheard_of};

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

/// Patterns; one with a word that no text can have is a mistake, too.
pub(super) fn phrases(row: &mut Table<'_>, key: &str) -> Patterns {
    for text in row.texts(key) {
        check_words(row, &text);
    }
    row.patterns(key)
}

/// Says if a pattern has a word that no text can have, so that it would never match.
pub(super) fn check_words(row: &Table<'_>, pattern: &Located<String>) {
    let Some(word) = unheard_of(&pattern.value).filter(|word| !word.is_empty()) else {
        return;
    };
    let words: Vec<String> = Tokens::of(word).words().map(str::to_owned).collect();
    let remedy = if words.is_empty() {
        format!("leave out {word}")
    } else {
        let star = if word.ends_with('*') { "*" } else { "" };
        format!("write {}{star}", words.join(" "))
    };
    let message = format!(
        "the pattern \"{}\" can never match: no word of a text is \"{word}\"",
        pattern.value
    );
    let help =
        format!("{remedy}; a text is parted at hyphens, and its words have no marks around them");
    row.faults.add(pattern.span, message, Some(help));
}

/// Patterns of which there must be at least one.
pub(super) fn some_patterns(row: &mut Table<'_>, key: &str) -> Patterns {
    if row.texts(key).is_empty() {
        row.fault(row.place(key), format!("there is no pattern in `{key}`"));
    }
    phrases(row, key)
}

pub(super) fn required(row: &mut Table<'_>) -> Required {
    if !row.has("required") {
        row.fault(row.span, "`required` is missing: must, should or may");
    }
    row.one_of("required", Required::NAMES, Required::from_name)
        .unwrap_or(Required::May)
}
