//! Dates that the front matter and the text give differently, or that cannot be right.

use crate::facts::date::date_in;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

/// Dates of the front matter that the text gives otherwise.
pub(super) fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let meta = &cx.article.meta;
    if let (Some(declared), Some(seen)) = (&meta.reviewed, cx.facts.credits().reviewed)
        && !has_reviewed_label(cx)
        && !agree(seen.date, declared.value)
    {
        mismatch(seen.span, declared, "review date", findings);
    }
    for (declared, table, what) in [
        (&meta.reviewed, Table::ReviewedOn, "review date"),
        (
            &meta.next_review,
            Table::NextReview,
            "date of the next review",
        ),
        (&meta.published, Table::PublishedOn, "date of publication"),
    ] {
        if let Some(declared) = declared {
            date(cx, declared, table, what, findings);
        }
    }
}

/// A review may stand so many months before the day of publication.
const MONTHS_BEFORE: i32 = 6;

/// Dates that cannot be right, whether front matter or text gives them.
pub(super) fn impossible(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(last) = cx.facts.reviewed() else {
        return;
    };
    let iso = last.date.to_iso();
    if cx.today.is_some_and(|today| is_before(today, last.date)) {
        findings
            .report(
                last.span,
                format!("the last review, {iso}, is still to come"),
            )
            .help("Readers take the page for checked. Give the day on which it was reviewed.");
    }
    if let Some(next) = cx.facts.next_review()
        && (is_before(next.date, last.date) || next.date == last.date && next.date.day.is_some())
    {
        let message = format!(
            "the next review, {}, does not come after the last, {iso}",
            next.date.to_iso()
        );
        findings
            .report(next.span, message)
            .label(last.span, format!("last reviewed {iso}"))
            .help(
                "Nobody can tell when the page is to be checked again. Correct one of the dates.",
            );
    }
    let published = cx.article.meta.published.as_ref();
    if let Some(published) = published.filter(|published| {
        let months = |date: Date| date.month.map(|month| date.year * 12 + i32::from(month));
        let (before, after) = (months(last.date), months(published.value));
        match before.zip(after) {
            Some((before, after)) => after - before > MONTHS_BEFORE,
            None => published.value.year - last.date.year > 1,
        }
    }) {
        let message = format!(
            "the last review, {iso}, is long before the article was published, {}",
            published.value.to_iso()
        );
        findings
            .report(last.span, message)
            .label(published.span, "published")
            .help("Readers cannot tell whether the page was checked as it stands. Correct one of the dates.");
    }
}

/// Whether one date is before another as far as both are known.
fn is_before(one: Date, other: Date) -> bool {
    let part =
        |one: Option<u8>, other: Option<u8>| one.zip(other).map(|(one, other)| one.cmp(&other));
    let order = one.year.cmp(&other.year);
    let order = order.then(part(one.month, other.month).unwrap_or(std::cmp::Ordering::Equal));
    let is_month = one.month.is_some() && other.month.is_some();
    let days = part(one.day, other.day).filter(|_| is_month);
    order
        .then(days.unwrap_or(std::cmp::Ordering::Equal))
        .is_lt()
}

fn date(
    cx: &Context<'_>,
    declared: &Located<Date>,
    table: Table,
    what: &str,
    findings: &mut Findings<'_>,
) {
    for hit in cx.facts.hits(table) {
        let Some((seen, span)) = date_after(cx, hit.sentence, hit.words.end) else {
            continue;
        };
        let tokens = cx.facts.tokens_of(hit.sentence);
        if !is_of_source(tokens, hit.words.start) && !agree(seen, declared.value) {
            mismatch(span, declared, what, findings);
            return;
        }
    }
}

/// Whether the words before word `from` name what an article rests on: "the guideline was reviewed in 2023".
fn is_of_source(tokens: &Tokens, from: usize) -> bool {
    (0..from).any(|at| {
        matches!(
            tokens.word(at),
            "guideline"
                | "guidelines"
                | "guidance"
                | "evidence"
                | "study"
                | "studies"
                | "trial"
                | "trials"
                | "report"
                | "recommendation"
                | "recommendations"
                | "law"
                | "licence"
                | "license"
        )
    })
}

fn mismatch(span: Span, declared: &Located<Date>, what: &str, findings: &mut Findings<'_>) {
    findings
        .report(
            span,
            format!("the {what} here is not the one in the front matter"),
        )
        .label(declared.span, declared.value.to_iso())
        .help("Readers cannot tell how old the advice is. Correct one of them.");
}

/// Whether a line such as "Last reviewed: 4 May 2023" gives the date; it is compared by itself.
fn has_reviewed_label(cx: &Context<'_>) -> bool {
    let hits = cx.facts.hits(Table::ReviewedOn).iter();
    let mut dates = hits.map(|hit| date_after(cx, hit.sentence, hit.words.end));
    dates.any(|date| date.is_some())
}

/// Whether two dates are the same as far as both are known.
fn agree(one: Date, other: Date) -> bool {
    let same = |a: Option<u8>, b: Option<u8>| a.is_none() || b.is_none() || a == b;
    one.year == other.year && same(one.month, other.month) && same(one.day, other.day)
}

/// So many words may stand between a label and its date.
const REACH: usize = 6;

/// A date that starts within [`REACH`] words of word `from`, with its place.
fn date_after(cx: &Context<'_>, index: usize, from: usize) -> Option<(Date, Span)> {
    let (sentence, tokens) = (cx.facts.sentence(index), cx.facts.tokens_of(index));
    let end = (from + REACH).min(tokens.len());
    let near = tokens.place(from..end);
    let found = date_in(sentence.text(), near, cx.facts.base_lang())?;
    let start = sentence.range.start;
    let range = start + found.range.start..start + found.range.end;
    Some((found.date, sentence.within.prose.span(range)))
}
