//! Advice to get help, where it counts.

use super::Facts;
use crate::article::{Role, TextKind};
use crate::lexicon::Urgency;
use crate::lexicon::advice::Frame;
use crate::lexicon::phrases::Table;
use crate::source::Span;

/// A piece of advice to get help, in its place.
#[derive(Debug, Clone)]
pub struct Counsel {
    /// The sentence that gives it.
    pub sentence: usize,
    /// Its words, level and scope in the sentence.
    pub frame: Frame,
    /// The whole advice: "seek immediate medical attention".
    pub span: Span,
    /// The word that says how fast, else the whole advice.
    pub word: Span,
}

impl Counsel {
    /// How fast.
    pub fn level(&self) -> Urgency {
        self.frame.level
    }
}

/// Parts in which advice to see someone is about something else than getting ill.
const NEVER: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Resources,
    Role::Authorship,
];

/// Parts in which "tell your doctor" means being prepared.
const SMALL_TALK: &[Role] = &[
    Role::Preparation,
    Role::Procedure,
    Role::Medicines,
    Role::Exercises,
    Role::SelfCare,
    Role::Diagnosis,
    Role::Treatment,
    Role::Symptoms,
    Role::Causes,
    Role::Prevention,
    Role::Introduction,
    Role::Alternatives,
];

/// Every piece of advice of the article, in reading order.
pub(super) fn counsels(facts: &Facts<'_>) -> Vec<Counsel> {
    let mut counsels = Vec::new();
    for (index, sentence) in facts.sentences.iter().enumerate() {
        let tokens = &facts.tokens[index];
        let text = sentence.text();
        let frames = match sentence.within.kind {
            TextKind::Title => continue,
            TextKind::Heading if !is_question(text) => facts.advice.heading_frames(text, tokens),
            TextKind::Heading | TextKind::In(_) => facts.advice.frames(text, tokens),
        };
        if frames.is_empty() || facts.is_in_roles(index, NEVER) {
            continue;
        }
        let red = facts.is_in_roles(index, &[Role::RedFlags, Role::Conclusion, Role::Faq]);
        for frame in frames {
            let small_talk = frame.is_weak
                && frame.level < Urgency::Soon
                && !red
                && !(frame.is_conditional && lasts(facts, index))
                && facts.is_in_roles(index, SMALL_TALK);
            if small_talk || is_before(tokens.words()) && frame.is_weak {
                continue;
            }
            let place = |words: std::ops::Range<usize>| {
                let range = tokens.place(words);
                sentence
                    .within
                    .prose
                    .span(sentence.range.start + range.start..sentence.range.start + range.end)
            };
            let span = place(frame.words.clone());
            let word = frame.level_words.clone().map_or(span, place);
            counsels.push(Counsel {
                sentence: index,
                frame,
                span,
                word,
            });
        }
    }
    counsels
}

/// Whether a sentence speaks of a symptom that lasts: "make an appointment if it has not eased after 6 weeks" is meant.
fn lasts(facts: &Facts<'_>, sentence: usize) -> bool {
    let has = |table: Table| !facts.hits_in(table, sentence).is_empty();
    (has(Table::Lasting) || has(Table::Persistence)) && !has(Table::Errand)
}

fn is_question(text: &str) -> bool {
    text.trim_end().ends_with('?')
}

/// "Tell your doctor before the procedure if ..." prepares; it is no red flag.
fn is_before<'w>(mut words: impl Iterator<Item = &'w str>) -> bool {
    words.any(|word| matches!(word, "before" | "antes"))
}
