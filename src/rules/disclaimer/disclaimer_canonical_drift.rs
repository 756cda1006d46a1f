//! Disclaimers that are not the team's own text.

use super::differences::{Differences, differences};
use crate::lexicon::Tokens;
use crate::rules::prelude::*;

rule! {
    /// The disclaimer is not one of the texts that the team has agreed on.
    ///
    /// ## Why it matters
    /// Somebody has weighed every word of the agreed text. Copies that are edited by hand drift: one says "call", one
    /// "contact", one has lost the sentence about emergencies, and nobody knows which of them was approved.
    ///
    /// The texts stand in `facetdoc.toml` under `[disclaimers]`; without them the rule keeps silent. Case, spaces, quotes
    /// and punctuation do not count. Front matter such as `disclaimer: standard` stands for the text of that name.
    ///
    /// ## Flagged
    /// ```toml,config
    /// [disclaimers]
    /// standard = "This page is for information only. It does not replace advice from your doctor. In an emergency call 911."
    /// ```
    ///
    /// ```markdown,flag
    /// # Tennis elbow
    ///
    /// ## Disclaimer
    /// This page is for information only. It does not replace advice from your therapist. In an emergency call 911.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Tennis elbow
    ///
    /// ## Disclaimer
    /// *This page is for information only. It does not replace advice from your doctor. In an emergency, call 911.*
    /// ```
    RULE { name: "disclaimer-canonical-drift", severity: Warning, since: "0.1.0",
        standard: "editorial control: NHS Standard for creating health content 1",
        summary: "the disclaimer is not one of the texts that the team has agreed on" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let agreed = &cx.settings.config.disclaimers;
    let named = cx.article.meta.disclaimer.as_ref();
    let stands_for_one = named.is_some_and(|named| agreed.contains_key(named.value.trim()));
    if agreed.is_empty() || stands_for_one {
        return;
    }
    let Some(disclaimer) = cx.facts.disclaimer() else {
        return; // disclaimer-missing says it
    };
    let proses = disclaimer.proses;
    let text: Vec<&str> = proses.iter().map(|prose| prose.text()).collect();
    let own = Tokens::of(&text.join(" "));
    let compared = agreed
        .iter()
        .map(|(id, text)| (differences(&Tokens::of(text), &own), id));
    let nearest = compared.max_by(|(a, _), (b, _)| a.share.total_cmp(&b.share));
    let (Some((differences, id)), Some(first)) = (nearest, proses.first()) else {
        return;
    };
    if differences.is_none() {
        return;
    }
    let (Some(last), Some(wanted)) = (proses.last(), agreed.get(id)) else {
        return;
    };
    let at = first.trimmed().whole();
    let finding = findings.report(at, message(id, &differences));
    finding.help(format!(
        "Nobody has agreed on this wording. Use the text \"{id}\" as it stands: \"{wanted}\""
    ));
    // Another text altogether may stand there for a reason.
    let is_plain = first.marks().is_empty() && std::ptr::eq(*first, *last);
    if differences.share >= NEAR && is_plain {
        finding.fix(Fix {
            title: format!("use the text \"{id}\""),
            edits: vec![Edit {
                span: at,
                text: wanted.clone(),
            }],
            safety: Safety::NeedsReview,
        });
    }
}

/// The share of equal words from which a text is a copy of another that has drifted; the rule catalogue's own numbers.
const NEAR: f64 = 0.9;
/// The share below which it is another text.
const FAR: f64 = 0.5;

fn message(id: &str, differences: &Differences) -> String {
    if differences.share < FAR {
        return format!("the disclaimer is another text than the agreed \"{id}\"");
    }
    let quoted = |words: &[String]| {
        let quoted: Vec<String> = words.iter().map(|words| format!("\"{words}\"")).collect();
        quoted.join(", ")
    };
    let mut told = Vec::new();
    if !differences.lacking.is_empty() {
        told.push(format!("it lacks {}", quoted(&differences.lacking)));
    }
    if !differences.added.is_empty() {
        told.push(format!("it has {}", quoted(&differences.added)));
    }
    format!(
        "the disclaimer differs from the agreed \"{id}\": {}",
        told.join("; ")
    )
}
