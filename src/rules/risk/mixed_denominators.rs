//! Chances that readers cannot compare.

use crate::facts::{Facts, Quantity, QuantityKind};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// One section gives chances of different wholes: "1 in 20" and "3 in 100".
    ///
    /// ## Why it matters
    /// Many readers take 1 in 20 to be less than 3 in 100, because its numbers are smaller. With one whole they can compare
    /// without doing sums.
    ///
    /// The same chance said twice ("1 in 10 people (10%)") is fine, and so are figures in a table. Percentages beside "in"
    /// are flagged only in one paragraph or list.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Risks
    ///
    /// A bruise is seen in 1 in 20 people. An infection is seen in 3 in 1,000 people.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Risks
    ///
    /// A bruise is seen in 50 in 1,000 people (5%). An infection is seen in 3 in 1,000 people.
    ///
    /// ## Results
    ///
    /// It helps 1 in 2 people.
    /// ```
    RULE {
        name: "mixed-denominators", severity: Warning, since: "0.1.0",
        standard: "CDC Clear Communication Index 17; NHS statistics",
        summary: "chances in one section are given of different wholes",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    let mut sections: Vec<(Span, Vec<&Quantity>)> = Vec::new();
    for found in facts
        .quantities()
        .iter()
        .filter(|found| is_chance(facts, found))
    {
        let Some(sentence) = facts.sentences.get(found.sentence) else {
            continue;
        };
        let span = sentence.within.section.span;
        match sections.last_mut() {
            Some((last, group)) if *last == span => group.push(found),
            _ => sections.push((span, vec![found])),
        }
    }
    for (_, group) in &sections {
        if let Some((first, other)) = mixed(facts, group) {
            report(cx, group, first, other, findings);
        }
    }
}

/// Whether a quantity is a chance in running text.
fn is_chance(facts: &Facts<'_>, found: &Quantity) -> bool {
    let kind = facts
        .sentences
        .get(found.sentence)
        .map(|sentence| sentence.within.kind);
    let is_running = kind != Some(TextKind::In(ProseKind::Cell))
        && !facts.is_in_role(Role::References, found.span);
    let is_about_people = || {
        !facts
            .hits_in(Table::FigurePeople, found.sentence)
            .is_empty()
            && facts.hits_in(Table::FigureOther, found.sentence).is_empty()
    };
    match found.kind {
        QuantityKind::Ratio => is_running,
        QuantityKind::Percentage => is_running && is_about_people(),
        _ => false,
    }
}

/// The first chance with one that is not of the same whole and not the same chance.
fn mixed<'q>(facts: &Facts<'_>, group: &[&'q Quantity]) -> Option<(&'q Quantity, &'q Quantity)> {
    let same = |one: &Quantity, other: &Quantity| {
        (one.low - other.low).abs() < 0.01 * one.low.max(other.low)
    };
    let first = group.iter().find(|found| found.of.is_some())?;
    // A chance said twice belongs to no other whole.
    let told_twice = |found: &Quantity| {
        group
            .iter()
            .any(|other| other.of == first.of && same(found, other))
    };
    let block = |found: &Quantity| {
        facts
            .sentences
            .get(found.sentence)
            .and_then(|sentence| sentence.within.block)
            .map(|block| block.span)
    };
    let other = group.iter().find(|other| {
        let is_other = match (first.of, other.of) {
            (Some(one), Some(two)) => (one - two).abs() > 0.5,
            _ => block(first) == block(other),
        };
        is_other && !told_twice(other)
    })?;
    Some((first, other))
}

fn report(
    cx: &Context<'_>,
    group: &[&Quantity],
    first: &Quantity,
    other: &Quantity,
    findings: &mut Findings<'_>,
) {
    let facts = cx.facts;
    let (one, two) = (facts.quantity_text(first), facts.quantity_text(other));
    let finding = findings
        .report(first.span, format!("\"{one}\" and \"{two}\" are hard to compare"))
        .help("Give all chances of one whole, such as \"in 100 people\": readers should not have to do sums.");
    for found in group.iter().filter(|found| found.of != first.of) {
        finding.label(
            found.span,
            format!("\"{}\" is of another whole", facts.quantity_text(found)),
        );
    }
}
