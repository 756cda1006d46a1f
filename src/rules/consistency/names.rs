//! The names of the things that an article is about, and the places of each.

use crate::facts::words::stem;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A thing with the places of each of its names.
pub(super) struct Entity {
    /// For each name its places, in reading order.
    pub(super) variants: Vec<Vec<Place>>,
    /// The name in the title, if one of them stands there.
    pub(super) titled: Option<usize>,
    /// How much another name matters.
    pub(super) severity: Severity,
    /// Whether the first name is the one to use, however often the others come.
    pub(super) is_fixed: bool,
}

/// A place of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Its source.
    pub(super) span: Span,
    /// The sentence.
    pub(super) sentence: usize,
}

impl Entity {
    /// The name to keep: the commonest, of two equally common the title's, else the first.
    pub(super) fn preferred(&self) -> Option<usize> {
        if self.is_fixed {
            return Some(0);
        }
        let counts = self.variants.iter().enumerate();
        let weight = |at: usize, places: &Vec<Place>| {
            (places.len(), self.titled == Some(at), std::cmp::Reverse(at))
        };
        counts
            .max_by_key(|(at, places)| weight(*at, places))
            .map(|(at, _)| at)
    }
}

/// Things with two common names, and how often the rarer must come to count as drift.
const SAME: &[(Table, Severity, usize)] = &[
    (Table::SameBloodSugar, Severity::Warning, 2),
    (Table::SameHighPressure, Severity::Warning, 2),
    (Table::SameReliever, Severity::Warning, 1),
    (Table::SamePreventer, Severity::Warning, 1),
    (Table::SamePhysio, Severity::Warning, 1),
    (Table::SameHba1c, Severity::Warning, 1),
    (Table::SameThinner, Severity::Warning, 2),
    (Table::SameSeizure, Severity::Warning, 2),
    (Table::SameFlare, Severity::Warning, 2),
    (Table::SameStitches, Severity::Warning, 1),
    (Table::SameHeartAttack, Severity::Warning, 1),
    (Table::SameHypo, Severity::Warning, 2),
    (Table::SameCaesarean, Severity::Warning, 1),
    (Table::SameEpinephrine, Severity::Warning, 1),
];

/// From so many names for the person to ask on, readers wonder who is who.
const ASKED: usize = 3;

/// The things of the tables that have more than one name here.
pub(super) fn of_tables(cx: &Context<'_>) -> Vec<Entity> {
    let mut found = Vec::new();
    for (table, severity, least) in SAME {
        let variants = variants(cx, *table);
        if variants.len() < 2 || are_declared(&variants) {
            continue;
        }
        let rarest = variants
            .iter()
            .map(|(_, places)| places.len())
            .min()
            .unwrap_or(0);
        if rarest >= *least {
            found.push(entity(cx, variants, *severity));
        }
    }
    let asked = variants(cx, Table::SameDoctor);
    if asked.len() >= ASKED {
        found.push(entity(cx, asked, Severity::Info));
    }
    found
}

fn entity(cx: &Context<'_>, variants: Vec<(usize, Vec<Place>)>, severity: Severity) -> Entity {
    let variants: Vec<Vec<Place>> = variants.into_iter().map(|(_, places)| places).collect();
    let in_title = |places: &Vec<Place>| places.iter().any(|place| is_title(cx, place.sentence));
    Entity {
        titled: variants.iter().position(in_title),
        variants,
        severity,
        is_fixed: false,
    }
}

/// The places of each row of `table`, by row.
fn variants(cx: &Context<'_>, table: Table) -> Vec<(usize, Vec<Place>)> {
    let mut rows: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    let mut last = (usize::MAX, 0);
    for hit in cx.facts.hits(table) {
        // Of matches that overlap the longest counts.
        if last.0 == hit.sentence && hit.words.start < last.1 {
            continue;
        }
        last = (hit.sentence, hit.words.end);
        if is_read(cx, hit.sentence) {
            let span = cx.facts.span_of(hit.sentence, hit.words.clone());
            rows.entry(hit.row).or_default().push(Place {
                span,
                sentence: hit.sentence,
            });
        }
    }
    rows.into_iter().collect()
}

/// Whether the sentence is the article's own: no source, no name of another page, no code.
pub(super) fn is_read(cx: &Context<'_>, sentence: usize) -> bool {
    let ignored = [
        Role::References,
        Role::Resources,
        Role::Disclaimer,
        Role::Authorship,
        Role::Contact,
    ];
    !cx.facts.is_in_roles(sentence, &ignored)
}

/// Whether one sentence gives two of the names.
fn are_declared(variants: &[(usize, Vec<Place>)]) -> bool {
    let sentences = variants.iter().map(|(_, places)| {
        places
            .iter()
            .map(|place| place.sentence)
            .collect::<BTreeSet<usize>>()
    });
    let mut seen = BTreeSet::new();
    for one in sentences {
        if !seen.is_disjoint(&one) {
            return true;
        }
        seen.extend(one);
    }
    false
}

fn is_title(cx: &Context<'_>, sentence: usize) -> bool {
    cx.facts
        .sentences
        .get(sentence)
        .is_some_and(|sentence| sentence.within.kind == TextKind::Title)
}

/// The groups of last words that make one kind of thing of a name.
const HEADS: &[Table] = &[
    Table::HeadsOperation,
    Table::HeadsInjection,
    Table::HeadsTest,
    Table::HeadsIllness,
    Table::HeadsNerve,
];

/// The thing that the title is about, and the part that its name is made of, where they have more than one name.
pub(super) fn of_title(cx: &Context<'_>) -> Vec<Entity> {
    let Some(title) = title_term(cx) else {
        return Vec::new();
    };
    let mut whole: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut part: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (sentence, tokens) in cx.facts.tokens.iter().enumerate() {
        for at in occurrences(tokens, &title.core) {
            if !is_read(cx, sentence) {
                continue;
            }
            let named = name_at(cx, sentence, at, &title);
            let group = if named.is_whole {
                &mut whole
            } else {
                &mut part
            };
            let span = cx.facts.span_of(sentence, named.words);
            if !named.key.is_empty() {
                group
                    .entry(named.key)
                    .or_default()
                    .push(Place { span, sentence });
            }
        }
    }
    let entities = [whole, part]
        .into_iter()
        .map(|group| group.into_values().enumerate().collect::<Vec<_>>());
    let drifting = entities.filter(|variants| variants.len() > 1 && !are_declared(variants));
    drifting
        .map(|variants| entity(cx, variants, Severity::Warning))
        .collect()
}

/// The name of the title's subject.
struct TitleTerm {
    /// The stems of its last two words before the head.
    core: [String; 2],
    /// The stem of the word before those, if it is part of the name.
    before: Option<String>,
    /// The group of its head.
    group: Table,
    /// The stem of its head.
    head: String,
}

/// The first name in the title that ends in a word of a group and has two words of its own before it.
fn title_term(cx: &Context<'_>) -> Option<TitleTerm> {
    let sentence = (0..cx.facts.sentences.len()).find(|index| is_title(cx, *index))?;
    let tokens = cx.facts.tokens.get(sentence)?;
    let text = cx.facts.sentences.get(sentence)?.text();
    let hits = HEADS.iter().flat_map(|table| {
        cx.facts
            .hits_in(*table, sentence)
            .iter()
            .map(move |hit| (hit.words.start, *table))
    });
    let mut hits: Vec<(usize, Table)> = hits.collect();
    hits.sort_unstable();
    let (head, group) = hits
        .into_iter()
        .find(|(at, _)| is_run(tokens, text, at.saturating_sub(2)..at + 1) && *at >= 2)?;
    let of = |at: usize| stem(tokens.word(at), "en");
    let before = head
        .checked_sub(3)
        .filter(|at| is_run(tokens, text, *at..head));
    Some(TitleTerm {
        core: [of(head - 2), of(head - 1)],
        before: before.map(of),
        group,
        head: of(head),
    })
}

/// Whether words stand side by side and are no small words.
fn is_run(tokens: &Tokens, text: &str, words: Range<usize>) -> bool {
    words.clone().all(|at| {
        let joined = at == words.start
            || tokens
                .gap_before(text, at)
                .chars()
                .all(|c| c == ' ' || c == '-');
        joined && !crate::lexicon::stop_words::is_stop_word(tokens.word(at), "en")
    })
}

/// Where the two words of `core` stand side by side.
fn occurrences<'t>(tokens: &'t Tokens, core: &'t [String; 2]) -> impl Iterator<Item = usize> + 't {
    let near = |word: &str, wanted: &str| {
        word.as_bytes().first() == wanted.as_bytes().first() && stem(word, "en") == wanted
    };
    (0..tokens.len().saturating_sub(1))
        .filter(move |at| near(tokens.word(*at), &core[0]) && near(tokens.word(at + 1), &core[1]))
}

/// A name in the text.
struct Named {
    words: Range<usize>,
    /// What tells it from other names of the same thing; empty where it is no name.
    key: String,
    /// Whether it is a name of the title's subject, not of the part that this is made of.
    is_whole: bool,
}

/// The name around the core at word `at` of a sentence.
fn name_at(cx: &Context<'_>, sentence: usize, at: usize, title: &TitleTerm) -> Named {
    let tokens = cx.facts.tokens_of(sentence);
    let text = cx.facts.sentence(sentence).text();
    let head_at = |at: usize| {
        let joined = tokens
            .gap_before(text, at)
            .chars()
            .all(|c| c == ' ' || c == '-');
        let groups = HEADS.iter().copied();
        let mut hits = groups.filter(|table| {
            let hits = cx.facts.hits_in(*table, sentence);
            let first = hits.partition_point(|hit| hit.words.start < at);
            hits.get(first).is_some_and(|hit| hit.words.start == at)
        });
        hits.next().filter(|_| joined)
    };
    let mut end = at + 2;
    let mut heads: Vec<(Table, String)> = Vec::new();
    while let Some(group) = head_at(end).filter(|_| heads.len() < 3) {
        heads.push((group, stem(tokens.word(end), "en")));
        end += 1;
    }
    let has_before = at.checked_sub(1).is_some_and(|before| {
        title.before.as_deref() == Some(stem(tokens.word(before), "en").as_str())
    });
    let words = at - usize::from(has_before)..end;
    let says_head = heads.iter().any(|(_, head)| *head == title.head);
    let in_group = heads.iter().any(|(group, _)| *group == title.group);
    let key = match heads.last() {
        _ if says_head => title.head.clone(),
        Some((_, head)) if in_group => head.clone(),
        Some((Table::HeadsNerve, head)) => format!("{}{head}", if has_before { "+" } else { "" }),
        None if title.group == Table::HeadsInjection && has_before => "+".to_owned(),
        _ => String::new(),
    };
    Named {
        words,
        key,
        is_whole: says_head || in_group,
    }
}
