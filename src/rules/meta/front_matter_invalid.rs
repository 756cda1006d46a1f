//! Mistakes in the front matter and in comments addressed to facetdoc.

use crate::rules::prelude::*;

rule! {
    /// Something in the front matter, or in a comment addressed to facetdoc, cannot be understood.
    ///
    /// ## Why it matters
    /// The front matter says when an article was reviewed, what kind it is and for which country. A value that
    /// cannot be read is lost: the article is then checked as if it was not there, and the handout leaves it out.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// title: Tennis elbow
    /// reviewed: 31 February 2026
    /// ---
    ///
    /// # Tennis elbow
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// title: Tennis elbow
    /// reviewed: 2026-02-28
    /// ---
    ///
    /// # Tennis elbow
    /// ```
    RULE {
        name: "front-matter-invalid", severity: Error, since: "0.1.0",
        standard: "",
        summary: "the front matter or a comment addressed to facetdoc cannot be understood",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for problem in &cx.article.problems {
        let found = findings.report(problem.span, problem.message.clone());
        if let Some(help) = &problem.help {
            found.help(help.clone());
        }
    }
}
