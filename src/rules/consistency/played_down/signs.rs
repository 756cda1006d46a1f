//! The signs that the red flags name.

use super::words::{Naming, is_intense};
use crate::article::Role;
use crate::facts::words::ContentWords;
use crate::facts::{Facts, Quantity, QuantityKind, Urgency, telling_sign};
use crate::lexicon::Tokens;
use std::ops::Range;

/// One of the signs that an item names: "a fit", or "heavy bleeding" in "heavy bleeding or a fit".
pub(super) struct Sign<'f> {
    pub(super) sentence: usize,
    pub(super) level: Urgency,
    pub(super) words: ContentWords,
    /// All that the item names.
    pub(super) whole: ContentWords,
    pub(super) is_intense: bool,
    /// Whether it is that something does not happen: "swelling that does not go down".
    pub(super) is_denied: bool,
    /// Whether it is made up of two.
    pub(super) is_both: bool,
    pub(super) numbers: Vec<&'f Quantity>,
}

impl Sign<'_> {
    /// The sign that `part` of a sentence names, without its numbers; `whole` is all that its item names.
    fn new(
        naming: &Naming<'_, '_>,
        (sentence, level): (usize, Urgency),
        part: Range<usize>,
        whole: ContentWords,
    ) -> Self {
        let tokens = naming.facts.tokens_of(sentence);
        let has = |wanted: fn(&str) -> bool| part.clone().any(|at| wanted(tokens.word(at)));
        Self {
            sentence,
            level,
            is_intense: has(is_intense),
            is_denied: has(|word| {
                matches!(
                    word,
                    "not" | "never" | "doesn't" | "don't" | "won't" | "no" | "nunca"
                )
            }),
            is_both: has(|word| matches!(word, "and" | "with" | "y" | "con")),
            words: naming.named(sentence, part.clone()),
            whole,
            numbers: Vec::new(),
        }
    }
}

/// The numbers of a sentence that measure something.
pub(super) fn measures<'f>(
    facts: &'f Facts<'f>,
    sentence: usize,
) -> impl Iterator<Item = &'f Quantity> {
    facts
        .quantities_of(sentence)
        .filter(|number| number.kind.is_measure())
}

/// So many signs are compared with one sentence.
const MOST_SIGNS: usize = 64;

/// The signs of the lists that send the reader for help on the same day or at once.
pub(super) fn signs<'f>(naming: &Naming<'f, 'f>) -> Vec<Sign<'f>> {
    let facts = naming.facts;
    let mut signs = Vec::new();
    for list in facts.lists().iter().filter(|list| list.is_red_flags) {
        let over = [list.lead, list.heading].into_iter().flatten();
        let told = |sentence: usize| {
            let counsels = facts
                .counsels_of(sentence)
                .map(|(_, counsel)| counsel.level());
            // "Ring the labour ward right away for": whom, no list knows, how fast it does.
            let tokens = facts.tokens_of(sentence);
            let words = facts.advice.level_in(tokens, 0..tokens.len());
            counsels.max().or(words.map(|(level, _)| level))
        };
        let level = over.filter_map(told).max();
        let Some(level) = level.filter(|level| *level >= Urgency::Urgent) else {
            continue;
        };
        for item in &list.items {
            let Some(sentence) = facts.sentences_in(*item).next() else {
                continue;
            };
            let tokens = facts.tokens_of(sentence);
            let whole = naming.named(sentence, 0..cut(tokens));
            let parts = alternatives(tokens);
            for part in &parts {
                let numbers = measures(facts, sentence);
                signs.push(Sign {
                    numbers: { numbers }
                        .filter(|number| {
                            // "Numbness or weakness that lasts more than a day": how long holds for both.
                            let is_shared =
                                parts.len() == 1 || number.kind == QuantityKind::Duration;
                            is_shared || part.contains(&number.words.start)
                        })
                        .collect(),
                    ..Sign::new(naming, (sentence, level), part.clone(), whole.clone())
                });
            }
            for words in shared(naming, sentence, &parts) {
                let sign = Sign::new(naming, (sentence, level), 0..0, whole.clone());
                let numbers = measures(facts, sentence).collect();
                signs.push(Sign {
                    words,
                    numbers,
                    ..sign
                });
            }
        }
    }
    for counsel in facts
        .counsels()
        .iter()
        .filter(|counsel| counsel.level() >= Urgency::Urgent && counsel.frame.is_conditional)
    {
        let about = facts.about(counsel);
        if !facts.is_in_roles(counsel.sentence, &[Role::RedFlags]) || about.is_empty() {
            continue;
        }
        let tokens = facts.tokens_of(counsel.sentence);
        let whole = naming.named(counsel.sentence, about.clone());
        for part in parted(tokens, about) {
            let numbers = measures(facts, counsel.sentence);
            signs.push(Sign {
                numbers: { numbers }
                    .filter(|number| part.contains(&number.words.start))
                    .collect(),
                ..Sign::new(
                    naming,
                    (counsel.sentence, counsel.level()),
                    part,
                    whole.clone(),
                )
            });
        }
    }
    signs.retain(|sign| {
        sign.words.len() > 1 || sign.words.different().iter().any(|stem| telling_sign(stem))
    });
    signs.truncate(MOST_SIGNS);
    signs
}

/// The word at which an item stops to name its sign: "in spite of pressure".
fn cut(tokens: &Tokens) -> usize {
    let stops = |at: &usize| {
        matches!(tokens.word(*at), "despite" | "even" | "because" | "which")
            || tokens.word(*at) == "in" && tokens.word(at + 1) == "spite"
    };
    (1..tokens.len()).find(stops).unwrap_or(tokens.len())
}

/// The signs of parts that share a word: "black stools" of "black or bloody stools", "yellow eyes" of "yellow skin or eyes".
fn shared(naming: &Naming<'_, '_>, sentence: usize, parts: &[Range<usize>]) -> Vec<ContentWords> {
    let mut found = Vec::new();
    for (one, other) in parts.iter().zip(parts.iter().skip(1)) {
        let words = [one, other].map(|part| naming.named(sentence, part.clone()));
        let pair = match words.each_ref().map(ContentWords::in_order) {
            [[alone], [_, noun]] if !telling_sign(alone) => [alone.clone(), noun.clone()],
            [[kind, _], [alone]] if !telling_sign(alone) => [kind.clone(), alone.clone()],
            _ => continue,
        };
        found.push(ContentWords::from_stems(pair.into_iter()));
    }
    found
}

/// The parts of an item on either side of its "or".
fn alternatives(tokens: &Tokens) -> Vec<Range<usize>> {
    parted(tokens, 0..cut(tokens))
}

fn parted(tokens: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        if matches!(tokens.word(at), "or" | "o") {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..range.end);
    parts
}
