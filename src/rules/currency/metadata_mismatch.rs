//! Front matter that says something else than the text.

use crate::article::language;
use crate::facts::words::ContentWords;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The front matter and the text disagree about the title, the author, the reviewer, a date, the readers or the language.
    ///
    /// ## Why it matters
    /// Search engines, handouts and screen readers take the one, readers see the other. A page that says "reviewed 2026" in its
    /// data and "2023" in its text has not been reviewed, or was not updated.
    ///
    /// Titles clash where each has words of its own ("Asthma in adults", "Asthma in children"); a longer form of the same title is
    /// fine. Names clash where no name is shared. Dates are compared as far as both are known.
    ///
    /// Dates that cannot be right are found with and without front matter: a review after today, a next review that is not
    /// after the last, and a last review more than half a year before the article was published.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// title: Asthma in adults
    /// ---
    ///
    /// # Asthma in children
    ///
    /// Asthma makes the airways narrow.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// title: Cataract surgery
    /// reviewed: 2025-02-10
    /// ---
    ///
    /// # Cataract surgery
    ///
    /// Last reviewed: 4 May 2023
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// reviewed: 2023-06-01
    /// ---
    ///
    /// # Cataract surgery
    ///
    /// The lens of your eye is replaced.
    ///
    /// Reviewed by Ana Ruiz, MD, on 5 January 2026.
    /// ```
    ///
    /// ```text,flag
    /// Cataract surgery
    ///
    /// The lens of your eye is replaced.
    ///
    /// Last reviewed: 5 January 2026
    /// Next review: 5 January 2025
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// published: 2025-10-01
    /// reviewed: 2024-01-10
    /// ---
    ///
    /// # Cataract surgery
    ///
    /// The lens of your eye is replaced.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// reviewed: 2199-01-10
    /// ---
    ///
    /// # Cataract surgery
    ///
    /// The lens of your eye is replaced.
    /// ```
    ///
    /// ## Better
    /// Reviewed in the weeks before it was published:
    /// ```markdown,pass
    /// ---
    /// published: 2025-10-01
    /// reviewed: 2025-08
    /// next_review: 2027
    /// ---
    ///
    /// # Cataract surgery
    ///
    /// The lens of your eye is replaced. Last reviewed: 12 August 2025
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// title: Cataract surgery
    /// authors:
    ///   - Rosa Lind
    /// reviewed: 2025-02-10
    /// ---
    ///
    /// # Cataract surgery: what to expect
    ///
    /// Written by Dr Rosa Lind. Last reviewed: February 2025
    /// ```
    ///
    /// What the article rests on has dates of its own:
    /// ```markdown,pass
    /// ---
    /// reviewed: 2025-02-10
    /// ---
    ///
    /// # Cataract surgery
    ///
    /// Last reviewed: February 2025. The national guidance was last reviewed in 2022.
    /// ```
    RULE {
        name: "metadata-mismatch", severity: Warning, since: "0.1.0",
        standard: "schema.org; structured data must match what readers see",
        summary: "the front matter and the text disagree",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    impossible(cx, findings);
    let meta = &cx.article.meta;
    if meta.span.is_none() {
        return;
    }
    title(cx, findings);
    language_tag(cx, findings);
    names(cx, &meta.authors, Table::WrittenBy, "author", findings);
    names(cx, &meta.reviewers, Table::ReviewedBy, "reviewer", findings);
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

fn title(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let (Some(declared), Some(seen)) = (&cx.article.meta.title, &cx.article.heading) else {
        return;
    };
    let lang = cx.facts.base_lang();
    let (one, other) = (
        ContentWords::of(&declared.value, lang),
        ContentWords::of(seen.text(), lang),
    );
    if one.is_empty()
        || other.is_empty()
        || one.share_in(&other) >= 1.0
        || other.share_in(&one) >= 1.0
    {
        return;
    }
    findings
        .report(
            seen.whole(),
            "the title that readers see is not the title in the front matter",
        )
        .label(declared.span, format!("\"{}\"", declared.value.trim()))
        .help("Search results and handouts show the one, the page the other. Use one title.");
}

/// A language tag that the words of the text belie.
fn language_tag(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(declared) = &cx.article.meta.lang else {
        return;
    };
    let tag = language::base(&declared.value);
    if looks_like(cx, tag) {
        return;
    }
    let seen = cx.article.seen_lang();
    let words: usize = cx.facts.tokens.iter().map(Tokens::len).sum();
    if tag == seen.lang || !seen.is_certain || words < 60 {
        return;
    }
    findings
        .report(
            declared.span,
            format!(
                "the front matter says that the language is \"{}\", and the text reads as \"{}\"",
                declared.value, seen.lang
            ),
        )
        .help("Screen readers pronounce the page by this tag. Correct it.");
}

/// Whether two of the first words are small words of the language: a look that costs little.
fn looks_like(cx: &Context<'_>, tag: &str) -> bool {
    let small: &[&str] = match tag {
        "en" => &["the", "and", "you"],
        "es" => &["que", "los", "una"],
        _ => return true,
    };
    let words = cx.facts.tokens.iter().flat_map(Tokens::words).take(200);
    words.filter(|word| small.contains(word)).take(4).count() == 4
}

/// The visible line that names authors or reviewers against the declared names.
fn names(
    cx: &Context<'_>,
    declared: &[Located<String>],
    table: Table,
    what: &str,
    findings: &mut Findings<'_>,
) {
    let Some(first) = declared.first() else {
        return;
    };
    // "Rosa Lind, surgeon": what stands behind the comma is no name.
    let bare = |name: &Located<String>| name.value.split(',').next().unwrap_or("").to_owned();
    let known: Vec<String> = declared
        .iter()
        .flat_map(|name| name_words(&Tokens::of(&bare(name))))
        .collect();
    for hit in cx.facts.hits(table) {
        let tokens = cx.facts.tokens_of(hit.sentence);
        let text = cx.facts.sentence(hit.sentence).text();
        let is_part = |at: &usize| {
            cx.facts
                .text_of(hit.sentence, *at..at + 1)
                .starts_with(char::is_uppercase)
        };
        let end = (hit.words.end..tokens.len().min(hit.words.end + 8))
            .take_while(is_part)
            .last()
            .map_or(hit.words.end, |last| last + 1);
        let seen = hit.words.end..end;
        let named: Vec<&str> = seen.clone().map(|at| tokens.word(at)).collect();
        let is_name = cx
            .facts
            .text_of(hit.sentence, hit.words.end..hit.words.end + 1)
            .starts_with(char::is_uppercase);
        let shared = named
            .iter()
            .any(|word| known.iter().any(|name| name == word));
        if !is_name
            || shared
            || known.is_empty()
            || text.len() > 200
            || !looks_named(cx, hit.sentence, seen.clone())
        {
            continue;
        }
        findings
            .report(
                cx.facts.span_of(
                    hit.sentence,
                    hit.words.end..(hit.words.end + 3).min(tokens.len()),
                ),
                format!("the {what} named here is not the one in the front matter"),
            )
            .label(first.span, format!("\"{}\"", first.value))
            .help("Readers and search engines are told different names. Correct one of them.");
        return;
    }
}

/// Two words in capitals: a person's name.
fn looks_named(cx: &Context<'_>, sentence: usize, words: std::ops::Range<usize>) -> bool {
    let capital = |at: usize| {
        cx.facts
            .text_of(sentence, at..at + 1)
            .starts_with(char::is_uppercase)
    };
    words.clone().filter(|at| capital(*at)).count() >= 2
}

/// The words of a name that tell it from others: no titles, no initials.
fn name_words(tokens: &Tokens) -> Vec<String> {
    let titles = [
        "dr",
        "prof",
        "professor",
        "md",
        "phd",
        "mrs",
        "the",
        "and",
        "for",
    ];
    tokens
        .words()
        .filter(|word| word.len() > 2 && !titles.contains(word))
        .map(str::to_owned)
        .collect()
}

/// A review may stand so many months before the day of publication.
const MONTHS_BEFORE: i32 = 6;

/// Dates that cannot be right, whether front matter or text gives them.
fn impossible(cx: &Context<'_>, findings: &mut Findings<'_>) {
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
        let Some((seen, words)) = date_after(cx, hit.sentence, hit.words.end) else {
            continue;
        };
        if is_of_source(cx.facts.tokens_of(hit.sentence), hit.words.start) {
            continue;
        }
        if agree(seen, declared.value) {
            continue;
        }
        mismatch(
            cx.facts.span_of(hit.sentence, words),
            declared,
            what,
            findings,
        );
        return;
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

/// A date that starts within three words of word `from`: "4 May 2023", "May 4, 2023", "May 2023", "2023-05-04".
fn date_after(
    cx: &Context<'_>,
    sentence: usize,
    from: usize,
) -> Option<(Date, std::ops::Range<usize>)> {
    let tokens = cx.facts.tokens.get(sentence)?;
    let year = |at: usize| {
        tokens
            .word(at)
            .parse::<i32>()
            .ok()
            .filter(|year| (1990..2100).contains(year))
    };
    let day = |at: usize| {
        tokens
            .word(at)
            .trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])
            .parse::<u8>()
            .ok()
            .filter(|day| (1..=31).contains(day))
    };
    let at_year = (from..(from + 6).min(tokens.len())).find(|at| year(*at).is_some())?;
    let value = year(at_year)?;
    let back = |steps: usize| at_year.checked_sub(steps).filter(|at| *at >= from);
    let two = |month: Option<u8>, day: Option<u8>, start: usize, end: usize| {
        let date = Date {
            year: value,
            month,
            day: month.and(day),
        };
        Some((date, start..end))
    };
    if let (Ok(month), Some(day)) = (tokens.word(at_year + 1).parse::<u8>(), day(at_year + 2))
        && (1..=12).contains(&month)
    {
        return two(Some(month), Some(day), at_year, at_year + 3);
    }
    let month_at = |at: usize| month(tokens.word(at));
    if let Some(at) = back(1).filter(|at| month_at(*at).is_some()) {
        let number = back(2).and_then(day);
        let start = if number.is_some() { at_year - 2 } else { at };
        return two(month_at(at), number, start, at_year + 1);
    }
    if let Some(at) = back(2).filter(|at| month_at(*at).is_some()) {
        return two(month_at(at), back(1).and_then(day), at, at_year + 1);
    }
    two(None, None, at_year, at_year + 1)
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    u8::try_from(at + 1).ok()
}
