//! The words by which a clause advises.

use crate::facts::stance::Force;
use crate::lexicon::{WordTable, words};

/// Words that may stand between the words of a mark and change nothing.
pub(super) fn is_adverb(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "absolutely",
        "also",
        "always",
        "certainly",
        "completely",
        "definitely",
        "entirely",
        "ever",
        "fully",
        "generally",
        "gently",
        "just",
        "normally",
        "now",
        "perfectly",
        "probably",
        "quite",
        "really",
        "safely",
        "simply",
        "still",
        "strongly",
        "then",
        "therefore",
        "totally",
        "usually",
        "very",
    ];
    WORDS.has(word)
}

/// People of whom an article says what they may do.
pub(super) fn is_person(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "adults",
        "anyone",
        "babies",
        "baby",
        "child",
        "children",
        "everyone",
        "he",
        "kids",
        "men",
        "parents",
        "patients",
        "people",
        "she",
        "teenagers",
        "they",
        "toddlers",
        "we",
        "women",
        "you",
    ];
    WORDS.has(word)
}

/// Words after which "you can" only describes.
pub(super) fn is_dependent(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "activities",
        "anything",
        "as",
        "before",
        "everything",
        "foods",
        "how",
        "if",
        "once",
        "than",
        "that",
        "things",
        "unless",
        "until",
        "what",
        "whatever",
        "when",
        "whenever",
        "where",
        "whether",
        "which",
        "while",
        "who",
    ];
    WORDS.has(word)
}

/// Verbs after "you may" that tell what happens.
pub(super) fn happens(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "become",
        "be",
        "begin",
        "choose",
        "decide",
        "develop",
        "expect",
        "experience",
        "feel",
        "find",
        "forget",
        "hear",
        "know",
        "like",
        "look",
        "lose",
        "need",
        "notice",
        "prefer",
        "see",
        "seem",
        "suffer",
        "think",
        "tell",
        "want",
        "wish",
        "wonder",
        "worry",
        "help",
        "improve",
        "reduce",
        "lower",
        "prevent",
        "get",
        "catch",
        "pass",
        "spread",
        "call",
        "ask",
        "contact",
        "speak",
        "talk",
        "ring",
        "phone",
        "request",
    ];
    WORDS.has(word)
}

/// Verbs after "do not" that ask for nothing to be left off.
pub(super) fn is_idle(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "assume", "be", "delay", "even", "expect", "feel", "hesitate", "ignore", "just", "know",
        "mind", "only", "panic", "rely", "simply", "wait", "worry", "think", "always", "usually",
        "have", "cause", "contain", "affect", "work", "help", "seem", "appear", "show", "get",
    ];
    WORDS.has(word)
}

fn allows(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "acceptable",
        "allowed",
        "alright",
        "fine",
        "harmless",
        "ok",
        "okay",
        "permitted",
        "safe",
        "suitable",
        "welcome",
    ];
    WORDS.has(word)
}

fn asks(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "advisable",
        "advised",
        "best",
        "better",
        "crucial",
        "encouraged",
        "essential",
        "important",
        "recommended",
        "sensible",
        "vital",
        "wise",
    ];
    WORDS.has(word)
}

fn forbids(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "banned",
        "dangerous",
        "discouraged",
        "forbidden",
        "harmful",
        "prohibited",
        "risky",
        "unsafe",
        "unsuitable",
        "unwise",
    ];
    WORDS.has(word)
}

fn is_needed(word: &str) -> bool {
    matches!(
        word,
        "needed" | "necessary" | "required" | "compulsory" | "mandatory"
    )
}

/// Participles that do not end in "ed".
pub(super) fn is_participle(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "cut", "done", "driven", "drunk", "eaten", "fed", "given", "held", "kept", "lifted", "put",
        "ridden", "taken", "torn", "worn",
    ];
    WORDS.has(word)
}

/// How an article stands to what it calls by `word`: "safe", "needed", "harmful"; `is_denied` where it says that it is not.
pub(super) fn judgement(word: &str, is_denied: bool) -> Option<Force> {
    let is_important = matches!(word, "essential" | "vital" | "crucial" | "important");
    // "Not essential" is "not needed".
    if is_denied && (is_important || is_needed(word)) {
        return Some(Force::NeedNot);
    }
    let force = if allows(word) {
        Force::May
    } else if asks(word) || is_needed(word) {
        Force::Must
    } else if forbids(word) {
        Force::MustNot
    } else {
        return None;
    };
    Some(if is_denied { denied(force) } else { force })
}

/// What "not" makes of a judgement: what is not harmful may be done, what is not safe is forbidden.
pub(super) fn denied(force: Force) -> Force {
    match force {
        Force::MustNot => Force::May,
        Force::Must | Force::May | Force::NeedNot => Force::MustNot,
    }
}
