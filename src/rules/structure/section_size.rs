//! Parts of a team's own kind that are too short or too long.

use crate::config::{Bound, Part};
use crate::facts::parts::{PartPlace, parts};
use crate::rules::prelude::*;

rule! {
    /// A part has fewer or more items or words than the team's kind of document allows.
    ///
    /// ## Why it matters
    /// A list of two warning signs is seldom complete, and a summary of three hundred words is none. How much is right
    /// depends on the kind of document, so that the team says it.
    ///
    /// The rule speaks only of kinds that a team defines in `facetdoc.toml`: `min-items`, `max-items`, `min-words` and
    /// `max-words` of a part. Items are those of its lists, lists in lists left out; in questions and answers they are the
    /// questions. Where a part stands in several places, they are counted together.
    ///
    /// ## Flagged
    /// ```toml,config
    /// [kinds.recipe]
    /// [[kinds.recipe.part]]
    /// name = "ingredients"
    /// headings = ["ingredients"]
    /// min-items = 2
    /// [[kinds.recipe.part]]
    /// name = "summary"
    /// max-words = 12
    /// required = false
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// kind: recipe
    /// ---
    /// # Lentil soup
    ///
    /// ## Ingredients
    /// - lentils
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// kind: recipe
    /// ---
    /// # Lentil soup
    ///
    /// ## Summary
    /// A soup that takes half an hour, costs little, keeps for three days in the fridge and pleases everybody.
    ///
    /// ## Ingredients
    /// - lentils
    /// - water
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: recipe
    /// ---
    /// # Lentil soup
    ///
    /// ## Summary
    /// A cheap soup that takes half an hour.
    ///
    /// ## Ingredients
    /// - lentils
    /// - water
    /// ```
    RULE { name: "section-size", severity: Warning, since: "0.1.0",
        standard: "the team's own kind of document",
        summary: "a part is shorter or longer than the team's kind of document allows" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(kind) = cx.settings.own_kind.as_deref() else {
        return;
    };
    let places = parts(cx.article, kind);
    for (index, part) in kind.parts.iter().enumerate() {
        let of: Vec<&PartPlace<'_>> = places.iter().filter(|place| place.index == index).collect();
        if of.is_empty() {
            continue;
        }
        let items = || {
            of.iter()
                .map(|place| items(cx.article, part, place.span))
                .sum()
        };
        let words = || of.iter().map(|place| words(cx.article, place.span)).sum();
        if !part.items.is_free() {
            let what = if part.role == Some(Role::Faq) {
                "question"
            } else {
                "list item"
            };
            let count = items();
            report(findings, &of, what, count, part.items.broken_by(count));
        }
        if !part.words.is_free() {
            let count = words();
            report(findings, &of, "word", count, part.words.broken_by(count));
        }
    }
}

fn report(
    findings: &mut Findings<'_>,
    places: &[&PartPlace<'_>],
    what: &str,
    count: usize,
    broken: Option<Bound>,
) {
    let (Some(bound), Some((first, others))) = (broken, places.split_first()) else {
        return;
    };
    let name = &first.part.name;
    let (allowed, help) = match bound {
        Bound::Least(least) => (
            format!("at least {least}"),
            "Readers rely on this part being complete. Add what is missing.",
        ),
        Bound::Most(most) => (
            format!("at most {most}"),
            "Readers lose the main point in a long part. Leave out or move what matters less.",
        ),
    };
    let many = if count == 1 {
        what.to_owned()
    } else {
        format!("{what}s")
    };
    let message = format!("\"{name}\" has {count} {many}; the team's kind asks for {allowed}");
    let finding = findings.report(first.head, message);
    finding.help(help);
    for place in others {
        finding.label(place.head, "counted with it");
    }
}

/// The items of the lists in a part; of questions and answers the questions.
fn items(article: &Article, part: &Part, span: Span) -> usize {
    let pairs = article
        .faq
        .iter()
        .filter(|pair| span.contains(pair.span))
        .count();
    if part.role == Some(Role::Faq) && pairs > 0 {
        return pairs;
    }
    let lists = article.blocks_in(span).map(|block| match &block.kind {
        BlockKind::List(list) => list.items.len(),
        _ => 0,
    });
    lists.sum()
}

/// The words of a part without its own heading.
fn words(article: &Article, span: Span) -> usize {
    let section = article
        .sections()
        .into_iter()
        .find(|section| section.span == span);
    match section {
        Some(section) => section.word_count(),
        None => article.blocks_in(span).map(Block::word_count).sum(),
    }
}
