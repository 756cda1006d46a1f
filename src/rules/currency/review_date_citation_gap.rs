//! Review dates that do not fit the sources.

use crate::rules::prelude::*;

rule! {
    /// The newest source is younger than the review, much older than it, or from the future.
    ///
    /// ## Why it matters
    /// A source from after the review shows that the text changed and nobody checked it again. A review whose newest source
    /// is many years old may have looked at the spelling only.
    ///
    /// The years of the references and of the front matter's `sources:` are compared with the year of the last review; a
    /// distance of five years is fine. A year to come is reported only where the entry gives no other year.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// reviewed: 2025-05-01
    /// ---
    /// # Back pain
    ///
    /// ## References
    /// - Lee A. Walking and the back. Example Journal. 2012.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// reviewed: 2023-05-01
    /// ---
    /// # Back pain
    ///
    /// ## References
    /// - Lee A. Walking and the back. Example Journal. 2025.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## References
    /// - Lee A. Walking and the back. Example Journal. 2052.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// reviewed: 2025-05-01
    /// ---
    /// # Back pain
    ///
    /// ## References
    /// - Lee A. Walking and the back. Example Journal. 2012.
    /// - Spine society. Goals for 2030. Guideline, 2023.
    /// ```
    RULE {
        name: "review-date-citation-gap", severity: Warning, since: "0.1.0",
        standard: "JAMA currency; PIF TICK 4",
        summary: "the review date and the years of the sources do not fit",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let years = cx.facts.source_years();
    let this_year = cx.today.map(|today| today.year);
    let is_over = |year: i32| this_year.is_none_or(|this| year <= this);
    if let Some((year, span)) = future(&years, &is_over) {
        findings
            .report(span, format!("this source is of {year}, a year to come"))
            .help("A slip of the pen makes readers doubt the rest. Look the year up and mend it.");
    }
    let Some(reviewed) = cx.facts.reviewed() else {
        return;
    };
    let past = years.iter().filter(|(year, _)| is_over(*year));
    let Some((newest, span)) = past.max_by_key(|(year, span)| (*year, std::cmp::Reverse(*span)))
    else {
        return;
    };
    let gap = reviewed.date.year.saturating_sub(*newest);
    let date = reviewed.date.to_iso();
    if gap < 0 {
        findings
            .report(
                reviewed.span,
                format!("reviewed {date}, but a source is of {newest}"),
            )
            .label(*span, "this source is younger than the review")
            .help("The text changed after its review. Have it checked again, then renew the date.");
    } else if gap > cx.settings.limits.source_years {
        findings
            .report(reviewed.span, format!("reviewed {date}, but the newest source is of {newest}"))
            .label(*span, "the newest source")
            .help("Advice may have changed since. Look for newer guidelines, and cite the ones that still hold with the year in which you read them.");
    }
}

/// The first entry all of whose years are to come, with the first of them.
fn future(years: &[(i32, Span)], is_over: &dyn Fn(i32) -> bool) -> Option<(i32, Span)> {
    let mut runs = years.chunk_by(|a, b| a.1 == b.1);
    let run = runs.find(|run| run.iter().all(|(year, _)| !is_over(*year)))?;
    run.first().copied()
}
