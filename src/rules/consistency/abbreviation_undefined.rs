//! Abbreviations that nothing explains.

use crate::facts::abbreviation::{Abbreviation, AbbreviationUse, Meaning};
use crate::rules::prelude::*;

rule! {
    /// An abbreviation is used before the article says what it stands for, or is never spelled out.
    ///
    /// ## Why it matters
    /// Letters mean nothing to a reader who has not met them, and an abbreviation may stand for several things: PE is a
    /// clot in the lung to one reader and a school lesson to another.
    ///
    /// "Expansion (ABBR)", "ABBR (expansion)", "expansion, or ABBR", "ABBR stands for ...", "ABBR is a ..." and a glossary
    /// count. The title does not count as a use, nor does a heading over the text that explains it, nor what stands in
    /// references, credits and contact details. Abbreviations that are better known than their words (GP, MRI, HIV), Roman
    /// numerals, genes, units and words in capitals for weight are left out. The names of a few public bodies (CDC, FDA,
    /// NIH, VA, WHO) are left out too: they are names first.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// If the block helps, RFA may follow. RFA lasts longer.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// If the block helps, RFA may follow.
    ///
    /// ## What comes next
    ///
    /// Radiofrequency ablation (RFA) uses heat.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// If the block helps, radiofrequency ablation (RFA) may follow. RFA lasts longer.
    /// ```
    ///
    /// ```markdown,pass
    /// # RFA for back pain
    ///
    /// ## What is RFA?
    ///
    /// RFA (radiofrequency ablation) uses heat. Your GP can explain the MRI. Do NOT drive for a day.
    /// ```
    ///
    /// Genes, and how a word is said, are no abbreviations; the next sentence may explain:
    /// ```markdown,pass
    /// # Emphysema
    ///
    /// Emphysema (em-fi-SE-ma) may be due to a change in the TERT gene. It lowers your FEV. FEV is a measure of the air you
    /// blow out. ACE inhibitors (tablets for blood pressure) do not help.
    /// ```
    ///
    /// Letters inside a name belong to the name:
    /// ```markdown,pass
    /// # Clinic account
    ///
    /// Write to us at 12 QRK Road. Sign in with a Premium QRK Logon first.
    /// ```
    ///
    /// A list in the same sentence can have a word for each letter:
    /// ```markdown,pass
    /// # A jab
    ///
    /// The DTP jab protects your baby against diphtheria, tetanus and polio. DTP is given three times.
    /// ```
    RULE {
        name: "abbreviation-undefined", severity: Warning, since: "0.1.0",
        standard: "PEMAT 3; CDC CCI 7; NHS formatting",
        summary: "an abbreviation is not spelled out at its first use",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    for abbreviation in cx.facts.abbreviations() {
        let first_meaning = abbreviation.meanings.first();
        let Some(first) = first_use(abbreviation, first_meaning) else {
            continue;
        };
        match first_meaning {
            None => unexplained(abbreviation, first, findings),
            // The next sentence is soon enough.
            Some(meaning) if meaning.sentence > first.sentence + 1 => {
                late(cx, abbreviation, first, meaning, findings);
            }
            Some(_) => {}
        }
    }
}

/// The first use that counts: headings do not where the text explains it.
fn first_use<'f>(
    abbreviation: &'f Abbreviation,
    meaning: Option<&Meaning>,
) -> Option<&'f AbbreviationUse> {
    let mut uses = abbreviation.uses.iter();
    uses.find(|at| !at.in_heading || meaning.is_none())
}

fn unexplained(abbreviation: &Abbreviation, first: &AbbreviationUse, findings: &mut Findings<'_>) {
    let finding = findings.report(
        first.span,
        format!("\"{}\" is never spelled out", abbreviation.text),
    );
    finding.help("A reader who has not met these letters cannot guess them. Write the words in full at first use, with the letters in brackets if they come again.");
    for again in abbreviation.uses.iter().skip(1).take(3) {
        finding.label(again.span, "used again");
    }
}

fn late(
    cx: &Context<'_>,
    abbreviation: &Abbreviation,
    first: &AbbreviationUse,
    meaning: &Meaning,
    findings: &mut Findings<'_>,
) {
    let name = &abbreviation.text;
    let finding = findings.report(
        first.span,
        format!("\"{name}\" is used before it is spelled out"),
    );
    finding.label(meaning.span, "spelled out only here").help(
        "Readers read from the top. Spell it out here, and use the letters alone from then on.",
    );
    if let Some(fix) = moved(cx, first, meaning) {
        finding.fix(fix);
    }
}

/// Spells out the first use, and leaves the letters alone where they were spelled out.
fn moved(cx: &Context<'_>, first: &AbbreviationUse, meaning: &Meaning) -> Option<Fix> {
    let words = meaning.expansion.clone().filter(|_| meaning.is_bracketed)?;
    let written = cx.facts.text_of(first.sentence, first.word..first.word + 1);
    let full = cx.facts.text_of(meaning.sentence, words.clone());
    let is_exact = cx.article.source.slice(meaning.span).starts_with(full);
    if !is_exact || full.contains('\n') {
        return None;
    }
    let mut letters = full.chars();
    let initial = letters.next()?;
    let initial = if first.word == 0 {
        initial.to_uppercase().to_string()
    } else {
        initial.to_lowercase().to_string()
    };
    let close = meaning.span.end();
    let has_bracket = cx
        .article
        .source
        .text()
        .get(close..)
        .is_some_and(|rest| rest.starts_with(')'));
    let last = cx.facts.text_of(meaning.sentence, words.end..words.end + 1);
    let spelled = has_bracket.then(|| Edit {
        span: Span::new(meaning.span.start(), close + 1),
        text: last.to_owned(),
    })?;
    Some(Fix {
        title: format!("spell out \"{written}\" here"),
        edits: vec![
            Edit {
                span: first.span,
                text: format!("{initial}{} ({written})", letters.as_str()),
            },
            spelled,
        ],
        safety: Safety::NeedsReview,
    })
}
