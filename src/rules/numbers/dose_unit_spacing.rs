//! Doses with and without a space before the unit.

use crate::config::profile::UnitSpacing;
use crate::facts::{Facts, Quantity, Unit};
use crate::lexicon::token::folded;
use crate::rules::prelude::*;

rule! {
    /// A dose has no space before the unit where the profile asks for one, or has one where it asks for none.
    ///
    /// ## Why it matters
    /// The same dose should look the same everywhere, so that readers who compare two places see one dose and not two.
    ///
    /// The standards disagree, and the profile decides: `us` asks for "10 mg", since ISMP has seen "10mg" read as a tenfold
    /// dose; `nhs` asks for "10mg", as the NHS writes; `neutral` asks for one form throughout, and the rarer one is to go. A
    /// team sets another with `unit-spacing` under `[standards]` in `facetdoc.toml`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Pain tablets
    ///
    /// Take 10mg in the morning and 5 mg at night. Never take more than 20 mg a day.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// region: IE
    /// ---
    /// # Pain tablets
    ///
    /// Take 10mg in the morning and 5 mg at night. Never take more than 20mg a day.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Pain tablets
    ///
    /// Take 10 mg in the morning and 5 mg at night. Do not drive for 2 hours.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// region: GB
    /// ---
    /// # Pain tablets
    ///
    /// Take 10mg in the morning and 5mg at night, or a 5-mg tablet.
    /// ```
    RULE {
        name: "dose-unit-spacing", severity: Info, since: "0.1.0",
        standard: "ISMP and the NHS numbers page, which disagree",
        summary: "a dose is not spaced from its unit as the profile asks",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let doses = facts
        .quantities()
        .iter()
        .filter(|found| found.unit.is_dose());
    let written: Vec<(Span, bool)> = doses.filter_map(|found| spacing(facts, found)).collect();
    let spaced = written.iter().filter(|(_, is_spaced)| *is_spaced).count();
    let (wants_space, why) = match cx.settings.profile.unit_spacing {
        UnitSpacing::Spaced => (true, "this profile asks for a space (ISMP)"),
        UnitSpacing::Joined => (false, "this profile asks for no space (NHS)"),
        UnitSpacing::Consistent if spaced * 2 >= written.len() => {
            (true, "most doses here have a space")
        }
        UnitSpacing::Consistent => (false, "most doses here have no space"),
    };
    let mut odd = written
        .iter()
        .filter(|(_, is_spaced)| *is_spaced != wants_space)
        .map(|(span, _)| *span);
    let Some(first) = odd.next() else {
        return;
    };
    let rest: Vec<Span> = odd.collect();
    let source = &cx.article.source;
    let with = if wants_space { "no space" } else { "a space" };
    let finding = findings
        .report(
            first,
            format!(
                "\"{}\" has {with} before the unit; {why}",
                source.slice(first)
            ),
        )
        .help("Write every dose in one way, so that the same dose looks the same everywhere.");
    for span in &rest {
        finding.label(*span, "so has this one");
    }
    let edits = std::iter::once(first).chain(rest);
    let edits = edits.map(|span| respaced(source.slice(span), span, wants_space));
    finding.fix(Fix {
        title: "write every dose in one way".to_owned(),
        edits: edits.collect(),
        safety: Safety::NeedsReview,
    });
}

/// Where a dose with a unit's symbol stands, from its last number on, and whether it has a space before the symbol.
fn spacing(facts: &Facts<'_>, found: &Quantity) -> Option<(Span, bool)> {
    let last = found.words.end.checked_sub(1)?;
    let text = facts.text_of(found.sentence, last..last + 1);
    let symbol = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    if !is_symbol(symbol) {
        return None;
    }
    if symbol.len() < text.len() {
        return Some((facts.span_of(found.sentence, last..last + 1), false));
    }
    let before = last
        .checked_sub(1)
        .filter(|before| *before >= found.words.start)?;
    let both = facts.text_of(found.sentence, before..last + 1);
    let gap = both.strip_suffix(symbol)?;
    let is_spaced = gap.ends_with([' ', '\u{a0}', '\u{202f}']);
    is_spaced.then(|| (facts.span_of(found.sentence, before..last + 1), true))
}

/// The longest symbol: "mcg". Longer units are words, which always have a space.
const MOST_LETTERS: usize = 3;

fn is_symbol(written: &str) -> bool {
    written.chars().count() <= MOST_LETTERS
        && Unit::from_word(&folded(written)).is_some_and(Unit::is_dose)
}

/// The edit that gives a dose a space before its unit, or takes it away.
fn respaced(text: &str, span: Span, wants_space: bool) -> Edit {
    let number = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(number).unwrap_or((text, ""));
    let unit = unit.trim_start_matches("&nbsp;").trim_start();
    let space = if wants_space { " " } else { "" };
    Edit {
        span,
        text: format!("{number}{space}{unit}"),
    }
}
