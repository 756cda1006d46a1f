//! Small words that tell how an instruction is meant.

use crate::lexicon::Tokens;
use crate::lexicon::sorted::has;

fn is_one_of(word: &str, sorted: &[&str]) -> bool {
    has(sorted, word)
}

/// Words that open a condition, a time or a reason.
pub(super) fn is_limiting(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "after",
        "although",
        "because",
        "before",
        "during",
        "except",
        "for",
        "if",
        "once",
        "since",
        "so",
        "though",
        "throughout",
        "till",
        "unless",
        "until",
        "when",
        "whenever",
        "where",
        "whether",
        "while",
        "within",
        "without",
    ];
    is_one_of(word, WORDS)
}

/// Words that may stand before a verb and change nothing.
pub(super) fn is_adverb(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "also",
        "always",
        "carefully",
        "ever",
        "first",
        "gently",
        "immediately",
        "instead",
        "lightly",
        "now",
        "please",
        "regularly",
        "safely",
        "slowly",
        "still",
        "then",
        "usually",
    ];
    is_one_of(word, WORDS)
}

/// After "do not" these ask for nothing to be left off: "do not just rest", "do not wait to call".
pub(super) fn is_waiting(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "be", "even", "forget", "hesitate", "just", "only", "simply", "wait", "worry",
    ];
    is_one_of(word, WORDS)
}

/// Words before which "rest" and "exercise" are nouns.
pub(super) fn is_noun_before(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "and", "are", "can", "does", "has", "have", "help", "helps", "is", "makes", "may", "of",
        "or", "should", "that", "was", "which", "will",
    ];
    is_one_of(word, WORDS)
}

/// Words after which "you can" only describes: "activities you can do".
pub(super) fn is_dependent(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "activities",
        "as",
        "foods",
        "how",
        "than",
        "that",
        "things",
        "what",
        "which",
        "who",
        "your",
    ];
    is_one_of(word, WORDS)
}

/// Words that end an object.
pub(super) fn ends_object(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "and", "are", "as", "but", "by", "is", "or", "than", "that", "to", "which", "who",
    ];
    is_one_of(word, WORDS)
}

/// Words that open a phrase that narrows an object: "on a long flight".
pub(super) fn is_preposition(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "against", "around", "at", "from", "in", "inside", "into", "near", "on", "onto", "over",
        "through", "under", "with",
    ];
    is_one_of(word, WORDS)
}

/// Words of an object that tell it from no other.
pub(super) fn is_filler(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "again", "daily", "day", "down", "enough", "gentle", "home", "later", "little", "lots",
        "new", "next", "normal", "not", "off", "once", "out", "plenty", "small", "soon", "times",
        "today", "tomorrow", "tonight", "twice", "up", "usual", "whole", "yourself",
    ];
    is_one_of(word, WORDS)
}

/// What something is done after.
pub(super) fn is_event(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "anaesthetic",
        "anesthetic",
        "block",
        "injection",
        "operation",
        "procedure",
        "scan",
        "sedation",
        "surgery",
        "test",
        "treatment",
    ];
    is_one_of(word, WORDS)
}

/// Words that turn an instruction round.
pub(super) fn denies(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "avoid", "don't", "never", "no", "not", "rather", "stop", "than", "without",
    ];
    is_one_of(word, WORDS)
}

/// Words that make an order of what follows.
pub(super) fn tells(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "always", "and", "avoid", "best", "can", "do", "don't", "give", "must", "need", "never",
        "not", "perform", "please", "practice", "practise", "should", "take", "to", "try", "use",
    ];
    is_one_of(word, WORDS)
}

/// Words that make a description of what follows.
pub(super) fn is_of_others(word: &str) -> bool {
    const WORDS: &[&str] = &["because", "if", "may", "might", "was", "were", "when"];
    is_one_of(word, WORDS)
}

/// Words that open no order, though a table has them.
pub(super) fn opens_no_order(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "back", "bed", "best", "better", "flexion", "mckenzie", "on", "spinal", "toe", "up",
        "with", "without",
    ];
    is_one_of(word, WORDS)
}

/// Words that make less than an order of a sentence.
fn softens(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "although",
        "but",
        "depending",
        "except",
        "however",
        "instead",
        "may",
        "might",
        "most",
        "often",
        "some",
        "sometimes",
        "unless",
        "usually",
    ];
    is_one_of(word, WORDS)
}

/// Stems of what something comes in.
pub(super) fn holds(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "bottl", "capsul", "dos", "drink", "food", "medicin", "pack", "pad", "pill", "product",
        "tablet",
    ];
    is_one_of(word, WORDS)
}

/// Whether no word of the sentence makes less than an order of it.
pub(super) fn is_plain(tokens: &Tokens) -> bool {
    !tokens.words().any(softens)
}

/// A small number.
pub(super) fn number(word: &str) -> Option<u32> {
    match word {
        "a" | "an" | "one" => Some(1),
        "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "six" => Some(6),
        digits => digits.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand_in_their_list() {
        assert!(is_limiting("after") && is_limiting("without") && !is_limiting("and"));
        assert!(denies("don't") && denies("without") && !denies("do"));
        assert!(holds("bottl") && holds("tablet"));
        assert_eq!(number("24"), Some(24));
    }
}
