//! Short numbers that bring no help.

use super::{is_declared, is_elsewhere};
use crate::config::Region;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

/// Short numbers that readers are told to call and that bring no help: known nowhere, or a line for something else.
pub(super) fn unknown(cx: &Context<'_>, regions: &[Region], findings: &mut Findings<'_>) {
    let own = cx.settings.region.emergency_number;
    let mut told: Vec<&str> = Vec::new();
    for hit in cx.facts.hits(Table::Dialling) {
        let Some(at) = short_number(cx, hit.sentence, hit.words.end) else {
            continue;
        };
        let digits = cx.facts.text_of(hit.sentence, at..at + 1);
        let answers = |region: &Region| region.answers(digits) == Some(true);
        let is_line = regions.iter().any(|region| region.has_line(digits));
        let known = cx.facts.hits_in(Table::EmergencyNumber, hit.sentence);
        let is_read = known.iter().any(|hit| hit.words.contains(&at));
        if is_read
            || regions.iter().any(answers)
            || told.contains(&digits)
            || is_elsewhere(cx, hit.sentence)
        {
            continue;
        }
        // Without a region, what answers somewhere may be right.
        let is_known = Region::is_known_number(digits);
        let is_wrong = if is_line {
            is_line && helps(cx, hit.sentence)
        } else {
            !is_known || is_declared(cx)
        };
        if !is_wrong {
            continue;
        }
        told.push(digits);
        let message = if is_line || is_known {
            format!(
                "\"{digits}\" is no number for medical help in the article's region, {}",
                cx.settings.region.code
            )
        } else {
            format!("\"{digits}\" is no emergency or health number that is known")
        };
        let finding = findings.report(cx.facts.span_of(hit.sentence, at..at + 1), message);
        finding.help(match own {
            Some(own) => format!("Readers who dial it reach nobody who can help. In an emergency they call {own}; check the number."),
            None => "Readers who dial it reach nobody who can help. Check the number.".to_owned(),
        });
    }
}

/// Words by which a call is not about health.
const OTHER_HELP: &[&str] = &[
    "police",
    "crime",
    "report",
    "policia",
    "denunciar",
    "power",
    "electricity",
    "relay",
    "housing",
    "food",
    "violence",
    "abuse",
    "violencia",
];

/// Whether a sentence that tells to call a line is about health: none of its words is for what the line is there for.
fn helps(cx: &Context<'_>, sentence: usize) -> bool {
    let tokens = cx.facts.tokens_of(sentence);
    !tokens.words().any(|word| OTHER_HELP.contains(&word))
}

/// The word at or right behind `at`, after "on" or "the number", that is a number of two or three digits to call: what follows is no
/// noun that it counts.
fn short_number(cx: &Context<'_>, sentence: usize, at: usize) -> Option<usize> {
    let tokens = cx.facts.tokens_of(sentence);
    let text = cx.facts.sentence(sentence).text();
    let verb = tokens.word(at.checked_sub(1)?);
    let is_verb = !matches!(
        verb,
        "emergency"
            | "emergencies"
            | "ambulance"
            | "numero"
            | "telefono"
            | "telefonos"
            | "text"
            | "tel"
            | "phone"
            | "telephone"
    );
    let leads = |word: &str| {
        matches!(
            word,
            "on" | "al" | "nhs" | "to" | "the" | "number" | "straight"
        )
    };
    let at = (at..at + 3).find(|at| !leads(tokens.word(*at)))?;
    let word = tokens.word(at);
    let is_short = (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let gap = tokens.gap_before(text, at + 1);
    let next = tokens.word(at + 1);
    let ends = next.is_empty()
        || gap.contains(['.', ',', ';', ')', '!', '?', '\n', ':', '—', '–'])
            && !next.starts_with(|c: char| c.is_ascii_digit());
    let follows = matches!(
        next,
        "now"
            | "today"
            | "if"
            | "for"
            | "or"
            | "and"
            | "right"
            | "immediately"
            | "at"
            | "straight"
            | "when"
            | "as"
            | "first"
            | "ahora"
            | "hoy"
            | "si"
            | "inmediatamente"
            | "ya"
            | "o"
            | "de"
            | "cuando"
            | "en"
    ) && !gap.contains(['/', '-', '.', '%']);
    // "For 24 hours", "at 10 am": a pause or a clock time, not a number to call.
    let is_joined = tokens
        .gap_before(text, at)
        .trim()
        .contains(['/', '-', '.', ':', '$', '£', '+', '(']);
    (is_verb && is_short && !is_joined && (ends || follows)).then_some(at)
}
