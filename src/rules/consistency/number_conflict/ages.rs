//! Ages from which something is offered, and ages at which an illness is usual, in whatever words they are told: "from 50", "on
//! your 60th birthday", "in their thirties".

use crate::facts::Facts;
use crate::facts::claim::ASIDE;
use crate::lexicon::{Tokens, WordTable, number_words, words};
use crate::rules::prelude::*;

/// What an age is told for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// From then on something is offered.
    Offer,
    /// Then an illness is usual.
    Usual,
}

/// An age with its place, in years.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    sentence: usize,
    about: About,
    low: f64,
    high: Option<f64>,
    /// The words that give it.
    words: std::ops::Range<usize>,
}

/// Ages nearer than this agree: "from 12", "at 11 or 12".
const LEAST_APART: f64 = 2.5;

/// Reports ages that cannot both be right, once for each of what ages are told for.
pub(super) fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    is_known: impl Fn((usize, usize)) -> bool,
) {
    let facts = cx.facts;
    let told: Vec<Told> = (0..facts.sentences.len())
        .filter_map(|index| told(facts, index))
        .filter(|told| !facts.is_in_roles(told.sentence, ASIDE))
        .filter(|told| !facts.is_in_roles(told.sentence, &[Role::RedFlags]))
        .collect();
    for about in [About::Offer, About::Usual] {
        let of: Vec<&Told> = told.iter().filter(|one| one.about == about).collect();
        let pairs = of
            .iter()
            .enumerate()
            .flat_map(|(at, one)| of.iter().skip(at + 1).map(move |other| (*one, *other)));
        let apart = { pairs }
            .take(MOST_PAIRS)
            .find(|(one, other)| is_elsewhere(facts, one, other) && is_apart(one, other));
        if let Some((one, other)) =
            apart.filter(|(one, other)| !is_known((one.sentence, other.sentence)))
        {
            let (here, there) = (
                facts.span_of(other.sentence, other.words.clone()),
                facts.span_of(one.sentence, one.words.clone()),
            );
            let (said, before) = (
                cx.article.source.slice(here),
                cx.article.source.slice(there),
            );
            let what = match about {
                About::Offer => "for the age from which it is offered",
                About::Usual => "for the age at which it is usual",
            };
            findings
                .report(
                    here,
                    format!("\"{said}\" here and \"{before}\" elsewhere {what}"),
                )
                .severity(Severity::Warning)
                .label(there, format!("\"{before}\" here"))
                .help(super::help(crate::facts::QuantityKind::Age));
        }
    }
}

/// So many pairs are compared.
const MOST_PAIRS: usize = 200;

fn is_elsewhere(facts: &Facts<'_>, one: &Told, other: &Told) -> bool {
    facts.section_of(one.sentence) != facts.section_of(other.sentence)
}

/// Whether two ages cannot both be right.
fn is_apart(one: &Told, other: &Told) -> bool {
    match one.about {
        About::Offer => (one.low - other.low).abs() >= LEAST_APART,
        About::Usual => match (one.high, other.high) {
            (Some(high), Some(other_high)) => one.low >= other_high || other.low >= high,
            _ => false,
        },
    }
}

/// The one age that a sentence tells, and what for.
fn told(facts: &Facts<'_>, index: usize) -> Option<Told> {
    let tokens = facts.tokens_of(index);
    let text = facts.sentence(index).text();
    let is_told = { tokens.words() }.any(|word| OFFER.has(word) || USUAL.has(word));
    if !is_told || facts.sentence(index).is_question() {
        return None;
    }
    let mut ages = (0..tokens.len()).filter_map(|at| age(tokens, text, at));
    let (words, low, high) = ages.next()?;
    if ages.any(|(other, ..)| other.start >= words.end) {
        return None;
    }
    // "..., and women get it more often than men": another clause.
    let parts = |at: &usize| {
        tokens
            .gap_before(text, *at)
            .contains([',', ';', ':', '(', ')', '–', '—'])
    };
    let start = (1..=words.start).rev().find(parts).unwrap_or(0);
    let end = (words.end..tokens.len())
        .find(parts)
        .unwrap_or(tokens.len());
    let has = |wanted: &WordTable| (start..end).any(|at| wanted.has(tokens.word(at)));
    // "If you are pregnant, ..." limits what follows.
    let is_opened = matches!(
        tokens.word(0),
        "if" | "when" | "unless" | "with" | "for" | "in" | "some" | "after"
    );
    if has(LIMITING) || is_opened && start > 0 {
        return None;
    }
    let about = match (has(OFFER), has(USUAL), high) {
        (true, false, _) => About::Offer,
        (false, true, Some(_)) => About::Usual,
        _ => return None,
    };
    let is_from = about == About::Usual || is_start(tokens, &words) || high.is_some();
    is_from.then_some(Told {
        sentence: index,
        about,
        low,
        high,
        words,
    })
}

/// Words that make it an age of some, or of another dose.
const LIMITING: &WordTable = words![
    "immune",
    "immunosuppressed",
    "risk",
    "pregnant",
    "men",
    "history",
    "diabetes",
    "if",
    "unless",
    "except",
    "may",
    "some",
    "booster",
    "second",
    "third",
    "catch",
    "until",
    "once",
    "also",
    "another",
    "weeks",
    "months",
    "stop",
    "under",
    "less",
    "not",
    "different",
    "private",
    "asthma",
    "severe",
    "later",
    "wales",
    "scotland",
];

/// Words of an offer.
const OFFER: &WordTable = words![
    "eligible",
    "offered",
    "offer",
    "offers",
    "invited",
    "invitation",
    "invitations",
    "invite",
    "sent",
    "kit",
    "recommended",
    "recommend",
    "qualify",
    "routinely",
    "entitled",
];

/// Words of what is usual.
const USUAL: &WordTable = words![
    "mainly",
    "mostly",
    "chiefly",
    "typically",
    "usually",
    "commonest",
    "most",
    "typical",
    "peak",
    "average",
    "often",
];

/// Whether an age is one from which on something holds: "from 50", "turn 50", "60th birthday", "50 and over".
fn is_start(tokens: &Tokens, words: &std::ops::Range<usize>) -> bool {
    let inside = words.clone().any(|at| {
        matches!(
            tokens.word(at),
            "turn" | "turns" | "turning" | "birthday" | "from" | "reach" | "over" | "age" | "aged"
        )
    });
    let behind = matches!(
        (tokens.word(words.end), tokens.word(words.end + 1)),
        ("and" | "or", "over" | "older" | "above" | "up")
    );
    let before = words
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(tokens.word(at), "from" | "over" | "at" | "turn" | "reach"));
    inside || behind || before
}

/// An age that starts at word `at`: its words, and the lowest and the highest year.
fn age(
    tokens: &Tokens,
    text: &str,
    at: usize,
) -> Option<(std::ops::Range<usize>, f64, Option<f64>)> {
    let word = |at: usize| tokens.word(at);
    if matches!(word(at), "turn" | "turns" | "turning" | "reach" | "reaches") {
        let years = years(word(at + 1))?;
        return Some((at..at + 2, years, None));
    }
    if word(at + 1) == "birthday" {
        let digits: String = word(at).chars().take_while(char::is_ascii_digit).collect();
        return Some((at..at + 2, digits.parse().ok()?, None));
    }
    if word(at) == "their" || word(at) == "your" {
        let decade = |word: &str| {
            [
                "tens",
                "",
                "twenties",
                "thirties",
                "forties",
                "fifties",
                "sixties",
                "seventies",
                "eighties",
            ]
            .iter()
            .position(|known| !known.is_empty() && *known == word)
        };
        let first = (at + 1..at + 3).find_map(|at| decade(word(at)).map(|tens| (at, tens)))?;
        let second =
            (first.0 + 1..first.0 + 4).find_map(|at| decade(word(at)).map(|tens| (at, tens)));
        let (last, tens) = second.unwrap_or(first);
        return Some((
            at..last + 1,
            first.1 as f64 * 10.0,
            Some(tens as f64 * 10.0 + 9.0),
        ));
    }
    let lead = match (word(at), word(at + 1), word(at + 2)) {
        ("aged" | "age" | "ages", "of" | "between" | "from", _) => 2,
        ("between", "the", "ages") => 4,
        ("aged" | "age" | "ages" | "between", ..) => 1,
        _ => 0,
    };
    let start = at + lead;
    let low = years(word(start))?;
    let to = matches!(word(start + 1), "to" | "and")
        || matches!(tokens.gap_before(text, start + 1), "-" | "–");
    let next = start + 1 + usize::from(matches!(word(start + 1), "to" | "and"));
    let high = years(word(next)).filter(|high| to && *high > low);
    let end = if high.is_some() { next + 1 } else { start + 1 };
    let is_years = matches!(
        (word(end), word(end + 1)),
        ("years", "old" | "of") | ("year", "olds")
    );
    let is_over = matches!(word(at.wrapping_sub(1)), "over")
        && matches!(word(end), "" | "is" | "are" | "should" | "can");
    (lead > 0 && (lead != 1 || word(at) != "between" || is_years) || is_years || is_over)
        .then_some((at..end, low, high))
}

fn years(word: &str) -> Option<f64> {
    let years = number_words::value(word).or_else(|| word.parse().ok())?;
    (1.0..=100.0).contains(&years).then_some(years)
}
