//! Advice to get help "promptly".

use crate::facts::{Counsel, Facts, QuantityKind, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Readers are told to get help "promptly" or "soon", which does not say how soon.
    ///
    /// ## Why it matters
    /// "Prompt" is today to the writer and next week to the reader. With numb legs or a fever that week does harm.
    ///
    /// "Now", "today", "immediately", "call 999" and a number of hours or days are times. All places are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Burns
    ///
    /// ## When to get help
    ///
    /// These burns warrant prompt medical attention at the clinic:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Burns
    ///
    /// ## When to get help
    ///
    /// See your doctor the same day if you have:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    ///
    /// Tell your midwife early in your pregnancy. See your doctor soon, within 2 days, if a burn is not dry. Any other sign should prompt you to call your doctor.
    /// ```
    RULE {
        name: "red-flag-no-timeframe", severity: Warning, since: "0.1.0",
        standard: "CDC Clear Communication Index 14; NHS care cards",
        summary: "says to get help soon, but not how soon",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    let mut vague = facts.counsels().iter().filter_map(|counsel| {
        let word = vague_word(facts, counsel)?;
        (!is_timed(facts, counsel)).then_some(word)
    });
    let Some(first) = vague.next() else {
        return;
    };
    let source = &cx.article.source;
    let text = source.slice(first);
    let finding = findings
        .report(first, format!("\"{text}\" does not say how soon"))
        .help("Say now, today, or within how many days: \"soon\" is today to one reader and next week to another.");
    for span in vague {
        finding.label(span, format!("nor does \"{}\"", source.slice(span)));
    }
}

/// The vague word that says how fast to follow the advice.
fn vague_word(facts: &Facts<'_>, counsel: &Counsel) -> Option<Span> {
    let is_slow = match counsel.level() {
        Urgency::Routine | Urgency::Soon => true,
        Urgency::SelfCare | Urgency::Urgent | Urgency::Emergency => false,
    };
    let words = counsel.frame.level_words.clone().filter(|_| is_slow)?;
    let hits = facts.hits_in(Table::VagueSoon, counsel.sentence);
    let tokens = facts.tokens_of(counsel.sentence);
    let mut hits = hits.iter();
    // "Early in the pregnancy" says when.
    let hit = hits.find(|hit| {
        tokens.word(hit.words.end) != "in"
            && (words.contains(&hit.words.start) || hit.words.contains(&words.start))
    })?;
    Some(facts.span_of(counsel.sentence, hit.words.clone()))
}

/// Whether the sentence says in how many hours or days, or on which day.
fn is_timed(facts: &Facts<'_>, counsel: &Counsel) -> bool {
    let mut quantities = facts.quantities_of(counsel.sentence);
    let has_time = quantities.any(|found| {
        found.kind == QuantityKind::Duration && found.words.start > counsel.frame.scope.start
    });
    has_time || !facts.hits_in(Table::SoonWords, counsel.sentence).is_empty()
}
