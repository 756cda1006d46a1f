//! Figures about people that do not say where they come from.

use super::{references_missing, shared};
use crate::facts::{Quantity, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A figure about people ("1 in 10", "about 50% of people") carries no source.
    ///
    /// ## Why it matters
    /// Readers weigh a treatment by such figures. Without a source neither they nor the next reviewer can tell whether it
    /// is right, or still right.
    ///
    /// A link, a footnote, "[2]", "(Lee, 2024)" in the sentence or at the end of its paragraph, or "according to ..." is a
    /// source. Where the article lists its sources and marks no place at all, the list is taken to stand behind every
    /// figure. Where it lists none and `references-missing` says so, that is enough. Strengths, doses, prices, times and places are no figures about people. All figures are shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// About 50% of people get better within a month. Only 1 in 20 people still has pain after a year.
    ///
    /// Walking helps [1].
    ///
    /// ## Sources
    ///
    /// 1. The spine society's guideline, 2024
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// About 50% of people get better within a month. Only 1 in 20 people still has pain after a year [2].
    ///
    /// According to the spine society, 8 in 10 people have back pain at some time. Use a 1% cream. You and they pay 20% of
    /// the cost, those with a rating of 30% pay nothing.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// About 50% of people get better within a month.
    ///
    /// ## Sources
    ///
    /// - The spine society's guideline, 2024
    /// ```
    ///
    /// How a gene is passed on is arithmetic:
    /// ```markdown,pass
    /// # Sickle cell trait
    ///
    /// When both parents are carriers, each child has a 25% chance to have the illness. Walking helps [1].
    ///
    /// ## Sources
    ///
    /// 1. The blood society's guideline, 2024
    /// ```
    RULE {
        name: "statistic-without-source", severity: Warning, since: "0.1.0",
        standard: "JAMA attribution; FTC Health Products Compliance Guidance",
        summary: "a figure about people has no source",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    if cx.article.base_lang() != "en" || is_listed_only(cx) {
        return;
    }
    // The last paragraph that was asked for, with whether it names a source.
    let mut known: Option<(*const Prose, bool)> = None;
    let mut names_source = |index: usize| {
        let Some(sentence) = facts.sentences.get(index) else {
            return true;
        };
        let prose: *const Prose = sentence.within.prose;
        match known {
            Some((last, names)) if std::ptr::eq(last, prose) => names,
            _ => {
                let names = shared::paragraph_names_source(facts, index);
                known = Some((prose, names));
                names
            }
        }
    };
    let figures = facts.quantities().iter();
    let bare = figures.filter(|found| {
        is_figure(cx, found)
            && !facts.is_in_role(Role::References, found.span)
            && !facts.is_cited(found.sentence)
            && !names_source(found.sentence)
    });
    let mut bare = bare.peekable();
    let Some(first) = bare.next() else {
        return;
    };
    if references_missing::is_reported(cx) {
        return;
    }
    let text = facts.quantity_text(first);
    let finding = findings
        .report(first.span, format!("the figure \"{text}\" has no source"))
        .help("Say where it comes from, in brackets or with a link: readers weigh their choice by it.");
    for found in bare {
        finding.label(found.span, "nor has this one");
    }
}

/// Whether sources are listed and no sentence outside the list points at one.
fn is_listed_only(cx: &Context<'_>) -> bool {
    let is_listed = cx.article.has_role(Role::References) || !cx.article.meta.sources.is_empty();
    is_listed && cx.facts.citations().is_empty()
}

/// Whether a quantity is a figure about people.
fn is_figure(cx: &Context<'_>, found: &Quantity) -> bool {
    let facts = cx.facts;
    let is_relative_told = cx.settings.is_on("relative-risk-without-absolute", "risk");
    let is_other = [Table::FigureOther, Table::FigureInherited]
        .iter()
        .any(|table| !facts.hits_in(*table, found.sentence).is_empty());
    let is_about_people = || {
        !facts
            .hits_in(Table::FigurePeople, found.sentence)
            .is_empty()
    };
    match found.kind {
        QuantityKind::Ratio => !is_other,
        QuantityKind::Percentage => !is_other && is_about_people(),
        // "Three times as likely" is left to the rule on risks without a size.
        QuantityKind::Count if found.unit == Unit::Time && !is_relative_told => facts
            .hits_in(Table::TimesLikely, found.sentence)
            .iter()
            .any(|hit| hit.words.start <= found.words.start && found.words.end <= hit.words.end),
        _ => false,
    }
}
