//! Articles that no clinician is said to have checked.

use crate::rules::prelude::*;

rule! {
    /// Nothing says which clinician checked the article.
    ///
    /// ## Why it matters
    /// A health professional who stands behind a text with name and profession is the best sign of its safety that a reader
    /// has.
    ///
    /// `reviewers:` in the front matter counts, and so does "Reviewed by Dr Ann Lee". "Reviewed by our team" names nobody. A
    /// reviewer without a degree, title or profession is information only.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. This page was reviewed by our team.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// reviewers: [Ann Lee]
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// reviewers: ["Ann Lee, MD, pain medicine"]
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
    /// Medically reviewed by Dr Ann Lee, 3 March 2026.
    /// ```
    ///
    /// The names may close the disclaimer:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// ## Disclaimer
    ///
    /// This page is for information only and does not replace your doctor's advice.
    ///
    /// Written by Ann Lee, nurse. Reviewed by Dr Jo Bell, pain specialist.
    /// ```
    RULE {
        name: "reviewer-missing", severity: Warning, since: "0.1.0",
        standard: "schema.org reviewedBy; NHS Standard for creating health content 1-2",
        summary: "the article names no clinical reviewer",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    if !facts.has_words() {
        return;
    }
    let seen = facts.credits().reviewer.as_ref();
    let reviewers = &cx.article.meta.reviewers;
    let qualified = seen.is_some_and(|credit| credit.is_qualified)
        || reviewers.iter().any(|name| facts.is_qualified(&name.value));
    if qualified {
        return;
    }
    let named = seen
        .map(|credit| credit.span)
        .or(reviewers.first().map(|name| name.span));
    let Some(span) = named else {
        findings
            .report(cx.article.title_span(), "no clinical reviewer named")
            .help("Have a clinician check the article. Then put reviewers: with name and profession into the front matter, or a line such as \"Reviewed by Ann Lee, MD, 3 March 2026\".");
        return;
    };
    findings
        .report(span, "the reviewer has no degree or profession")
        .severity(Severity::Info)
        .help("Readers cannot tell whether a clinician checked this. Add the profession or the degree: \"Ann Lee, physiotherapist\".");
}
