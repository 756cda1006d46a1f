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
    /// How the sentence speaks of it.
    pub sense: Sense,
    /// Numbers and words like "mild" around it: mentions that differ here speak of different things.
    pub qualifier: String,
}

/// How a sentence speaks of a concept that it does not deny.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// As it is: "chest pain is an emergency".
    Plain,
    /// On a condition: "if your leg is weak".
    Conditional,
    /// In the past: "if you have had a seizure".
    Past,
    /// As what to expect, outside red flags and without advice: "numbness for a few hours is normal".
    Expected,
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
        Self {
            sentence: index,
            span,
            sense: sense(facts, index, &words),
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

fn sense(facts: &Facts<'_>, sentence: usize, words: &Range<usize>) -> Sense {
    let (Some(within), Some(tokens)) = (facts.sentences.get(sentence), facts.tokens.get(sentence))
    else {
        return Sense::Plain;
    };
    let advises = facts.counsels_of(sentence).next().is_some()
        || facts.is_in_role(Role::RedFlags, within.span());
    if !advises && !facts.hits_in(Table::Expected, sentence).is_empty() {
        return Sense::Expected;
    }
    let mut past = facts.hits_in(Table::History, sentence).iter();
    if past
        .any(|hit| hit.words.end <= words.start + 1 && words.start <= hit.words.end + HISTORY_REACH)
    {
        return Sense::Past;
    }
    let from = words.start.saturating_sub(CONDITION_REACH);
    let mut before = from..words.start + 1;
    if before.any(|at| facts.advice.starts_condition(tokens, at).is_some()) {
        Sense::Conditional
    } else {
        Sense::Plain
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::source::{Format, Source};

    /// How `text` speaks of the signs of the pack on back pain, and which of them it denies.
    fn senses(text: &str) -> (Vec<Sense>, usize) {
        let text = format!(
            "---\npacks: [low-back-pain-red-flags]\n---\n# Back\n\nMost backs get well.\n\n{text}\n"
        );
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let told = facts.concepts.iter().flat_map(|concept| &concept.mentions);
        let denied = facts.concepts.iter().map(|concept| concept.denied.len());
        (told.map(|mention| mention.sense).collect(), denied.sum())
    }

    #[test]
    fn a_sign_is_told_set_as_a_condition_put_in_the_past_expected_or_denied() {
        let cases: &[(&str, &[Sense], usize)] = &[
            (
                "Loss of bladder control is an emergency.",
                &[Sense::Plain],
                0,
            ),
            (
                "Call 911 if you lose control of your bladder.",
                &[Sense::Conditional],
                0,
            ),
            (
                "Tell the nurse if you have had loss of bladder control.",
                &[Sense::Past],
                0,
            ),
            (
                "Trouble walking is to be expected on the first day.",
                &[Sense::Expected],
                0,
            ),
            ("There is no loss of bladder control.", &[], 1),
        ];
        for (text, wanted, denied) in cases {
            assert_eq!(senses(text), (wanted.to_vec(), *denied), "{text}");
        }
    }
}
