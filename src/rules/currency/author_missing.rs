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
    /// (see `reviewer-missing`).
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
    RULE {
        name: "author-missing", severity: Warning, since: "0.1.0",
        standard: "JAMA authorship; HONcode 1; EQIP identification",
        summary: "the article does not say who wrote it",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let named = !cx.article.meta.authors.is_empty() || cx.facts.credits().author.is_some();
    if named || !cx.facts.has_words() {
        return;
    }
    findings
        .report(cx.article.title_span(), "no author named")
        .help("Put authors: and the name of the person or body into the front matter, or a line such as \"Written by Ann Lee, physiotherapist\".");
}
