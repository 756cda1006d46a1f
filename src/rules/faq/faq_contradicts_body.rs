//! An answer that calms where the article sends for help.

use super::{opposite, polarity};
use crate::facts::{ConceptUse, Urgency};
use crate::rules::prelude::*;

rule! {
    /// An answer of the FAQ reassures about a sign that the article treats as urgent.
    ///
    /// ## Why it matters
    /// Many readers go straight to their question. If the answer says "rest at home" and the red flags say "call 911",
    /// the reader who only saw the answer waits.
    ///
    /// Answers that do send readers for help, but at another speed, are `urgency-conflict`'s to find, and numbers are
    /// `number-conflict`'s. A yes or no is weighed too: yes to preventing what the article only makes less likely, yes to a
    /// cure where it speaks of relief, no to pain where it tells of a sting. Those are warnings, unless the article says
    /// the plain opposite.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Head injury
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - repeated vomiting
    /// - a seizure after the injury
    ///
    /// ## FAQ
    ///
    /// ### Is repeated vomiting serious?
    ///
    /// There is nothing to worry about. Rest at home and drink water.
    /// ```
    ///
    /// A yes that promises too much:
    /// ```markdown,flag
    /// # Knee pain in runners
    ///
    /// ## Prevention
    ///
    /// Strong thighs can reduce the risk of knee pain in runners.
    ///
    /// ## FAQ
    ///
    /// ### Can runners prevent knee pain?
    ///
    /// Yes, through training and rest, runners can reduce risk.
    /// ```
    ///
    /// ```markdown,flag
    /// # Skin biopsy
    ///
    /// ## The procedure
    ///
    /// The needle stings for a few seconds.
    ///
    /// ## FAQ
    ///
    /// ### Is the biopsy painful?
    ///
    /// No. You will be fine.
    /// ```
    ///
    /// A short sentence that says the opposite of the same subject:
    /// ```markdown,flag
    /// # Bed bugs
    ///
    /// Bed bugs are small insects. They cannot fly or jump.
    ///
    /// ## FAQ
    ///
    /// ### Can bed bugs jump?
    ///
    /// Yes. They jump from bed to bed.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Skin biopsy
    ///
    /// ## The procedure
    ///
    /// The needle stings for a few seconds.
    ///
    /// ## FAQ
    ///
    /// ### Is the biopsy painful?
    ///
    /// No, but the needle stings for a few seconds.
    ///
    /// ### Can I prevent a scar?
    ///
    /// Not always. You can lower your chance by keeping the wound moist.
    ///
    /// ### Can I prevent an infection of the wound?
    ///
    /// Yes, usually. Wash your hands before you touch the wound.
    /// ```
    ///
    /// ```markdown,pass
    /// # Head injury
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - repeated vomiting
    /// - a seizure after the injury
    ///
    /// ## FAQ
    ///
    /// ### Is repeated vomiting serious?
    ///
    /// Yes. Call 911 now.
    ///
    /// ### Is a small bump serious?
    ///
    /// There is usually nothing to worry about. Rest at home.
    /// ```
    ///
    /// ```markdown,pass
    /// # Bed bugs
    ///
    /// Bed bugs are small insects. They cannot fly. They do not jump. You cannot see their eggs well. They can spread if you
    /// travel.
    ///
    /// ## FAQ
    ///
    /// ### Can bed bugs jump?
    ///
    /// No. They crawl.
    ///
    /// ### Can they fly from house to house?
    ///
    /// No. They travel in bags.
    ///
    /// ### Can bed bugs spread?
    ///
    /// Yes. They travel in bags.
    /// ```
    RULE { name: "faq-contradicts-body", severity: Error, since: "0.1.0",
        standard: "PEMAT 10; NHS care cards",
        summary: "an answer contradicts the article" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    polarity::check(cx, findings);
    opposite::check(cx, findings);
    for pair in &cx.article.faq {
        let Some(answer) = pair.answer_span() else {
            continue;
        };
        if cx.facts.counsels_in(answer).next().is_some() {
            continue;
        }
        let calm = cx.facts.sentences_in(answer).find_map(|index| {
            let words = cx.facts.advice.is_calm(cx.facts.tokens_of(index))?;
            let sentence = cx.facts.sentence(index);
            let range = cx.facts.tokens_of(index).place(words);
            Some(
                sentence
                    .within
                    .prose
                    .span(sentence.range.start + range.start..sentence.range.start + range.end),
            )
        });
        let Some(calm) = calm else { continue };
        let question = pair.question.whole();
        let asked = cx.facts.concepts_at(question, |mention| {
            question.overlaps(mention.span) && mention.qualifier.is_empty()
        });
        for concept in asked {
            if let Some(concept) = cx.facts.concepts().get(concept) {
                report(cx, findings, concept, calm);
            }
        }
    }
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, concept: &ConceptUse, calm: Span) {
    let urgent = concept
        .bindings
        .iter()
        .map(|binding| cx.facts.counsel(binding.counsel))
        .max_by_key(|counsel| counsel.level());
    let Some(counsel) = urgent.filter(|counsel| counsel.level() >= Urgency::Urgent) else {
        return;
    };
    let words = cx.article.source.slice(calm);
    findings
        .report(
            calm,
            format!(
                "the answer says \"{words}\", but elsewhere \"{}\" gets \"{}\" ({})",
                concept.label,
                cx.article.source.slice(counsel.word),
                counsel.level().name()
            ),
        )
        .label(
            counsel.word,
            format!(
                "{} here: {}",
                counsel.level().name(),
                counsel.level().meaning()
            ),
        )
        .help("Give the same advice in the answer as in the red flags, first thing.");
}
