//! Things and actions that a sentence calls good or bad: "Ibuprofen is a good choice for a headache", "swimming is fine".

use super::clause::Reader;
use super::{Deed, Instruction, Manner, stems};
use crate::facts::words::Stem;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use std::ops::Range;

/// So many words may stand between a thing and what it is called.
const REACH: usize = 4;
/// So many words may name the thing.
const NAME_WORDS: usize = 4;

/// Whether a sentence may call what it opens with good or bad.
pub(super) fn may_judge(tokens: &Tokens) -> bool {
    let is = (1..=NAME_WORDS).find(|at| matches!(tokens.word(*at), "is" | "are"));
    is.is_some_and(|is| (is + 1..is + 1 + REACH).any(|at| is_judgement(tokens, at)))
}

/// Whether word `at` calls something good or bad to use.
fn is_judgement(tokens: &Tokens, at: usize) -> bool {
    match tokens.word(at) {
        "good" | "safe" | "better" | "best" if is_noun_of_judgement(tokens, at + 1) => true,
        "fine" | "ok" | "okay" | "allowed" | "forbidden" | "banned" | "permitted" | "harmless" => {
            true
        }
        "safe" => !matches!(tokens.word(at + 1), "and" | "to" | "or"),
        _ => false,
    }
}

fn is_noun_of_judgement(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.word(at), "choice" | "option" | "painkiller" | "idea")
}

impl Reader<'_, '_> {
    /// The instruction that a sentence gives by calling the one thing or action that it opens with good or bad.
    pub(super) fn judged(&self, start: usize) -> Option<Instruction> {
        if self.scope.is_denied {
            return None;
        }
        let is =
            (start + 1..=start + NAME_WORDS).find(|at| matches!(self.word(*at), "is" | "are"))?;
        let (action, object) = self.judged_thing(start..is)?;
        let called = (is + 1..is + 1 + REACH).find(|at| is_judgement(self.tokens, *at))?;
        let between = is + 1..called;
        let is_forbidden = matches!(self.word(called), "forbidden" | "banned" | "unsafe");
        let is_positive = !between.clone().any(|at| self.word(at) == "not") && !is_forbidden;
        let is_plain = between
            .into_iter()
            .all(|at| matches!(self.word(at), "a" | "the" | "also" | "not"));
        let mut condition = self.scope.condition.clone();
        condition.extend(self.opening.iter().cloned());
        let end = called + 1 + usize::from(is_noun_of_judgement(self.tokens, called + 1));
        // "Ice is fine in a drink", but not on a burn.
        if matches!(self.word(end), "in" | "on" | "inside" | "under") {
            return None;
        }
        let limits = self.limits(end, is_positive);
        let is_limited = !limits.condition.is_empty();
        condition.extend(limits.condition);
        condition.sort_unstable();
        condition.dedup();
        Some(Instruction {
            sentence: self.index,
            span: self.facts.span_of(self.index, start..end),
            is_positive,
            deed: Deed::Act { action, object },
            narrowing: Vec::new(),
            is_limited,
            condition,
            window: limits.window,
            manner: Manner::of(self.is_plain && is_plain),
        })
    }

    /// What is judged: an action ("swimming"), a medicine, or a thing of one or two words ("a heat pad").
    fn judged_thing(&self, words: Range<usize>) -> Option<(Stem, Vec<Stem>)> {
        let first = words.start;
        if self.word(first).ends_with("ing") {
            let (verb, action) = self.verb(first)?;
            let object = stems(self.facts, self.index, verb.end..words.end);
            return (action != "use" || !object.is_empty()).then_some((action, object));
        }
        let is_parted = words.clone().any(|at| {
            matches!(
                self.word(at),
                "of" | "in"
                    | "for"
                    | "with"
                    | "you"
                    | "it"
                    | "this"
                    | "that"
                    | "or"
                    | "and"
                    | "there"
                    | "which"
            )
        });
        let medicines = self.facts.hits_in(Table::Medicine, self.index);
        let is_one = medicines.len() <= 1;
        let mut object = stems(self.facts, self.index, words);
        if object.len() > 1 {
            object.retain(|stem| !super::words::holds(stem));
        }
        (!is_parted && is_one && matches!(object.len(), 1 | 2))
            .then(|| (Stem::new_static("use"), object))
    }
}
