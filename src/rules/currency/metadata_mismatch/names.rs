//! Authors and reviewers whom the front matter and the text name differently.

use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::ops::Range;

/// The visible line that names authors or reviewers against the declared names.
pub(super) fn check(
    cx: &Context<'_>,
    declared: &[Located<String>],
    table: Table,
    what: &str,
    findings: &mut Findings<'_>,
) {
    let Some(first) = declared.first() else {
        return;
    };
    // "Rosa Lind, surgeon": what stands behind the comma is no name.
    let bare = |name: &Located<String>| name.value.split(',').next().unwrap_or("").to_owned();
    let known: Vec<String> = declared
        .iter()
        .flat_map(|name| name_words(&Tokens::of(&bare(name))))
        .collect();
    for hit in cx.facts.hits(table) {
        let tokens = cx.facts.tokens_of(hit.sentence);
        let text = cx.facts.sentence(hit.sentence).text();
        let is_part = |at: &usize| {
            cx.facts
                .text_of(hit.sentence, *at..at + 1)
                .starts_with(char::is_uppercase)
        };
        let end = (hit.words.end..tokens.len().min(hit.words.end + 8))
            .take_while(is_part)
            .last()
            .map_or(hit.words.end, |last| last + 1);
        let seen = hit.words.end..end;
        let named: Vec<&str> = seen.clone().map(|at| tokens.word(at)).collect();
        let is_name = cx
            .facts
            .text_of(hit.sentence, hit.words.end..hit.words.end + 1)
            .starts_with(char::is_uppercase);
        let shared = named
            .iter()
            .any(|word| known.iter().any(|name| name == word));
        if !is_name
            || shared
            || known.is_empty()
            || text.len() > 200
            || !looks_named(cx, hit.sentence, seen.clone())
        {
            continue;
        }
        findings
            .report(
                cx.facts.span_of(
                    hit.sentence,
                    hit.words.end..(hit.words.end + 3).min(tokens.len()),
                ),
                format!("the {what} named here is not the one in the front matter"),
            )
            .label(first.span, format!("\"{}\"", first.value))
            .help("Readers and search engines are told different names. Correct one of them.");
        return;
    }
}

/// Two words in capitals: a person's name.
fn looks_named(cx: &Context<'_>, sentence: usize, words: Range<usize>) -> bool {
    let capital = |at: usize| {
        cx.facts
            .text_of(sentence, at..at + 1)
            .starts_with(char::is_uppercase)
    };
    words.clone().filter(|at| capital(*at)).count() >= 2
}

/// The words of a name that tell it from others: no titles, no initials.
fn name_words(tokens: &Tokens) -> Vec<String> {
    let titles = [
        "dr",
        "prof",
        "professor",
        "md",
        "phd",
        "mrs",
        "the",
        "and",
        "for",
    ];
    tokens
        .words()
        .filter(|word| word.len() > 2 && !titles.contains(word))
        .map(str::to_owned)
        .collect()
}
