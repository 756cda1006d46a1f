//! Medicines that readers are told to take without a word on how much.

use crate::facts::QuantityKind;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Readers are told to take a medicine that they can buy, without a limit and without a word about the label.
    ///
    /// ## Why it matters
    /// Paracetamol, acetaminophen and ibuprofen harm people who take more than the label says, or take them for too long.
    ///
    /// A dose, a limit, "follow the label", "as directed" or the advice of a pharmacist or doctor in the same section is
    /// enough. A medicine that is only named is no instruction. All medicines are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## What you can do
    ///
    /// Take ibuprofen for the pain and keep moving.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## What you can do
    ///
    /// Take ibuprofen for the pain. Follow the label, and do not take it for more than 10 days.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Tell the nurse if you take aspirin. Do not take ibuprofen before the test. Some people take aspirin for the heart.
    /// ```
    RULE {
        name: "medicine-without-limit", severity: Info, since: "0.1.0",
        standard: "MedlinePlus; house rule",
        summary: "says to take a medicine without a limit or the label's advice",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    let mut places: Vec<(Span, &str)> = Vec::new();
    for told in facts.hits(Table::TakeMedicine) {
        let medicines = facts.hits_in(Table::OverTheCounter, told.sentence);
        let Some(medicine) = medicines.iter().find(|medicine| {
            told.words.start <= medicine.words.start && medicine.words.end <= told.words.end
        }) else {
            continue;
        };
        let Some(sentence) = facts.sentences.get(told.sentence) else {
            continue;
        };
        if !is_instruction(cx, told.sentence, told.words.start)
            || is_limited(cx, sentence.within.section)
        {
            continue;
        }
        let words = medicine.words.clone();
        places.push((
            facts.span_of(told.sentence, words.clone()),
            facts.text_of(told.sentence, words),
        ));
    }
    places.sort_unstable();
    places.dedup();
    let Some(((first, name), rest)) = places.split_first() else {
        return;
    };
    let finding = findings
        .report(*first, format!("readers are told to take {name}, but not how much or for how long"))
        .help("Give the limit or say \"follow the label\", and say when to stop and ask a pharmacist: too much of it does harm.");
    for (span, name) in rest {
        finding.label(*span, format!("nor is it said for {name} here"));
    }
}

/// Whether the words at `at` tell the reader to take it: they open a clause or follow "can", "may", "should", "try".
fn is_instruction(cx: &Context<'_>, sentence: usize, at: usize) -> bool {
    let Some((tokens, text)) = cx
        .facts
        .tokens
        .get(sentence)
        .zip(cx.facts.sentences.get(sentence))
    else {
        return false;
    };
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let gap = tokens.gap_before(text.text(), at);
    let is_opened = gap.contains([',', ':', ';', '('])
        || matches!(tokens.word(before), "then" | "and" | "or" | "please");
    let is_asked = (at.saturating_sub(6)..at).any(|at| {
        matches!(
            tokens.word(at),
            "if" | "not"
                | "don't"
                | "avoid"
                | "never"
                | "whether"
                | "who"
                | "when"
                | "stop"
                | "before"
        )
    });
    let may = matches!(
        tokens.word(before),
        "can" | "may" | "should" | "try" | "could" | "by" | "recommend" | "to"
    ) && (at.saturating_sub(3)..at).any(|at| tokens.word(at) == "you");
    !is_asked && (may || is_opened && tokens.word(at).ends_with("e"))
}

/// Whether the section says how much, how long or whom to ask.
fn is_limited(cx: &Context<'_>, section: &Section) -> bool {
    let facts = cx.facts;
    let has_dose = facts
        .quantities_in(section.span)
        .any(|found| found.kind == QuantityKind::Dose);
    let has_advice = facts
        .sentences_in(section.span)
        .any(|index| !facts.hits_in(Table::LabelAdvice, index).is_empty());
    has_dose || has_advice
}
