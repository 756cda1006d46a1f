//! "If it persists", without saying how long.

use crate::facts::{Facts, QuantityKind, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Readers are told to get help if something persists, and not after how long.
    ///
    /// ## Why it matters
    /// One reader goes after a day, another after a year. "After 6 weeks" tells both when.
    ///
    /// A time in the sentence, in one of the two after it, or in the lead-in of its list is enough. Advice to call an
    /// ambulance needs none. All places are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// If the pain persists despite rest, see your doctor.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// If the pain is not better after 6 weeks, see your doctor.
    ///
    /// If the numbness persists, see your doctor. Most people wait for a week.
    ///
    /// If the bleeding continues, call 911 now. Keep walking, your doctor will tell you when to stop.
    /// ```
    RULE {
        name: "persistence-without-time-limit", severity: Warning, since: "0.1.0",
        standard: "CDC Clear Communication Index 14; NHS care cards",
        summary: "says to get help if something persists, but not after how long",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    let mut places: Vec<(Span, &str)> = Vec::new();
    let mut last = None;
    for hit in facts.hits(Table::Lingering) {
        if last != Some(hit.sentence)
            && leads_to_care(facts, hit.sentence)
            && !is_timed(facts, hit.sentence)
        {
            last = Some(hit.sentence);
            let words = hit.words.clone();
            places.push((
                facts.span_of(hit.sentence, words.clone()),
                facts.text_of(hit.sentence, words),
            ));
        }
    }
    let Some(((first, text), rest)) = places.split_first() else {
        return;
    };
    let finding = findings
        .report(*first, format!("how long is \"{text}\"?"))
        .help("Give days or weeks, as in \"if it is not better after 6 weeks\": without a limit one reader comes after a day and another after a year.");
    for (span, text) in rest {
        finding.label(*span, format!("and how long is \"{text}\"?"));
    }
}

/// Whether the sentence, or the lead-in of its list, tells the reader to get help, but not at once.
fn leads_to_care(facts: &Facts<'_>, index: usize) -> bool {
    let highest = facts
        .counsels_of(index)
        .map(|(_, counsel)| counsel.level())
        .max();
    highest.is_some_and(|level| level < Urgency::Emergency && level > Urgency::SelfCare)
}

/// Whether a time stands in the sentence, the two after it in the same block, or the lead-in of its list.
fn is_timed(facts: &Facts<'_>, index: usize) -> bool {
    let block = |index: usize| {
        facts
            .sentences
            .get(index)
            .and_then(|sentence| sentence.within.block)
            .map(|block| block.span)
    };
    let near = (index..index + 3).filter(|other| block(*other) == block(index));
    let span = facts
        .sentences
        .get(index)
        .map_or(Span::default(), |sentence| sentence.span());
    let leads = facts.lists_around(span).filter_map(|list| list.lead);
    let mut places = near.chain(leads);
    places.any(|place| {
        let mut quantities = facts.quantities_of(place);
        quantities
            .any(|found| matches!(found.kind, QuantityKind::Duration | QuantityKind::Frequency))
            || !facts.hits_in(Table::TimeWords, place).is_empty()
    })
}
