//! What a stance is about, and when it holds.

mod limits;
mod words;

use super::mark::Mark;
use super::{Force, Key, Stance};
use crate::facts::instruction::{Scope, Scopes, Window};
use crate::facts::synonym;
use crate::facts::things::Thing;
use crate::facts::words::{Stem, stem_of};
use crate::facts::{Facts, Quantity};
use crate::lexicon::stop_words::is_stop_word;
use crate::lexicon::{Lead, Tokens};
use std::ops::Range;
use words::{is_filler, opens};

/// What the words of a clause say beside what it is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// What it is about, an entry for each of several things.
    pub(super) things: Vec<Vec<Key>>,
    pub(super) limits: Vec<Key>,
    pub(super) window: Option<Window>,
    /// The cases in which it holds all the same: "even if".
    pub(super) even: Vec<Key>,
    /// Whether one of its cases is enough: "if you are sick or have a fever".
    pub(super) is_any: bool,
    /// What it is for: "to prevent head lice".
    purpose: Vec<Key>,
    /// Whether the time is one in which something may be done again: "in 2 weeks".
    is_within: bool,
    /// Whether it is about how much, or about another of something: nothing to compare.
    is_relative: bool,
}

/// The stances of sentence `index`, which has `marks`.
pub(super) fn in_sentence(
    facts: &Facts<'_>,
    index: usize,
    marks: &[Mark],
    scopes: &Scopes,
    found: &mut Vec<Stance>,
) {
    if is_of_others(facts, index) || leads_to_cases(facts, index) {
        return;
    }
    let tokens = facts.tokens_of(index);
    let reader = Reader {
        facts,
        index,
        text: facts.sentence(index).text(),
        tokens,
        scopes,
    };
    let Some(scope) = scopes.of_sentence(facts, index) else {
        found.extend(reader.listed_case());
        return;
    };
    let opening = reader.opening(marks.first().map_or(0, |mark| mark.words.start));
    let outer = reader.outer(&scope);
    let force = if scope.is_denied {
        Some(Force::MustNot)
    } else {
        reader.force_of_lead()
    };
    let listed = force.map(Mark::whole);
    let marks = if marks.is_empty() {
        listed.as_slice()
    } else {
        marks
    };
    for (at, mark) in marks.iter().enumerate() {
        let next = marks
            .get(at + 1)
            .map_or(tokens.len(), |next| next.words.start);
        let previous = at
            .checked_sub(1)
            .and_then(|at| marks.get(at))
            .map_or(0, |mark| mark.words.end);
        let mut told = if mark.is_behind {
            let mut told = reader.told_before(mark, previous, next);
            if let Some(thing) = reader.pointed_at(mark.words.start) {
                // "It is used in pregnancy and is regarded as safe": what else is named says when.
                let others = things_before(tokens, mark.words.start).map(Key::Thing);
                told.limits
                    .extend(others.filter(|key| !thing.contains(key)));
                told.things = vec![thing];
            }
            told
        } else {
            reader.told(mark.words.end..next)
        };
        if told.is_relative {
            continue;
        }
        let is_kept_off = reader.is_kept_off(mark, next);
        let force = match mark.force {
            force if is_kept_off => force.turned(),
            Force::Must if scope.is_denied => Force::MustNot,
            force => force,
        };
        if let Some(Window::For(hours)) = told.window
            && told.is_within
            && !force.is_denied()
        {
            told.window = Some(Window::After(hours));
        }
        if force.is_denied() && !told.purpose.is_empty() {
            // "Do not use lotions to keep lice away" leaves room for another use.
            told.limits.append(&mut told.purpose);
        }
        told.limits.extend(reader.keys(mark.person.clone()));
        told.limits.extend(opening.0.iter().cloned());
        told.limits.extend(outer.limits.iter().cloned());
        told.window = told.window.or(opening.1).or(outer.window);
        let limits = sorted(told.limits);
        let start = if mark.is_behind {
            reader.clause_start(mark.words.start).max(previous)
        } else {
            mark.words.start
        };
        let span = facts.span_of(index, start..next.max(start + 1));
        for thing in told.things {
            let is_known = thing.iter().any(|key| matches!(key, Key::Thing(_)));
            if thing.is_empty() || mark.is_weak && !is_known {
                continue;
            }
            found.push(Stance {
                sentence: index,
                span,
                force,
                words: sorted(thing),
                limits: limits.clone(),
                even: told.even.clone(),
                is_any: told.is_any && outer.limits.is_empty() && opening.0.is_empty(),
                window: told.window,
                is_plain: is_plain(tokens),
                is_answer: false,
            });
        }
    }
}

/// So many words before a pronoun may name what it stands for.
const MOST_BACK: usize = 40;
/// A line of more words than this leads to no list of mere things.
const LONGEST_LEAD: usize = 40;

/// The things that the words before `end` name, in order.
fn things_before(tokens: &Tokens, end: usize) -> impl Iterator<Item = Thing> {
    let words = end.saturating_sub(MOST_BACK)..end;
    words.filter_map(move |at| Thing::named_at(tokens, at, end).map(|(thing, _)| thing))
}

/// Whether a sentence is an item of what somebody else may do: "Your GP may:".
fn is_of_others(facts: &Facts<'_>, index: usize) -> bool {
    let span = facts.sentence(index).span();
    let lead = facts.lists_around(span).next().and_then(|list| list.lead);
    lead.is_some_and(|lead| {
        let tokens = facts.tokens_of(lead);
        let last = tokens.len().checked_sub(1).map_or("", |at| tokens.word(at));
        matches!(
            last,
            "may" | "might" | "will" | "could" | "can" | "would" | "to"
        ) && !tokens
            .words()
            .any(|word| matches!(word, "you" | "not" | "try" | "need" | "remember"))
    })
}

/// What limits a sentence from outside.
struct Outer {
    limits: Vec<Key>,
    /// "For the first 12 weeks:" over its list.
    window: Option<Window>,
}

/// Whether a key only counts a time that is known as such.
fn is_of_time(key: &Key) -> bool {
    let Key::Stem(stem) = key else {
        return false;
    };
    stem.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(
            stem.as_str(),
            "first"
                | "hour"
                | "day"
                | "week"
                | "month"
                | "two"
                | "thre"
                | "four"
                | "six"
                | "eight"
                | "ten"
                | "twelv"
        )
}

pub(super) fn sorted(mut keys: Vec<Key>) -> Vec<Key> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether no word of the sentence makes less of what it says.
pub(super) fn is_plain(tokens: &Tokens) -> bool {
    !tokens.words().any(|word| {
        matches!(
            word,
            "although"
                | "depending"
                | "except"
                | "however"
                | "might"
                | "often"
                | "some"
                | "sometimes"
                | "unless"
                | "provided"
        )
    })
}

/// Whether a sentence leads to the cases in which it holds: "Do not take it if you:". It says nothing by itself.
fn leads_to_cases(facts: &Facts<'_>, index: usize) -> bool {
    facts.lead(index) == Lead::Condition
}

/// The keys that stems in their order name.
fn keys_of(stems: &[Stem]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut left = stems;
    while let Some((first, others)) = left.split_first() {
        if let Some((thing, length)) = Thing::at_start(left) {
            keys.push(Key::Thing(thing));
            left = left.get(length..).unwrap_or_default();
        } else {
            keys.push(Key::Stem(first.clone()));
            left = others;
        }
    }
    keys
}

#[derive(Clone, Copy)]
pub(super) struct Reader<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) index: usize,
    pub(super) text: &'a str,
    pub(super) tokens: &'f Tokens,
    pub(super) scopes: &'f Scopes,
}

/// So many words a subject has at most: "gelatin, broth and white grape juice".
const MOST_SUBJECT: usize = 14;

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// The quantities that have one of these words.
    fn quantities(&self, words: Range<usize>) -> impl Iterator<Item = &Quantity> {
        self.facts.quantities_at(self.index, words)
    }

    fn is_parted(&self, at: usize, marks: &[char]) -> bool {
        self.tokens.gap_before(self.text, at).contains(marks)
    }

    /// The first word of the clause that holds the words before `at`.
    fn clause_start(&self, at: usize) -> usize {
        // "Gelatin, broth and juice are fine": a list is one subject.
        let is_inside =
            |word: &str| matches!(word, "is" | "are" | "can" | "have" | "but" | "so" | "you");
        let is_opened = opens(self.word(0))
            || matches!(
                self.word(0),
                "in" | "on" | "with" | "at" | "from" | "by" | "as"
            );
        let is_list = at <= MOST_SUBJECT
            && !is_opened
            && (1..at).all(|at| {
                !self.is_parted(at, &[';', ':', '(', '–', '—']) && !is_inside(self.word(at))
            });
        if is_list {
            return 0;
        }
        (1..at)
            .rev()
            .find(|start| {
                self.is_parted(*start, &[',', ';', ':', '(', '–', '—'])
                    || matches!(self.word(*start - 1), "but" | "so" | "though")
            })
            .unwrap_or(0)
    }

    /// What the headings and the line that leads to the list say of when it holds.
    fn outer(&self, scope: &Scope) -> Outer {
        let mut limits = keys_of(&scope.condition);
        let span = self.facts.sentence(self.index).span();
        let lead = self
            .facts
            .lists_around(span)
            .next()
            .and_then(|list| list.lead);
        let window = lead.and_then(|lead| {
            let tokens = self.facts.tokens_of(lead);
            let of_lead = Reader {
                index: lead,
                text: self.facts.sentence(lead).text(),
                tokens,
                ..*self
            };
            let mut hours =
                { 0..tokens.len() }.filter(|at| matches!(tokens.word(*at), "for" | "first"));
            let hours = hours.find_map(|at| of_lead.duration(at..at + 4))?;
            Some(Window::For(hours))
        });
        if window.is_some() {
            limits.retain(|key| !is_of_time(key));
        }
        Outer { limits, window }
    }

    /// What is told by a mark that stands behind what it is about, between the marks before and after it.
    fn told_before(&self, mark: &Mark, previous: usize, next: usize) -> Told {
        let start = self.clause_start(mark.words.start).max(previous);
        let mut told = self.told(start..mark.words.start);
        let after = self.told(mark.words.end..next);
        // "Should not be worn": the verb is of it, too.
        if let [thing] = told.things.as_mut_slice()
            && let Some(more) = after.things.first()
            && self.is_passive(mark)
        {
            thing.extend(more.iter().cloned());
        }
        if !self.is_passive(mark) {
            // "Ice is fine in a drink", "ibuprofen is safe with your other tablets".
            let word = self.word(mark.words.end);
            let is_in = matches!(word, "in" | "on" | "inside" | "under");
            let within = is_in.then(|| Key::Stem(Stem::new_static("~in")));
            told.limits.extend(within);
            told.limits.extend(after.things.into_iter().flatten());
        }
        told.limits.extend(after.limits);
        told.even.extend(after.even);
        told.is_within |= after.is_within;
        told.window = told.window.or(after.window);
        told.is_relative |= after.is_relative;
        told
    }

    /// A case in which the line that leads to the item's list forbids something: "Do not take naproxen if:".
    fn listed_case(&self) -> Option<Stance> {
        let span = self.facts.sentence(self.index).span();
        let lead = self.facts.lists_around(span).next()?.lead?;
        let (tokens, text) = (self.facts.tokens_of(lead), self.facts.sentence(lead).text());
        if tokens.len() > LONGEST_LEAD || !text.trim_end().ends_with(':') {
            return None;
        }
        let marks = super::mark::marks(text, tokens);
        let [mark] = marks.as_slice() else {
            return None;
        };
        let of_lead = Self {
            index: lead,
            text,
            tokens,
            ..*self
        };
        let told = of_lead.told(mark.words.end..tokens.len());
        let thing = { told.things.into_iter() }.find(|thing| !thing.is_empty())?;
        let limits = self.keys(0..self.tokens.len());
        let is_case = mark.force == Force::MustNot && !mark.is_behind && told.limits.is_empty();
        (is_case && !limits.is_empty()).then(|| Stance {
            sentence: self.index,
            span,
            force: Force::MustNot,
            words: sorted(thing),
            limits: sorted(limits),
            even: Vec::new(),
            is_any: true,
            window: None,
            is_plain: true,
            is_answer: false,
        })
    }

    /// How the line that leads to the list of an item stands to what the items name: "Good choices are:", "You can have:".
    fn force_of_lead(&self) -> Option<Force> {
        let span = self.facts.sentence(self.index).span();
        let lead = self.facts.lists_around(span).next()?.lead?;
        let (tokens, text) = (self.facts.tokens_of(lead), self.facts.sentence(lead).text());
        if tokens.len() > LONGEST_LEAD || !text.trim_end().ends_with(':') {
            return None;
        }
        let is_choice = { 0..tokens.len() }.any(|at| {
            matches!(
                tokens.word(at),
                "good" | "safe" | "suitable" | "healthy" | "sensible"
            ) && matches!(
                tokens.word(at + 1),
                "choices" | "options" | "ideas" | "foods" | "drinks" | "snacks"
            )
        });
        if is_choice {
            return Some(Force::May);
        }
        let marks = super::mark::marks(text, tokens);
        let mark = marks.last().filter(|mark| !mark.is_behind)?;
        // Nothing but a verb and small words between the mark and the colon.
        let is_open = (mark.words.end..tokens.len()).all(|at| {
            let word = tokens.word(at);
            is_filler(word)
                || is_stop_word(word, "en")
                || matches!(word, "following" | "give" | "include")
        });
        is_open.then_some(mark.force)
    }

    /// The thing that "it" or "they" before word `at` points at: what was named first before it in its sentence, else in the
    /// sentence before.
    fn pointed_at(&self, at: usize) -> Option<Vec<Key>> {
        let pronoun = at.checked_sub(1).filter(|at| {
            matches!(
                self.word(*at),
                "it" | "they" | "this" | "these" | "that" | "both"
            )
        })?;
        let first = |tokens: &Tokens, end: usize| {
            let first = things_before(tokens, end).next();
            first.map(|thing| vec![Key::Thing(thing)])
        };
        first(self.tokens, pronoun).or_else(|| {
            let before = self.index.checked_sub(1)?;
            let prose = |index: usize| std::ptr::from_ref(self.facts.sentence(index).within.prose);
            let tokens = self.facts.tokens_of(before);
            (prose(before) == prose(self.index))
                .then(|| first(tokens, tokens.len()))
                .flatten()
        })
    }

    /// Whether what follows a mark is to be kept off: "keep your child off school".
    fn is_kept_off(&self, mark: &Mark, end: usize) -> bool {
        if mark.force.is_denied() {
            return false;
        }
        let is_kept = matches!(self.word(mark.words.end), "keep" | "stay")
            || matches!(self.word(mark.words.start), "keep" | "stay");
        is_kept
            && !mark.is_behind
            && (mark.words.start..end.min(mark.words.end + 6)).any(|at| match self.word(at) {
                "off" => true,
                "away" => self.word(at + 1) == "from",
                "out" => self.word(at + 1) == "of",
                _ => false,
            })
    }

    fn is_passive(&self, mark: &Mark) -> bool {
        let end = self.word(mark.words.end);
        end.ends_with("ed") || end.ends_with('n') || end == "done" || end == "kept"
    }

    /// What limits the clause from the beginning of its sentence: "For the first week,", "If you feel sick,".
    fn opening(&self, end: usize) -> (Vec<Key>, Option<Window>) {
        let comma = (1..=end.min(self.tokens.len())).find(|at| self.is_parted(*at, &[',']));
        // "As soon as you feel well you can drive."
        let soon = self.word(0) == "as" && self.word(1) == "soon";
        let Some(comma) = comma.or((soon && end > 2).then_some(end)) else {
            return (Vec::new(), None);
        };
        if !(opens(self.word(0))
            || matches!(
                self.word(0),
                "in" | "on" | "with" | "at" | "from" | "by" | "as"
            ))
        {
            return (Vec::new(), None);
        }
        let told = self.told(0..comma);
        let mut keys = told.limits;
        keys.extend(told.things.into_iter().flatten());
        (keys, told.window)
    }

    /// The things that `range` names: "lift or carry heavy bags" are two.
    fn things(&self, range: Range<usize>) -> Vec<Vec<Key>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            let is_example = matches!(
                (self.word(at), self.word(at + 1)),
                ("such", "as") | ("including" | "like", _)
            );
            let is_joint = matches!(self.word(at), "and" | "or" | "nor") || is_example;
            let is_comma = at > start && self.is_parted(at, &[',']);
            if is_comma {
                parts.push(start..at);
                start = at;
            }
            if is_joint {
                parts.push(start..at);
                start = at + 1;
            }
        }
        parts.push(start..range.end);
        let mut things: Vec<Vec<Key>> = parts
            .into_iter()
            // "Use pads, not tampons".
            .filter(|part| part.start == range.start || self.word(part.start) != "not")
            .map(|part| self.keys_without_persons(part))
            .filter(|keys| !keys.is_empty())
            .collect();
        // "Rub or scratch your eye": the eye is of both.
        if let Some((last, others)) = things.split_last_mut()
            && last.len() > 1
        {
            for other in others
                .iter_mut()
                .filter(|other| matches!(other.as_slice(), [Key::Stem(_)]))
            {
                other.extend(last.iter().skip(1).cloned());
            }
        }
        things
    }

    fn keys_without_persons(&self, range: Range<usize>) -> Vec<Key> {
        let mut keys = self.all_keys(range);
        // The subject by its whole name stays: "alendronic acid".
        if !keys.iter().all(|key| self.is_subject(key)) && keys.len() > 1 {
            keys.retain(|key| !self.is_subject(key));
        }
        keys.retain(|key| !matches!(key, Key::Stem(stem) if matches!(stem.as_str(), "child" | "babi" | "son" | "daughter" | "him" | "her" | "them" | "kid" | "allow" | "let")));
        keys
    }

    fn is_subject(&self, key: &Key) -> bool {
        matches!(key, Key::Stem(stem) if self.scopes.is_subject(stem))
    }

    /// The keys of the content words in `range`, the article's own subject left out.
    pub(super) fn keys(&self, range: Range<usize>) -> Vec<Key> {
        let mut keys = self.all_keys(range);
        if keys.len() > 1 {
            keys.retain(|key| !self.is_subject(key));
        }
        keys
    }

    /// The keys of the content words in `range`.
    pub(in crate::facts::stance) fn all_keys(&self, range: Range<usize>) -> Vec<Key> {
        let mut numbers = self.quantities(range.clone()).peekable();
        let mut keys = Vec::new();
        let mut at = range.start;
        while at < range.end {
            // Things are known by all their words: "alcohol-free beer", "with food".
            if let Some((thing, end)) = Thing::named_at(self.tokens, at, range.end) {
                keys.push(Key::Thing(thing));
                at = end;
                continue;
            }
            let word = self.word(at);
            while numbers.next_if(|number| number.words.end <= at).is_some() {}
            let is_number = numbers
                .peek()
                .is_some_and(|number| number.words.contains(&at));
            let is_adverb = word.ends_with("ly") && word.len() > 4;
            let is_empty =
                word.is_empty() || is_filler(word) || is_stop_word(word, self.facts.lang);
            if !(is_number || is_adverb || is_empty) {
                keys.push(Key::Stem(synonym::one(stem_of(word, self.facts.lang))));
            }
            at += 1;
        }
        keys
    }
}
