//! "If it persists", without saying how long.

use crate::facts::{Facts, QuantityKind, Sentence, Urgency};
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
    /// ## When to see a doctor
    ///
    /// See your doctor if:
    ///
    /// - the rash does not go away in 3 days
    /// - your cough has not improved after 3 weeks
    ///
    /// ## At home
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
    let of = |index: usize| {
        facts
            .counsels_of(index)
            .map(|(_, counsel)| counsel.level())
            .max()
    };
    let listed = || {
        let span = facts
            .sentences
            .get(index)
            .map_or(Span::default(), Sentence::span);
        let list = facts.lists_around(span).next()?;
        list.lead.and_then(of).or_else(|| list.heading.and_then(of))
    };
    let highest = of(index).or_else(listed);
    highest.is_some_and(|level| level < Urgency::Emergency && level > Urgency::SelfCare)
}

/// Whether a time stands in the sentence, the two after it in its section (in its item, in a list), or in what leads to its
/// list.
fn is_timed(facts: &Facts<'_>, index: usize) -> bool {
    let Some(sentence) = facts.sentences.get(index) else {
        return true;
    };
    let is_item = sentence.within.kind == TextKind::In(ProseKind::Item);
    let is_near = |other: &Sentence<'_>| {
        if is_item {
            std::ptr::eq(other.within.prose, sentence.within.prose)
        } else {
            std::ptr::eq(other.within.section, sentence.within.section)
        }
    };
    let near = (index..index + 3).filter(|other| facts.sentences.get(*other).is_some_and(is_near));
    let lists = facts.lists_around(sentence.span());
    let leads = lists.flat_map(|list| [list.lead, list.heading]).flatten();
    let mut places = near.chain(leads);
    places.any(|place| {
        let mut quantities = facts.quantities_of(place);
        quantities
            .any(|found| matches!(found.kind, QuantityKind::Duration | QuantityKind::Frequency))
            || !facts.hits_in(Table::TimeWords, place).is_empty()
    })
}
