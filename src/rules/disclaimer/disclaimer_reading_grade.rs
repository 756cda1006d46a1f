//! Disclaimers in the language of lawyers.

use crate::facts::readability::Counts;
use crate::rules::prelude::*;

rule! {
    /// The disclaimer is harder to read than it need be.
    ///
    /// ## Why it matters
    /// A disclaimer protects readers only if they understand it: this page cannot tell you what is wrong with you; ask a
    /// professional; call for help in an emergency. A sentence of lawyers' words does none of this.
    ///
    /// It is flagged where more than 30 in 100 of its words have three syllables or more, or a sentence has more than 25
    /// words.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Knee pain
    ///
    /// Rest your knee.
    ///
    /// ## Disclaimer
    ///
    /// Informational content constitutes neither professional medical advice, diagnosis nor individualized treatment
    /// recommendations.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Knee pain
    ///
    /// Rest your knee.
    ///
    /// ## Disclaimer
    ///
    /// This page is for information only. It cannot tell you what is wrong with your knee. It does not replace the advice of
    /// your doctor. In an emergency, call 911.
    /// ```
    RULE {
        name: "disclaimer-reading-grade", severity: Info, since: "0.1.0",
        standard: "PEMAT 3",
        summary: "the disclaimer is hard to read",
    }
}

/// With fewer words a share says nothing.
const WORDS_MIN: usize = 8;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    for place in cx.outermost(&[Role::Disclaimer]) {
        judge(cx, place.span, findings);
    }
}

fn judge(cx: &Context<'_>, place: Span, findings: &mut Findings<'_>) {
    let limits = &cx.settings.limits.reading;
    let reading = cx.facts.readability();
    let sentences: Vec<(usize, Counts)> = cx
        .facts
        .sentences_in(place)
        .filter_map(|index| Some((index, reading.sentence(index)?)))
        .filter(|(_, one)| one.is_complete)
        .map(|(index, one)| (index, one.counts))
        .collect();
    let all: Counts = sentences.iter().map(|(_, counts)| *counts).sum();
    let share = all.polysyllable_share();
    let Some((longest, counts)) = sentences.iter().max_by_key(|(_, counts)| counts.words) else {
        return;
    };
    let mut faults = Vec::new();
    if all.words >= WORDS_MIN && share > limits.disclaimer_long_words {
        faults.push(format!(
            "{:.0} of 100 words have three syllables or more",
            share * 100.0
        ));
    }
    if counts.words > limits.sentence_words {
        faults.push(format!("a sentence has {} words", counts.words));
    }
    let sentence = cx.facts.sentences.get(*longest);
    let span = sentence
        .map(crate::facts::Sentence::span)
        .unwrap_or_default();
    if !faults.is_empty() {
        findings
            .report(span, format!("the disclaimer is hard to read: {}", faults.join(", and ")))
            .help("It protects only those who understand it. Say in short sentences that it does not replace a doctor's advice, whom to ask, and what to do in an emergency.");
    }
}
