//! Authors and reviewers whom the front matter and the text name differently.

use crate::lexicon::Tokens;
use crate::lexicon::phrasebook::Hit;
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
    if known.is_empty() {
        return;
    }
    for hit in cx.facts.hits(table) {
        let tokens = cx.facts.tokens_of(hit.sentence);
        let seen = name_after(cx, hit);
        let is_known = tokens
            .words_of(seen.clone())
            .any(|word| known.iter().any(|name| name == word));
        let is_short = cx.facts.sentence(hit.sentence).text().len() <= MOST_BYTES;
        if seen.len() < 2 || is_known || !is_short {
            continue;
        }
        let end = tokens.len().min(seen.start + 3);
        findings
            .report(
                cx.facts.span_of(hit.sentence, seen.start..end),
                format!("the {what} named here is not the one in the front matter"),
            )
            .label(first.span, format!("\"{}\"", first.value))
            .help("Readers and search engines are told different names. Correct one of them.");
        return;
    }
}

/// A longer sentence is no line that names somebody.
const MOST_BYTES: usize = 200;

/// A name has at most so many words.
const MOST_WORDS: usize = 8;

/// The words in capitals right behind a label; a person's name has two.
fn name_after(cx: &Context<'_>, hit: &Hit) -> Range<usize> {
    let start = hit.words.end;
    let most = cx
        .facts
        .tokens_of(hit.sentence)
        .len()
        .min(start + MOST_WORDS);
    let is_capital = |at: &usize| {
        let word = cx.facts.text_of(hit.sentence, *at..at + 1);
        word.starts_with(char::is_uppercase)
    };
    let end = (start..most).find(|at| !is_capital(at));
    start..end.unwrap_or(most.max(start))
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
