//! Comments addressed to facetdoc that it does not understand.

use crate::rules::prelude::*;

rule! {
    /// A comment that is addressed to facetdoc cannot be understood.
    ///
    /// ## Why it matters
    /// The comment does nothing, although whoever wrote it believes that it does: a part of the article that was to
    /// be known as the warning signs, say, is not.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-role: red-flaggs -->
    /// See a doctor today if you cannot stand on the foot.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-role: red-flags -->
    /// See a doctor today if you cannot stand on the foot.
    /// ```
    RULE {
        name: "comment-invalid", severity: Error, since: "0.1.0",
        standard: "",
        summary: "a comment addressed to facetdoc cannot be understood",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for problem in &cx.article.problems {
        if super::is_in_comment(cx, problem) {
            super::report(problem, findings);
        }
    }
}
