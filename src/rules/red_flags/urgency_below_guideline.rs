//! Advice that is slower than guidelines ask for.

use crate::config::pack::{Concept, Reference};
use crate::facts::{ConceptUse, Counsel, Urgency};
use crate::rules::consistency::conflict;
use crate::rules::prelude::*;

rule! {
    /// A red flag is given slower advice than published guidelines give it.
    ///
    /// ## Why it matters
    /// Loss of bladder control under "see your doctor soon" can cost a reader the use of their legs. The level comes from
    /// the topic pack, with its sources; the packs are not signed by a clinician yet, so it is a warning.
    ///
    /// Where an article contradicts itself on the same sign, `urgency-conflict` says so and this rule keeps silent.
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
    /// Make an appointment with your doctor if you have:
    ///
    /// - loss of bladder control
    /// ```
    ///
    /// Signs that are an emergency on any topic are known without a pack on it:
    /// ```markdown,flag
    /// # Asthma in children
    ///
    /// See your doctor if your child's lips turn blue.
    /// ```
    ///
    /// ```markdown,flag
    /// # Low mood after birth
    ///
    /// Tell your doctor at the next visit if you have suicidal thoughts.
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
    /// Call 911 or go to the emergency room now if you have:
    ///
    /// - loss of bladder control
    /// ```
    ///
    /// What comes and goes, is mild or lies in the past is no emergency:
    /// ```markdown,pass
    /// # Angina
    ///
    /// See your doctor if you have chest pain that comes and goes. Tell your doctor if you have had a severe allergic
    /// reaction before.
    ///
    /// If you think of ending your life, call 988 now. Call 911 if your child's lips turn blue.
    /// ```
    RULE { name: "urgency-below-guideline", severity: Warning, since: "0.1.0",
        standard: "NHS care-card tiers; the topic pack's sources",
        summary: "advice is slower than guidelines ask for" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let conflicts = conflict::conflicts(cx.facts);
    let in_conflict = |index: usize| {
        conflicts
            .iter()
            .any(|conflict| conflict.concepts.contains(&index))
    };
    let mut groups: Vec<(Vec<usize>, Vec<&ConceptUse>)> = Vec::new();
    for (index, concept) in cx.facts.concepts().iter().enumerate() {
        if in_conflict(index) {
            continue;
        }
        let slow = too_slow(cx, concept);
        if slow.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(counsels, of)| {
            *counsels == slow && of.first().and_then(|first| first.expected()) == concept.expected()
        }) {
            Some((_, concepts)) => concepts.push(concept),
            None => groups.push((slow, vec![concept])),
        }
    }
    for (counsels, concepts) in groups {
        report(cx, findings, &counsels, &concepts);
    }
}

/// The advice on a concept that is below its level in the pack.
fn too_slow(cx: &Context<'_>, concept: &ConceptUse) -> Vec<usize> {
    let Some(expected) = concept.expected() else {
        return Vec::new();
    };
    let slow = concept
        .bindings
        .iter()
        .filter(|binding| cx.facts.counsel(binding.counsel).level() < expected);
    slow.filter(|binding| concept.bound(binding).qualifier.is_empty())
        .map(|binding| binding.counsel)
        .collect()
}

fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    counsels: &[usize],
    concepts: &[&ConceptUse],
) {
    let (Some(first), Some(counsel)) = (
        concepts.first(),
        counsels.first().map(|index| cx.facts.counsel(*index)),
    ) else {
        return;
    };
    let Some(expected) = first.expected() else {
        return;
    };
    let Some((pack, known)) = first.known else {
        return;
    };
    let word = cx.article.source.slice(counsel.word);
    let names: Vec<String> = concepts
        .iter()
        .map(|concept| format!("\"{}\"", concept.label))
        .collect();
    let source = known.sources.first().map_or("guidelines", Reference::short);
    let message = format!(
        "{} {} \"{word}\" ({}); {source} puts {} at {}",
        names.join(", "),
        if names.len() == 1 { "gets" } else { "get" },
        counsel.level().name(),
        if names.len() == 1 { "it" } else { "them" },
        expected.name()
    );
    let finding = findings.report(primary(cx, concepts, counsels), message);
    if pack.is_signed {
        finding.severity(Severity::Error);
    }
    for index in counsels {
        let counsel: &Counsel = cx.facts.counsel(*index);
        finding.label(
            counsel.word,
            format!("{}: {}", counsel.level().name(), counsel.level().meaning()),
        );
    }
    finding.help(format!(
        "Send readers with this sign for help {}: {}. Sources: {}.",
        match expected {
            Urgency::Emergency => "now",
            Urgency::Urgent => "the same day",
            Urgency::Soon => "within days",
            Urgency::Routine | Urgency::SelfCare => "with an ordinary appointment",
        },
        wording(cx, known, expected),
        cited(&known.sources)
    ));
}

fn cited(sources: &[Reference]) -> String {
    let cited: Vec<String> = sources.iter().map(Reference::to_string).collect();
    cited.join("; ")
}

/// The first place that names one of the concepts under advice that is too slow.
fn primary(cx: &Context<'_>, concepts: &[&ConceptUse], slow: &[usize]) -> Span {
    let mentions = concepts.iter().flat_map(|concept| {
        let bound = concept.bindings.iter();
        bound
            .filter(|binding| slow.contains(&binding.counsel))
            .map(|binding| concept.bound(binding).span)
    });
    mentions.min().unwrap_or_else(|| cx.article.title_span())
}

fn wording(cx: &Context<'_>, known: &Concept, expected: Urgency) -> String {
    let region = &cx.settings.region;
    if let Some(line) = region.crisis_line.filter(|_| known.crisis_line) {
        return format!("\"Call {} now ({}) if:\"", line.number, line.name);
    }
    match (expected, region.emergency_number) {
        (Urgency::Emergency, Some(number)) => format!(
            "\"Call {number} or go to {} now if:\"",
            region.emergency_place
        ),
        (Urgency::Emergency, None) => format!("\"Go to {} now if:\"", region.emergency_place),
        (Urgency::Urgent, _) if region.code == "GB" => {
            "\"Ask for an urgent GP appointment or call 111 if:\"".to_owned()
        }
        (Urgency::Urgent, _) => "\"Call your doctor today if:\"".to_owned(),
        (Urgency::Soon, _) => "\"See your doctor within a few days if:\"".to_owned(),
        (Urgency::Routine | Urgency::SelfCare, _) => {
            "\"Make an appointment with your doctor if:\"".to_owned()
        }
    }
}
