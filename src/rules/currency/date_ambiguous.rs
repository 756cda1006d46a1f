//! Dates that can be read in two ways.

use crate::facts::{Facts, Quantity, QuantityKind};
use crate::rules::prelude::*;

rule! {
    /// A date is written in numbers that can be read as two different days: "03/04/2026".
    ///
    /// ## Why it matters
    /// It is 3 April in one country and March 4 in another. On a handout it may decide whether a person comes on the right
    /// day, or stops a medicine in time.
    ///
    /// A year of two digits is flagged too. Dates such as 2026-04-03 and 23/04/2026 can be read in one way only. Short
    /// names of months are clear to most readers and are left alone; so is the list of sources.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// The prices changed on 03/04/2026.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// The prices changed on 3 April 2026, not on 23/04/2026 or 2026-04-03. Your pressure was 120/80, and 10 - 12 - 14 are even.
    /// ```
    RULE {
        name: "date-ambiguous", severity: Warning, since: "0.1.0",
        standard: "NHS dates (\"6 August 2018\")",
        summary: "a date can be read as two different days",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    for found in facts
        .quantities()
        .iter()
        .filter(|found| found.kind == QuantityKind::Date)
    {
        let Some(reason) = ambiguous(facts, found) else {
            continue;
        };
        if facts.is_in_role(Role::References, found.span) {
            continue;
        }
        let text = facts.quantity_text(found);
        findings
            .report(found.span, format!("\"{text}\" {reason}"))
            .help("Write the month as a word and the year in full, as in \"3 April 2026\" or \"April 3, 2026\".");
    }
}

/// Why a date can be read in two ways.
fn ambiguous(facts: &Facts<'_>, found: &Quantity) -> Option<&'static str> {
    let parts: Vec<&str> = found
        .words
        .clone()
        .map(|word| facts.text_of(found.sentence, word..word + 1))
        .collect();
    let [first, second, year] = parts.as_slice() else {
        return None;
    };
    let number = |text: &str| text.parse::<u32>().ok();
    let (first_number, second_number) = (number(first)?, number(second)?);
    number(year)?;
    if first.len() > 2 {
        return None;
    }
    if year.len() == 2 {
        return Some("has a year of two digits, and can be read as more than one day");
    }
    (first_number <= 12 && second_number <= 12 && first_number != second_number)
        .then_some("is one day in the United States and another elsewhere")
}
