//! Allowances that do not say why.

use crate::rules::prelude::*;

rule! {
    /// An allowance silences a rule without saying why.
    ///
    /// ## Why it matters
    /// An allowance switches off a check that a patient's safety may rest on. The next editor must be able to see
    /// whether the reason still holds.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generic -->
    /// ![image](ankle.png)
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generic: the picture only repeats the text above -->
    /// ![image](ankle.png)
    /// ```
    RULE {
        name: "allowance-without-reason", severity: Error, since: "0.1.0",
        standard: "",
        summary: "an allowance does not say why",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for allowance in cx.article.every_allowance() {
        if allowance.reason.trim().is_empty() {
            let message = format!("this silences `{}` without a reason", allowance.rule);
            findings
                .report(allowance.span, message)
                .help("Write the reason after a colon, so that the next editor can judge it.");
        }
    }
}
