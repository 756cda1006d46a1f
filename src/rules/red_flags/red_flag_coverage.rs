//! Red flags that guidelines name and the article does not.

use super::places;
use crate::config::pack::{Concept, Required, TopicPack};
use crate::rules::prelude::*;

rule! {
    /// The red flags leave out some that guidelines on the topic name.
    ///
    /// ## Why it matters
    /// A reader with a warning sign that the list leaves out may think that it is harmless. A topic pack knows what
    /// published guidelines name. The rule compares; it never says that a list is complete.
    ///
    /// Misses are shown by category, what guidelines agree on first. A concept that the article gives advice on elsewhere
    /// is not missing. The packs are not signed by a clinician yet, so this is a warning; in a signed pack it is an error
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
    let Some(place) = places::parts(cx)
        .into_iter()
        .next()
        .or_else(|| places::outermost(cx).into_iter().next())
    else {
        return; // red-flags-missing says it
    };
    let audience = cx.settings.audience(cx.article);
    for pack in cx.settings.packs.iter().filter(|pack| pack.asks_coverage) {
        let missing = |concept: &&Concept| {
            concept.required != Required::May
                && concept.is_for(&audience)
                && !is_covered(cx, pack, concept)
        };
        let missing: Vec<&Concept> = pack.concepts.iter().filter(missing).collect();
        let mut categories: Vec<&str> = missing
            .iter()
            .map(|concept| concept.category.as_str())
            .collect();
        categories.dedup();
        let mut seen: Vec<&str> = Vec::new();
        for category in categories {
            if !seen.contains(&category) {
                seen.push(category);
                report(cx, findings, place, pack, category, &missing);
            }
        }
    }
}

fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    place: &RolePlace,
    pack: &TopicPack,
    category: &str,
    missing: &[&Concept],
) {
    let mut concepts: Vec<&Concept> = missing
        .iter()
        .copied()
        .filter(|concept| concept.category == category)
        .collect();
    concepts.sort_by_key(|concept| concept.required);
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
        .map(|source| source.short())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let firm = concepts
        .iter()
        .any(|concept| concept.required == Required::Must);
    let message = format!(
        "{} {} not named in the red flags: {}",
        category_name(category),
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

/// "cauda-equina" as a reader would write it.
fn category_name(category: &str) -> String {
    category.replace('-', " ")
}

/// Whether the red flags name the concept, or one that stands for it, or the article gives advice on it elsewhere.
fn is_covered(cx: &Context<'_>, pack: &TopicPack, concept: &Concept) -> bool {
    cx.facts.concepts.iter().any(|found| {
        let Some((of, known)) = found.known else {
            return false;
        };
        let same =
            of.id == pack.id && (known.id == concept.id || known.satisfies.contains(&concept.id));
        same && (!found.bindings.is_empty()
            || found.mentions.iter().any(|mention| mention.is_red_flag))
    })
}
