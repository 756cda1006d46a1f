//! Articles that do not say when they were last reviewed.

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
    if article.meta.reviewed.is_some() || is_said(article, reviewed) {
        return;
    }
    let meta_date = article
        .meta
        .published
        .as_ref()
        .or(article.meta.next_review.as_ref())
        .map(|date| date.span);
    let other_date = meta_date.or_else(|| seen_date(article));
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

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
        .expect("a constant pattern")
});

/// Words that name a review by themselves; what comes before the date is looked at in `reaches`.
static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:(?:last|medically|clinically|page|content|date|expert|peer|professionally|doctor)[ -](?:last )?(?:medically |clinically )?review(?:ed)?|review date|(?:date of|latest|most recent) (?:last |latest |most recent )?(?:medical )?review|reviewed|(?:última|fecha de(?: la)?(?: última)?) revisión|revisión médica|revisad[oa])\b").expect("a constant pattern")
});

/// Another date's name between the review's and the date: the date is not the review's.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:published|updated|created|written|printed|copyright|next|due|publicad[oa]|actualizad[oa]|próxima|siguiente)\b").expect("a constant pattern")
});

/// Dates of something else, at the start of a line or sentence.
static OTHER_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?im)(?:^|[.;|·•] )[^\n.;|·•\d]{0,30}\b(?:published|updated|modified|next review|review due|actualizad[oa]|actualización|publicad[oa]|publicación|próxima revisión)\b[^\n\d]{0,40}(?:\d{1,2}[^\n\d]{1,16}){0,2}(?:19|20)\d\d").expect("a constant pattern")
});

/// How many characters may stand between the words and the date; names and degrees of reviewers do.
const REACH: usize = 120;

/// Whether some text, or a text with the one right after it (a table's next cell), is one that `says` accepts.
fn is_said(article: &Article, says: fn(&str) -> bool) -> bool {
    let texts = article.texts();
    texts.iter().any(|text| says(text.prose.text()))
        || texts.windows(2).any(|pair| {
            let [label, value] = pair else { return false };
            let short = label.prose.text().len() < 60 && value.prose.text().len() < 60;
            short
                && says(&format!(
                    "{} {}",
                    label.prose.text().trim(),
                    value.prose.text().trim()
                ))
        })
}

/// Whether a text has a digit and one of these parts of words: without them no pattern needs to be compiled, let alone run.
fn may_date(text: &str, parts: &[&str]) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && parts.iter().any(|part| text.contains(part))
}

/// Whether a text names a review and its date.
fn reviewed(text: &str) -> bool {
    may_date(text, &["eview", "EVIEW", "evis", "EVIS"]) && dates_review(text)
}

fn dates_review(text: &str) -> bool {
    REVIEW.find_iter(text).any(|label| {
        let near = text.floor_char_boundary(label.start().saturating_sub(20));
        let before = text[near..label.start()].trim_end().to_lowercase();
        let is_other = ["next", "due", "be", "been", "not", "próxima", "siguiente"]
            .iter()
            .any(|word| before.ends_with(word));
        if is_other && !before.ends_with("has been") {
            return false;
        }
        let far = text.floor_char_boundary(label.end() + REACH + 10);
        let Some(date) = DATE.find(&text[label.end()..far]) else {
            return false;
        };
        let between = &text[label.end()..label.end() + date.start()];
        !OTHER.is_match(between) && (is_name(label.as_str()) || reaches(between))
    })
}

/// Whether the words can only be a label: "last reviewed", and not the bare "reviewed".
fn is_name(label: &str) -> bool {
    label.contains([' ', '-'])
}

/// Whether a bare "reviewed" leads to the date: "reviewed: ", "reviewed on ", "reviewed by ... on ".
fn reaches(between: &str) -> bool {
    let rest = between.trim_start();
    let leads = [
        ":", "on ", "in ", "by ", "por ", "el ", "en ", "(", "–", "-", "|",
    ];
    rest.is_empty()
        || leads.iter().any(|lead| rest.starts_with(lead))
        || rest.split_whitespace().count() <= 2 && starts_with_month(rest)
}

fn starts_with_month(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene",
        "abr", "ago", "dic",
    ];
    let lower = text.to_lowercase();
    let day = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    MONTHS.iter().any(|month| day.starts_with(month))
}

fn seen_date(article: &Article) -> Option<Span> {
    const PARTS: &[&str] = &[
        "ublish", "UBLISH", "pdated", "PDATED", "odified", "ODIFIED", "eview", "EVIEW", "ctualiza",
        "CTUALIZA", "ublica", "UBLICA", "evisi", "EVISI",
    ];
    let texts = article.texts().into_iter();
    let mut texts = texts.filter(|text| may_date(text.prose.text(), PARTS));
    texts.find_map(|text| {
        let found = OTHER_LABEL.find(text.prose.text())?;
        Some(text.prose.span(found.range()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_with_its_date_is_known_in_many_wordings() {
        for text in [
            "Last reviewed: 3 March 2026",
            "Page last reviewed: 03/03/2026",
            "Medically reviewed on March 3, 2026",
            "Reviewed: 2026-03-03",
            "Medically reviewed by Ann Lee, M.D., on March 3, 2026",
            "Reviewed by Ann Lee, MD (March 2026)",
            "Review date: March 2026",
            "This leaflet was last reviewed in Aug. 2025.",
            "Reviewed March 2026",
            "Date of last review: 2026",
            "Última revisión: marzo de 2026",
            "Revisado por la Dra. Ruiz el 3 de marzo de 2026",
            "Fecha de la última revisión: 3/3/2026",
            "Reviewed 3 March 2026",
        ] {
            assert!(reviewed(text), "{text}");
        }
        for text in [
            "Next review: March 2029",
            "To be reviewed in 2027",
            "Last updated: March 2026",
            "We reviewed 12 studies in 2019.",
            "Reviewed by Ann Lee. Published 3 March 2020",
            "Last reviewed:",
            "Próxima revisión: 2029",
            "Have your medicines reviewed.",
            "Published 2024",
        ] {
            assert!(!reviewed(text), "{text}");
        }
    }
}
