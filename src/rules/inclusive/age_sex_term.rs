//! Labels for age and sex.

use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// A label for age or sex that readers would not choose for themselves.
    ///
    /// ## Why it matters
    /// "The elderly" lumps a runner of 70 with a person in a care home. "Females" sounds like a laboratory.
    ///
    /// The words are the rows of `src/lexicon/lists/age-sex.tsv`. Adjectives ("female runners"), genetics, and males set
    /// against females pass.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Falls
    ///
    /// The elderly may need a rail in the bath.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Falls
    ///
    /// Older people may need a rail in the bath. Female runners break bones more often. The X-linked form affects males.
    /// ```
    RULE {
        name: "age-sex-term", severity: Info, since: "0.1.0",
        standard: "NHS inclusive content (age); AMA 11.7, 11.12",
        summary: "a label for age or sex",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::AgeSex, |_| true);
    wording::report_all(cx, findings, &groups, |text, row| {
        format!("\"{text}\" is a label; say \"{}\"", row.plain)
    });
}
