//! References that cannot be found by what they tell.

use crate::facts::reference::Reference;
use crate::rules::prelude::*;

rule! {
    /// A reference without a year, without a title, or without anything by which a reader could find it.
    ///
    /// ## Why it matters
    /// "NICE guideline" leads nowhere: there are hundreds. The year tells the reader how old the advice is.
    ///
    /// A DOI, a number of `PubMed`, an address, a journal or the body that published it lets a reader find the work. A line such
    /// as "Sources: NHS, NICE" is not looked at. All entries are in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## References
    /// - NICE guideline
    /// - Back pain in adults
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## References
    /// - National Institute for Health and Care Excellence. Low back pain and sciatica. Guideline 59, 2016, updated 2020.
    /// - NHS. [Back pain in adults](https://example.org/back). Read in 2026.
    /// ```
    RULE {
        name: "reference-incomplete", severity: Info, since: "0.1.0",
        standard: "AMA style; HONcode 4",
        summary: "a reference lacks its year, its title or where to find it",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let entries = cx.facts.references().iter();
    let mut incomplete = entries.filter_map(|entry| Some((entry, lacks(entry)?)));
    let Some((first, lacking)) = incomplete.next() else {
        return;
    };
    let finding = findings.report(
        first.span,
        format!("reference {} lacks {lacking}", first.number),
    );
    finding.help("Readers cannot find it or tell how old it is. Give who published it, its title, the year and, if there is one, its address or DOI.");
    for (entry, lacking) in incomplete {
        finding.label(
            entry.span,
            format!("reference {} lacks {lacking}", entry.number),
        );
    }
}

/// What an entry lacks, in words.
fn lacks(entry: &Reference) -> Option<String> {
    let fields = [
        (entry.years.is_empty(), "a year"),
        (!entry.parts.title, "a title"),
        (!entry.can_be_found(), "a publisher or an address"),
    ];
    let lacking: Vec<&str> = fields
        .into_iter()
        .filter_map(|(lacks, field)| lacks.then_some(field))
        .collect();
    (!lacking.is_empty()).then(|| lacking.join(" and "))
}
