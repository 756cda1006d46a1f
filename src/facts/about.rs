//! What a piece of advice is about: the words of its sentence that name the sign.
//!
//! "Vomiting: call 911" and "if you vomit, call 911" are about vomiting. It knows punctuation and the words that set
//! conditions, not grammar.

use super::Facts;
use crate::lexicon::advice::Frame;
use crate::lexicon::phrases::Table;
use crate::lexicon::{Tokens, verbs};
use std::ops::Range;

/// The words of sentence `index` that `frame`, advice in it, is about; never empty where the sentence is not.
///
/// In order: the condition before the advice, the condition after it, a label that a colon or dash parts from the advice,
/// what stands before it, what stands after it.
pub(super) fn about(facts: &Facts<'_>, index: usize, frame: &Frame) -> Range<usize> {
    let tokens = facts.tokens_of(index);
    let text = facts.sentence(index).text();
    let scope = frame.scope.clone();
    let advice = frame.words.start.max(scope.start);
    let gap_has = |index: usize, marks: &[char]| tokens.gap_before(text, index).contains(marks);
    let label = (scope.start + 1..=advice).find(|index| gap_has(*index, &[':', '–', '—', '→']));
    let condition = scope
        .clone()
        .find(|index| facts.advice.starts_condition(tokens, *index).is_some());
    let found = match condition {
        None if label.is_some() => scope.start..label.unwrap_or(advice),
        Some(at) if at < advice => {
            let last = || {
                (at + 1..=advice)
                    .rev()
                    .find(|index| gap_has(*index, &[',']))
            };
            // "If she has passed out, lay her on her side, and call 911": the orders start at the first of them.
            let is_joined = advice > 0 && matches!(tokens.word(advice - 1), "and" | "then");
            let order = is_joined.then(|| first_order(text, tokens, at + 1..advice));
            let comma = order.flatten().or_else(last);
            without_condition(facts, text, tokens, at..comma.unwrap_or(advice))
        }
        Some(at) => {
            let end = reason(text, tokens, at + 1..scope.end).unwrap_or(scope.end);
            without_condition(facts, text, tokens, at..end)
        }
        None if advice > scope.start => scope.start..sign_end(facts, index, scope.start, advice),
        None if is_taken(tokens, frame) => taken(tokens, frame),
        None => frame.words.end..scope.end,
    };
    if found.is_empty() { scope } else { found }
}

/// Where among `words` the reason for the advice begins: "if you have chest pain, because a heart attack can feel so".
fn reason(text: &str, tokens: &Tokens, mut words: Range<usize>) -> Option<usize> {
    words.find(|at| match tokens.word(*at) {
        "because" | "porque" => true,
        "since" | "as" | "so" | "pues" => tokens.gap_before(text, *at).contains(','),
        "ya" => tokens.word(at + 1) == "que" && tokens.gap_before(text, *at).contains(','),
        _ => false,
    })
}

/// The first of `words` behind a comma with which an order begins.
fn first_order(text: &str, tokens: &Tokens, mut words: Range<usize>) -> Option<usize> {
    words.find(|at| tokens.gap_before(text, *at).contains(',') && verbs::is_order(tokens.word(*at)))
}

/// Where the words before the advice stop naming the sign: "a swollen tongue means that you need an ambulance", "a rash is no
/// cause for concern, and you can tell your nurse".
fn sign_end(facts: &Facts<'_>, index: usize, start: usize, advice: usize) -> usize {
    let signals = facts.hits_in(Table::Signals, index).iter();
    let mut inside = signals.filter(|hit| hit.words.start > start && hit.words.end <= advice);
    let told = inside.next().map_or(advice, |hit| hit.words.start);
    let calm = facts.advice.is_calm(facts.tokens_of(index));
    let calm = calm.filter(|calm| calm.start > start && calm.end <= advice);
    calm.map_or(told, |calm| told.min(calm.start))
}

/// Whether the advice is to take somebody somewhere: "take a child with a burn to the hospital".
fn is_taken(tokens: &Tokens, frame: &Frame) -> bool {
    matches!(
        tokens.word(frame.words.start),
        "take" | "bring" | "get" | "rush" | "lleve" | "traslade"
    ) && tokens
        .words()
        .any(|word| matches!(word, "with" | "con" | "who" | "que"))
}

/// What the one has who is to be taken somewhere.
fn taken(tokens: &Tokens, frame: &Frame) -> Range<usize> {
    let inside = frame.words.clone();
    let has = |index: &usize| matches!(tokens.word(*index), "with" | "con" | "who" | "que");
    let goes = |index: &usize| {
        matches!(
            tokens.word(*index),
            "to" | "straight" | "directly" | "a" | "al"
        )
    };
    let start = inside
        .clone()
        .find(has)
        .map_or(frame.words.end, |at| at + 1);
    let end = (start..inside.end).rev().find(goes).unwrap_or(start);
    let end = if matches!(tokens.word(end.saturating_sub(1)), "straight" | "directly") {
        end.saturating_sub(1)
    } else {
        end
    };
    start..end
}

fn without_condition(
    facts: &Facts<'_>,
    text: &str,
    tokens: &Tokens,
    words: Range<usize>,
) -> Range<usize> {
    let start = facts.advice.starts_condition(tokens, words.start);
    let Some(start) = start.filter(|start| *start < words.end) else {
        return words;
    };
    // "If, after the test, you faint": the time is no sign.
    let is_time = matches!(
        tokens.word(start),
        "after" | "before" | "during" | "following" | "since" | "despues" | "tras" | "durante"
    );
    let is_parted = |at: &usize| tokens.gap_before(text, *at).contains(',');
    let next = (start + 1..words.end).find(is_parted).unwrap_or(words.end);
    let start = if is_time { next } else { start };
    start..words.end
}

/// `words` of a text parted at commas, semicolons and "or"; one part where there is none of them.
pub(super) fn parts(text: &str, tokens: &Tokens, words: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = words.start;
    for index in words.clone() {
        let joins = matches!(tokens.word(index), "or" | "o" | "u");
        let parted = index > start && tokens.gap_before(text, index).contains([',', ';']);
        if joins || parted {
            parts.push(start..index);
            start = if joins { index + 1 } else { index };
        }
    }
    parts.push(start..words.end);
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    /// What the first advice of `text` is about, in parts.
    fn told(text: &str) -> Vec<String> {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let Some(counsel) = facts.counsels().first() else {
            return Vec::new();
        };
        let index = counsel.sentence;
        let (tokens, text) = (&facts.tokens[index], facts.sentences[index].text());
        let parts = parts(text, tokens, &about(&facts, index, &counsel.frame));
        let parts = parts.into_iter().map(|part| &text[tokens.place(part)]);
        parts.map(str::to_owned).collect()
    }

    #[test]
    fn advice_is_about_its_condition_its_label_or_what_stands_beside_it() {
        let cases: &[(&str, &[&str])] = &[
            (
                "Call 911 if you faint or your lips turn blue.",
                &["you faint", "your lips turn blue"],
            ),
            ("If you faint, call 911.", &["you faint"]),
            (
                "If someone has passed out or has a fit, use the spray, stay with them, and call 911.",
                &["someone has passed out", "has a fit"],
            ),
            (
                "If you faint, vomit or have a fit, call 911.",
                &["you faint", "vomit", "have a fit"],
            ),
            (
                "Bleeding that soaks the pad: see your nurse.",
                &["Bleeding that soaks the pad"],
            ),
            (
                "Call 911 if you faint, because a clot can do that.",
                &["you faint"],
            ),
            ("Emergency: call 911 if you faint.", &["you faint"]),
            ("Chest pain needs emergency care.", &["Chest pain"]),
            ("Call 999 for chest pain.", &["for chest pain"]),
            ("Call 999.", &["Call 999"]),
        ];
        for (text, wanted) in cases {
            assert_eq!(told(text), *wanted, "{text}");
        }
    }
}
