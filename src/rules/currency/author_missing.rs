//! Articles whose author nobody knows.

use crate::rules::prelude::*;

rule! {
    /// Nothing says who wrote the article.
    ///
    /// ## Why it matters
    /// Readers judge advice by who gives it. A name or a body also tells them whom to write to when something is wrong.
    ///
    /// `authors:` in the front matter counts, a byline ("By Ann Lee"), and a line such as "Written by Ann Lee, nurse". A body
    /// may be the author. Whether the author has a degree is not judged: a health writer need not have one, a reviewer does
    /// (see `reviewer-missing`). A team lists bodies that stand for its authors wherever an article names them:
    /// `organisations = ["Example Trust"]` in `facetdoc.toml`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// authors: [Ann Lee]
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
    /// Produced by the Example Hospital pain team.
    /// ```
    ///
    /// ```toml,config
    /// organisations = ["Example Trust"]
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// © Example Trust 2025
    /// ```
    ///
    /// A byline may close the disclaimer:
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
        name: "author-missing", severity: Warning, since: "0.1.0",
        standard: "JAMA authorship; HONcode 1; EQIP identification",
        summary: "the article does not say who wrote it",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let named = !cx.article.meta.authors.is_empty() || cx.facts.credits().author.is_some();
    if named || !cx.facts.has_words() || names_organisation(cx) {
        return;
    }
    findings
        .report(cx.article.title_span(), "no author named")
        .help("Put authors: and the name of the person or body into the front matter, or a line such as \"Written by Ann Lee, physiotherapist\".");
}

/// Whether the article names an organisation that the team lets stand as its author.
fn names_organisation(cx: &Context<'_>) -> bool {
    let mut organisations = cx.settings.config.organisations.iter();
    organisations.any(|name| {
        let name = name.trim();
        !name.is_empty() && cx.article.source.text().contains(name)
    })
}
