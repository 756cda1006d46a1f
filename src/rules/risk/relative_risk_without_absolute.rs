//! Changes of a risk without the risk.

use crate::facts::words::{ContentWords, FixedWords, Stem};
use crate::facts::{Facts, QuantityKind};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

rule! {
    /// A risk is said to double or to fall by a share, and nobody says how big it is.
    ///
    /// ## Why it matters
    /// "Cuts the risk by 50%" sounds the same whether it goes from 40 to 20 people in 100 or from 2 to 1 in a million. Readers
    /// overrate both the harm and the benefit.
    ///
    /// Numbers of people ("from 2 in 100 to 1 in 100") in the same paragraph are enough. All places are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Blood clots
    ///
    /// Walking early cuts the risk of a clot by 50%. Smoking doubles your risk.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Blood clots
    ///
    /// Walking early cuts the risk of a clot by 50%: from 2 in 100 people to 1 in 100.
    ///
    /// About 30% of people at risk have no signs. Double your walks every week. The dose is lowered by 50%.
    /// ```
    ///
    /// A table of the same section can give them:
    /// ```markdown,pass
    /// # Blood clots
    ///
    /// ## Long flights
    ///
    /// | Problem | How many people |
    /// |---|---|
    /// | A clot in the leg | 1 in 4,600 |
    ///
    /// A clot is three times more likely in the weeks after an operation.
    /// ```
    RULE {
        name: "relative-risk-without-absolute", severity: Warning, since: "0.1.0",
        standard: "PIF guide to risk; DISCERN 11",
        summary: "a change of a risk is given without the risk itself",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let facts = cx.facts;
    let hits = facts
        .hits(Table::TimesLikely)
        .iter()
        .chain(facts.hits(Table::RiskChange));
    let mut places: Vec<(Span, usize)> = hits
        .map(|hit| (facts.span_of(hit.sentence, hit.words.clone()), hit.sentence))
        .collect();
    places.extend(changed_by_share(facts));
    let mut told = Told::new();
    places.retain(|(span, sentence)| {
        !facts.is_in_role(Role::References, *span)
            && !has_absolute(facts, *sentence)
            && !is_told_in_section(facts, *sentence, &mut told)
    });
    places.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    places.dedup_by(|later, earlier| earlier.0.overlaps(later.0));
    let Some(((first, _), rest)) = places.split_first() else {
        return;
    };
    let text = cx.article.source.slice(*first);
    let finding = findings
        .report(*first, format!("\"{text}\" does not say how big the risk is"))
        .help("Add the numbers of people, as in \"from 2 in 100 to 1 in 100\": a change alone sounds big even where the risk is tiny.");
    for (span, _) in rest {
        finding.label(*span, "nor does this");
    }
}

/// "50% lower risk", "cuts the risk by 50%": a percentage with a word of change and a word of risk near it.
fn changed_by_share<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = (Span, usize)> + 'f {
    let shares = facts
        .quantities()
        .iter()
        .filter(|found| found.kind == QuantityKind::Percentage);
    shares.filter_map(|found| {
        let tokens = facts.tokens.get(found.sentence)?;
        let after = tokens.word(found.words.end);
        let before = found
            .words
            .start
            .checked_sub(1)
            .map_or("", |at| tokens.word(at));
        let is_compared = matches!(
            after,
            "higher"
                | "lower"
                | "more"
                | "less"
                | "greater"
                | "increase"
                | "increased"
                | "reduction"
                | "decrease"
                | "reduced"
        );
        let is_changed =
            before == "by" && !facts.hits_in(Table::ChangeWords, found.sentence).is_empty();
        let clause = found.words.start.saturating_sub(8)..found.words.end + 5;
        let risk = facts
            .hits_in(Table::RiskWords, found.sentence)
            .iter()
            .any(|hit| clause.contains(&hit.words.start));
        ((is_compared || is_changed) && risk).then_some((found.span, found.sentence))
    })
}

/// Words that tell no risk from another.
static SHARED: FixedWords = FixedWords::new(
    "risk chance likely likelihood odds people person time more less high low common rare about after before than have get happen woman man child adult \
    treatment medicine",
);

/// The words of each section that are told with numbers of people, by the section's place.
type Told = BTreeMap<Span, BTreeSet<Stem>>;

/// Whether the section of the sentence gives numbers of people for what the sentence speaks of, in a table or beside it.
fn is_told_in_section(facts: &Facts<'_>, index: usize, told: &mut Told) -> bool {
    let blocks = facts.sentence(index).within.section.blocks.iter();
    let span = blocks.map(|block| block.span).reduce(Span::cover);
    let span = span.unwrap_or_default();
    let told = told
        .entry(span)
        .or_insert_with(|| told_with_ratios(facts, span));
    let words = ContentWords::of_tokens(facts.tokens_of(index), "en");
    words.different().iter().any(|stem| told.contains(stem))
}

/// The words that tell risks apart in the rows and sentences of `span` that have a ratio.
fn told_with_ratios(facts: &Facts<'_>, span: Span) -> BTreeSet<Stem> {
    let shared = SHARED.of("en");
    let ratios = facts
        .quantities_in(span)
        .filter(|found| found.kind == QuantityKind::Ratio);
    let mut rows: Vec<Span> = ratios
        .map(|found| {
            let own = facts.sentence(found.sentence).span();
            facts.row_around(own).unwrap_or(own)
        })
        .collect();
    rows.dedup();
    let sentences = rows.into_iter().flat_map(|row| facts.sentences_in(row));
    let words = sentences.map(|index| ContentWords::of_tokens(facts.tokens_of(index), "en"));
    words
        .flat_map(|words| words.different().to_vec())
        .filter(|stem| !shared.contains(stem))
        .collect()
}

/// Whether the paragraph of the sentence gives a share of people, or where the change starts and ends.
fn has_absolute(facts: &Facts<'_>, index: usize) -> bool {
    let Some(within) = facts.sentences.get(index).map(|sentence| sentence.within) else {
        return true;
    };
    let whole = within.prose.whole();
    let mut shares = facts
        .quantities_in(whole)
        .filter(|found| found.kind == QuantityKind::Percentage);
    let has_ratio = facts
        .quantities_in(whole)
        .any(|found| found.kind == QuantityKind::Ratio);
    let is_from_to = shares.any(|found| {
        let before = found.words.start.checked_sub(1);
        let tokens = facts.tokens.get(found.sentence).zip(before);
        tokens.is_some_and(|(tokens, before)| matches!(tokens.word(before), "from" | "to"))
    });
    has_ratio || is_from_to
}
