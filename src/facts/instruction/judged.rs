//! Medicines that a sentence calls good or bad to take: "Ibuprofen is a good choice for a headache."

use super::clause::Reader;
use super::object::for_pain;
use super::{Deed, Instruction, stems};
use crate::facts::words::stem;
use crate::lexicon::phrases::Table;

/// So many words may stand between a medicine and what it is called.
const REACH: usize = 4;

impl Reader<'_, '_> {
    /// The instruction that a sentence gives by calling the one medicine that it opens with a good choice, or none.
    pub(super) fn judged(&self, start: usize) -> Option<Instruction> {
        let medicines = self.facts.hits_in(Table::Medicine, self.index);
        let [medicine] = medicines else { return None };
        let named = &medicine.words;
        if named.start > start + 1 || named.len() != 1 || self.scope.is_denied {
            return None;
        }
        let is = named.end;
        if !matches!(self.word(is), "is" | "are") {
            return None;
        }
        let called = (is + 1..is + 1 + REACH).find(|at| {
            matches!(
                (self.word(*at), self.word(at + 1)),
                (
                    "good" | "safe" | "better" | "best",
                    "choice" | "option" | "painkiller"
                )
            )
        })?;
        let between = is + 1..called;
        let is_positive = !between.clone().any(|at| self.word(at) == "not");
        let is_plain = between
            .into_iter()
            .all(|at| matches!(self.word(at), "a" | "the" | "also" | "not"));
        let limits =
            (called + 2..self.tokens.len()).find(|at| super::words::is_limiting(self.word(*at)));
        let mut condition = self.scope.condition.clone();
        condition.extend(self.opening.iter().cloned());
        if let Some(at) = limits {
            let own = stems(self.facts, self.index, at..self.tokens.len());
            condition.extend(for_pain(self.word(at), own));
        }
        condition.sort_unstable();
        condition.dedup();
        Some(Instruction {
            sentence: self.index,
            span: self.facts.span_of(self.index, named.start..called + 2),
            is_positive,
            deed: Deed::Act {
                action: "use".to_owned(),
                object: vec![stem(self.word(named.start), self.facts.lang)],
            },
            narrowing: Vec::new(),
            is_limited: limits.is_some(),
            condition,
            window: None,
            is_plain: self.is_plain && is_plain,
        })
    }
}
