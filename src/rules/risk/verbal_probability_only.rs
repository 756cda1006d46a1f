//! Chances given in words only.

use crate::facts::{Facts, QuantityKind};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// How likely a benefit or harm is, is said in a word only: "rare", "most patients".
    ///
    /// ## Why it matters
    /// "Rare" means one in three to some readers and one in a million to others. A number lets them weigh the choice.
    ///
    /// A number in the sentence, its paragraph, its list or its row is enough; so is a legend that gives the words' numbers
    /// ("common: up to 1 in 10 people"). All places are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Risks
    ///
    /// Infection is rare. Most patients tolerate the block well.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Risks
    ///
    /// Infection is rare: it happens to fewer than 1 in 1,000 people. Bruises are common (1 in 10 people).
    ///
    /// A common cold is no reason to stay at home. Twice as many women as men get better. Being sick is a low risk factor for
    /// an infection.
    /// ```
    RULE {
        name: "verbal-probability-only", severity: Info, since: "0.1.0",
        standard: "CDC Clear Communication Index 20; PIF TICK; NHS statistics",
        summary: "how likely something is, is said in words only",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    if !facts.hits(Table::ProbabilityLegend).is_empty()
        && facts
            .quantities()
            .iter()
            .any(|found| found.kind == QuantityKind::Ratio)
    {
        return;
    }
    let mut bare = facts.hits(Table::VerbalProbability).iter().filter(|hit| {
        !facts.hits_in(Table::Outcomes, hit.sentence).is_empty()
            && !facts.is_in_roles(
                hit.sentence,
                &[Role::References, Role::Disclaimer, Role::Summary],
            )
            && !is_other(facts, hit.sentence, &hit.words)
            && !has_number(facts, hit.sentence)
    });
    let Some(first) = bare.next() else {
        return;
    };
    let text = facts.text_of(first.sentence, first.words.clone());
    let finding = findings
        .report(facts.span_of(first.sentence, first.words.clone()), format!("\"{text}\": how many people is that?"))
        .help("Add a number, as in \"about 9 in 10 people\": the word means different things to different readers.");
    let mut last = first.sentence;
    for hit in bare {
        if hit.sentence != last {
            finding.label(
                facts.span_of(hit.sentence, hit.words.clone()),
                "and how many here?",
            );
        }
        last = hit.sentence;
    }
}

/// "A high risk factor", "twice as many women as men".
fn is_other(facts: &Facts<'_>, index: usize, words: &std::ops::Range<usize>) -> bool {
    let Some(tokens) = facts.tokens.get(index) else {
        return true;
    };
    let before = words.start.checked_sub(1).map_or("", |at| tokens.word(at));
    before == "as" || matches!(tokens.word(words.end), "factor" | "factors")
}

/// Whether a share stands in the paragraph, list or table of the sentence.
fn has_number(facts: &Facts<'_>, index: usize) -> bool {
    let around = facts.sentences.get(index).map(|sentence| sentence.within);
    let span = around.map_or(Span::default(), |within| {
        within
            .block
            .map_or(within.prose.whole(), |block| block.span)
    });
    facts
        .quantities_in(span)
        .any(|found| matches!(found.kind, QuantityKind::Ratio | QuantityKind::Percentage))
}
