//! Claims to cure, and to have no side effects.

use crate::lexicon::constant::built;
use crate::lexicon::lists::List;
use crate::lexicon::{Patterns, Tokens};
use crate::rules::prelude::*;
use crate::rules::wording;
use std::sync::LazyLock;

rule! {
    /// A treatment is said to cure what has no cure, or to have no side effects, no risk or no pain.
    ///
    /// ## Why it matters
    /// Such claims are how false cures are sold; regulators act on them. A reader who believes one may stop a treatment that
    /// works, or not call when something goes wrong.
    ///
    /// The phrases are the rows of `src/lexicon/lists/cures.tsv`. Those that can be true of some treatment ("the procedure is
    /// painless", "carries no risk", "breakthrough treatment") are a warning. What is negated, asked, hedged ("most people
    /// have no side effects"), reported ("no side effects were reported") or warned of ("beware of a miracle cure") passes.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// It is a painless injection.
    /// ```
    ///
    /// ```markdown,flag
    /// # Herbs
    ///
    /// This herb cures arthritis.
    /// ```
    ///
    /// ```markdown,flag
    /// # Gel
    ///
    /// The gel has no side effects.
    /// ```
    ///
    /// ```markdown,flag
    /// # Vein surgery
    ///
    /// The operation is short. There are no risks.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Crema de hierbas
    ///
    /// La crema no tiene efectos secundarios.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Crema de hierbas
    ///
    /// La crema no cura la artritis. La mayoría no tiene efectos secundarios. ¿Es 100 % segura? Si no tiene efectos secundarios, siga.
    /// Ninguna crema es 100 % segura.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// The injection may sting. Is it a painless injection? It does not cure arthritis. No treatment is risk-free.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// No side effects were reported in the first week. Most people have no side effects. Few drugs have no side effects.
    /// If you have no side effects, keep taking the tablets. Beware of miracle cures. The lump is painless. An ultrasound
    /// scan is painless. Breakthrough pain can be treated. You have no risk factors.
    /// ```
    ///
    /// That nothing is free of harm is no claim:
    /// ```markdown,pass
    /// # Tablets
    ///
    /// No tablet is free of side effects. None of these medicines is free from side effects.
    /// ```
    RULE {
        name: "cure-or-no-side-effects", severity: Error, since: "0.1.0",
        standard: "FTC Health Products Compliance Guidance 2022; FDA health fraud",
        summary: "a claim to cure, or to have no side effects",
    }
}

/// Claims in Spanish that regulators act on.
static CLAIMS: LazyLock<Patterns> = LazyLock::new(|| {
    built(Patterns::new([
        "cura|curan ?por ?completo la|el|los|las|su ?enfermedad ?de diabetes|artritis|artrosis|asma|cancer|migrana|migranas|epilepsia|lupus|fibromialgia|ciatica|demencia|alzheimer|parkinson|psoriasis|hipertension|depresion|autismo|eczema",
        "no tiene|tienen|causa|causan|produce|producen|provoca|provocan ?ningun ?ningunos efecto|efectos secundario|secundarios|adverso|adversos",
        "sin ?ningun efectos|efecto secundarios|secundario",
    ]))
});

/// Claims in Spanish without a limit, which may be true of something.
static LIMITLESS: LazyLock<Patterns> = LazyLock::new(|| {
    built(Patterns::new([
        "100 ?por ?ciento seguro|segura|seguros|seguras|eficaz|eficaces|efectivo|efectiva|natural",
        "^no hay|existe|existen ?ningun riesgo|riesgos$",
    ]))
});

/// Words by which a sentence makes no such claim: it denies it, asks, hedges or warns.
fn is_hedged(tokens: &Tokens, start: usize) -> bool {
    let hedges = |word: &str| {
        matches!(
            word,
            "si" | "mayoria"
                | "muchas"
                | "muchos"
                | "algunas"
                | "algunos"
                | "puede"
                | "pueden"
                | "casi"
                | "suele"
                | "suelen"
                | "mito"
                | "prometen"
                | "promete"
                | "dicen"
                | "desconfie"
                | "ningun"
                | "ninguna"
                | "pocos"
                | "pocas"
                | "generalmente"
        )
    };
    let is_denial = |word: &str| matches!(word, "no" | "ni" | "nunca" | "tampoco" | "nada");
    tokens.words().any(hedges) || (0..start).any(|at| is_denial(tokens.word(at)))
}

/// The claims of a Spanish article, each sentence once.
fn in_spanish(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (index, tokens) in cx.facts.tokens.iter().enumerate() {
        if wording::is_question(cx, index) {
            continue;
        }
        let find = |patterns: &Patterns| {
            (0..tokens.len()).find_map(|start| Some((start, patterns.match_at(tokens, start)?)))
        };
        let (found, severity) = match find(&CLAIMS) {
            Some(found) => (Some(found), Severity::Error),
            None => (find(&LIMITLESS), Severity::Warning),
        };
        let Some((start, end)) = found.filter(|(start, _)| !is_hedged(tokens, *start)) else {
            continue;
        };
        let text = cx.facts.text_of(index, start..end);
        findings
            .report(
                cx.facts.span_of(index, start..end),
                format!("\"{text}\" is a claim that regulators act on"),
            )
            .severity(severity)
            .help("A reader may stop a treatment that works, or not call when something goes wrong. Say what it can do, for how many, and which side effects there are.");
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() == "es" {
        in_spanish(cx, findings);
        return;
    }
    let groups = wording::groups(cx, List::Cures, |term| {
        !wording::is_question(cx, term.sentence)
    });
    wording::report_each(cx, findings, groups, |text, _| {
        format!("\"{text}\" is a claim that regulators act on")
    });
}
