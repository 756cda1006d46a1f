//! Procedures that a reader is not helped to decide about.

use super::shared::{procedure, says};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Nothing in an article about a procedure helps the reader to decide with their clinician.
    ///
    /// ## Why it matters
    /// People who are told that the choice is theirs, and what to ask, are more content with what they chose.
    ///
    /// Questions to ask, "talk with your doctor about the options" and "your choice" all count.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising.
    ///
    /// ## Questions to ask
    /// - How often does it help?
    /// ```
    RULE {
        name: "decision-support-missing", severity: Info, since: "0.1.0",
        standard: "DISCERN 15; EQIP participation; AHRQ SHARE",
        summary: "nothing helps the reader to decide about the procedure",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if procedure(cx).is_none() || says(cx, Table::DecisionSupport, None) {
        return;
    }
    findings
        .report(
            cx.article.title_span(),
            "nothing helps the reader decide with their clinician",
        )
        .help("Add a short list \"Questions to ask\", and say that the choice is the reader's.");
}
