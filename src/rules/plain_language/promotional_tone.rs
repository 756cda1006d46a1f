//! Advertising in a health article.

use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// Words that sell or praise.
    ///
    /// ## Why it matters
    /// Readers trust a page that informs. "State-of-the-art" and "your wellness journey" tell them nothing and make them
    /// wonder what is being sold.
    ///
    /// The words are the rows of `src/lexicon/lists/promotional.tsv`. Quoted words and names are left alone. "Minimally
    /// invasive" is a term to explain: see `jargon-undefined`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Gentle stretches support your recovery journey.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Gentle stretches can ease stiffness. The journey to the clinic takes an hour. It is called the “ultimate guide”.
    /// ```
    RULE {
        name: "promotional-tone", severity: Info, since: "0.1.0",
        standard: "PEMAT 2; FTC Health Products Compliance Guidance 2022; NHS voice and tone",
        summary: "wording that sells or praises",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Promotional, |_| true);
    wording::report_all(cx, findings, &groups, |text, _| {
        format!("\"{text}\" is promotional wording")
    });
}
