//! Terms that are explained after they are used.

use crate::facts::definition::{Definition, Form};
use crate::facts::words::stem;
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

rule! {
    /// A term is explained only after the reader has met it.
    ///
    /// ## Why it matters
    /// Who reads from the top meets the word without knowing it. By the time the explanation comes, some have left.
    ///
    /// The explanation may be "T is a ... that ...", "T means ...", "T, which is ..." or "T (plain words)". The title, headings,
    /// lists of contents and front matter are no use of the term; a glossary may stand last. Words that are short and plain are
    /// left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Panic attacks
    ///
    /// Your amygdala sets off an alarm.
    ///
    /// ## Why it happens
    ///
    /// The amygdala is a small part of the brain that looks out for danger.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Panic attacks
    ///
    /// The amygdala is a small part of the brain that looks out for danger. Your amygdala sets off an alarm.
    /// ```
    RULE {
        name: "definition-after-use", severity: Info, since: "0.1.0",
        standard: "PEMAT 4; CDC CCI 7",
        summary: "a term is explained after its first use",
    }
}

/// A single word needs as many letters to be a term that readers may not know.
const LONG_WORD: usize = 8;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    let title: Vec<String> = Tokens::of(cx.article.title().unwrap_or("")).words().map(|word| stem(word, "en")).collect();
    let mut wanted: Vec<&Definition> = Vec::new();
    let mut seen: BTreeSet<&[String]> = BTreeSet::new();
    for definition in cx.facts.definitions() {
        let explains = matches!(definition.form, Form::Sentence | Form::GlossBehind | Form::Apposition);
        if explains && is_hard(definition) && seen.insert(&definition.stems) && !definition.stems.iter().all(|stem| title.contains(stem)) {
            wanted.push(definition);
        }
    }
    let uses = first_uses(cx, &wanted);
    for (definition, sentence, word) in uses {
        let span = cx.facts.span_of(sentence, word..word + definition.stems.len());
        let name = cx.facts.text_of(definition.sentence, definition.words.clone());
        findings
            .report(span, format!("\"{}\" is explained only after this", name.to_lowercase()))
            .label(definition.span, "explained here")
            .help("Readers meet the word here first. Explain it here in a few plain words.");
    }
}

/// Whether readers may not know the term: several words with a long one, or one long word.
fn is_hard(definition: &Definition) -> bool {
    let longest = definition.stems.iter().map(String::len).max().unwrap_or(0);
    match definition.stems.len() {
        0 => false,
        1 => longest + 1 >= LONG_WORD,
        _ => longest >= 4,
    }
}

/// The first use of each definition's term where it stands before the definition: sentence and word.
fn first_uses<'f>(cx: &Context<'_>, wanted: &[&'f Definition]) -> Vec<(&'f Definition, usize, usize)> {
    let mut by_first: BTreeMap<&str, Vec<&'f Definition>> = BTreeMap::new();
    for definition in wanted {
        if let Some(first) = definition.stems.first() {
            by_first.entry(&first[..first.floor_char_boundary(3)]).or_default().push(definition);
        }
    }
    let mut found: Vec<(&Definition, usize, usize)> = Vec::new();
    if by_first.is_empty() {
        return found;
    }
    for (index, tokens) in cx.facts.tokens.iter().enumerate() {
        let is_text = matches!(cx.facts.sentences[index].within.kind, TextKind::In(ProseKind::Paragraph | ProseKind::Item));
        if !is_text {
            continue;
        }
        for (at, word) in tokens.words().enumerate() {
            for definition in by_first.get(&word[..word.floor_char_boundary(3)]).into_iter().flatten() {
                let earlier = definition.sentence > index && !found.iter().any(|(known, _, _)| std::ptr::eq(*known, *definition));
                let fits = || definition.stems.iter().enumerate().all(|(next, wanted)| stem(tokens.word(at + next), "en") == *wanted);
                if earlier && fits() && !is_explained(cx, index, definition) {
                    found.push((definition, index, at));
                }
            }
        }
    }
    found
}

/// Whether the sentence itself explains it some other way, or only lists what comes.
fn is_explained(cx: &Context<'_>, index: usize, definition: &Definition) -> bool {
    let mut others = cx.facts.definitions().iter();
    let again = others.any(|other| other.sentence == index && other.stems == definition.stems);
    let announces = cx.facts.promises().iter().any(|promise| promise.sentence == index);
    again || announces || cx.facts.is_in_roles(index, &[Role::Summary, Role::References, Role::Resources])
}

