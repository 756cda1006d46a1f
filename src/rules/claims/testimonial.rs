//! Success stories as evidence.

use crate::facts::Sentence;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Someone tells how well a treatment worked, and nothing says that others may fare differently.
    ///
    /// ## Why it matters
    /// One good story weighs more with readers than a trial of a thousand people. They expect the same.
    ///
    /// Stories about an illness pass; it is the success that counts. So does an article that says that results differ.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// “After the injection I was pain-free in a day,” says Ana.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// “After the injection I was pain-free in a day,” says Ana. Results vary: about half of people feel no change.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// “My back hurt for a year and I could not sleep,” says Ana. When can I go back to running?
    /// ```
    RULE {
        name: "testimonial", severity: Info, since: "0.1.0",
        standard: "FTC Endorsement Guides (16 CFR 255)",
        summary: "a success story without a word on how typical it is",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let told = cx.facts.hits(Table::SuccessStory).iter().filter(|hit| {
        let sentence = cx.facts.sentences.get(hit.sentence);
        !sentence.is_some_and(Sentence::is_question)
            && !cx.facts.is_in_roles(hit.sentence, &[Role::References])
    });
    let mut spans: Vec<Span> = told
        .map(|hit| cx.facts.span_of(hit.sentence, hit.words.clone()))
        .collect();
    spans.dedup_by(|b, a| a.overlaps(*b));
    let Some((first, rest)) = spans.split_first() else {
        return;
    };
    if cx.facts.base_lang() != "en" || !cx.facts.hits(Table::ResultsVary).is_empty() {
        return;
    }
    let finding = findings
        .report(*first, "a success story without a word on how typical it is")
        .help("Readers will expect the same. Take it out, or say how many people a treatment helps and that results differ.");
    for span in rest {
        finding.label(*span, "and here");
    }
}
