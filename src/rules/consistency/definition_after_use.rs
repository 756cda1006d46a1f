//! Terms that are explained after they are used.

use crate::facts::definition::{Definition, Form};
use crate::facts::words::stem;
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use crate::source::PartOf;
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
    ///
    /// The next sentence, or a few words right behind the term, are soon enough:
    /// ```markdown,pass
    /// # Gum disease
    ///
    /// Gum disease starts as gingivitis, a mild form. It can go on to periodontitis. Periodontitis is an infection that eats
    /// the bone.
    ///
    /// ## More
    ///
    /// Gingivitis is a swelling of the gums that bleeds easily.
    /// ```
    RULE {
        name: "definition-after-use", severity: Info, since: "0.1.0",
        standard: "PEMAT 4; CDC CCI 7",
        summary: "a term is explained after its first use",
    }
}

/// A single word needs as many letters to be a term that readers may not know.
const LONG_WORD: usize = 8;

/// Stems that name no one thing by themselves.
const GENERAL: &[&str] = &[
    "condition",
    "disorder",
    "symptom",
    "problem",
    "disease",
    "diseas",
    "medicin",
    "medication",
    "treatment",
    "infection",
    "mutation",
    "operation",
    "procedur",
    "exercis",
    "activiti",
    "supplement",
    "specialist",
];

/// A definition with the number of its first words that are no part of the term.
type Wanted<'f> = (&'f Definition, usize);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    let title = Tokens::of(cx.article.title().unwrap_or(""));
    let title: Vec<String> = title.words().map(|word| stem(word, "en")).collect();
    let mut wanted: Vec<Wanted<'_>> = Vec::new();
    let mut seen: BTreeSet<&[String]> = BTreeSet::new();
    for definition in cx.facts.definitions() {
        // Words before the term may belong to the sentence: "contains facet joints, small joints that".
        let most = match definition.form {
            Form::Sentence => 0,
            Form::GlossBehind | Form::Apposition => definition.stems.len().saturating_sub(1),
            Form::TermBehind | Form::OtherName | Form::Listed => continue,
        };
        for skip in 0..=most {
            let stems = definition.stems.part(skip..);
            if is_hard(stems)
                && seen.insert(stems)
                && !stems.iter().all(|stem| title.contains(stem))
            {
                wanted.push((definition, skip));
            }
        }
    }
    let mut last = None;
    for ((definition, skip), sentence, word) in first_uses(cx, &wanted) {
        if last == Some(definition.span) {
            continue;
        }
        last = Some(definition.span);
        let stems = definition.stems.len().saturating_sub(skip);
        let name = cx.facts.text_of(sentence, word..word + stems);
        findings
            .report(
                cx.facts.span_of(sentence, word..word + stems),
                format!("\"{}\" is explained only after this", name.to_lowercase()),
            )
            .label(definition.span, "explained here")
            .help("Readers meet the word here first. Explain it here in a few plain words.");
    }
}

/// Whether readers may not know the term: several words with a long one, or one long word.
fn is_hard(stems: &[String]) -> bool {
    let longest = stems.iter().map(String::len).max().unwrap_or(0);
    match stems {
        [] => false,
        [only] => longest + 1 >= LONG_WORD && !GENERAL.contains(&only.as_str()),
        _ => longest >= 4,
    }
}

/// The first use of each term where it stands well before its definition: sentence and word; longer terms first.
fn first_uses<'f>(cx: &Context<'_>, wanted: &[Wanted<'f>]) -> Vec<(Wanted<'f>, usize, usize)> {
    let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (definition, skip)) in wanted.iter().enumerate() {
        if let Some(first) = definition.stems.get(*skip) {
            by_first.entry(first.as_str()).or_default().push(at);
        }
    }
    let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    if by_first.is_empty() {
        return Vec::new();
    }
    // Most words start like none of the terms.
    let starts: BTreeSet<&str> = by_first.keys().map(|first| start(first)).collect();
    for (index, tokens) in cx.facts.tokens.iter().enumerate() {
        if !matches!(
            cx.facts.sentence(index).within.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Item)
        ) {
            continue;
        }
        for (word_at, word) in tokens.words().enumerate() {
            if !starts.contains(start(word)) {
                continue;
            }
            for at in by_first
                .get(stem(word, "en").as_str())
                .into_iter()
                .flatten()
            {
                let Some((definition, skip)) = wanted.get(*at) else {
                    continue;
                };
                let stems = definition.stems.part(*skip..);
                let fits = || {
                    stems
                        .iter()
                        .enumerate()
                        .all(|(next, wanted)| stem(tokens.word(word_at + next), "en") == *wanted)
                };
                // The next sentence is soon enough, and a line that is nothing but the term is a heading.
                let is_early = definition.sentence > index + 1
                    && tokens.len() > stems.len()
                    && !found.contains_key(at);
                if is_early && fits() && !is_explained(cx, index, word_at + stems.len(), stems) {
                    found.insert(*at, (index, word_at));
                }
            }
        }
    }
    found
        .into_iter()
        .filter_map(|(at, (sentence, word))| Some((*wanted.get(at)?, sentence, word)))
        .collect()
}

/// The first three bytes of a word, which its stem keeps.
fn start(word: &str) -> &str {
    word.part(..word.floor_char_boundary(3))
}

/// Whether the words after the term explain it some other way, or the sentence only lists what comes.
fn is_explained(cx: &Context<'_>, index: usize, end: usize, stems: &[String]) -> bool {
    let mut others = cx.facts.definitions().iter();
    let again = others.any(|other| other.sentence == index && other.stems.ends_with(stems));
    let announces = cx
        .facts
        .promises()
        .iter()
        .any(|promise| promise.sentence == index);
    let tokens = cx.facts.tokens_of(index);
    let gap = tokens.gap_before(cx.facts.sentence(index).text(), end);
    let beside = gap.contains('(')
        || (gap.contains([',', '–', '—'])
            && matches!(
                tokens.word(end),
                "a" | "an" | "the" | "also" | "which" | "or"
            ));
    again
        || announces
        || beside
        || cx
            .facts
            .is_in_roles(index, &[Role::Summary, Role::References, Role::Resources])
}
