//! Claims of research that name none.

use super::shared::{self, APART};
use crate::facts::Sentence;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// "Studies show", "proven" or "evidence-based" with no source that a reader can look up.
    ///
    /// ## Why it matters
    /// Words of science make a sentence weigh more. Without a source nobody can tell which study it was, or check whether it
    /// says so.
    ///
    /// A citation, a link, a footnote or an address in the sentence or later in its paragraph is a source, and so is the
    /// name of the body that says it. In a heading the words are met by a list of references. Where there is none, the first
    /// such words of the title and the introduction, and "evidence-based" there, are left to `references-missing`. All places are in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Studies show that walking helps. Research suggests that rest does not.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain: an evidence summary
    ///
    /// This page is for runners.
    ///
    /// ## Evidence-informed exercises
    /// Bend your knees slowly.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Studies show that walking helps [1]. The American Spine Society's guidelines recommend walking.
    ///
    /// ## Sources
    /// 1. Lee A. Walking and the back. Example Journal. 2024. https://example.org/walking
    /// ```
    ///
    /// Words about tests, and research that a reader may take part in, claim nothing:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// The scan may show evidence of infection. Sleep studies show how you breathe. Ask your doctor about the evidence. More
    /// research is needed. The study finds out whether a new medicine works. Cold packs have never been scientifically proven to
    /// help, but many people like them.
    /// ```
    RULE {
        name: "evidence-claim-without-citation", severity: Warning, since: "0.1.0",
        standard: "JAMA attribution; HONcode 4-5; DISCERN 4; PIF TICK 4; FTC substantiation",
        summary: "a claim of evidence has no source",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !cx.facts.has_words() {
        return;
    }
    let mut places = claims(cx).into_iter();
    let Some((span, phrase)) = places.next() else {
        return;
    };
    let finding = findings.report(span, format!("\"{phrase}\" with no source"));
    finding.help("Readers cannot check it. Say who found it and when, with a link or a number that leads to the list of sources; or leave the words of science out.");
    for (span, phrase) in places {
        finding.label(span, format!("nor has \"{phrase}\" a source"));
    }
}

/// The first unsourced claim of every sentence, in reading order.
fn claims<'a>(cx: &Context<'a>) -> Vec<(Span, &'a str)> {
    let facts = cx.facts;
    let has_sources = shared::has_sources(cx.article);
    let is_on = cx.settings.is_on("references-missing", "evidence");
    let reported = shared::self_claim(cx).filter(|_| !has_sources && is_on);
    let opening = reported.as_ref().map(|_| shared::introduction(cx.article));
    // "Evidence-based" in the opening says again what the title says; "studies show" there is a claim of its own.
    let is_told = |sentence: &Sentence<'_>, hit: &Hit| {
        let is_label = facts
            .text_of(hit.sentence, hit.words.clone())
            .to_ascii_lowercase()
            .starts_with("evidence-");
        reported
            .as_ref()
            .is_some_and(|(own, _)| *own == hit.sentence)
            || opening.as_ref().is_some_and(|opening| {
                sentence.within.kind == TextKind::Title
                    || is_label && opening.contains(sentence.span())
            })
    };
    let mut found = Vec::new();
    let hits = facts.hits(Table::EvidenceAssertion);
    for hits in hits.chunk_by(|one, other| one.sentence == other.sentence) {
        let Some(index) = hits.first().map(|hit| hit.sentence) else {
            continue;
        };
        let Some(sentence) = facts.sentences.get(index) else {
            continue;
        };
        let is_open = match sentence.within.kind {
            TextKind::Title | TextKind::Heading => !has_sources && !sentence.text().ends_with('?'),
            TextKind::In(_) => !facts.is_cited(index) && !shared::names_source(sentence.text()),
        };
        let hit = hits.iter().find(|hit| !is_told(sentence, hit));
        if let Some(hit) = hit
            && is_open
            && facts.hits_in(Table::EvidenceAssertionNot, index).is_empty()
            && !facts.is_in_roles(index, APART)
        {
            found.push((
                facts.span_of(index, hit.words.clone()),
                facts.text_of(index, hit.words.clone()),
            ));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}
