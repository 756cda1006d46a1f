//! Places that only a colour or a side points at.

use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// "The red box", "the list on the right": a place that only its colour or side tells.
    ///
    /// ## Why it matters
    /// Some readers cannot tell red from green, some hear the page, and on paper the box may stand elsewhere. A sign that
    /// they must not miss needs a name.
    ///
    /// A name in quotation marks or a link in the sentence settles it.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Call 911 if you have a sign in the red list.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Call 911 if you have a sign in the red list "Call 911". You may see a red area on the skin, or have pain on the right
    /// side of the back.
    /// ```
    RULE {
        name: "colour-or-position-only", severity: Info, since: "0.1.0",
        standard: "WCAG 1.3.3, 1.4.1",
        summary: "a place is pointed at by its colour or side only",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let mut last = None;
    for hit in facts.hits(Table::ColourOnly) {
        let index = hit.sentence;
        let text = facts
            .sentences
            .get(index)
            .map_or("", crate::facts::Sentence::text);
        let named = text.contains(['"', '“', '‘', '«']) || facts.carries_source(index);
        if last == Some(index) || named || !facts.has_words() {
            continue;
        }
        last = Some(index);
        findings
            .report(facts.span_of(index, hit.words.clone()), "refers to colour or place only")
            .help("Readers who cannot see it, or hold it on paper, do not find it. Give its name: the list \"Call 911\".");
    }
}
