//! Words by their part in what a stance is about.

use crate::lexicon::{WordTable, words};

/// Words that open a time, a case or a reason.
pub(super) fn opens(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "after",
        "although",
        "because",
        "before",
        "besides",
        "but",
        "during",
        "even",
        "except",
        "for",
        "if",
        "once",
        "since",
        "so",
        "that",
        "though",
        "throughout",
        "till",
        "unless",
        "until",
        "whatever",
        "when",
        "whenever",
        "where",
        "which",
        "while",
        "who",
        "within",
        "without",
    ];
    WORDS.has(word)
}

/// Words that open a reason or a purpose, which limits nothing.
pub(super) fn is_reason(word: &str) -> bool {
    matches!(
        word,
        "although"
            | "because"
            | "since"
            | "so"
            | "though"
            | "even"
            | "whatever"
            | "which"
            | "that"
            | "who"
            | "where"
            | "but"
    )
}

/// Verbs and other words of a topic that tell it from no other.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.has(word)
}

const FILLERS: &WordTable = words![
    "able",
    "again",
    "ahead",
    "allowed",
    "ok",
    "okay",
    "permitted",
    "safe",
    "fine",
    "amount",
    "amounts",
    "anything",
    "anybody",
    "anyone",
    "apply",
    "applying",
    "available",
    "away",
    "back",
    "become",
    "begin",
    "carry",
    "consume",
    "consuming",
    "continue",
    "continuing",
    "course",
    "daily",
    "day",
    "days",
    "diet",
    "doing",
    "drink",
    "drinking",
    "drinks",
    "eat",
    "eaten",
    "eating",
    "enjoy",
    "enough",
    "everything",
    "everyday",
    "feel",
    "feeling",
    "first",
    "food",
    "foods",
    "form",
    "forms",
    "free",
    "fully",
    "giving",
    "go",
    "hour",
    "hours",
    "idea",
    "item",
    "items",
    "keep",
    "keeping",
    "kind",
    "kinds",
    "later",
    "let",
    "letting",
    "like",
    "long",
    "lots",
    "minute",
    "minutes",
    "moment",
    "month",
    "months",
    "need",
    "neither",
    "new",
    "next",
    "nor",
    "normal",
    "now",
    "occasional",
    "off",
    "on",
    "ordinary",
    "out",
    "own",
    "perform",
    "performing",
    "person",
    "place",
    "please",
    "plenty",
    "point",
    "possible",
    "product",
    "products",
    "put",
    "putting",
    "quickly",
    "regular",
    "restart",
    "restarting",
    "resume",
    "resuming",
    "return",
    "returning",
    "right",
    "safely",
    "same",
    "short",
    "soon",
    "sort",
    "start",
    "started",
    "starting",
    "stay",
    "straight",
    "such",
    "swallow",
    "take",
    "taken",
    "taking",
    "then",
    "thing",
    "things",
    "time",
    "times",
    "today",
    "tomorrow",
    "tonight",
    "try",
    "trying",
    "type",
    "types",
    "up",
    "use",
    "used",
    "using",
    "usual",
    "wear",
    "wearing",
    "week",
    "weeks",
    "well",
    "whole",
    "worn",
    "year",
    "years",
    "yourself",
];

/// Words that make it a matter of how much, or of another one.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(
        word,
        "more"
            | "too"
            | "extra"
            | "than"
            | "another"
            | "only"
            | "less"
            | "other"
            | "double"
            | "both"
            | "instead"
            | "except"
            | "excess"
            | "excessive"
            | "large"
            | "twice"
            | "most"
            | "lot"
            | "much"
            | "rather"
            | "different"
            | "alone"
            | "together"
            | "unless"
            | "over"
            | "limit"
    )
}

/// What the article is about by another name: "after the operation" in one about an operation.
pub(super) fn is_event(word: &str) -> bool {
    const WORDS: &WordTable = words![
        "anaesthetic",
        "anesthetic",
        "appointment",
        "cast",
        "discharge",
        "examination",
        "injection",
        "operation",
        "procedure",
        "recovery",
        "scan",
        "session",
        "surgery",
        "test",
        "treatment",
        "visit",
    ];
    WORDS.has(word)
}
