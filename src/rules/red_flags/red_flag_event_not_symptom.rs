//! Events in a list of symptoms.

use super::places;
use crate::facts::ListUse;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A list that promises symptoms or signs holds an event or a risk.
    ///
    /// ## Why it matters
    /// "See a doctor if you have these symptoms: a serious accident" makes the reader stop and read again. A line that fits
    /// all items is read once.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Neck pain
    ///
    /// ## When to get help
    ///
    /// Call your doctor today if you have any of these symptoms:
    ///
    /// - weakness in an arm
    /// - a serious accident
    /// - a history of cancer
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Neck pain
    ///
    /// ## When to get help
    ///
    /// Call your doctor today if your neck hurts and:
    ///
    /// - an arm is weak
    /// - it started with a serious accident
    /// - you have had cancer
    ///
    /// Call 911 if you have these symptoms:
    ///
    /// - pain that started after an accident
    /// - trouble walking
    /// ```
    RULE { name: "red-flag-event-not-symptom", severity: Info, since: "0.1.0",
        standard: "plain consistency of a list with its lead-in",
        summary: "a list of symptoms holds an event or a risk" }
}

/// Categories of topic packs that are events or risks.
const EVENTS: &[&str] = &[
    "major-trauma",
    "fragility-fracture-risk",
    "cancer-history",
    "immune-suppression",
    "iv-drug-use-or-recent-infection",
    "age-first-onset",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for place in places::parts(cx) {
        for list in places::lists(cx, place) {
            let Some(lead) = list.lead.filter(|lead| promises_symptoms(cx, *lead)) else {
                continue;
            };
            report(cx, findings, lead, &events(cx, list));
        }
    }
}

fn promises_symptoms(cx: &Context<'_>, lead: usize) -> bool {
    !cx.facts.hits_in(Table::SymptomLead, lead).is_empty()
        && cx.facts.hits_in(Table::WiderLead, lead).is_empty()
}

fn events(cx: &Context<'_>, list: &ListUse) -> Vec<Span> {
    let first = list
        .items
        .iter()
        .filter_map(|item| cx.facts.sentences_in(*item).next());
    let events = first.filter(|index| is_event(cx, *index));
    events
        .filter_map(|index| Some(cx.facts.sentences.get(index)?.span()))
        .collect()
}

/// Whether an item opens with an event; a symptom that a pack knows in it makes it a symptom.
fn is_event(cx: &Context<'_>, sentence: usize) -> bool {
    let opens = !cx.facts.hits_in(Table::EventItem, sentence).is_empty();
    let known = cx.facts.concepts().iter().filter(|concept| {
        concept
            .mentions
            .iter()
            .any(|mention| mention.sentence == sentence)
    });
    let mut known = known.filter_map(|concept| concept.known);
    opens && known.all(|(_, known)| EVENTS.contains(&known.id.as_str()))
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, lead: usize, events: &[Span]) {
    let Some((first, rest)) = events.split_first() else {
        return;
    };
    let item = cx
        .article
        .source
        .slice(*first)
        .trim_end_matches(['.', ';', ',']);
    let finding = findings
        .report(*first, format!("\"{item}\" is an event or a risk, and the list promises symptoms"))
        .help("Word the first line so that it fits every item (\"Get help now if you have back pain and:\"), and the item to go on from it (\"it started after a serious accident\").");
    if let Some(lead) = cx.facts.sentences.get(lead) {
        finding.label(lead.span(), "the line that promises symptoms");
    }
    for span in rest {
        finding.label(*span, "nor is this a symptom");
    }
}
