//! Concepts: symptoms and events that readers must act on, and where an article mentions them.

use super::{Binding, Facts};
use crate::article::{Role, TextKind};
use crate::config::Settings;
use crate::config::pack::{Concept, TopicPack};
use crate::lexicon::Urgency;
use crate::lexicon::phrases::Table;
use crate::source::Span;
use std::collections::BTreeMap;
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

/// A concept with its pack.
type Known = (&'static TopicPack, &'static Concept);

/// The concepts of the packs that apply, with their mentions.
pub(super) fn from_packs(facts: &Facts<'_>) -> Vec<ConceptUse> {
    let audience = Settings::audience(facts.article);
    let mut wanted: Vec<Known> = Vec::new();
    // What each sentence names, by the index in `wanted`.
    let mut found: Vec<(usize, usize, Range<usize>)> = Vec::new();
    for pack in &facts.packs {
        let first = wanted.len();
        wanted.extend(pack.concepts.iter().map(|concept| (*pack, concept)));
        let named = pack.named_in(facts.tokens).into_iter();
        found.extend(named.map(|(sentence, concept, words)| (sentence, first + concept, words)));
    }
    found.sort_by_key(|(sentence, concept, _)| (*sentence, *concept));
    let is_asked: Vec<bool> = wanted
        .iter()
        .map(|known| known.1.is_for(&audience) && !is_told_by_another(known, &facts.packs))
        .collect();
    found.retain(|(sentence, concept, _)| {
        is_asked.get(*concept) == Some(&true) && is_mention(facts, *sentence)
    });
    let new = |known: &Known| ConceptUse {
        known: Some(*known),
        label: known.1.label.clone(),
        mentions: Vec::new(),
        denied: Vec::new(),
        bindings: Vec::new(),
    };
    let mut uses: BTreeMap<usize, ConceptUse> = BTreeMap::new();
    for named in found.chunk_by(|a, b| a.0 == b.0) {
        for (sentence, concept, words) in named {
            let is_suppressed = wanted.get(*concept).is_none_or(|(_, known)| {
                let told = named
                    .iter()
                    .filter(|(_, _, words)| !is_denied(facts, *sentence, words));
                let mut others = told.filter_map(|(_, other, _)| wanted.get(*other));
                others.any(|(_, other)| other.suppresses.contains(&known.id))
            });
            let Some(known) = wanted.get(*concept).filter(|_| !is_suppressed) else {
                continue;
            };
            let concept = uses.entry(*concept).or_insert_with(|| new(known));
            let mention = Mention::new(facts, *sentence, words.clone());
            if is_denied(facts, *sentence, words) {
                concept.denied.push(mention);
            } else {
                concept.mentions.push(mention);
            }
        }
    }
    uses.into_values().collect()
}

/// Whether a pack on the article's topic has the concept of a pack for every article, or one that it stands for.
fn is_told_by_another(known: &Known, packs: &[&TopicPack]) -> bool {
    let (pack, concept) = known;
    let has = |other: &TopicPack| {
        let mut ids = std::iter::once(&concept.id).chain(&concept.satisfies);
        ids.any(|id| other.concept(id).is_some())
    };
    let mut others = packs.iter().filter(|other| other.asks_coverage);
    !pack.asks_coverage && others.any(|other| has(other))
}

/// Whether a concept that a sentence names is told to the reader: not in a title or an aside.
fn is_mention(facts: &Facts<'_>, sentence: usize) -> bool {
    let place = facts.sentences.get(sentence);
    place.is_some_and(|place| place.within.kind != TextKind::Title)
        && !facts.is_in_roles(sentence, IGNORED)
}

/// Whether the reader is told that what `words` of a sentence name is not there: "no fever", "do not have numbness".
fn is_denied(facts: &Facts<'_>, sentence: usize, words: &Range<usize>) -> bool {
    let Some(tokens) = facts.tokens.get(sentence) else {
        return false;
    };
    let before = (words.start.saturating_sub(3)..words.start).rev();
    let mut before = before.map(|index| tokens.word(index));
    let is_none = before.find(|word| !BETWEEN_NO_AND_A_SIGN.contains(word)) == Some("no");
    is_none || facts.advice.is_negated(tokens, words.start)
}

/// Words that may stand between "no" and the name of what is not there: "no new signs of".
const BETWEEN_NO_AND_A_SIGN: &[&str] =
    &["new", "obvious", "other", "sign", "signs", "history", "of"];

impl Mention {
    /// The mention of a concept in `words` of sentence `index`, qualified by the words in it and around it.
    pub(super) fn new(facts: &Facts<'_>, index: usize, words: Range<usize>) -> Self {
        let from = words.start.saturating_sub(QUALIFIER_REACH);
        let around = from..words.end + QUALIFIER_REACH;
        Self {
            qualifier: qualifier(facts, index, around),
            ..Self::whole(facts, index, words)
        }
    }

    /// The mention of a concept that `words` of sentence `index` name with all that qualifies it.
    pub(super) fn whole(facts: &Facts<'_>, index: usize, words: Range<usize>) -> Self {
        let sentence = facts.sentence(index);
        let tokens = facts.tokens_of(index);
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
            qualifier: qualifier(facts, index, words.clone()),
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
    // "Is a swollen calf normal?" does not say that it is.
    if !advises && !within.is_question() && !facts.hits_in(Table::Expected, sentence).is_empty() {
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

fn qualifier(facts: &Facts<'_>, sentence: usize, within: Range<usize>) -> String {
    let tokens = facts.tokens_of(sentence);
    let asks = facts.sentence(sentence).is_question();
    // "Is some numbness normal?" asks of a little.
    let is_little = |word: &str| asks && word == "some";
    // "Is it normal that my calf swells?" calls nothing normal.
    let is_asked = |word: &str| {
        matches!(
            word,
            "normal" | "expected" | "usual" | "normales" | "habitual"
        )
    };
    // "Might act on thoughts of suicide" is another thing than the thoughts.
    let acts = |index: usize| tokens.word(index) == "act" && tokens.word(index + 1) == "on";
    let tells = |index: &usize| {
        let word = tokens.word(*index);
        SOFTENING.contains(&word) && !(asks && is_asked(word))
            || is_little(word)
            || is_measure(word)
            || acts(*index)
    };
    let mut telling: Vec<&str> = within
        .filter(tells)
        .map(|index| tokens.word(index))
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
        let told = facts
            .concepts()
            .iter()
            .flat_map(|concept| &concept.mentions);
        let denied = facts.concepts().iter().map(|concept| concept.denied.len());
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
            ("Is trouble walking normal?", &[Sense::Plain], 0),
            ("There is no loss of bladder control.", &[], 1),
        ];
        for (text, wanted, denied) in cases {
            assert_eq!(senses(text), (wanted.to_vec(), *denied), "{text}");
        }
    }
}
