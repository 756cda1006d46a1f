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
    /// are flagged only in one paragraph or list. "More than 1 in 10" and "fewer than 1 in 1,000" are the bands of medicine leaflets, or the
    /// end of a scale, and are not compared.
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
    ///
    /// ## Family
    ///
    /// Each child has a 25% (1 in 4) chance to have it and a 50% (1 in 2) chance to carry it.
    ///
    /// ## Numbers
    ///
    /// Between 1 in 1,000 and 1 in 5,000 people have it.
    ///
    /// ## Stones
    ///
    /// About 8.8% of people, or 1 in 11, have had a stone.
    ///
    /// ## Side effects
    ///
    /// - **Very common (more than 1 in 10):** a sore arm
    /// - **Common (up to 1 in 10):** a headache. About 1 in 6 people feel sick.
    /// - **Rare (fewer than 1 in 1,000):** a rash
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
        let span = facts.section_of(found.sentence);
        match sections.last_mut() {
            Some((last, group)) if *last == span => {
                if group.len() < MOST_CHANCES {
                    group.push(found);
                }
            }
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
        QuantityKind::Ratio => is_running && !found.is_band(),
        QuantityKind::Percentage => is_running && is_about_people(),
        _ => false,
    }
}

/// Two chances that are not of the same whole, unless one form (one whole, or percentages) gives every chance of the
/// section.
fn mixed<'q>(facts: &Facts<'_>, group: &[&'q Quantity]) -> Option<(&'q Quantity, &'q Quantity)> {
    let first = group.iter().find(|found| found.of.is_some())?;
    let block = |found: &Quantity| {
        let sentence = facts.sentences.get(found.sentence);
        sentence
            .and_then(|sentence| sentence.within.block)
            .map(|block| block.span)
    };
    let compared: Vec<&&Quantity> = group
        .iter()
        .filter(|found| found.of.is_some() || block(found) == block(first))
        .collect();
    let is_enough = |form: Option<f64>| {
        compared.iter().all(|found| {
            let mut same = compared.iter().filter(|other| is_form(other.of, form));
            same.any(|other| is_same_chance(found, other))
        })
    };
    if compared
        .iter()
        .take(MOST_FORMS)
        .any(|found| is_enough(found.of))
    {
        return None;
    }
    let other = compared.iter().find(|other| {
        !is_form(other.of, first.of)
            && !is_same_chance(first, other)
            && !is_range(facts, first, other)
    })?;
    Some((first, other))
}

/// How many chances of a section are compared.
const MOST_CHANCES: usize = 40;

/// How many forms are tried as the one that gives every chance.
const MOST_FORMS: usize = 8;

fn is_form(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 0.5,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether two chances are the same but for rounding: "8.8 percent, or 1 in 11".
fn is_same_chance(one: &Quantity, other: &Quantity) -> bool {
    (one.low - other.low).abs() < 0.05 * one.low.max(other.low)
}

/// "Between 1 in 1,000 and 1 in 5,000", "from 1 in 20 people to 1 in 10".
fn is_range(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    let tokens = facts.tokens.get(one.sentence);
    let between = one.words.end..other.words.start.max(one.words.end);
    one.sentence == other.sentence
        && between.len() <= 3
        && tokens
            .is_some_and(|tokens| { between }.any(|at| matches!(tokens.word(at), "to" | "and")))
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
    let is_labelled = |found: &&&Quantity| {
        found.span != first.span && (found.of.is_some() || found.span == other.span)
    };
    for found in group.iter().filter(is_labelled) {
        finding.label(
            found.span,
            format!("\"{}\" here", facts.quantity_text(found)),
        );
    }
}
