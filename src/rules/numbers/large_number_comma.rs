//! Large numbers without commas.

use crate::facts::{Facts, Quantity};
use crate::rules::prelude::*;

rule! {
    /// A number of a thousand or more has no comma: "10000 units".
    ///
    /// ## Why it matters
    /// Readers count zeros badly. 10000 and 100000 look alike; 10,000 and 100,000 do not.
    ///
    /// Years, phone numbers, codes and addresses are left alone, and so is everything in the list of sources. All places
    /// are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Walking
    ///
    /// Many people aim for 10000 steps a day.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Walking
    ///
    /// Many people aim for 10,000 steps a day. In 2020 people walked less. Call 0800 555 0100, or write to 4100 Main Street.
    /// ```
    RULE {
        name: "large-number-comma", severity: Info, since: "0.1.0",
        standard: "NHS numbers; ISMP list of error-prone abbreviations 2021",
        summary: "a large number has no comma",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.article.base_lang() != "en" {
        return;
    }
    let mut places: Vec<(Span, String)> = Vec::new();
    for found in cx.facts.quantities() {
        if found.kind.is_measure() && !cx.facts.is_in_role(Role::References, found.span) {
            places.extend(bare(cx.facts, found));
        }
    }
    let mut places = places.into_iter();
    let Some((first, text)) = places.next() else {
        return;
    };
    let written = cx.article.source.slice(first);
    let finding = findings
        .report(
            first,
            format!("\"{written}\" is hard to read without a comma"),
        )
        .help(format!("Write {text}: readers count zeros badly."));
    let mut edits = vec![Edit { span: first, text }];
    for (span, text) in places {
        finding.label(span, format!("write {text}"));
        edits.push(Edit { span, text });
    }
    finding.fix(Fix {
        title: "add the comma".to_owned(),
        edits,
        safety: Safety::NeedsReview,
    });
}

/// The first number of `found` if it lacks its comma, with the number as it should be.
fn bare(facts: &Facts<'_>, found: &Quantity) -> Option<(Span, String)> {
    let word = found.words.start;
    let text = facts.text_of(found.sentence, word..word + 1);
    let is_bare = (4..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_bare || text.starts_with('0') {
        return None;
    }
    // A code or an address stands beside names; an amount has a unit or a plain noun after it.
    let next = facts.text_of(found.sentence, word + 1..word + 2);
    let before = word
        .checked_sub(1)
        .map_or("", |at| facts.text_of(found.sentence, at..word));
    let is_name = |text: &str| text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_amount = found.words.len() > 1 || !found.noun.is_empty();
    let is_named = is_name(next) && found.words.len() == 1 || is_name(before) && word > 1;
    (is_amount && !is_named).then(|| {
        (
            facts.span_of(found.sentence, word..word + 1),
            with_commas(text),
        )
    })
}

fn with_commas(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
