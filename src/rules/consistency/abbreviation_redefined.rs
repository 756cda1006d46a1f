//! Abbreviations that are explained twice.

use crate::facts::Facts;
use crate::facts::abbreviation::{Abbreviation, Meaning};
use crate::rules::prelude::*;

rule! {
    /// An abbreviation stands for two things, or is spelled out again.
    ///
    /// ## Why it matters
    /// A reader who finds other words for the same letters has to ask whether they mean the same. Spelled out again, the
    /// letters make readers think that they missed something.
    ///
    /// Two different expansions are a warning; the same one again is a remark, one for each abbreviation. Answers of the FAQ
    /// are read by themselves, so they may spell it out once more. The catalogue also asks for abbreviations that are never
    /// used again; the rule leaves them alone, since readers may meet the letters in a letter from the clinic.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// A medial branch block (MBB) numbs a nerve.
    ///
    /// ## Results
    ///
    /// After a minimal back block (MBB) you keep a diary.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// A medial branch block (MBB) numbs a nerve.
    ///
    /// ## Results
    ///
    /// After the medial branch block (MBB) you keep a diary.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// A medial branch block (MBB) numbs a nerve.
    ///
    /// ## Results
    ///
    /// After the MBB you keep a diary. Medial branch blocks take an hour.
    /// ```
    RULE {
        name: "abbreviation-redefined", severity: Warning, since: "0.1.0",
        standard: "AMA Manual of Style; NHS formatting",
        summary: "an abbreviation is spelled out twice or stands for two things",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    for abbreviation in cx.facts.abbreviations() {
        let in_heading = |sentence: usize| {
            matches!(
                cx.facts.sentence(sentence).within.kind,
                TextKind::Heading | TextKind::Title
            )
        };
        let expanded = abbreviation
            .meanings
            .iter()
            .filter(|meaning| !in_heading(meaning.sentence));
        let expanded: Vec<(&Meaning, Vec<String>)> = expanded
            .filter_map(|meaning| Some((meaning, meaning.stems(cx.facts)?)))
            .collect();
        let Some((first, words)) = expanded.first() else {
            continue;
        };
        let firm = |meaning: &Meaning| meaning.is_firm(cx.facts, &abbreviation.text);
        let other = expanded
            .iter()
            .skip(1)
            .find(|(_, again)| !is_same(words, again));
        if let Some((again, _)) = other {
            if !firm(first) || !firm(again) {
                continue;
            }
            conflict(cx.facts, abbreviation, first, again, findings);
        } else if let Some((again, _)) = expanded
            .iter()
            .skip(1)
            .find(|(meaning, _)| !cx.facts.is_in_roles(meaning.sentence, &[Role::Faq]))
        {
            findings
                .report(
                    again.span,
                    format!("\"{}\" is spelled out again", abbreviation.text),
                )
                .severity(Severity::Info)
                .label(first.span, "spelled out here already")
                .help("Spell it out once, and use the letters from then on.");
        }
    }
}

fn conflict(
    facts: &Facts<'_>,
    abbreviation: &Abbreviation,
    first: &Meaning,
    again: &Meaning,
    findings: &mut Findings<'_>,
) {
    let words = |meaning: &Meaning| {
        facts.text_of(
            meaning.sentence,
            meaning.expansion.clone().unwrap_or_default(),
        )
    };
    findings
        .report(again.span, format!("\"{}\" stands for \"{}\" here", abbreviation.text, words(again)))
        .label(first.span, format!("and for \"{}\" here", words(first)))
        .help("Readers cannot tell whether the two are one thing. Use one expansion, and one abbreviation for each thing.");
}

/// How many words of the two differ, place by place.
fn differing(one: &[String], other: &[String]) -> usize {
    one.iter().zip(other).filter(|(a, b)| a != b).count()
}

/// Whether two expansions are one: the same words, or one with an adjective more.
fn is_same(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let near = |a: &String, b: &String| {
        let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        a == b
            || (common >= 2
                && common * 3 >= a.len().max(b.len())
                && short.len() == long.len()
                && differing(short, long) <= 1)
    };
    let joined = |stems: &[String]| stems.concat();
    joined(short) == joined(long)
        || short
            .iter()
            .all(|stem| long.iter().any(|other| near(stem, other)))
}
