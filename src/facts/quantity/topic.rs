//! What a quantity is about: the words around it, brought to a form in which two places can be compared.

use super::{Bound, Quantity, QuantityKind, Unit, around};
use crate::article::FaqPair;
use crate::facts::Facts;
use crate::facts::words::stem;
use crate::lexicon::Tokens;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::Span;
use std::ops::Range;

/// What a quantity is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// What the clause says of its subject.
    pub class: Class,
    /// The stems of the clause that neither the class nor the title gives, sorted: "ice", "drive", "diagnostic".
    pub words: Vec<String>,
    /// Whether the clause speaks of the article's own subject, by a word of the title or as "the procedure".
    pub is_subject: bool,
    /// Whether the clause speaks of the exception: "sometimes", "in rare cases".
    pub is_exception: bool,
    /// Whether the clause sets a condition that the quantity is the limit of: "if the pain lasts more than 6 weeks".
    pub is_limit: bool,
    /// Whether the words say enough to compare with another topic.
    pub is_told: bool,
}

/// What a clause says of its subject, as far as it matters for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It lasts, persists, goes on.
    Lasts,
    /// It gets better, heals, goes away.
    Improves,
    /// It takes so long.
    Takes,
    /// Something is to be left until then, or is allowed after it.
    Waits,
    /// The reader is to use or do something for so long.
    Uses,
    /// Anything else.
    Other,
}

/// The stems of an article's title, sorted.
#[derive(Debug, Clone, Default)]
pub struct TitleStems(Vec<String>);

impl TitleStems {
    /// Those of the article that `facts` are of.
    pub fn of(facts: &Facts<'_>) -> Self {
        let tokens = Tokens::of(facts.article.title().unwrap_or(""));
        let words = tokens.words().filter(|word| !is_stop_word(word, "en"));
        let mut stems: Vec<String> = words.map(|word| stem(word, "en")).collect();
        stems.sort_unstable();
        Self(stems)
    }
}

impl Facts<'_> {
    /// What `quantity` is about; `title` holds the stems of the article's title. English only.
    pub fn topic_of(&self, quantity: &Quantity, title: &TitleStems) -> Topic {
        let mut gathering = Gathering::new(title, quantity);
        let clause = if quantity.kind == QuantityKind::Phone {
            self.named_before(quantity)
        } else {
            self.clause_of(quantity)
        };
        gathering.add(self, quantity.sentence, clause.clone(), &quantity.words);
        gathering.is_conditional = self.is_conditional(quantity.sentence, &clause);
        if gathering.words.is_empty() && !gathering.is_subject {
            if let Some(question) = self.question_over(quantity.span) {
                for index in self.sentences_in(question) {
                    let all = 0..self.tokens.get(index).map_or(0, Tokens::len);
                    gathering.add(self, index, all, &(0..0));
                }
            }
        }
        for other in self.quantities_of(quantity.sentence) {
            let is_here = other.words.start >= clause.start && other.words.end <= clause.end;
            let is_rate = other.kind == QuantityKind::Frequency || other.per.is_some();
            if is_here && other.words != quantity.words && !is_rate {
                gathering
                    .words
                    .push(format!("{:?} {}", other.kind, other.low));
            }
        }
        gathering.topic(quantity)
    }

    /// The words that say whose phone number it is: at most eight before it, up to a mark other than a colon.
    fn named_before(&self, quantity: &Quantity) -> Range<usize> {
        let start = quantity.words.start;
        let sentence = self.sentences.get(quantity.sentence);
        let Some((sentence, tokens)) = sentence.zip(self.tokens.get(quantity.sentence)) else {
            return quantity.words.clone();
        };
        let is_parted = |at: usize| {
            let gap = tokens.gap_before(sentence.text(), at);
            gap.contains([',', ';', '.', '?', '!', ')', '\n'])
                || matches!(tokens.word(at), "or" | "if")
        };
        let mut first = start;
        while first > 0 && start - first < 8 && !is_parted(first) {
            first -= 1;
        }
        first..quantity.words.end
    }

    /// The question of the FAQ that a place is in the answer of.
    fn question_over(&self, span: Span) -> Option<Span> {
        let answers = |pair: &&FaqPair| {
            pair.answer_span()
                .is_some_and(|answer| answer.contains(span))
        };
        let pair = self.article.faq.iter().find(answers)?;
        Some(pair.question.whole())
    }

    fn is_conditional(&self, sentence: usize, clause: &Range<usize>) -> bool {
        let before = clause.start.checked_sub(1);
        let word =
            before.and_then(|before| self.tokens.get(sentence).map(|tokens| tokens.word(before)));
        word.is_some_and(|word| matches!(word, "if" | "when" | "unless"))
    }
}

/// Gathers the words of a topic.
struct Gathering<'t> {
    title: &'t TitleStems,
    kind: QuantityKind,
    words: Vec<String>,
    class: Class,
    is_subject: bool,
    is_exception: bool,
    is_denied: bool,
    is_conditional: bool,
    is_after: bool,
    is_allowed: bool,
}

impl<'t> Gathering<'t> {
    fn new(title: &'t TitleStems, quantity: &Quantity) -> Self {
        Self {
            title,
            kind: quantity.kind,
            words: Vec::new(),
            class: Class::Other,
            is_subject: false,
            is_exception: false,
            is_denied: false,
            is_conditional: false,
            is_after: false,
            is_allowed: false,
        }
    }

    fn add(
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
            if !is_own {
                let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
                self.word(tokens.word(at), before, at < own.start);
            }
        }
    }

    fn word(&mut self, word: &str, before: &str, is_left: bool) {
        let class = class_of(word, before, self.kind);
        if let Some(class) = class {
            // "Wait until the pain improves": what is denied or waited for comes first.
            if self.class == Class::Other {
                self.class = class;
            }
            return;
        }
        match word {
            "not" | "no" | "never" | "without" => self.is_denied = true,
            "sometimes" | "rarely" | "rare" | "occasionally" | "seldom" | "some" | "uncommonly"
            | "few" => {
                self.is_exception = true;
            }
            "after" if is_left => self.is_after = true,
            "after" => {}
            "can" | "may" => self.is_allowed = true,
            _ if word.ends_with("n't") => self.is_denied = true,
            _ if is_stop_word(word, "en") || is_empty_word(word) => {}
            // Other numbers come as quantities.
            _ if word.starts_with(|c: char| c.is_ascii_digit()) => {}
            _ if Unit::from_word(word).is_some() => {}
            _ => {
                let stem = stem(word, "en");
                if self.title.0.binary_search(&stem).is_ok() || is_procedure(&stem) {
                    self.is_subject = true;
                } else {
                    self.words.push(stem);
                }
            }
        }
    }

    fn topic(mut self, quantity: &Quantity) -> Topic {
        self.words.sort_unstable();
        self.words.dedup();
        let is_worse = self.is_denied && self.class == Class::Improves;
        let is_plain = matches!(self.class, Class::Other | Class::Uses);
        // "You can drive after 12 hours" is "do not drive for 12 hours".
        let is_waiting = (self.is_denied || self.is_after && self.is_allowed)
            && is_plain
            && self.kind == QuantityKind::Duration;
        let class = if is_worse {
            Class::Lasts
        } else if is_waiting {
            Class::Waits
        } else {
            self.class
        };
        let is_limit = class == Class::Lasts
            && (is_worse || self.is_conditional || quantity.bound == Bound::AtLeast);
        // Where other words say what it is about, the article's subject may be named or not.
        let is_subject = self.is_subject && self.words.is_empty();
        let is_told = match class {
            Class::Lasts | Class::Improves | Class::Takes => is_subject || !self.words.is_empty(),
            Class::Waits | Class::Uses => !self.words.is_empty(),
            Class::Other => self.words.len() + usize::from(self.is_subject) >= 2,
        };
        Topic {
            class,
            words: self.words,
            is_subject,
            is_exception: self.is_exception,
            is_limit,
            is_told,
        }
    }
}

fn class_of(word: &str, before: &str, kind: QuantityKind) -> Option<Class> {
    if kind != QuantityKind::Duration {
        return None;
    }
    let starts = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if matches!(
        word,
        "last"
            | "lasts"
            | "lasted"
            | "lasting"
            | "remain"
            | "remains"
            | "stay"
            | "stays"
            | "wears"
            | "wear"
    ) || starts(&["persist", "continu"])
        || word == "on" && matches!(before, "go" | "goes" | "going" | "carries")
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
        "take" | "takes" | "taking" | "took" => Some(Class::Takes),
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
            | "begin"
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
