//! Wording that blames.

use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// Wording that puts blame on the reader.
    ///
    /// ## Why it matters
    /// "Failed treatment", "poor posture" and "non-compliant" make a fault of what is often cost, pain or unclear advice.
    /// People who feel blamed hide what they do.
    ///
    /// The words are the rows of `src/lexicon/lists/blame.tsv`. That a treatment fails is no blame.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// A block is for people who have failed conservative treatment.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// A block is for people whom other treatment did not help, or when the first treatment failed. It is not your fault.
    /// ```
    RULE {
        name: "blame-language", severity: Info, since: "0.1.0",
        standard: "AAFP 2023; AMA; CDC preferred terms",
        summary: "wording puts blame on the reader",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Blame, |_| true);
    wording::report_all(cx, findings, &groups, |text, _| {
        format!("\"{text}\" puts blame on the reader")
    });
}
