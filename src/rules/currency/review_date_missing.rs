//! Articles that do not say when they were last reviewed.

use crate::facts::credit::may_date;
use crate::lexicon::constant::regex;
use crate::rules::prelude::*;
use regex::Regex;
use std::sync::LazyLock;

rule! {
    /// Nothing says when somebody last checked that the article is still right.
    ///
    /// ## Why it matters
    /// Advice on health goes out of date. A printed handout may lie in a drawer for years; its date is all that a reader
    /// has to go by.
    ///
    /// `reviewed: 2026-03-03` in the front matter counts, and so does a line that readers see: "Last reviewed: 3 March 2026".
    /// The day of publication, of the last update or of the next review does not say that somebody checked it; with one of
    /// those the finding is a warning.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// published: 2024-05-01
    /// ---
    /// # Back pain
    ///
    /// We reviewed twelve studies in 2019. Have your medicines reviewed every year.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// reviewed: 2026-03-03
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// Medically reviewed by Ann Lee, MD, on March 3, 2026. Next review: March 2029
    /// ```
    ///
    /// ```text,pass
    /// Dolor de espalda
    ///
    /// El dolor de espalda suele mejorar en unas semanas.
    ///
    /// Última revisión: 3 de marzo de 2026
    /// ```
    RULE {
        name: "review-date-missing", severity: Error, since: "0.1.0",
        standard: "JAMA currency; DISCERN 5; EQIP date; schema.org lastReviewed",
        summary: "the article does not say when it was last reviewed",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    if cx.facts.reviewed().is_some() {
        return;
    }
    let meta_date = article
        .meta
        .published
        .as_ref()
        .or(article.meta.next_review.as_ref())
        .map(|date| date.span);
    let other_date = meta_date.or_else(|| seen_date(&cx.facts.texts));
    let finding = findings.report(article.title_span(), "no review date");
    let help = "Readers cannot tell whether this is still right. Once somebody has checked it, put reviewed: and the day (2026-03-03) into the front matter, or end the article with a line such as \"Last reviewed: 3 March 2026\".";
    finding.help(help);
    if let Some(span) = other_date {
        finding.severity(Severity::Warning).label(
            span,
            "this date does not say that somebody checked the article",
        );
    }
}

/// Dates of something else, at the start of a line or sentence.
static OTHER_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?im)(?:^|[.;|·•] )[^\n.;|·•\d]{0,30}\b(?:published|updated|modified|next review|review due|actualizad[oa]|actualización|publicad[oa]|publicación|próxima revisión)\b[^\n\d]{0,40}(?:\d{1,2}[^\n\d]{1,16}){0,2}(?:19|20)\d\d",
    )
});

fn seen_date(texts: &[Text<'_>]) -> Option<Span> {
    const PARTS: &[&str] = &[
        "ublish", "UBLISH", "pdated", "PDATED", "odified", "ODIFIED", "eview", "EVIEW", "ctualiza",
        "CTUALIZA", "ublica", "UBLICA", "evisi", "EVISI",
    ];
    let mut texts = texts
        .iter()
        .filter(|text| may_date(text.prose.text(), PARTS));
    texts.find_map(|text| {
        let found = OTHER_LABEL.find(text.prose.text())?;
        Some(text.prose.span(found.range()))
    })
}
