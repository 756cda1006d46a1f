//! Placeholders for numbers: a dose, a time, a telephone.

use super::{Placeholder, PlaceholderKind};
use crate::lexicon::{Tokens, WordTable, words};

/// Words that have a number before them, and words for a number.
const MEASURED: &WordTable = words![
    "mg",
    "mcg",
    "ml",
    "g",
    "units",
    "tablets",
    "tablet",
    "capsule",
    "capsules",
    "puffs",
    "hours",
    "days",
    "weeks",
    "months",
    "minutes",
    "dose",
    "phone",
    "telephone",
    "emergency",
    "comprimidos",
    "comprimido",
    "horas",
    "dias",
    "semanas",
    "meses",
    "minutos",
    "dosis",
    "telefono",
    "emergencias",
];

/// Words that have a number behind them.
const LEADING: &WordTable = words![
    "call", "phone", "ring", "dial", "on", "take", "give", "llame", "tel", "al", "tome",
];

impl Placeholder {
    /// Whether it stands for a dose, a time or a number to call in `text`: such a word is in it or follows it, or a word
    /// like "call" leads to it.
    pub fn stands_for_number(&self, text: &str) -> bool {
        if self.kind == PlaceholderKind::Picture {
            return false;
        }
        let tokens = Tokens::of(text);
        let own = tokens.index_at(self.range.start)..tokens.index_at(self.range.end);
        let is_led = || {
            let last = own.start.checked_sub(1).map(|at| tokens.word(at));
            self.kind == PlaceholderKind::Field && last.is_some_and(|word| LEADING.has(word))
        };
        tokens
            .words_of(own.clone())
            .any(|word| MEASURED.has(word) || word.contains("xxx"))
            || MEASURED.has(tokens.word(own.end)) && !tokens.gap_before(text, own.end).contains('.')
            || is_led()
    }
}

#[cfg(test)]
mod tests {
    use super::super::placeholders;

    #[test]
    fn numbers_are_told_from_names() {
        let stands = |text: &str| {
            let found = placeholders(text, "en");
            found.iter().any(|found| found.stands_for_number(text))
        };
        for text in [
            "Take [XX] mg twice a day.",
            "Call {{ phone }} if it gets worse.",
            "Wait [number] hours.",
            "Ring {{ clinic }} today.",
            "Call 0115 XXX XXXX.",
        ] {
            assert!(stands(text), "{text}");
        }
        for text in [
            "Written by [your name].",
            "{{ clinic }} is open from nine.",
            "TBD",
            "Ask {{ nurse }}. Days differ.",
            "El centro de {{ ciudad }}.",
            "See mg per kg in the table. Written by {{ author }}.",
        ] {
            assert!(!stands(text), "{text}");
        }
    }
}
