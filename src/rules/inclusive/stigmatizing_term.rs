//! Words that carry a stigma.

use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// A word that carries pity, fault or fear.
    ///
    /// ## Why it matters
    /// "Suffers from" tells readers how they feel; "committed suicide" speaks of a crime. Readers who meet such words about
    /// themselves trust the page less and ask for help later.
    ///
    /// The words are the rows of `src/lexicon/lists/stigma.tsv`. Quoted words and the names of institutions pass.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Many runners suffer from back pain.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Many runners have back pain. Victims of violence can get help. One patient said: “I suffer from it every day.”
    /// ```
    RULE {
        name: "stigmatizing-term", severity: Warning, since: "0.1.0",
        standard: "CDC preferred terms; NHS inclusive content; AMA (suicide)",
        summary: "a word carries a stigma",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Stigma, |_| true);
    wording::report_all(cx, findings, &groups, |text, row| {
        format!("avoid \"{text}\"; better: {}", row.plain)
    });
}
