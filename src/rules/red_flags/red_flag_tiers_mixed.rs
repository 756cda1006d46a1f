//! One list for what must be acted on at different speeds.

use super::places;
use crate::facts::{ConceptUse, Urgency};
use crate::rules::prelude::*;

rule! {
    /// One list with one piece of advice mixes signs that guidelines treat at different speeds.
    ///
    /// ## Why it matters
    /// A reader with fever and a reader who cannot pee need different advice. In one list, both get the same: too slow for
    /// one, or so fast for the other that the next reader takes neither seriously.
    ///
    /// If the advice is as fast as the most urgent sign needs, nobody is put at risk; then it is only a note. The speeds
    /// come from the topic pack.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// packs: [low-back-pain-red-flags]
    /// ---
    /// # Low back pain
    ///
    /// ## When to get help
    ///
    /// See your doctor today if you have:
    ///
    /// - a high temperature
    /// - loss of bladder control
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// packs: [low-back-pain-red-flags]
    /// ---
    /// # Low back pain
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - loss of bladder control
    ///
    /// See your doctor today if you have:
    ///
    /// - a high temperature
    /// ```
    RULE { name: "red-flag-tiers-mixed", severity: Warning, since: "0.1.0",
        standard: "NHS care cards: one card per level",
        summary: "one list mixes signs of different urgency" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for place in places::parts(cx) {
        for list in places::lists(cx, place) {
            let governing = places::governing(cx, list);
            let Some(highest) = governing.iter().map(|counsel| counsel.level()).max() else {
                continue;
            };
            let mut known: Vec<(Urgency, &ConceptUse, Span)> = cx
                .facts
                .concepts()
                .iter()
                .filter_map(|concept| governed(cx, concept, list.span))
                .collect();
            known.sort_by_key(|(level, _, span)| (std::cmp::Reverse(*level), *span));
            let (Some(most), Some(least)) = (known.first(), known.last()) else {
                continue;
            };
            if most.0 == least.0 {
                continue;
            }
            let message = format!(
                "one list mixes signs that need help at different speeds: {} (\"{}\") and {} (\"{}\")",
                most.0.name(),
                most.1.label,
                least.0.name(),
                least.1.label
            );
            let head = list.lead.map_or_else(
                || places::head(cx, place),
                |lead| cx.facts.sentence(lead).span(),
            );
            let severity = if highest >= most.0 {
                Severity::Info
            } else {
                Severity::Warning
            };
            findings
                .report(head, message)
                .severity(severity)
                .label(most.2, format!("guidelines say {}: {}", most.0.name(), most.0.meaning()))
                .label(least.2, format!("guidelines say {}: {}", least.0.name(), least.0.meaning()))
                .help("Make one list for each speed, the most urgent first, each with its own first line that says what to do.");
        }
    }
}

/// A concept of the list that has no advice in its own item: its level in the pack and its place.
fn governed<'a>(
    cx: &Context<'a>,
    concept: &'a ConceptUse,
    list: Span,
) -> Option<(Urgency, &'a ConceptUse, Span)> {
    // Emergencies that any article may speak of have a level each, but no guideline parts them into lists.
    concept.known.filter(|(pack, _)| pack.asks_coverage)?;
    let level = concept.expected()?;
    let mention = concept
        .mentions
        .iter()
        .find(|mention| list.contains(mention.span))?;
    let own = cx.facts.counsels_of(mention.sentence).next().is_some();
    (!own).then_some((level, concept, mention.span))
}
