//! Ways that exclude each other, such as rest and movement.

use super::scope::{Scope, Scopes};
use super::words::{denies, is_of_others, is_plain, opens_no_order, tells};
use super::{DENIED, Deed, Instruction, Manner, Pair, has_denial, stems};
use crate::facts::alike::StemTable;
use crate::facts::words::ContentWords;
use crate::facts::words::Stem;
use crate::facts::{Facts, QuantityKind};
use crate::lexicon::phrases::Table;
use std::ops::Range;

/// The tables of the ways, each with its pair and whether it is the first of the two.
pub(super) const WAYS: &[(Table, Pair, bool)] = &[
    (Table::WayRest, Pair::Rest, true),
    (Table::WayMove, Pair::Rest, false),
    (Table::WayWithFood, Pair::Food, true),
    (Table::WayFasting, Pair::Food, false),
    (Table::WayWhole, Pair::Whole, true),
    (Table::WayCrush, Pair::Whole, false),
    (Table::WayHeadBack, Pair::HeadBack, true),
    (Table::WayLeanForward, Pair::HeadBack, false),
    (Table::WayFinish, Pair::Finish, true),
    (Table::WayStopBetter, Pair::Finish, false),
    (Table::WayDouble, Pair::Double, true),
    (Table::WayFast, Pair::Fast, true),
    (Table::WayNoFast, Pair::Fast, false),
    (Table::WayBendBack, Pair::BendBack, true),
    (Table::WayBendForward, Pair::BendForward, true),
];

/// The ways that a sentence tells the reader to go.
pub(super) fn ways(
    facts: &Facts<'_>,
    index: usize,
    scope: &Scope,
    scopes: &Scopes,
    found: &mut Vec<Instruction>,
) {
    let tokens = facts.tokens_of(index);
    for (table, pair, is_first) in WAYS {
        let Some(hit) = facts.hits_in(*table, index).first() else {
            continue;
        };
        // "Do not eat before the test" and "no need to fast" carry their "not" themselves.
        let ordered = match pair {
            // What is said of one form does not hold of another.
            Pair::Whole if !facts.hits(Table::WayForms).is_empty() => None,
            Pair::Double if !is_plain(tokens) => None,
            Pair::Fast if is_for_some(facts, index) => None,
            Pair::Fast => (!facts.sentence(index).is_question()).then_some(false),
            _ => is_ordered(facts, index, hit.words.start, scope),
        };
        let Some(denied) = ordered else {
            continue;
        };
        let mut object = Vec::new();
        if *pair == Pair::Food {
            let uses = facts.hits_in(Table::UseVerbs, index).iter();
            let verb = uses
                .map(|verb| verb.words.end)
                .rfind(|end| *end < hit.words.end);
            let words = verb.map_or(0..0, |end| end..hit.words.end);
            object = stems(facts, index, words);
            object.retain(|stem| !is_of_meal(stem) && !scopes.is_subject(stem));
        }
        if *pair == Pair::Whole {
            object = stems(facts, index, hit.words.clone());
            object.retain(|stem| !tells_whole(stem) && !scopes.is_subject(stem));
        }
        let mut condition = scope.condition.clone();
        let own = condition_near(facts, index, hit.words.end, scopes);
        let is_always = matches!(pair, Pair::Finish | Pair::Fast | Pair::Double);
        let is_limited = !own.is_empty() && !is_always;
        if is_always {
            condition.clear();
        } else {
            condition.extend(own);
        }
        condition.sort_unstable();
        condition.dedup();
        found.push(Instruction {
            sentence: index,
            span: facts.span_of(index, hit.words.clone()),
            is_positive: *is_first != denied,
            deed: Deed::Way {
                pair: *pair,
                object,
            },
            narrowing: match pair {
                Pair::Finish => finished(facts, index, hit.words.clone()),
                _ => Vec::new(),
            },
            condition,
            is_limited,
            window: None,
            manner: Manner::of(is_plain(tokens)),
        });
    }
}

/// Whether a sentence names a case or what something is for: "do not eat before a sugar test", "for a blood count".
fn is_for_some(facts: &Facts<'_>, index: usize) -> bool {
    let tokens = facts.tokens_of(index);
    (0..tokens.len()).any(|at| match tokens.word(at) {
        "if" | "when" | "unless" | "depends" | "some" => true,
        "for" => !is_length(facts, index, at + 1),
        _ => false,
    })
}

/// Whether a length of time stands at word `at`, or after small words there: "10 minutes", "at least a week".
fn is_length(facts: &Facts<'_>, index: usize, at: usize) -> bool {
    let tokens = facts.tokens_of(index);
    let is_small = |at: &usize| {
        matches!(
            tokens.word(*at),
            "at" | "least"
                | "about"
                | "around"
                | "the"
                | "up"
                | "to"
                | "next"
                | "first"
                | "another"
        )
    };
    let start = (at..at + 4).find(|at| !is_small(at)).unwrap_or(at);
    let mut times = facts.quantities_at(index, at..start + 1);
    times.any(|time| time.kind == QuantityKind::Duration)
}

/// What is to be finished or stopped, where it has a name of its own: "the steroid cream", not "the tablets".
fn finished(facts: &Facts<'_>, index: usize, words: Range<usize>) -> Vec<Stem> {
    let tokens = facts.tokens_of(index);
    let ends = |at: &usize| {
        matches!(
            tokens.word(*at),
            "when"
                | "once"
                | "if"
                | "as"
                | "even"
                | "also"
                | "every"
                | "each"
                | "for"
                | "after"
                | "until"
                | "though"
        )
    };
    let end = words.clone().find(ends).unwrap_or(words.end);
    let mut named = stems(facts, index, words.start..end);
    named.retain(|stem| !ANY_COURSE.contains(&stem.as_str()));
    named
}

/// Stems that tell no course of a medicine from another.
const ANY_COURSE: &[&str] = &[
    "bottl",
    "capsul",
    "complet",
    "continu",
    "cours",
    "dos",
    "entir",
    "finish",
    "full",
    "giv",
    "giving",
    "keep",
    "medicin",
    "medication",
    "pack",
    "packet",
    "pill",
    "stop",
    "tablet",
    "tak",
    "them",
    "treatment",
    "us",
    "use",
    "using",
    "whol",
];

/// The stems of the condition that a sentence names, unless it is of another order: "with a meal, drink plenty of water, and
/// call us if the problem goes on".
fn condition_near(facts: &Facts<'_>, index: usize, end: usize, scopes: &Scopes) -> Vec<Stem> {
    let (text, tokens) = (facts.sentence(index).text(), facts.tokens_of(index));
    let parts = |at: &usize| {
        tokens.gap_before(text, *at).contains([',', ';'])
            && matches!(tokens.word(*at), "and" | "drink" | "call" | "ask" | "tell")
    };
    let last = (end..tokens.len()).find(parts).unwrap_or(tokens.len());
    let is_of_other = (last..tokens.len())
        .any(|at| matches!(tokens.word(at), "if" | "when" | "unless"))
        && !(0..last).any(|at| matches!(tokens.word(at), "if" | "when" | "unless" | "during"));
    if is_of_other {
        return Vec::new();
    }
    condition_in(facts, index, scopes)
}

/// The stems of the condition that a sentence names, wherever it stands.
pub(super) fn condition_in(facts: &Facts<'_>, index: usize, scopes: &Scopes) -> Vec<Stem> {
    let tokens = facts.tokens_of(index);
    let is_meal = |at: usize| {
        (at + 1..at + 4).any(|next| {
            matches!(
                tokens.word(next),
                "food" | "meal" | "meals" | "eating" | "breakfast"
            )
        })
    };
    let limits = |at: &usize| match tokens.word(*at) {
        // "until it is better" says how long.
        "if" | "when" | "unless" | "during" => true,
        // "for 10 minutes" says how long, not when.
        "for" => !is_length(facts, index, *at + 1),
        "after" | "before" => !is_meal(*at),
        _ => false,
    };
    let first = (0..tokens.len()).find(limits);
    let Some(first) = first else {
        return Vec::new();
    };
    // What it is for comes last: "before the test so that ...".
    let ends = |at: &usize| matches!(tokens.word(*at), "so" | "because" | "since");
    let end = (first + 1..tokens.len()).find(ends).unwrap_or(tokens.len());
    let words = tokens.words_of(first..end);
    let mut stems = ContentWords::of_words(words, facts.lang)
        .different()
        .to_vec();
    stems.retain(|stem| !scopes.is_subject(stem));
    if !stems.is_empty() && has_denial(tokens, first + 1..end) {
        stems.push(DENIED);
    }
    stems
}

/// Whether the words from `at` on are an order: `None` if not, else whether they are denied.
fn is_ordered(facts: &Facts<'_>, index: usize, at: usize, scope: &Scope) -> Option<bool> {
    let text = facts.sentence(index).text();
    let tokens = facts.tokens_of(index);
    if facts.sentence(index).is_question() {
        return None;
    }
    let from = (0..at)
        .rev()
        .find(|back| tokens.gap_before(text, back + 1).contains([',', ';', ':']))
        .map_or(0, |back| back + 1);
    let before = from.max(at.saturating_sub(8))..at;
    let has = |wanted: fn(&str) -> bool| before.clone().any(|at| wanted(tokens.word(at)));
    let denied = has(denies);
    let is_verb = !opens_no_order(tokens.word(at));
    let told = (at == from && is_verb) || scope.is_denied || has(tells);
    let is_about_others = has(is_of_others);
    (told && !is_about_others).then_some(denied || scope.is_denied)
}

/// Stems that say that it is a tablet which is to be swallowed whole or crushed, not which; a capsule is another thing.
pub(super) fn tells_whole(stem: &str) -> bool {
    static WORDS: StemTable = StemTable::new(&[
        "swallow", "tablet", "pill", "whole", "crush", "chew", "always", "never",
    ]);
    static SPANISH: StemTable = StemTable::in_language(
        &[
            "trague",
            "tragar",
            "tragarse",
            "pastilla",
            "comprimido",
            "entera",
            "entero",
            "triture",
            "triturar",
            "machaque",
            "machacar",
            "mastique",
            "masticar",
        ],
        "es",
    );
    WORDS.has(stem) || SPANISH.has(stem)
}

/// Stems that say how a medicine is taken, not which.
fn is_of_meal(stem: &str) -> bool {
    matches!(
        stem,
        "tablet"
            | "medicin"
            | "dos"
            | "capsul"
            | "pill"
            | "whol"
            | "food"
            | "meal"
            | "eat"
            | "empti"
            | "stomach"
            | "befor"
            | "before"
            | "after"
            | "without"
    )
}
