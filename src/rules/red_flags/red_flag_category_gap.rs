//! Whole groups of red flags of which the article names none.

use super::missing::{self, Category};
use super::places;
use crate::config::pack::{Reference, Required};
use crate::rules::prelude::*;

rule! {
    /// The red flags name nothing of a group of dangers that all guidelines on the topic name.
    ///
    /// ## Why it matters
    /// A list that names infection and injury but nothing about cancer tells a reader with a history of cancer that there
    /// is no danger. A missing sign may be a choice; a missing group is seldom one.
    ///
    /// The topic pack says which groups there must be, with its sources. All gaps are one finding; `red-flag-coverage`
    /// tells of groups of which only a part is missing. In a pack that a clinician has signed it is an error.
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
    /// Call 911 or go to the emergency room now if:
    ///
    /// - you cannot control when you pee or poo
    /// - it started after a serious accident
    ///
    /// Call your doctor today if you have a high temperature.
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
    /// Call 911 or go to the emergency room now if:
    ///
    /// - you cannot control when you pee or poo
    /// - it started after a serious accident
    ///
    /// Call your doctor today if:
    ///
    /// - you have a high temperature
    /// - you have had cancer
    /// ```
    RULE { name: "red-flag-category-gap", severity: Warning, since: "0.1.0",
        standard: "Verhagen 2016 (cancer, fracture, cauda equina and infection are the groups that guidelines share)",
        summary: "the red flags name nothing of a group that guidelines name" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(place) = missing::place(cx) else {
        return; // red-flags-missing says it
    };
    for pack in &cx.settings.packs {
        let mut gaps = missing::categories(cx, pack);
        gaps.retain(|category| category.is_gap);
        if gaps.is_empty() {
            continue;
        }
        let names: Vec<String> = gaps.iter().map(Category::shown).collect();
        let message = format!("the red flags name nothing about: {}", names.join(", "));
        let wording: Vec<String> = gaps.iter().map(wording).collect();
        let finding = findings.report(places::head(cx, place), message);
        if pack.is_signed {
            finding.severity(Severity::Error);
        }
        let signed = if pack.is_signed {
            ""
        } else {
            " The pack has no clinical sign-off yet: ask your reviewer."
        };
        finding.help(format!(
            "Readers take what is not named as harmless. Wording to adapt: {}. Named by {}.{signed}",
            wording.join("; "),
            sources(&gaps).join(", ")
        ));
    }
}

/// `malignancy: "you have had cancer" (urgent), ...`: what guidelines agree on, else the first.
fn wording(gap: &Category<'_>) -> String {
    let must = gap
        .concepts
        .iter()
        .filter(|concept| concept.required == Required::Must);
    let mut asked: Vec<_> = must.collect();
    if asked.is_empty() {
        asked.extend(gap.concepts.first());
    }
    let asked: Vec<String> = asked
        .iter()
        .map(|concept| format!("\"{}\" ({})", concept.plain, concept.urgency.name()))
        .collect();
    format!("{}: {}", gap.shown(), asked.join(", "))
}

fn sources<'a>(gaps: &[Category<'a>]) -> Vec<&'a str> {
    let concepts = gaps.iter().flat_map(|gap| &gap.concepts);
    let mut sources: Vec<&str> = concepts
        .flat_map(|concept| &concept.sources)
        .map(Reference::short)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}
