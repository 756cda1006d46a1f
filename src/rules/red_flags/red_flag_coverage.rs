//! Red flags that guidelines name and the article does not.

use super::missing::{self, Category};
use super::places;
use crate::config::pack::{Reference, Required, TopicPack};
use crate::rules::prelude::*;

rule! {
    /// The red flags leave out some that guidelines on the topic name.
    ///
    /// ## Why it matters
    /// A reader with a warning sign that the list leaves out may think that it is harmless. A topic pack knows what
    /// published guidelines name. The rule compares; it never says that a list is complete.
    ///
    /// Misses are shown by category, what guidelines agree on first. A concept that the article gives advice on elsewhere
    /// is not missing. A whole category of which nothing is named is told by `red-flag-category-gap` instead. The packs are not signed by a clinician yet, so this is a warning; in a signed pack it is an error
    /// where guidelines agree.
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
    /// - you have numbness or tingling around your genitals or buttocks
    /// - you cannot control when you pee or poo
    /// - you find it hard to pee
    /// - you have pain, tingling or weakness in both legs
    /// - you lose feeling during sex
    /// - you have new trouble walking
    /// - you have chest pain
    /// - it started after a serious accident
    ///
    /// Call your doctor today if:
    ///
    /// - you have a high temperature
    /// - you have a weakened immune system, inject drugs or had a recent infection
    /// - you have osteoporosis
    /// - there is a lump in your back
    /// - you have had cancer
    ///
    /// See your doctor if the pain is not better after 6 weeks.
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
    /// - you have numbness or tingling around your genitals or buttocks
    /// - you cannot control when you pee or poo
    /// - you find it hard to pee
    /// - you have pain, tingling or weakness in both legs
    /// - you lose feeling during sex
    /// - you have chest pain
    /// - it started after a serious accident
    ///
    /// Call your doctor today if:
    ///
    /// - you have new trouble walking
    /// - you have a high temperature
    /// - you have a weakened immune system, inject drugs or had a recent infection
    /// - you have osteoporosis
    /// - there is a lump in your back
    /// - you have had cancer
    /// - you have lost weight without trying to
    /// - the pain is worse at night
    ///
    /// See your doctor if the pain is not better after 6 weeks.
    /// ```
    RULE { name: "red-flag-coverage", severity: Warning, since: "0.1.0",
        standard: "NICE NG59 1.1.1; ACP 2011; ACR LBP 2021; GIRFT CES 2023; IFOMPT 2020; NHS Back pain",
        summary: "red flags that guidelines name are missing" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(place) = missing::place(cx) else {
        return; // red-flags-missing says it
    };
    for pack in &cx.settings.packs {
        for category in missing::categories(cx, pack) {
            // red-flag-category-gap tells the others.
            if !category.is_gap {
                report(cx, findings, place, pack, &category);
            }
        }
    }
}

fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    place: &RolePlace,
    pack: &TopicPack,
    category: &Category<'_>,
) {
    let concepts = &category.concepts;
    let labels: Vec<String> = concepts
        .iter()
        .map(|concept| format!("\"{}\"", concept.label))
        .collect();
    let wording: Vec<String> = concepts
        .iter()
        .map(|concept| format!("\"{}\" ({})", concept.plain, concept.urgency.name()))
        .collect();
    let mut sources: Vec<&str> = concepts
        .iter()
        .flat_map(|concept| &concept.sources)
        .map(Reference::short)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let firm = concepts
        .iter()
        .any(|concept| concept.required == Required::Must);
    let message = format!(
        "{} {} not named in the red flags: {}",
        category.shown(),
        if concepts.len() == 1 { "sign" } else { "signs" },
        labels.join(", ")
    );
    let signed = if pack.is_signed {
        ""
    } else {
        " The pack has no clinical sign-off yet: ask your reviewer."
    };
    findings
        .report(places::head(cx, place), message)
        .severity(if pack.is_signed && firm {
            Severity::Error
        } else {
            Severity::Warning
        })
        .help(format!(
            "Wording to adapt: {}. Named by {}.{signed}",
            wording.join("; "),
            sources.join(", ")
        ));
}
