//! Allowances that silence nothing.

use crate::rules::prelude::*;

rule! {
    /// An allowance silences nothing: the fault is mended, or it stands elsewhere.
    ///
    /// ## Why it matters
    /// It would hide the fault without a word if it came back.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generic: the picture only repeats the text above -->
    /// ![A foot with a bandage from toes to shin](ankle.png)
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sprained ankle
    ///
    /// ![A foot with a bandage from toes to shin](ankle.png)
    /// ```
    RULE {
        name: "allowance-unused", severity: Warning, since: "0.1.0",
        standard: "",
        summary: "an allowance silences nothing",
    }
}

/// Finds nothing by itself: what is silenced is known only when every rule has run, so `check::allowances` reports it.
fn check(_: &Context<'_>, _: &mut Findings<'_>) {}

/// Reports one allowance that silenced nothing.
pub(crate) fn report(allowance: &Allowance, findings: &mut Findings<'_>) {
    let place = match allowance.scope {
        Some(_) => "in what follows it",
        None => "in this article",
    };
    findings
        .report(
            allowance.span,
            format!(
                "`{}` finds nothing {place} that this could silence",
                allowance.rule
            ),
        )
        .help("Take the allowance out.");
}
