//! Advice to do something, without how much.

use crate::facts::{Facts, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Readers are told to stretch, walk or use ice, but not for how long, how often or how.
    ///
    /// ## Why it matters
    /// "Use ice" leaves people with burns from an hour of ice, or with five minutes that do nothing. They can only follow
    /// what they can picture.
    ///
    /// A number of minutes, times or repetitions, "every day", numbered steps or a link to them anywhere in the section is
    /// enough. The rule looks at parts on self-care, exercises, prevention and aftercare, and gives one finding a section.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Self-care at home
    ///
    /// - Use of heat or ice packs may reduce pain.
    /// - Practicing gentle yoga can help.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Self-care at home
    ///
    /// Use an ice pack wrapped in a towel for 15 minutes, up to 3 times a day.
    ///
    /// ## Exercises
    ///
    /// Do these stretches:
    ///
    /// 1. Lie on your back.
    /// 2. Pull one knee to your chest.
    ///
    /// ## Prevention
    ///
    /// Stretching and walking [as shown here](https://example.org/walk) help. Avoid exercise that hurts.
    /// ```
    RULE {
        name: "vague-instruction", severity: Warning, since: "0.1.0",
        standard: "PEMAT 22 and 23; CDC Clear Communication Index 14",
        summary: "says what to do but not how long, how often or how",
    }
}

/// The parts in which readers are told what to do.
const PARTS: &[Role] = &[
    Role::SelfCare,
    Role::Exercises,
    Role::Prevention,
    Role::Aftercare,
];

/// A section with the sentences in it that tell readers to do something.
type Told<'a> = (&'a Section, Vec<(usize, Span)>);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    let mut sections: Vec<Told<'_>> = Vec::new();
    let mut last = None;
    for hit in facts.hits(Table::Activities) {
        if last == Some(hit.sentence) || !is_told(facts, hit.sentence) {
            continue;
        }
        let Some(sentence) = facts.sentences.get(hit.sentence) else {
            continue;
        };
        last = Some(hit.sentence);
        let place = (hit.sentence, facts.span_of(hit.sentence, hit.words.clone()));
        let section = sentence.within.section;
        match sections.last_mut() {
            Some((known, places)) if std::ptr::eq(*known, section) => places.push(place),
            _ => sections.push((section, vec![place])),
        }
    }
    for (section, places) in sections {
        if !is_precise(facts, section) {
            report(cx, &places, findings);
        }
    }
}

/// Whether the sentence tells a reader to do something: an activity in a part that gives advice, with a word of advice.
fn is_told(facts: &Facts<'_>, index: usize) -> bool {
    let Some(sentence) = facts.sentences.get(index) else {
        return false;
    };
    let is_text = matches!(
        sentence.within.kind,
        TextKind::In(ProseKind::Paragraph | ProseKind::Item)
    );
    is_text
        && facts.is_in_roles(index, PARTS)
        && !facts.is_in_roles(index, &[Role::Faq, Role::RedFlags, Role::Summary])
        && !facts.hits_in(Table::AdviceVerbs, index).is_empty()
        && facts.hits_in(Table::NoAdvice, index).is_empty()
}

/// Whether the section says how long, how often, or step by step how.
fn is_precise(facts: &Facts<'_>, section: &Section) -> bool {
    let has_amount = facts
        .quantities_in(section.span)
        .any(|found| match found.kind {
            QuantityKind::Duration | QuantityKind::Frequency | QuantityKind::Length => true,
            QuantityKind::Count => found.unit == Unit::Time || !found.noun.is_empty(),
            _ => false,
        });
    let has_often = facts
        .sentences_in(section.span)
        .any(|index| !facts.hits_in(Table::HowOften, index).is_empty());
    has_amount || has_often || section.all_blocks().into_iter().any(has_steps)
}

/// Whether a block has numbered steps or a link.
fn has_steps(block: &Block) -> bool {
    let mut found = false;
    block.walk(&mut |inner| {
        found |= matches!(&inner.kind, BlockKind::List(list) if list.start.is_some());
    });
    block.visit_prose(&mut |_, prose| found |= prose.links().next().is_some());
    found
}

fn report(cx: &Context<'_>, places: &[(usize, Span)], findings: &mut Findings<'_>) {
    let Some(((_, first), rest)) = places.split_first() else {
        return;
    };
    let text = cx.article.source.slice(*first);
    let finding = findings
        .report(*first, format!("\"{text}\": for how long, how often, how?"))
        .help("Say it so that a reader can do it at home, as in \"use an ice pack wrapped in a towel for 15 minutes, up to 3 times a day\".");
    for (_, span) in rest {
        finding.label(*span, "nor does this say how");
    }
}
