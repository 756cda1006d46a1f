//! Mistakes in the front matter.

use crate::rules::prelude::*;

rule! {
    /// Something in the front matter cannot be understood.
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
        summary: "something in the front matter cannot be understood",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for problem in &cx.article.problems {
        if !super::is_in_comment(cx, problem) {
            super::report(problem, findings);
        }
    }
}
