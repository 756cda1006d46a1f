//! Gathers what the words around a quantity say, word by word.

use super::topic::{Class, TitleStems, Topic};
use super::{Bound, Quantity, QuantityKind, Unit, around};
use crate::facts::Facts;
use crate::facts::words::{Stem, stem_of};
use crate::lexicon::stop_words::is_stop_word;
use std::ops::Range;

/// Gathers the words of a topic.
pub(super) struct Gathering<'t> {
    title: &'t TitleStems,
    kind: QuantityKind,
    pub(super) words: Vec<Stem>,
    class: Class,
    pub(super) signs: Vec<Sign>,
}

/// What a word of the clause shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Subject,
    Exception,
    Denied,
    Conditional,
    After,
    Allowed,
    /// Another word stands for what the clause is about: "it", "them".
    Pronoun,
    /// It comes to an end: "stop", "last", "nothing".
    Leaves,
    /// There is an exception: "anything but water".
    Except,
    /// The reader is to wait.
    Wait,
}

impl<'t> Gathering<'t> {
    pub(super) fn new(title: &'t TitleStems, quantity: &Quantity) -> Self {
        Self {
            title,
            kind: quantity.kind,
            words: Vec::new(),
            class: Class::Other,
            signs: Vec::new(),
        }
    }

    pub(super) fn has(&self, sign: Sign) -> bool {
        self.signs.contains(&sign)
    }

    pub(super) fn add(
        &mut self,
        facts: &Facts<'_>,
        sentence: usize,
        clause: Range<usize>,
        own: &Range<usize>,
    ) {
        let (Some(tokens), Some(text)) =
            (facts.tokens.get(sentence), facts.sentences.get(sentence))
        else {
            return;
        };
        let (_, bounded) = around::bound(text.text(), tokens, own);
        for at in clause {
            let is_own = !own.is_empty() && bounded.contains(&at);
            // "Do I need stockings?" tells nobody to do it.
            let is_asking = own.is_empty() && matches!(tokens.word(at), "do" | "does");
            if !is_own && !is_asking {
                let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
                self.word(tokens.word(at), before, at < own.start);
            }
        }
    }

    /// Adds words that say nothing of what happens, only to whom or when.
    pub(super) fn add_words(&mut self, facts: &Facts<'_>, sentence: usize, words: Range<usize>) {
        let Some(tokens) = facts.tokens.get(sentence) else {
            return;
        };
        for at in words {
            self.other_word(tokens.word(at), false);
        }
    }

    fn word(&mut self, word: &str, before: &str, is_left: bool) {
        match word {
            "it" | "them" | "they" | "this" => self.signs.push(Sign::Pronoun),
            "wait" | "waiting" => self.signs.push(Sign::Wait),
            "stop" | "stops" | "last" | "nothing" | "fast" | "fasting" => {
                self.signs.push(Sign::Leaves);
            }
            "except" | "other" | "apart" | "only" | "else" | "than" => {
                self.signs.push(Sign::Except);
            }
            _ => {}
        }
        // An age tells adults from children, and most people are at average risk.
        let goes_without_saying =
            matches!(word, "adult" | "adults" | "average") || word == "risk" && before == "average";
        if self.kind == QuantityKind::Age && goes_without_saying {
            return;
        }
        let is_named = matches!(before, "the" | "your" | "these" | "both" | "all");
        if is_named && matches!(word, "drops" | "puffs" | "tablets" | "capsules" | "pills") {
            self.words.push(stem_of(word, "en"));
            return;
        }
        let class = class_of(word, before, self.kind);
        if let Some(class) = class {
            // "Wait until the pain improves": what is denied or waited for comes first.
            if self.class == Class::Other {
                self.class = class;
            }
            return;
        }
        self.other_word(word, is_left);
    }

    fn other_word(&mut self, word: &str, is_left: bool) {
        match word {
            "not" | "no" | "never" | "without" => self.signs.push(Sign::Denied),
            "sometimes" | "rarely" | "rare" | "occasionally" | "seldom" | "some" | "uncommonly"
            | "few" => {
                self.signs.push(Sign::Exception);
            }
            "after" if is_left => self.signs.push(Sign::After),
            "after" => {}
            "can" | "may" => self.signs.push(Sign::Allowed),
            _ if word.ends_with("n't") => self.signs.push(Sign::Denied),
            _ if is_stop_word(word, "en") || is_empty_word(word) => {}
            // Other numbers come as quantities.
            _ if word.starts_with(|c: char| c.is_ascii_digit()) => {}
            _ if Unit::from_word(word).is_some() => {}
            _ => {
                let stem = stem_of(word, "en");
                if self.title.has(&stem) || is_procedure(&stem) {
                    self.signs.push(Sign::Subject);
                } else {
                    self.words.push(stem);
                }
            }
        }
    }

    /// What is not to be eaten or drunk before something, made the words of the topic; `false` where nothing is.
    fn fasts(&mut self) -> bool {
        let is_one_of = |words: &[&str], stem: &Stem| words.contains(&stem.as_str());
        let has = |words: &[&str]| self.words.iter().any(|stem| is_one_of(words, stem));
        let leaves = self.has(Sign::Leaves) || self.has(Sign::Denied);
        let is_before = self.words.iter().any(|stem| stem == "befor");
        if self.kind != QuantityKind::Duration || !leaves || !is_before {
            return false;
        }
        let (food, drink) = (has(FOOD), has(DRINK));
        if self.has(Sign::Except) || !(food || drink) {
            return false;
        }
        let is_told = |stem: &Stem| {
            is_one_of(FOOD, stem) || is_one_of(DRINK, stem) || is_one_of(FASTING, stem)
        };
        self.words.retain(|stem| !is_told(stem));
        self.words.extend(food.then(|| Stem::new_static("food")));
        self.words.extend(drink.then(|| Stem::new_static("drink")));
        true
    }

    pub(super) fn topic(mut self, quantity: &Quantity) -> Option<Topic> {
        let leaves_food = self.fasts();
        // "Wait 24 hours before you smoke" is "do not smoke for 24 hours".
        if self.has(Sign::Wait) {
            self.words.retain(|stem| stem != "befor");
        }
        self.words.sort_unstable();
        self.words.dedup();
        let is_worse = self.has(Sign::Denied) && self.class == Class::Improves;
        let is_plain = matches!(self.class, Class::Other | Class::Uses);
        // "You can drive after 12 hours" is "do not drive for 12 hours".
        let is_waiting = (self.has(Sign::Denied)
            || self.has(Sign::After) && self.has(Sign::Allowed))
            && is_plain
            && self.kind == QuantityKind::Duration;
        // "If you have had a fever for more than 5 days": what lasts so long need not be said to last.
        let is_lasting = is_plain
            && self.has(Sign::Conditional)
            && quantity.bound == Bound::AtLeast
            && self.kind == QuantityKind::Duration;
        let class = if leaves_food {
            Class::Fasts
        } else if is_worse || is_lasting {
            Class::Lasts
        } else if is_waiting {
            Class::Waits
        } else {
            self.class
        };
        let is_limit = class == Class::Lasts
            && (is_worse || self.has(Sign::Conditional) || quantity.bound == Bound::AtLeast);
        // Where other words say what it is about, the article's subject may be named or not.
        let has_subject = self.has(Sign::Subject);
        // "Most people get better": of what the article is about.
        let is_subject = (has_subject || class == Class::Improves) && self.words.is_empty();
        let is_named = matches!(
            self.kind,
            QuantityKind::Dose | QuantityKind::Temperature | QuantityKind::Phone
        );
        let is_told = match class {
            _ if is_named => !self.words.is_empty(),
            Class::Lasts | Class::Improves | Class::Takes => is_subject || !self.words.is_empty(),
            Class::Waits | Class::Uses | Class::Fasts => !self.words.is_empty(),
            Class::Other => self.words.len() + usize::from(has_subject) >= 2,
        };
        let is_exception = self.has(Sign::Exception);
        is_told.then_some(Topic {
            class,
            words: self.words,
            is_subject,
            is_exception,
            is_limit,
        })
    }
}

/// Stems of what is eaten.
const FOOD: &[&str] = &["bit", "bite", "eat", "food", "meal", "solid", "snack"];
/// Stems of what is drunk.
const DRINK: &[&str] = &["beverag", "drink", "fluid", "liquid", "sip", "water"];
/// Stems that go without saying of a fast.
const FASTING: &[&str] = &["anything", "befor", "clear", "fast", "last", "noth", "stop"];

fn class_of(word: &str, before: &str, kind: QuantityKind) -> Option<Class> {
    if kind != QuantityKind::Duration {
        return None;
    }
    let starts = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if matches!(
        word,
        "last" | "lasts" | "lasted" | "lasting" | "remain" | "remains" | "stay" | "stays"
    ) || starts(&["persist", "continu"])
        || word == "on" && matches!(before, "go" | "goes" | "going" | "carries")
        || word == "off" && before.starts_with("wear")
    {
        return Some(Class::Lasts);
    }
    if matches!(
        word,
        "better"
            | "settle"
            | "settles"
            | "resolve"
            | "resolves"
            | "disappear"
            | "disappears"
            | "subsides"
            | "subside"
    ) || starts(&["improv", "recover", "heal"]) && !word.starts_with("health")
        || word == "away" && matches!(before, "go" | "goes" | "going" | "gone")
        || word == "up" && matches!(before, "clear" | "clears")
    {
        return Some(Class::Improves);
    }
    match word {
        "take" | "takes" | "took" => Some(Class::Takes),
        "use" | "apply" | "put" | "place" | "hold" | "keep" | "do" | "try" => Some(Class::Uses),
        "wait" | "waiting" | "avoid" | "until" | "return" | "resume" | "again" => {
            Some(Class::Waits)
        }
        "back" if matches!(before, "go" | "get" | "going") => Some(Class::Waits),
        _ => None,
    }
}

/// Words that say nothing about what the number is of.
fn is_empty_word(word: &str) -> bool {
    matches!(
        word,
        "usually"
            | "case"
            | "cases"
            | "more"
            | "less"
            | "take"
            | "taking"
            | "maximum"
            | "often"
            | "typically"
            | "generally"
            | "normally"
            | "commonly"
            | "most"
            | "many"
            | "people"
            | "person"
            | "patient"
            | "patients"
            | "will"
            | "may"
            | "can"
            | "should"
            | "must"
            | "might"
            | "use"
            | "apply"
            | "put"
            | "place"
            | "hold"
            | "keep"
            | "do"
            | "try"
            | "have"
            | "need"
            | "least"
            | "whole"
            | "total"
            | "time"
            | "times"
            | "period"
            | "feel"
            | "feels"
            | "see"
            | "call"
            | "doctor"
            | "end"
            | "however"
            | "approximately"
            | "average"
            | "long"
            | "longer"
            | "start"
            | "starts"
            | "begin"
            | "begins"
            | "ask"
            | "contact"
            | "phone"
            | "tel"
            | "telephone"
            | "ring"
            | "dial"
            | "text"
            | "number"
            | "toll"
            | "free"
            | "likely"
            | "within"
            | "per"
            | "up"
            | "about"
            | "around"
    )
}

/// Words by which an article about a procedure calls it.
fn is_procedure(stem: &str) -> bool {
    matches!(stem, "procedur" | "treatment" | "operation")
}
