//! Procedures that are told of as if all were known.

use super::shared::APART;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// An article about a procedure that nowhere says what is not known, or that it does not help everybody.
    ///
    /// ## Why it matters
    /// No treatment works for everyone, and doctors disagree about many. A reader who does not learn this cannot weigh it,
    /// and takes a poor result for a mistake.
    ///
    /// An article is about a procedure where its kind or its title says so. "It does not work for everyone", "doctors do not
    /// agree", "about half of people get better" all count.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block for back pain
    ///
    /// A nerve block stops the pain.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can stop the pain for some hours. It does not work for everyone.
    /// ```
    ///
    /// That nobody can tell how it goes is such a sentence:
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can stop the pain for some hours. Nobody can tell beforehand how long it will last for you.
    /// ```
    RULE {
        name: "uncertainty-not-stated", severity: Info, since: "0.1.0",
        standard: "CDC CCI 11; DISCERN 8",
        summary: "says what is known of a procedure but not what is not known",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let is_procedure = cx.settings.kind == Kind::Procedure
        || facts
            .intervention()
            .is_some_and(|known| known.name.is_some());
    // A sheet of exercises for after an operation does not help anyone choose it.
    if !is_procedure || cx.settings.kind == Kind::Exercise || !facts.has_words() {
        return;
    }
    let mut said = facts.hits(Table::Uncertainty).iter();
    if said.any(|hit| !facts.is_in_roles(hit.sentence, APART)) {
        return;
    }
    findings
        .report(cx.article.title_span(), "says what is known but not what is not known")
        .help("Readers take what is not said for certain. Say how many people it helps, whom it does not help, or what doctors do not agree on.");
}
