//! Claims that the sources of a topic pack contradict.

use crate::config::Level;
use crate::config::pack::{Claim, Reference};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The article claims what the sources of its topic pack contradict.
    ///
    /// ## Why it matters
    /// Readers agree to a procedure because of what they think it does. Somebody who takes a test for a treatment expects
    /// to be cured by it.
    ///
    /// A topic pack lists such claims with its sources and a message. Where the sentence says itself that experts
    /// disagree, or cites a source, the finding is only a note.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// packs: [medial-branch-block-procedure]
    /// ---
    /// # Medial branch block
    ///
    /// A medial branch block is a diagnostic and therapeutic injection.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// packs: [medial-branch-block-procedure]
    /// ---
    /// # Medial branch block
    ///
    /// A medial branch block is a test and not a treatment.
    /// ```
    RULE { name: "claim-contradicts-pack", severity: Warning, since: "0.1.0",
        standard: "the sources of the topic pack (NICE QS155 statement 6; AoMRC EBI)",
        summary: "a claim that the sources of the topic pack contradict" }
}

/// Parts that claim nothing.
const IGNORED: &[Role] = &[Role::References, Role::Resources, Role::Disclaimer];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for pack in &cx.settings.packs {
        for claim in &pack.claims {
            report(cx, findings, claim);
        }
    }
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, claim: &Claim) {
    let sentences = cx.facts.tokens.iter().enumerate();
    let found = sentences.filter_map(|(sentence, tokens)| Some((sentence, claim.find(tokens)?)));
    let found: Vec<_> = found
        .filter(|(sentence, _)| !cx.facts.is_in_roles(*sentence, IGNORED))
        .collect();
    let Some(((sentence, words), others)) = found.split_first() else {
        return;
    };
    let severity = match claim.level {
        Level::Off => return,
        Level::Info => Severity::Info,
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    };
    let is_hedged = found.iter().all(|(sentence, _)| is_hedged(cx, *sentence));
    let (what, help) = claim
        .message
        .split_once(". ")
        .unwrap_or((&claim.message, ""));
    let span = cx.facts.span_of(*sentence, words.clone());
    let finding = findings.report(span, what.trim_end_matches('.'));
    finding.severity(if is_hedged { Severity::Info } else { severity });
    for (sentence, words) in others {
        finding.label(cx.facts.span_of(*sentence, words.clone()), "here too");
    }
    let sources: Vec<String> = claim.sources.iter().map(Reference::to_string).collect();
    finding.help(format!("{help} Sources: {}.", sources.join("; ")).trim());
}

/// Whether the sentence says that experts disagree, or cites a source.
fn is_hedged(cx: &Context<'_>, sentence: usize) -> bool {
    let cites = || {
        let Some(place) = cx.facts.sentences.get(sentence) else {
            return false;
        };
        let marks = place.within.prose.marks().iter();
        let mut marks = marks.filter(|mark| {
            place.range.start <= mark.range.start && mark.range.end <= place.range.end
        });
        marks.any(|mark| matches!(mark.kind, MarkKind::Footnote { .. } | MarkKind::Link { .. }))
    };
    !cx.facts.hits_in(Table::ClaimHedge, sentence).is_empty() || cites()
}
