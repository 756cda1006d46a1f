//! Front matter that says something else than the text.

mod dates;
mod names;

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
    dates::impossible(cx, findings);
    let meta = &cx.article.meta;
    if meta.span.is_none() {
        return;
    }
    title(cx, findings);
    language_tag(cx, findings);
    names::check(cx, &meta.authors, Table::WrittenBy, "author", findings);
    names::check(cx, &meta.reviewers, Table::ReviewedBy, "reviewer", findings);
    dates::check(cx, findings);
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
