//! Uses of medicines that their label does not name.

use crate::config::{OffLabelUse, off_label_uses};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A medicine is named for a use that its label does not name, and the article does not say so.
    ///
    /// ## Why it matters
    /// Such uses are common and often sound. But readers who find another use on the package leaflet may stop the medicine,
    /// and readers who are to decide need to know that no authority has judged this use.
    ///
    /// The rule knows a short table of medicines, uses and countries, and is only a note. It matches the use exactly: a
    /// block of a medial branch is no epidural injection. One sentence anywhere in the article that says that the use is
    /// off-label, unlicensed or not approved is enough.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sciatica
    ///
    /// An epidural steroid injection can ease the pain for some weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sciatica
    ///
    /// An epidural steroid injection can ease the pain for some weeks. The FDA has not approved steroids for this use; ask
    /// your doctor about the risks.
    /// ```
    ///
    /// ```markdown,pass
    /// # Facet joint pain
    ///
    /// The doctor may add a steroid to the medial branch block. This is not an epidural injection.
    /// ```
    RULE { name: "off-label-not-stated", severity: Info, since: "0.1.0",
        standard: "FDA drug safety communication 2014-04-23; the medicines' labels",
        summary: "a use that a medicine's label does not name is not called so" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" || !cx.facts.hits(Table::OffLabelNote).is_empty() {
        return;
    }
    let region = &cx.settings.region.code;
    let mut told: Vec<&str> = Vec::new();
    let hits = cx.facts.hits(Table::OffLabelDrug);
    let sentences = hits.chunk_by(|one, other| one.sentence == other.sentence);
    for hit in sentences.filter_map(<[_]>::first) {
        let Some(tokens) = cx.facts.tokens.get(hit.sentence) else {
            continue;
        };
        let aside = [Role::References, Role::Resources];
        let uses = off_label_uses().iter();
        let found = uses.filter(|row| row.regions.contains(region) && row.is_in(tokens));
        for row in found {
            if !told.contains(&row.what.as_str()) && !cx.facts.is_in_roles(hit.sentence, &aside) {
                told.push(&row.what);
                let span = cx.facts.span_of(hit.sentence, hit.words.clone());
                report(cx, findings, span, row);
            }
        }
    }
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, span: Span, row: &OffLabelUse) {
    let region = &cx.settings.region.code;
    findings
        .report(span, format!("{} is off-label in the region {region}", row.what))
        .help(format!(
            "Readers find another use on the package leaflet. Say that this use is not approved, and why it is offered all the same. Source: {}.",
            row.source
        ));
}
