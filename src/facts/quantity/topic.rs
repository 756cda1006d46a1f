//! What a quantity is about: the words around it, brought to a form in which two places can be compared.

use super::gathering::{Gathering, Sign};
use super::{Bound, Quantity, QuantityKind, around};
use crate::facts::Facts;
use crate::facts::words::{Stem, stem_of};
use crate::lexicon::Tokens;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::Span;
use std::ops::Range;

/// So many words before a number may say what it is about.
pub(crate) const MOST_BACK: usize = 60;

/// What a quantity is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// What the clause says of its subject.
    pub class: Class,
    /// The stems of the clause that neither the class nor the title gives, sorted: "ice", "drive", "diagnostic".
    pub words: Vec<Stem>,
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
pub struct TitleStems(Vec<Stem>);

impl TitleStems {
    /// Those of the article that `facts` are of.
    pub fn of(facts: &Facts<'_>) -> Self {
        let tokens = Tokens::of(facts.article.title().unwrap_or(""));
        let words = tokens.words().filter(|word| !is_stop_word(word, "en"));
        let mut stems: Vec<Stem> = words.map(|word| stem_of(word, "en")).collect();
        stems.sort_unstable();
        Self(stems)
    }

    /// Whether it is one of them.
    pub fn has(&self, stem: &Stem) -> bool {
        self.0.binary_search(stem).is_ok()
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
        if let Some(question) = self.allowed_until(quantity) {
            gathering.signs.push(Sign::Leaves);
            for index in self.sentences_in(question) {
                let all = 0..self.tokens.get(index).map_or(0, Tokens::len);
                gathering.add_words(self, index, all);
            }
        }
        if self.is_conditional(quantity.sentence, &clause) || self.is_limit_of_sign(quantity) {
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
                    .push(format!("{:?} {}", other.kind, other.low).into());
            }
        }
        let behind = self.condition_behind(quantity.sentence, clause.end);
        gathering.words.extend(behind);
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
        let tokens = self.tokens.get(sentence)?;
        let is_opening = |at: &usize| {
            matches!(
                tokens.word(*at),
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
            )
        };
        let starts = [self.part_start(sentence, clause.start), 0];
        let start = starts.into_iter().find(is_opening)?;
        let length = clause.start - start;
        (1..=8).contains(&length).then_some(start..clause.start)
    }

    /// Where the part of a sentence that holds word `at` starts: behind the last semicolon before it, or at the sentence's
    /// start where the [`MOST_BACK`] words before have none.
    pub(crate) fn part_start(&self, sentence: usize, at: usize) -> usize {
        let place = self.sentences.get(sentence).zip(self.tokens.get(sentence));
        let parts = |at: &usize| {
            place.is_some_and(|(sentence, tokens)| {
                tokens.gap_before(sentence.text(), *at).contains(';')
            })
        };
        let near = at.saturating_sub(MOST_BACK)..=at;
        near.rev().find(parts).unwrap_or_default()
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

    /// The question that is answered with a time before something up to which it is allowed: "Can I drink water before the
    /// test?", "Yes, up to 2 hours before the test".
    fn allowed_until(&self, quantity: &Quantity) -> Option<Span> {
        let tokens = self.tokens.get(quantity.sentence)?;
        let start = quantity.words.start;
        let before = |back: usize| start.checked_sub(back).map_or("", |at| tokens.word(at));
        let is_until = before(1) == "until" || (before(2), before(1)) == ("up", "to");
        let is_allowed = is_until
            && matches!(tokens.word(0), "yes" | "up" | "until")
            && tokens.word(quantity.words.end) == "before";
        self.question_over(quantity.span).filter(|_| is_allowed)
    }

    /// Whether it is the limit from which on a sign in a list of red flags sends the reader for help: "a sore throat for more
    /// than 3 days".
    fn is_limit_of_sign(&self, quantity: &Quantity) -> bool {
        let list = self.lists_around(quantity.span).next();
        quantity.bound == Bound::AtLeast && list.is_some_and(|list| list.is_red_flags)
    }

    fn is_conditional(&self, sentence: usize, clause: &Range<usize>) -> bool {
        let before = clause.start.checked_sub(1);
        let word =
            before.and_then(|before| self.tokens.get(sentence).map(|tokens| tokens.word(before)));
        word.is_some_and(|word| matches!(word, "if" | "when" | "unless"))
    }
}
