//! People named by their illness.

use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// A noun that makes a person the illness.
    ///
    /// ## Why it matters
    /// "A diabetic" is a diagnosis; "a person with diabetes" is a reader. People who feel judged are less likely to ask for
    /// care.
    ///
    /// The words are the rows of `src/lexicon/lists/person-first.tsv`; milder ones ("smokers") are a hint only. Fixed names
    /// ("diabetic foot") pass. Identity-first words that many of their bearers prefer (Deaf, autistic) are left out.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Injections
    ///
    /// Diabetics should check their blood sugar after a steroid. Many diabetics see it rise.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Injections
    ///
    /// People with diabetes should check their blood sugar after a steroid.
    /// ```
    ///
    /// ```markdown,pass
    /// # Eyes and feet
    ///
    /// Diabetic retinopathy is found by diabetic eye screening. A diabetic foot clinic can help. Alcoholics Anonymous runs
    /// meetings. An epileptic seizure lasts minutes.
    /// ```
    RULE {
        name: "person-first", severity: Warning, since: "0.1.0",
        standard: "CDC preferred terms; NHS inclusive content; AMA 11.12.6",
        summary: "a person is named by an illness",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::PersonFirst, |_| true);
    wording::report_all(cx, findings, &groups, |text, row| {
        format!(
            "\"{text}\" names people by an illness or a lack; say \"{}\"",
            row.plain
        )
    });
}
