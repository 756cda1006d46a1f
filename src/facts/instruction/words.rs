//! Small words that tell how an instruction is meant.

use crate::lexicon::{Tokens, WordTable, words};

/// Words that open a condition, a time or a reason.
pub(super) fn is_limiting(word: &str) -> bool {
    const WORDS: &WordTable = words![
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
    WORDS.has(word)
}

/// Words that may stand before a verb and change nothing.
pub(super) fn is_adverb(word: &str) -> bool {
    const WORDS: &WordTable = words![
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
    WORDS.has(word)
}

/// After "do not" these ask for nothing to be left off: "do not just rest", "do not wait to call".
pub(super) fn is_waiting(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "be", "even", "forget", "hesitate", "just", "only", "simply", "wait", "worry",
    ];
    WORDS.has(word)
}

/// Words before which "rest" and "exercise" are nouns.
pub(super) fn is_noun_before(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "and", "are", "can", "does", "has", "have", "help", "helps", "is", "makes", "may", "of",
        "or", "should", "that", "was", "which", "will",
    ];
    WORDS.has(word)
}

/// Words after which "you can" only describes: "activities you can do".
pub(super) fn is_dependent(word: &str) -> bool {
    const WORDS: &WordTable = words![
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
    WORDS.has(word)
}

/// Words that end an object.
pub(super) fn ends_object(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "and", "are", "as", "but", "by", "is", "or", "than", "that", "to", "which", "who",
    ];
    WORDS.has(word)
}

/// Words that open a phrase that narrows an object: "on a long flight".
pub(super) fn is_preposition(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "against", "around", "at", "from", "in", "inside", "into", "near", "on", "onto", "over",
        "through", "under", "with",
    ];
    WORDS.has(word)
}

/// Words of an object that tell it from no other.
pub(super) fn is_filler(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "again", "daily", "day", "down", "enough", "gentle", "home", "later", "little", "lots",
        "new", "next", "normal", "not", "off", "once", "out", "plenty", "small", "soon", "times",
        "today", "tomorrow", "tonight", "twice", "up", "usual", "whole", "yourself",
    ];
    WORDS.has(word)
}

/// What something is done after.
pub(super) fn is_event(word: &str) -> bool {
    const WORDS: &WordTable = words![
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
    WORDS.has(word)
}

/// Words that turn an instruction round.
pub(super) fn denies(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "avoid", "don't", "never", "no", "not", "rather", "stop", "than", "without",
    ];
    WORDS.has(word)
}

/// Words that make an order of what follows.
pub(super) fn tells(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "always", "and", "avoid", "best", "can", "do", "don't", "give", "must", "need", "never",
        "not", "perform", "please", "practice", "practise", "should", "take", "to", "try", "use",
    ];
    WORDS.has(word)
}

/// Words that make a description of what follows.
pub(super) fn is_of_others(word: &str) -> bool {
    const WORDS: &WordTable = words!["because", "if", "may", "might", "was", "were", "when"];
    WORDS.has(word)
}

/// Words that open no order, though a table has them.
pub(super) fn opens_no_order(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "back", "bed", "best", "better", "flexion", "mckenzie", "on", "spinal", "toe", "up",
        "with", "without",
    ];
    WORDS.has(word)
}

/// Words that make less than an order of a sentence.
fn softens(word: &str) -> bool {
    const WORDS: &WordTable = words![
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
    WORDS.has(word)
}

/// Stems of what something comes in.
pub(super) fn holds(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "bottl", "capsul", "dos", "drink", "food", "medicin", "pack", "pad", "pill", "product",
        "tablet",
    ];
    WORDS.has(word)
}

/// Whether no word of the sentence makes less than an order of it.
pub(super) fn is_plain(tokens: &Tokens) -> bool {
    // "You may take it with food" allows it.
    let allows = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
        tokens.word(at) == "may"
            && before == "you"
            && matches!(
                tokens.word(at + 1),
                "take"
                    | "use"
                    | "eat"
                    | "drink"
                    | "drive"
                    | "swim"
                    | "shower"
                    | "bathe"
                    | "return"
                    | "go"
            )
    };
    // "As often as you can" is an order.
    let is_much = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
        tokens.word(at) == "often" && before == "as"
    };
    !(0..tokens.len()).any(|at| softens(tokens.word(at)) && !allows(at) && !is_much(at))
}

/// Whether a sentence neither limits what it says nor sends the reader to ask.
pub(super) fn is_unlimited(tokens: &Tokens) -> bool {
    const WORDS: &WordTable = words![
        "antes",
        "ask",
        "avoid",
        "but",
        "carefully",
        "check",
        "consulte",
        "cuando",
        "despues",
        "doctor",
        "durante",
        "except",
        "excepto",
        "first",
        "gently",
        "gp",
        "hasta",
        "later",
        "medico",
        "mientras",
        "no",
        "not",
        "nurse",
        "only",
        "pero",
        "pharmacist",
        "pregunte",
        "salvo",
        "slowly",
        "solo",
        "soon",
        "surgeon",
        "talk",
        "team",
        "tell",
        "until",
        "wait",
        "when",
        "while",
        "within",
        "without",
    ];
    is_plain(tokens)
        && (1..tokens.len()).all(|at| {
            let word = tokens.word(at);
            !WORDS.has(word) && !is_limiting(word) && word != "si"
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand_in_their_list() {
        assert!(is_limiting("after") && is_limiting("without") && !is_limiting("and"));
        assert!(denies("don't") && denies("without") && !denies("do"));
        assert!(holds("bottl") && holds("tablet"));
    }
}
