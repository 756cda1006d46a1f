//! Advice frames: the words of a sentence that tell a reader to get help, from whom and how fast.
//!
//! A frame is an act ("go to") with a care word ("the emergency room") at most five words later, or a care word with "is
//! recommended". Its level is the highest urgency word near it, `routine` where there is none. Deterministic and linear
//! in the sentence's length; it knows words, not grammar.

use super::patterns::Patterns;
use super::token::Tokens;
use super::urgency::Urgency;
use crate::lexicon::constant::{built, held};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

mod ways;

/// The words of one language.
#[derive(Debug)]
pub struct Advice {
    acts: Patterns,
    calls: Patterns,
    weak: Patterns,
    cares: Patterns,
    passives: Patterns,
    levels: [(Urgency, Patterns); 4],
    masks: Patterns,
    services: Patterns,
    parting: Patterns,
    untold: Patterns,
    linking: Patterns,
    negations: Patterns,
    calm: Patterns,
    conditions: Patterns,
    collective: Patterns,
    anaphora: Patterns,
    backwards: Patterns,
    adding: Patterns,
    closed: Patterns,
    ways: Patterns,
    behind: Patterns,
}

/// A piece of advice in a sentence; every range counts the words of its [`Tokens`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// From the act to the care word, or the other way round in the passive.
    pub words: Range<usize>,
    /// The part of the sentence that the advice speaks of.
    pub scope: Range<usize>,
    /// How fast.
    pub level: Urgency,
    /// The level of the slowest way to follow it; below `level` only in "call 111 or your GP", which leaves the choice.
    pub least: Urgency,
    /// The word that says how fast, if one does.
    pub level_words: Option<Range<usize>>,
    /// Whether its scope names a place, a person or a number that a reader can reach.
    pub has_service: bool,
    /// Whether the act is one that is often small talk ("tell your doctor").
    pub is_weak: bool,
    /// Whether its scope sets a condition ("if", "when").
    pub is_conditional: bool,
}

/// The most words between an act and its care word.
const MAX_GAP: usize = 5;
/// How far before its frame an urgency word may start, and how far behind it start too: "within 24 hours" is three words.
const LEVEL_REACH: usize = 5;

#[derive(Deserialize)]
struct Words {
    acts: Vec<String>,
    #[serde(default)]
    calls: Vec<String>,
    weak: Vec<String>,
    cares: Vec<String>,
    passives: Vec<String>,
    emergency: Vec<String>,
    urgent: Vec<String>,
    soon: Vec<String>,
    routine: Vec<String>,
    masks: Vec<String>,
    services: Vec<String>,
    parting: Vec<String>,
    untold: Vec<String>,
    linking: Vec<String>,
    negations: Vec<String>,
    calm: Vec<String>,
    conditions: Vec<String>,
    collective: Vec<String>,
    anaphora: Vec<String>,
    backwards: Vec<String>,
    adding: Vec<String>,
    closed: Vec<String>,
    ways: Vec<String>,
    behind: Vec<String>,
}

static LANGUAGES: LazyLock<BTreeMap<String, Advice>> = LazyLock::new(|| {
    let words: BTreeMap<String, Words> = built(toml::from_str(include_str!("../advice.toml")));
    words
        .into_iter()
        .map(|(lang, words)| (lang, Advice::new(&words)))
        .collect()
});

/// The advice words of a language given by its base tag (`en`, `es`); English for every other.
pub fn advice(base_lang: &str) -> &'static Advice {
    held(LANGUAGES.get(base_lang).or_else(|| LANGUAGES.get("en")))
}

fn compile(patterns: &[String]) -> Patterns {
    built(Patterns::new(patterns.iter().map(String::as_str)))
}

impl Advice {
    fn new(words: &Words) -> Self {
        Self {
            acts: compile(&words.acts),
            calls: compile(&words.calls),
            weak: compile(&words.weak),
            cares: compile(&words.cares),
            passives: compile(&words.passives),
            levels: [
                (Urgency::Emergency, compile(&words.emergency)),
                (Urgency::Urgent, compile(&words.urgent)),
                (Urgency::Soon, compile(&words.soon)),
                (Urgency::Routine, compile(&words.routine)),
            ],
            masks: compile(&words.masks),
            services: compile(&words.services),
            parting: compile(&words.parting),
            untold: compile(&words.untold),
            linking: compile(&words.linking),
            negations: compile(&words.negations),
            calm: compile(&words.calm),
            conditions: compile(&words.conditions),
            collective: compile(&words.collective),
            anaphora: compile(&words.anaphora),
            backwards: compile(&words.backwards),
            adding: compile(&words.adding),
            closed: compile(&words.closed),
            ways: compile(&words.ways),
            behind: compile(&words.behind),
        }
    }

    /// The frames of a sentence, in order; `text` is what `tokens` was made of.
    pub fn frames(&self, text: &str, tokens: &Tokens) -> Vec<Frame> {
        self.frames_where(text, tokens, false)
    }

    /// The frames of a heading: "When to see a doctor" tells the reader of the list below it to see one.
    pub fn heading_frames(&self, text: &str, tokens: &Tokens) -> Vec<Frame> {
        self.frames_where(text, tokens, true)
    }

    fn frames_where(&self, text: &str, tokens: &Tokens, is_heading: bool) -> Vec<Frame> {
        let bare = self.merge(tokens, self.bare_frames(text, tokens, is_heading));
        let scopes = self.scopes(text, tokens, &bare);
        bare.into_iter()
            .zip(scopes)
            .map(|(words, scope)| self.frame(text, tokens, words, scope))
            .collect()
    }

    /// Whether the words tell a reader that nothing need be done.
    pub fn is_calm(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.calm.find(tokens)
    }

    /// A collective word for the red flags: "warning signs".
    pub fn collective(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.collective.find(tokens)
    }

    /// A collective word for the red flags among the words `within`.
    pub fn collective_in(&self, tokens: &Tokens, within: Range<usize>) -> Option<Range<usize>> {
        self.collective.find_in(tokens, within).next()
    }

    /// Whether the sentence points back at the list before it: "These signs ...", "In these cases ...".
    pub fn points_back(&self, tokens: &Tokens) -> bool {
        self.anaphora.match_at(tokens, 0).is_some() || self.backwards.is_match(tokens)
    }

    /// Whether what the sentence leads to needs what was said before it: "if, besides these, you have:".
    pub fn adds_on(&self, tokens: &Tokens) -> bool {
        self.adding.is_match(tokens)
    }

    /// Whether a sentence says what to do while a place is closed: "outside office hours".
    pub fn is_of_hours(&self, tokens: &Tokens) -> bool {
        self.closed.is_match(tokens)
    }

    /// The first word that sets a condition.
    pub fn condition(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.conditions.find(tokens)
    }

    /// The end of the words that set a condition and start at word `at`.
    pub fn starts_condition(&self, tokens: &Tokens, at: usize) -> Option<usize> {
        self.conditions.match_at(tokens, at)
    }

    /// The level of the first urgency word in `within`, masked words left out, with its words.
    pub fn level_in(
        &self,
        tokens: &Tokens,
        within: Range<usize>,
    ) -> Option<(Urgency, Range<usize>)> {
        self.levels.iter().find_map(|(level, patterns)| {
            let found = patterns
                .find_in(tokens, within.clone())
                .find(|found| !self.masks.covers(tokens, found.start));
            // "Prompt" needs its noun to be told from the verb; alone it says how fast.
            let told = found.map(|words| {
                if tokens.word(words.start) == "prompt" {
                    words.start..words.start + 1
                } else {
                    words
                }
            });
            told.map(|words| (*level, words))
        })
    }

    /// Whether `within` names a place, a person or a number that a reader can reach; one that only tells when, as in "after
    /// you have left the hospital", is none.
    pub fn has_service(&self, tokens: &Tokens, within: &Range<usize>) -> bool {
        let is_act = |at: usize| {
            self.acts.match_at(tokens, at).is_some() || self.calls.match_at(tokens, at).is_some()
        };
        let mut tells_when = false;
        let mut from = within.start;
        let mut services = self.services.find_in(tokens, within.clone());
        services.any(|service| {
            for at in from..service.start {
                // "If you faint, call 911".
                tells_when = self.tells_when(tokens, at) || tells_when && !is_act(at);
            }
            from = service.start.max(from);
            !tells_when || service.clone().any(is_act)
        })
    }

    /// Whether word `at` opens a time or a condition.
    fn tells_when(&self, tokens: &Tokens, at: usize) -> bool {
        matches!(
            tokens.word(at),
            "after" | "during" | "following" | "once" | "since" | "despues" | "tras" | "durante"
        ) || self.conditions.match_at(tokens, at).is_some()
    }

    /// How many places, persons and numbers that a reader can reach the text names.
    pub fn services_in(&self, tokens: &Tokens) -> usize {
        let (mut count, mut from) = (0, 0);
        while let Some(found) = self.services.find_from(tokens, from) {
            // "GP appointment" is one.
            count += usize::from(count == 0 || found.start > from);
            from = found.end.max(from + 1);
        }
        count
    }

    /// Whether word `at` is negated: a negation stands before it with at most three linking words between them.
    ///
    /// "You do not need to see" is negated; "do not wait to call" and "if it is not better, call" are not.
    pub fn is_negated(&self, tokens: &Tokens, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|start| {
            let negation = self
                .negations
                .match_at(tokens, start)
                .filter(|end| *end <= at);
            negation.is_some_and(|end| {
                (end..at).all(|index| self.linking.match_at(tokens, index).is_some())
            })
        })
    }

    fn bare_frames(&self, text: &str, tokens: &Tokens, is_heading: bool) -> Vec<Range<usize>> {
        let cares: Vec<Range<usize>> = self.cares.find_all(tokens);
        let mut frames: Vec<Range<usize>> = Vec::new();
        let acts = if cares.is_empty() {
            Vec::new()
        } else {
            self.acts.find_all(tokens)
        };
        for act in acts {
            if (!is_heading && self.is_untold(text, tokens, act.start))
                || self.is_negated(tokens, act.start)
            {
                continue;
            }
            let care = cares
                .iter()
                .find(|care| care.start >= act.end && care.start <= act.end + MAX_GAP);
            // "Get help after surgery": that is when, not where.
            let care = care.filter(|care| {
                !is_parted(text, tokens, act.start, care.start)
                    && !(act.end..care.start).any(|at| self.tells_when(tokens, at))
            });
            frames.extend(care.map(|care| act.start..last_alternative(tokens, &cares, care.end)));
        }
        for care in &cares {
            let passive =
                (care.end..care.end + 4).find_map(|at| self.passives.match_at(tokens, at));
            let passive =
                passive.filter(|end| !is_parted(text, tokens, care.start, end.saturating_sub(1)));
            frames.extend(
                passive
                    .filter(|_| !self.is_negated(tokens, care.start))
                    .map(|end| care.start..end),
            );
        }
        let calls = self.calls.find_all(tokens).into_iter().filter(|call| {
            !self.is_untold(text, tokens, call.start) && !self.is_negated(tokens, call.start)
        });
        frames.extend(calls);
        frames.sort_by_key(|frame| (frame.start, frame.end));
        frames
    }

    /// Joins frames that overlap or are parted by no more than "or", "and": one piece of advice with two ways to follow it.
    fn merge(&self, tokens: &Tokens, frames: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut merged: Vec<Range<usize>> = Vec::new();
        for frame in frames {
            match merged.last_mut() {
                Some(last)
                    if frame.start < last.end
                        || self.is_alternative(tokens, last.end..frame.start) =>
                {
                    last.end = last.end.max(frame.end);
                }
                _ => merged.push(frame),
            }
        }
        merged
    }

    fn is_alternative(&self, tokens: &Tokens, between: Range<usize>) -> bool {
        let conditional = between
            .clone()
            .any(|index| self.conditions.match_at(tokens, index).is_some());
        let joined = between
            .clone()
            .any(|index| matches!(tokens.word(index), "or" | "and" | "o" | "y"));
        !conditional && (between.is_empty() || (joined && between.len() <= LEVEL_REACH))
    }

    fn is_untold(&self, text: &str, tokens: &Tokens, act: usize) -> bool {
        (act.saturating_sub(4)..act).any(|start| {
            self.untold.match_at(tokens, start) == Some(act) && !is_parted(text, tokens, start, act)
        })
    }

    /// The part of the sentence that each frame speaks of: parted at punctuation and at words like "but", and between two
    /// frames of one part where the second one's condition starts, or before the second where conditions come after.
    fn scopes(&self, text: &str, tokens: &Tokens, frames: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut scopes = Vec::with_capacity(frames.len());
        let mut start = 0;
        for (index, frame) in frames.iter().enumerate() {
            let end = match frames.get(index + 1) {
                None => tokens.len(),
                Some(next) => self.border(text, tokens, start, frame.end..next.start),
            };
            scopes.push(start..end.max(frame.end));
            start = end.max(frame.end);
        }
        scopes
    }

    fn border(&self, text: &str, tokens: &Tokens, start: usize, between: Range<usize>) -> usize {
        let parted = between.clone().find(|index| {
            let gap = tokens.gap_before(text, *index);
            gap.contains([';', '.', '!', '?']) || self.parting.match_at(tokens, *index).is_some()
        });
        let leads = self.conditions.match_at(tokens, start).is_some();
        let condition = || {
            between
                .clone()
                .find(|index| self.conditions.match_at(tokens, *index).is_some())
        };
        match parted {
            Some(index) => index,
            None if leads => condition().unwrap_or(between.end),
            None => between.end,
        }
    }

    fn frame(
        &self,
        text: &str,
        tokens: &Tokens,
        words: Range<usize>,
        scope: Range<usize>,
    ) -> Frame {
        let reach = self.reach(text, tokens, &words, &scope);
        let sets = |index: &usize| self.conditions.match_at(tokens, *index).is_some();
        let told = self.level_in(tokens, reach.clone());
        let behind = || {
            let mut that_day = self.behind.find_in(tokens, words.start..reach.end);
            that_day.next().map(|words| (Urgency::Urgent, words))
        };
        let found = match told {
            Some((level, _)) if level >= Urgency::Urgent => told,
            _ => behind().or(told),
        };
        let level = found.as_ref().map_or(Urgency::Routine, |(level, _)| *level);
        let is_choice = found
            .as_ref()
            .is_some_and(|(_, told)| self.leaves_choice(tokens, told, &words));
        Frame {
            level,
            least: if is_choice { Urgency::Routine } else { level },
            level_words: found.map(|(_, words)| words),
            has_service: self.has_service(tokens, &scope),
            is_weak: self.weak.match_at(tokens, words.start).is_some(),
            is_conditional: scope.clone().any(|index| sets(&index)),
            words,
            scope,
        }
    }

    /// Whether all that makes the advice `words` fast is the number 111, and another service stands beside it.
    fn leaves_choice(&self, tokens: &Tokens, told: &Range<usize>, words: &Range<usize>) -> bool {
        let by_number = told.len() == 1 && tokens.word(told.start) == "111";
        let mut services = self.services.find_in(tokens, words.clone());
        by_number && services.any(|service| !service.contains(&told.start))
    }
}

/// The end of the last care word that only "or" joins to the one that ends at `end`: "the clinic or your doctor".
fn last_alternative(tokens: &Tokens, cares: &[Range<usize>], end: usize) -> usize {
    let mut end = end;
    while matches!(tokens.word(end), "or" | "o") {
        let next = cares
            .iter()
            .find(|care| care.start > end && care.start <= end + 2);
        match next {
            Some(care) => end = care.end,
            None => break,
        }
    }
    end
}

/// Whether punctuation stands between words `from` and `to`.
fn is_parted(text: &str, tokens: &Tokens, from: usize, to: usize) -> bool {
    (from + 1..=to).any(|index| {
        let gap = tokens.gap_before(text, index);
        gap != " " && gap.contains([',', ';', ':', '.', '!', '?', '('])
    })
}

#[cfg(test)]
mod tests;
