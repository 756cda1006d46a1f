//! The words by which a clause advises: "you can", "do not", "is not recommended".

mod behind;
mod judged;
mod person;
mod words;

use super::Force;
use crate::facts::cases::Cases;
use crate::facts::things::Thing;
use crate::lexicon::{Tokens, number_words, verbs};
use std::ops::Range;
use words::{is_adverb, is_idle};

/// The words by which a clause tells how it stands to something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) force: Force,
    /// The words of the mark.
    pub(super) words: Range<usize>,
    /// Whether what it is about stands before it: "swimming is fine".
    pub(super) is_behind: bool,
    /// Whether it may only describe, so that it must be about a known thing: "you can have".
    pub(super) is_weak: bool,
    /// The words between a person and the verb: "with asthma" in "people with asthma should".
    pub(super) person: Range<usize>,
}

impl Mark {
    fn ahead(force: Force, words: Range<usize>) -> Self {
        let person = words.start..words.start;
        Self {
            force,
            words,
            is_behind: false,
            is_weak: false,
            person,
        }
    }

    /// That of an item which only names something, with the force of what leads to it.
    pub(super) fn whole(force: Force) -> Self {
        Self::ahead(force, 0..0)
    }

    fn behind(force: Force, words: Range<usize>) -> Self {
        Self {
            is_behind: true,
            ..Self::ahead(force, words)
        }
    }
}

/// A force with the word after those that tell it.
type Told = (Force, usize);

/// The marks of a sentence, in order; they do not overlap.
pub(super) fn marks(text: &str, tokens: &Tokens) -> Vec<Mark> {
    let reader = Reader { text, tokens };
    let order = verbs::order(text, tokens);
    let cases = Cases::of(tokens, 0);
    let mut found: Vec<Mark> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // The verb of "never give" is that of a ban, and so is "drive" in "do not have sex or drive".
        let is_told = { found.last() }.is_some_and(|last| {
            let goes_on = last.force == Force::MustNot && reader.goes_on(at);
            !last.is_behind && (last.words.end == at || goes_on)
        });
        let mark = (!cases.go_on(text, tokens, at))
            .then(|| reader.mark(at))
            .flatten()
            .or_else(|| (order == Some(at) && !is_told).then(|| reader.ordered(at)));
        match mark {
            Some(mark) => {
                at = mark.words.end.max(at + 1);
                found.push(mark);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t Tokens,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// The word before `at`; empty at the start.
    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// `at`, or the word after the adverbs there.
    fn skip(&self, at: usize) -> usize {
        let mut at = at;
        while is_adverb(self.word(at)) {
            at += 1;
        }
        at
    }

    /// Whether "not", "never" or "no longer" stands at `at` or after adverbs there, and the word behind it.
    fn denial(&self, at: usize) -> (bool, usize) {
        let at = self.skip(at);
        let length = match (self.word(at), self.word(at + 1)) {
            ("no", "longer") => 2,
            ("not" | "never", _) => 1,
            _ => return (false, at),
        };
        (true, self.skip(at + length))
    }

    /// Whether the word at `at` goes on with a list: a comma or "or" stands before it.
    fn goes_on(&self, at: usize) -> bool {
        let gap = self.tokens.gap_before(self.text, at);
        let is_cut = gap.contains([';', ':', '–', '—', '.']);
        !is_cut && (gap.contains(',') || matches!(self.before(at), "or" | "nor"))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(by, word)| self.word(at + by) == *word)
    }

    /// Whether a clause starts at word `at`.
    fn starts_clause(&self, at: usize) -> bool {
        at == 0
            || self
                .tokens
                .gap_before(self.text, at)
                .contains([',', ';', ':', '–', '—', '(', '.'])
            || matches!(
                self.before(at),
                "and"
                    | "but"
                    | "or"
                    | "then"
                    | "please"
                    | "so"
                    | "also"
                    | "instead"
                    | "always"
                    | "just"
            )
    }

    /// Whether a thing of the table is named from word `at` on.
    fn is_known(&self, at: usize) -> bool {
        Thing::named_at(self.tokens, at, at + 3).is_some()
    }

    /// The mark of an order whose verb stands at `at`; "have no solid food" is a ban.
    fn ordered(&self, at: usize) -> Mark {
        match (self.word(at), self.word(at + 1)) {
            ("have" | "eat" | "drink" | "take" | "use" | "give" | "apply" | "do", "no") => {
                Mark::ahead(Force::MustNot, at..at + 2)
            }
            _ => Mark::ahead(Force::Must, at..at),
        }
    }

    fn mark(&self, at: usize) -> Option<Mark> {
        if matches!(
            (self.word(at), self.word(at + 1)),
            ("best" | "better", "avoided")
        ) && at == 0
        {
            return Some(Mark::behind(Force::MustNot, at..at + 2));
        }
        // "This means no driving".
        let is_ban = self.word(at) == "no" && matches!(self.before(at), "mean" | "means" | "with");
        if is_ban && self.is_known(at + 1) {
            return Some(Mark::ahead(Force::MustNot, at..at + 1));
        }
        if self.starts_clause(at)
            && let Some((force, end)) = self.opener(at)
        {
            return Some(Mark::ahead(force, at..end));
        }
        self.of_person(at)
            .or_else(|| self.of_judgement(at))
            .or_else(|| self.of_experts(at))
            .or_else(|| self.behind(at))
    }

    /// What a clause starts with: a ban, an order to leave off, "feel free to".
    fn opener(&self, at: usize) -> Option<Told> {
        let (first, second) = (self.word(at), self.word(at + 1));
        let denied = match (first, second) {
            ("do" | "try", "not") => Some(at + 2),
            ("don't" | "never", _) => Some(at + 1),
            _ => None,
        };
        if let Some(verb) = denied {
            return self.denied(verb);
        }
        if let Some(end) = self.leaves_off(at) {
            return (!self.is_limit(end)).then_some((Force::MustNot, end));
        }
        match (first, second) {
            // "Cut grapefruit out of your diet".
            ("cut", _)
                if (at + 2..at + 8)
                    .any(|at| self.word(at) == "out" && self.word(at + 1) == "of") =>
            {
                Some((Force::MustNot, at + 1))
            }
            ("feel", "free") if self.word(at + 2) == "to" => Some((Force::May, at + 3)),
            ("go", "ahead") => Some((Force::May, at + 3)),
            ("no", "need") => self.no_need(at),
            ("no", "reason") => self.no_reason(at),
            ("remember" | "aim" | "try" | "continue" | "best" | "better", "to") => {
                Some(self.flipped(Force::Must, at + 2))
            }
            ("best" | "better", "not") => Some(self.flipped(
                Force::MustNot,
                at + 2 + usize::from(self.word(at + 2) == "to"),
            )),
            ("carry", "on") => Some((Force::Must, at + 2)),
            ("back", "at" | "to" | "in" | "on" | "behind") => Some((Force::May, at + 2)),
            ("nothing", _)
                if !matches!(second, "to" | "else" | "is" | "can" | "will" | "more")
                    && self.tokens.len() <= 12 =>
            {
                Some((Force::MustNot, at + 1))
            }
            ("make" | "be", "sure") if self.word(at + 2) == "you" || self.word(at + 2) == "to" => {
                let not = matches!(self.word(at + 3), "don't") || self.is(at + 3, &["do", "not"]);
                (!not).then(|| self.flipped(Force::Must, at + 3))
            }
            ("no", _) if at == 0 && self.tokens.len() <= 8 || self.is_known(at + 1) => {
                Some((Force::MustNot, at + 1))
            }
            _ => None,
        }
    }

    /// After "do not": what is banned, or, where leaving off is, asked for.
    fn denied(&self, verb: usize) -> Option<Told> {
        let verb = verb + usize::from(self.word(verb) == "to");
        let verb = if self.word(verb) == "try" && self.word(verb + 1) == "to" {
            verb + 2
        } else {
            verb
        };
        match self.word(verb) {
            "need" => Some((
                Force::NeedNot,
                verb + 1 + usize::from(self.word(verb + 1) == "to"),
            )),
            "have" if self.word(verb + 1) != "to" => Some((Force::MustNot, verb + 1)),
            "have" => Some(self.flipped(Force::NeedNot, verb + 2)),
            "forget" if self.word(verb + 1) == "to" => Some(self.flipped(Force::Must, verb + 2)),
            "let" | "allow" => Some((Force::MustNot, verb + 1)),
            // "Do not work for 2 weeks"; "these do not work for colds".
            "work" if verb <= 2 && self.is_number(verb + 2) => Some((Force::MustNot, verb)),
            word if is_idle(word) => None,
            "recommend" | "advise" | "suggest" => Some((Force::MustNot, verb + 1)),
            _ => Some(self.flipped(Force::MustNot, verb)),
        }
    }

    fn is_number(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(|c: char| c.is_ascii_digit()) || number_words::value(word).is_some()
    }

    /// A force, turned where what follows is to leave something off.
    fn flipped(&self, force: Force, at: usize) -> Told {
        let at = self.skip(at);
        match self.leaves_off(at) {
            Some(end) => (force.turned(), end),
            None => (force, at),
        }
    }

    /// The word after words at `at` that say to leave something off.
    fn leaves_off(&self, at: usize) -> Option<usize> {
        let (second, third) = (self.word(at + 1), self.word(at + 2));
        match (self.word(at), second) {
            (
                "avoid" | "avoiding" | "skip" | "skipping" | "quit" | "quitting" | "miss" | "stop"
                | "stopping",
                "taking" | "using" | "having",
            )
            | ("refrain", "from")
            | ("cut", "out")
            | ("leave", "out" | "off")
            | ("give" | "giving", "up")
            | ("hold" | "put" | "stay" | "keep" | "staying" | "keeping", "off") => Some(at + 2),
            (
                "avoid" | "avoiding" | "skip" | "skipping" | "quit" | "quitting" | "stop"
                | "stopping" | "omit",
                _,
            ) => Some(at + 1),
            (
                "stay" | "keep" | "staying" | "keeping" | "steer" | "steering",
                "away" | "clear" | "out",
            ) if matches!(third, "from" | "of") => Some(at + 3),
            _ => None,
        }
    }

    fn is_limit(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "if" | "when" | "unless" | "as" | "until" | "and" | "once" | ""
        )
    }

    /// "No need to", "no need for".
    fn no_need(&self, at: usize) -> Option<Told> {
        matches!(self.word(at + 2), "to" | "for").then(|| self.flipped(Force::NeedNot, at + 3))
    }

    /// "No reason not to", "no reason to avoid".
    fn no_reason(&self, at: usize) -> Option<Told> {
        if self.is(at + 2, &["not", "to"]) {
            return Some((Force::May, at + 4));
        }
        if self.is(at + 2, &["why", "you"])
            && matches!(self.word(at + 4), "can't" | "cannot" | "shouldn't")
        {
            return Some((Force::May, at + 5));
        }
        let end = (self.word(at + 2) == "to")
            .then(|| self.leaves_off(at + 3))
            .flatten()?;
        Some((Force::May, end))
    }
}
