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
    /// Food or drink is to be left so long before something.
    Fasts,
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
    /// What `quantity` is about; `title` holds the stems of the article's title. `None` where the words around it do not say
    /// enough to compare it with another. English only.
    pub fn topic_of(&self, quantity: &Quantity, title: &TitleStems) -> Option<Topic> {
        let mut gathering = Gathering::new(title, quantity);
        let clause = if quantity.kind == QuantityKind::Phone {
            self.named_before(quantity)
        } else {
            self.clause_of(quantity)
        };
        gathering.add(self, quantity.sentence, clause.clone(), &quantity.words);
        let opening = self.opening(quantity.sentence, &clause);
        if let Some(opening) = opening.filter(|_| quantity.kind != QuantityKind::Phone) {
            gathering.add_words(self, quantity.sentence, opening);
        }
        if let Some(lead) = self.before_until(quantity.sentence, &clause) {
            gathering.signs.push(Sign::Leaves);
            gathering.add(self, quantity.sentence, lead, &(0..0));
        }
        if self.is_conditional(quantity.sentence, &clause) {
            gathering.signs.push(Sign::Conditional);
        }
        let is_bare = gathering.words.is_empty() && !gathering.has(Sign::Subject);
        // "Use them twice a day": what they are, the question says.
        let is_open = is_bare || gathering.has(Sign::Pronoun);
        if is_open && let Some(question) = self.question_over(quantity.span) {
            for index in self.sentences_in(question) {
                let all = 0..self.tokens.get(index).map_or(0, Tokens::len);
                gathering.add(self, index, all, &(0..0));
            }
        }
        let place = self.span_of(quantity.sentence, clause.clone());
        for other in self.quantities_in(place) {
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

    /// The words that open the sentence and say of whom or when its first clause holds: "With sciatica, ...".
    fn opening(&self, sentence: usize, clause: &Range<usize>) -> Option<Range<usize>> {
        let first = self.tokens.get(sentence)?.word(0);
        let is_opening = matches!(
            first,
            "with"
                | "without"
                | "for"
                | "in"
                | "after"
                | "before"
                | "during"
                | "among"
                | "on"
                | "at"
                | "if"
                | "when"
                | "by"
        );
        (is_opening && (1..=8).contains(&clause.start)).then_some(0..clause.start)
    }

    /// The clause before "until", where a time before something follows: "you can drink water until 2 hours before the scan".
    fn before_until(&self, sentence: usize, clause: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens.get(sentence)?;
        let until = clause.start.checked_sub(1)?;
        let is_before = clause.clone().any(|at| tokens.word(at) == "before");
        let text = self.sentences.get(sentence)?.text();
        (tokens.word(until) == "until" && is_before)
            .then(|| around::clause(text, tokens, &(until..until)))
    }

    /// The question of the FAQ that a place is in the answer of.
    pub(crate) fn question_over(&self, span: Span) -> Option<Span> {
        let faq = &self.article.faq;
        let after = faq.partition_point(|pair| pair.span.start() <= span.start());
        let pair: &FaqPair = after.checked_sub(1).and_then(|at| faq.get(at))?;
        let is_answer = pair
            .answer_span()
            .is_some_and(|answer| answer.contains(span));
        is_answer.then(|| pair.question.whole())
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
    signs: Vec<Sign>,
}

/// What a word of the clause shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
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
    fn new(title: &'t TitleStems, quantity: &Quantity) -> Self {
        Self {
            title,
            kind: quantity.kind,
            words: Vec::new(),
            class: Class::Other,
            signs: Vec::new(),
        }
    }

    fn has(&self, sign: Sign) -> bool {
        self.signs.contains(&sign)
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
            // "Do I need stockings?" tells nobody to do it.
            let is_asking = own.is_empty() && matches!(tokens.word(at), "do" | "does");
            if !is_own && !is_asking {
                let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
                self.word(tokens.word(at), before, at < own.start);
            }
        }
    }

    /// Adds words that say nothing of what happens, only to whom or when.
    fn add_words(&mut self, facts: &Facts<'_>, sentence: usize, words: Range<usize>) {
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
            self.words.push(stem(word, "en"));
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
                let stem = stem(word, "en");
                if self.title.0.binary_search(&stem).is_ok() || is_procedure(&stem) {
                    self.signs.push(Sign::Subject);
                } else {
                    self.words.push(stem);
                }
            }
        }
    }

    /// What is not to be eaten or drunk before something, made the words of the topic; `false` where nothing is.
    fn fasts(&mut self) -> bool {
        let is_one_of = |words: &[&str], stem: &String| words.contains(&stem.as_str());
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
        let is_told = |stem: &String| {
            is_one_of(FOOD, stem) || is_one_of(DRINK, stem) || is_one_of(FASTING, stem)
        };
        self.words.retain(|stem| !is_told(stem));
        self.words.extend(food.then(|| "food".to_owned()));
        self.words.extend(drink.then(|| "drink".to_owned()));
        true
    }

    fn topic(mut self, quantity: &Quantity) -> Option<Topic> {
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
