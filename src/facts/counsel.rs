//! Advice to get help, where it counts.

use super::Facts;
use super::words::ContentWords;
use crate::article::{Role, TextKind};
use crate::lexicon::advice::Frame;
use crate::lexicon::phrases::Table;
use crate::lexicon::{Tokens, Urgency};
use crate::source::Span;
use std::ops::Range;

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

    /// The whole advice, as words of its sentence.
    pub fn words(&self) -> Range<usize> {
        self.frame.words.clone()
    }

    /// The words of its sentence that say how fast, else the whole advice.
    pub fn level_words(&self) -> Range<usize> {
        self.frame.level_words.clone().unwrap_or(self.words())
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

/// The advice of an article.
#[derive(Debug)]
pub(super) struct Advised {
    /// Every piece of advice, in reading order.
    pub(super) counsels: Vec<Counsel>,
    /// What was taken for small talk though it names a later visit or a case: "mention it at your next visit", "if you vomit
    /// blood, make an appointment".
    later: Vec<Counsel>,
}

/// Every piece of advice of the article.
pub(super) fn counsels(facts: &Facts<'_>) -> Advised {
    let (mut counsels, mut later) = (Vec::new(), Vec::new());
    for (index, sentence) in facts.sentences.iter().enumerate() {
        let tokens = facts.tokens_of(index);
        let text = sentence.text();
        let frames = match sentence.within.kind {
            TextKind::Title => continue,
            TextKind::Heading if !sentence.is_question() => {
                facts.advice.heading_frames(text, tokens)
            }
            TextKind::Heading | TextKind::In(_) => facts.advice.frames(text, tokens),
        };
        if frames.is_empty() || facts.is_in_roles(index, NEVER) {
            continue;
        }
        let prepares = is_before(tokens.words());
        let red = facts.is_in_roles(index, &[Role::RedFlags, Role::Conclusion, Role::Faq]);
        for frame in frames {
            let small_talk = frame.is_weak
                && frame.level < Urgency::Soon
                && !red
                && !(frame.is_conditional && lasts(facts, index))
                && facts.is_in_roles(index, SMALL_TALK);
            let is_later = small_talk
                && (frame.is_conditional || names_later_visit(tokens, frame.scope.clone()));
            if (small_talk && !is_later) || prepares && frame.is_weak {
                continue;
            }
            let place = |words: Range<usize>| {
                let range = tokens.place(words);
                sentence
                    .within
                    .prose
                    .span(sentence.range.start + range.start..sentence.range.start + range.end)
            };
            let span = place(frame.words.clone());
            let word = frame.level_words.clone().map_or(span, place);
            let into = if is_later { &mut later } else { &mut counsels };
            into.push(Counsel {
                sentence: index,
                frame,
                span,
                word,
            });
        }
    }
    Advised { counsels, later }
}

impl Advised {
    /// The advice with what puts off a sign of the red flags, which is no small talk: "vomit that looks like coffee grounds can
    /// be mentioned at your next visit".
    pub(super) fn with_signs_put_off(&self, facts: &Facts<'_>) -> Vec<Counsel> {
        let mut counsels = self.counsels.clone();
        if self.later.is_empty() {
            return counsels;
        }
        let of_sign = |text: &str| ContentWords::of_sign(text, facts.lang);
        let lists = facts.lists().iter().filter(|list| list.is_red_flags);
        let items = lists.flat_map(|list| &list.items);
        let items = items.filter_map(|item| facts.sentences_in(*item).next());
        let signs: Vec<ContentWords> = items
            .map(|index| of_sign(facts.sentence(index).text()))
            .filter(|sign| sign.len() >= 2)
            .collect();
        let later = self.later.iter().filter(|counsel| {
            let told = of_sign(facts.sentence(counsel.sentence).text());
            signs.iter().any(|sign| sign.share_in(&told) >= NEAR)
        });
        counsels.extend(later.cloned());
        counsels.sort_by_key(|counsel| (counsel.sentence, counsel.frame.words.start));
        counsels
    }

    /// Whether one of them is in this sentence; those that are small talk do not count.
    pub(super) fn has(&self, sentence: usize) -> bool {
        let of = |counsel: &Counsel| counsel.sentence.cmp(&sentence);
        self.counsels.binary_search_by(of).is_ok()
    }
}

/// How much of a sign a sentence must name to be looked at again: "see a shower of floaters" without "see".
const NEAR: f64 = 0.7;

/// Whether the part of a sentence that advice speaks of names the next or an ordinary visit.
fn names_later_visit(tokens: &Tokens, mut words: std::ops::Range<usize>) -> bool {
    words.any(|at| {
        matches!(
            tokens.word(at),
            "next"
                | "regular"
                | "routine"
                | "yearly"
                | "annual"
                | "follow"
                | "proxima"
                | "siguiente"
        )
    })
}

/// Whether a sentence speaks of a symptom that lasts: "make an appointment if it has not eased after 6 weeks" is meant.
fn lasts(facts: &Facts<'_>, sentence: usize) -> bool {
    let has = |table: Table| !facts.hits_in(table, sentence).is_empty();
    (has(Table::Lasting) || has(Table::Persistence)) && !has(Table::Errand)
}

/// "Tell your doctor before the procedure if ..." prepares; it is no red flag.
fn is_before<'w>(mut words: impl Iterator<Item = &'w str>) -> bool {
    words.any(|word| matches!(word, "before" | "antes"))
}
