//! Claims without a limit.

use crate::facts::TermUse;
use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// A treatment is said to work always, for everyone, for good.
    ///
    /// ## Why it matters
    /// No treatment does. A reader who is promised relief and does not get it thinks that the body failed, or leaves a
    /// treatment that would have helped.
    ///
    /// The phrases are the rows of `src/lexicon/lists/absolute-claims.tsv`: each joins the strong word with what it promises,
    /// so that "always call 999", "never drive" and facts about the body are no claims. Weaker ones ("essential for") are a
    /// hint. Negated claims, questions, quotations and references pass, and so does a claim whose sentence carries its
    /// source. What `cure-or-no-side-effects` reports is not reported again.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// The block permanently eliminates your pain.
    /// ```
    ///
    /// ```markdown,flag
    /// # Exercise
    ///
    /// Exercise is essential for facet joint health.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// The block can ease your pain for some hours. It does not permanently eliminate pain. Does it work for everyone?
    /// ```
    ///
    /// "Nearly" is a limit:
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// The block nearly always works.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// Always call 999 for chest pain. Never drive on the day. Always read the label. The facet joints are always in pairs.
    /// Vitamin D is essential for bones.
    /// ```
    RULE {
        name: "absolute-claim", severity: Warning, since: "0.1.0",
        standard: "FTC Health Products Compliance Guidance 2022; HONcode 5",
        summary: "a claim has no limit",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let cures = cx.facts.terms(List::Cures);
    let is_reported = |term: &TermUse<'_>| {
        let from = cures.partition_point(|cure| cure.sentence < term.sentence);
        let mut here = cures
            .iter()
            .skip(from)
            .take_while(|cure| cure.sentence == term.sentence);
        here.any(|cure| cure.words.start < term.words.end && term.words.start < cure.words.end)
    };
    let groups = wording::groups(cx, List::AbsoluteClaims, |term| {
        !is_reported(term)
            && !is_hedged(cx, term)
            && !wording::is_question(cx, term.sentence)
            && !has_source(cx, term.sentence)
    });
    wording::report_each(cx, findings, groups, |text, _| {
        format!("\"{text}\" promises more than a treatment can keep; hedge it or cite it")
    });
}

/// Whether the word before a claim limits it: "nearly always works".
fn is_hedged(cx: &Context<'_>, term: &TermUse<'_>) -> bool {
    let before = term.words.start.checked_sub(1);
    let word = before.map_or("", |at| cx.facts.tokens_of(term.sentence).word(at));
    matches!(
        word,
        "nearly" | "almost" | "virtually" | "hardly" | "scarcely" | "casi"
    )
}

/// Whether the sentence carries a link, a footnote or a raised number.
fn has_source(cx: &Context<'_>, index: usize) -> bool {
    let Some(sentence) = cx.facts.sentences.get(index) else {
        return false;
    };
    let marks = sentence.within.prose.marks();
    let first = marks.partition_point(|mark| mark.range.start < sentence.range.start);
    let here = marks
        .iter()
        .skip(first)
        .take_while(|mark| mark.range.start < sentence.range.end);
    here.into_iter().any(|mark| {
        matches!(
            mark.kind,
            MarkKind::Link { .. } | MarkKind::Footnote { .. } | MarkKind::Superscript
        )
    })
}
