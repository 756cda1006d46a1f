//! Advice whose subject is a noun made of the verb that should lead it.

use crate::article::{ProseKind, TextKind};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Advice hides its action in a noun: "Use of ice may help", "Incorporating walks can reduce pain".
    ///
    /// ## Why it matters
    /// The reader has to turn it back into what to do: "Use ice", "Go for walks".
    ///
    /// Only sections that give advice are looked at, and only sentences whose subject is such a noun. One finding shows
    /// the first and marks the others.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Knee pain
    ///
    /// ## Self-care
    ///
    /// - Use of ice packs may ease the pain.
    /// - Incorporating short walks into the day can also help.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Knee pain
    ///
    /// ## Self-care
    ///
    /// - Use ice packs to ease the pain.
    /// - Go for short walks every day.
    /// - During the first days, walking may hurt.
    /// - Swelling can last for a week.
    /// - Using crutches? Ask how.
    /// - Taking these steps can lower your chance of a fall.
    /// ```
    /// Where `passive-advice` speaks of the sentence, this rule keeps silent:
    /// ```markdown,pass
    /// # Poison ivy
    ///
    /// ## Prevention
    ///
    /// Wearing gloves in the garden is recommended.
    /// ```
    RULE {
        name: "nominalised-advice", severity: Info, since: "0.1.0",
        standard: "plainlanguage.gov (use strong verbs); PEMAT 5",
        summary: "advice hides its action in a noun",
    }
}

const ADVICE: &[Role] = &[
    Role::SelfCare,
    Role::Exercises,
    Role::Prevention,
    Role::Treatment,
    Role::Preparation,
    Role::Aftercare,
    Role::Medicines,
    Role::RedFlags,
    Role::Conclusion,
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let mut spans = Vec::new();
    for hit in cx.facts.hits(Table::NominalisedAdvice) {
        let Some(sentence) = cx.facts.sentences.get(hit.sentence) else {
            continue;
        };
        let is_prose = matches!(
            sentence.within.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Item | ProseKind::Html)
        );
        let asks = sentence.text().ends_with('?');
        // "Wearing gloves is recommended" is what passive-advice speaks of.
        let is_passive = !cx
            .facts
            .hits_in(Table::PassiveAdvice, hit.sentence)
            .is_empty();
        if is_prose && !asks && !is_passive && cx.facts.is_in_roles(hit.sentence, ADVICE) {
            let start = hit.words.start;
            spans.push(
                cx.facts
                    .span_of(hit.sentence, start..(start + 2).min(hit.words.end)),
            );
        }
    }
    spans.dedup_by_key(|span| span.start());
    let mut spans = spans.into_iter();
    let Some(first) = spans.next() else {
        return;
    };
    let words = cx.article.source.slice(first);
    let finding = findings
        .report(first, format!("the advice begins with a noun (\"{words} ...\") and not with the action"))
        .help("Readers have to turn it back into what to do. Start with the verb: \"Use ice\", \"Go for walks\".");
    for span in spans {
        finding.label(span, "here, too");
    }
}
