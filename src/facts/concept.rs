//! Concepts: symptoms and events that readers must act on, and where an article mentions them.

use super::{Binding, Facts};
use crate::article::{Role, TextKind};
use crate::config::Settings;
use crate::config::pack::{Concept, TopicPack};
use crate::lexicon::phrases::Table;
use crate::lexicon::{Tokens, Urgency};
use crate::source::Span;
use std::ops::Range;

/// A concept of a topic pack, or an item of the article's own red flags, with all that the article says of it.
#[derive(Debug, Clone)]
pub struct ConceptUse {
    /// The pack and the concept in it; `None` for an item of the article's own.
    pub known: Option<(&'static TopicPack, &'static Concept)>,
    /// What it is called in findings.
    pub label: String,
    /// Where it is mentioned, in reading order.
    pub mentions: Vec<Mention>,
    /// Where a reader is told that it is not there ("no loss of bladder control"), in reading order; never bound to advice.
    pub denied: Vec<Mention>,
    /// The advice that its mentions are bound to, in reading order of the advice.
    pub bindings: Vec<Binding>,
}

impl ConceptUse {
    /// How fast guidelines send a reader for help, where a pack says so.
    pub fn expected(&self) -> Option<Urgency> {
        self.known.map(|(_, concept)| concept.urgency)
    }
}

/// One mention of a concept.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The sentence.
    pub sentence: usize,
    /// The words of the sentence that name it.
    pub words: Range<usize>,
    /// Their place.
    pub span: Span,
    /// Whether it stands in a place with the role of red flags.
    pub is_red_flag: bool,
    /// Whether it is put in the past: "if you have had a seizure".
    pub is_history: bool,
    /// Whether its sentence gives no advice and says that it is what to expect: "numbness for a few hours is normal".
    pub is_expected: bool,
    /// Whether a condition governs it: "if your leg is weak".
    pub is_conditional: bool,
    /// Numbers and words like "mild" around it: mentions that differ here speak of different things.
    pub qualifier: String,
}

/// Parts whose mentions say nothing to a reader who feels ill.
const IGNORED: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Disclaimer,
    Role::Authorship,
];

/// The concepts of the packs that apply, with their mentions.
pub(super) fn from_packs(facts: &Facts<'_>, settings: &Settings) -> Vec<ConceptUse> {
    let audience = settings.audience(facts.article);
    let wanted: Vec<(&'static TopicPack, &'static Concept)> = settings
        .packs
        .iter()
        .flat_map(|pack| pack.concepts.iter().map(move |concept| (*pack, concept)))
        .filter(|(_, concept)| concept.is_for(&audience))
        .collect();
    let mut uses: Vec<ConceptUse> = wanted
        .iter()
        .map(|known| ConceptUse {
            known: Some(*known),
            label: known.1.label.clone(),
            mentions: Vec::new(),
            denied: Vec::new(),
            bindings: Vec::new(),
        })
        .collect();
    for index in 0..facts.sentences.len() {
        if facts.sentences[index].within.kind == TextKind::Title
            || facts.is_in_roles(index, IGNORED)
        {
            continue;
        }
        for (concept, words) in named(facts, index, &wanted) {
            let mention = Mention::new(facts, index, words);
            let Some(concept) = uses.get_mut(concept) else {
                continue;
            };
            if facts
                .advice
                .is_negated(&facts.tokens[index], mention.words.start)
            {
                concept.denied.push(mention);
            } else {
                concept.mentions.push(mention);
            }
        }
    }
    uses.retain(|concept| !concept.mentions.is_empty() || !concept.denied.is_empty());
    uses
}

/// The concepts that a sentence names, by their index in `wanted`; those that a more specific one makes superfluous are left
/// out.
fn named(
    facts: &Facts<'_>,
    index: usize,
    wanted: &[(&'static TopicPack, &'static Concept)],
) -> Vec<(usize, Range<usize>)> {
    let tokens = &facts.tokens[index];
    let found = wanted
        .iter()
        .enumerate()
        .filter_map(|(at, (_, concept))| Some((at, concept.find(tokens)?)));
    let found: Vec<(usize, Range<usize>)> = found.collect();
    let told = |words: &Range<usize>| !facts.advice.is_negated(tokens, words.start);
    let is_suppressed = |at: usize| {
        let id = &wanted[at].1.id;
        found
            .iter()
            .any(|(other, words)| told(words) && wanted[*other].1.suppresses.contains(id))
    };
    found
        .iter()
        .filter(|(at, _)| !is_suppressed(*at))
        .cloned()
        .collect()
}

impl Mention {
    /// The mention of a concept in `words` of sentence `index`, qualified by the words in it and around it.
    pub(super) fn new(facts: &Facts<'_>, index: usize, words: Range<usize>) -> Self {
        let from = words.start.saturating_sub(QUALIFIER_REACH);
        let around = from..words.end + QUALIFIER_REACH;
        Self {
            qualifier: qualifier(&facts.tokens[index], around),
            ..Self::whole(facts, index, words)
        }
    }

    /// The mention of a concept that `words` of sentence `index` name with all that qualifies it.
    pub(super) fn whole(facts: &Facts<'_>, index: usize, words: Range<usize>) -> Self {
        let sentence = &facts.sentences[index];
        let tokens = &facts.tokens[index];
        let range = tokens.place(words.clone());
        let start = sentence.range.start;
        let span = sentence
            .within
            .prose
            .span(start + range.start..start + range.end);
        let has = |table: Table| !facts.hits_in(table, index).is_empty();
        let past = facts.hits_in(Table::History, index).iter();
        let mut past = past.filter(|hit| {
            hit.words.end <= words.start + 1 && words.start <= hit.words.end + HISTORY_REACH
        });
        let before = words.start.saturating_sub(CONDITION_REACH)..=words.start;
        let mut before = before.into_iter();
        Self {
            sentence: index,
            span,
            is_history: past.next().is_some(),
            is_expected: has(Table::Expected)
                && !facts.is_in_role(Role::RedFlags, sentence.span())
                && facts.counsels_of(index).next().is_none(),
            is_conditional: before.any(|at| facts.advice.starts_condition(tokens, at).is_some()),
            is_red_flag: facts.is_in_role(Role::RedFlags, sentence.span()),
            qualifier: qualifier(tokens, words.clone()),
            words,
        }
    }
}

/// Words that make another thing of a symptom.
const SOFTENING: &[&str] = &[
    "mild",
    "slight",
    "slightly",
    "minor",
    "temporary",
    "temporarily",
    "normal",
    "expected",
    "brief",
    "occasional",
    "usual",
    "leve",
    "leves",
    "ligero",
    "ligera",
    "temporal",
    "normales",
];

/// How many words before a mention its "have had" may end.
const HISTORY_REACH: usize = 4;

/// How many words before a mention its "if" may stand.
const CONDITION_REACH: usize = 12;

/// How many words around a mention its qualifiers may stand.
const QUALIFIER_REACH: usize = 6;

fn qualifier(tokens: &Tokens, within: Range<usize>) -> String {
    let tells = |word: &&str| SOFTENING.contains(word) || is_measure(word);
    let mut telling: Vec<&str> = within
        .map(|index| tokens.word(index))
        .filter(tells)
        .collect();
    telling.sort_unstable();
    telling.dedup();
    telling.join(" ")
}

/// A number that is no emergency number.
fn is_measure(word: &str) -> bool {
    let number = word.bytes().any(|byte| byte.is_ascii_digit());
    number
        && !matches!(
            word,
            "911" | "999" | "112" | "111" | "000" | "988" | "061" | "24"
        )
}
