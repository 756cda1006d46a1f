//! Advice in the passive voice, which tells nobody to do anything.

use super::grouped::by_section;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::ops::Range;

rule! {
    /// Advice says that something "is recommended" or "should be avoided", and not who should do what.
    ///
    /// ## Why it matters
    /// "Medical evaluation is recommended" leaves the reader to guess that it is up to them to call, and whom. Advice that
    /// begins with the action is followed more often: "See your doctor".
    ///
    /// One finding shows the first place in a section and marks the others there. Questions, the disclaimer and sources are
    /// left alone, and so is what professionals do ("The wound should be checked by your nurse" says who).
    /// "No treatment is required" is no advice to act.
    ///
    /// Passive voice that only describes ("The needle is placed near the nerve") is not flagged; `facetdoc stats` counts it.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Heel pain
    ///
    /// If the pain lasts for more than a month, medical evaluation is recommended. Running should be avoided.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Heel pain
    ///
    /// If the pain lasts for more than a month, see your doctor. Do not run until then.
    /// ```
    ///
    /// Not advice, or advice that says who:
    /// ```markdown,pass
    /// # Heel pain
    ///
    /// Usually no treatment is needed. The stitches should be removed by your nurse. Is an X-ray recommended? The needle is
    /// placed near the nerve. Take the recommended dose. Two weeks later you should be able to walk. Aspirin was once
    /// recommended for this. An operation may be recommended. This page should be cited as follows.
    /// ```
    RULE {
        name: "passive-advice", severity: Warning, since: "0.1.0",
        standard: "PEMAT 5; CDC CCI 6",
        summary: "advice does not say who should do what",
    }
}

/// Places whose sentences advise nobody.
const NO_ADVICE: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// A sentence of more words is none that an editor wrote.
const LONGEST: usize = 200;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let mut faults: Vec<(usize, Range<usize>)> = Vec::new();
    for hit in cx.facts.hits(Table::PassiveAdvice) {
        let is_first = faults.last().is_none_or(|(last, _)| *last != hit.sentence);
        if is_first && is_advice(cx, hit.sentence, &hit.words) {
            faults.push((hit.sentence, hit.words.clone()));
        }
    }
    for run in by_section(cx.facts, faults) {
        let mut spans = run
            .into_iter()
            .map(|(sentence, words)| cx.facts.span_of(sentence, words));
        let Some(first) = spans.next() else {
            continue;
        };
        let words = cx.article.source.slice(first);
        let finding = findings
            .report(first, format!("\"{words}\" does not say who should do what"))
            .help("Readers may not see that this is up to them. Begin with the action: \"See your doctor\", \"Do not run\".");
        for span in spans {
            finding.label(span, "here, too");
        }
    }
}

fn is_advice(cx: &Context<'_>, index: usize, words: &Range<usize>) -> bool {
    let (Some(sentence), Some(tokens)) =
        (cx.facts.sentences.get(index), cx.facts.tokens.get(index))
    else {
        return false;
    };
    if tokens.len() > LONGEST {
        return false;
    }
    let is_heading = sentence.within.block.is_none();
    let asks = sentence.is_question();
    let names_who = tokens.word(words.end) == "by";
    let masked = cx.facts.hits_in(Table::NoPassiveAdvice, index);
    let masked = masked
        .iter()
        .any(|hit| hit.words.start < words.end && words.start < hit.words.end);
    !is_heading && !asks && !names_who && !masked && !cx.facts.is_in_roles(index, NO_ADVICE)
}
