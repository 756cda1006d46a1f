//! Figures about people that do not say where they come from.

use super::{references_missing, shared};
use crate::facts::spans::SpanSet;
use crate::facts::words::{ContentWords, FixedWords, Stem};
use crate::facts::{Quantity, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::cell::LazyCell;
use std::collections::BTreeMap;

rule! {
    /// A figure about people ("1 in 10", "about 50% of people") carries no source.
    ///
    /// ## Why it matters
    /// Readers weigh a treatment by such figures. Without a source neither they nor the next reviewer can tell whether it
    /// is right, or still right.
    ///
    /// A link, a footnote, "[2]", "(Lee, 2024)" in the sentence or at the end of its paragraph, or "according to ..." is a
    /// source. So is one in the sentence right before or after a table or list, for all of it, and in a sentence on "these
    /// figures", for what stands before it in its section. A figure that comes again needs its source once. Where the article lists its sources and marks no place at all, the list is taken to stand behind every
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
    /// One source stands for a table, and for the figure when it comes again:
    /// ```markdown,pass
    /// # Shoulder operation
    ///
    /// ## What can go wrong
    ///
    /// | Problem | How often |
    /// |---|---|
    /// | Stiff shoulder | 1 in 20 |
    /// | Infection | 1 in 200 |
    ///
    /// These numbers come from the joint register [1].
    ///
    /// ## Questions
    ///
    /// ### Will my shoulder be stiff?
    ///
    /// It is for about 1 in 20 people.
    ///
    /// ## Sources
    ///
    /// 1. The joint register's report, 2024
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
    let beside = LazyCell::new(|| sourced_beside(cx));
    let known_elsewhere = LazyCell::new(|| Sourced::of(cx, &beside));
    let figures = facts.quantities().iter();
    let bare = figures.filter(|found| {
        is_figure(cx, found)
            && !facts.is_in_role(Role::References, found.span)
            && !facts.is_cited(found.sentence)
            && !names_source(found.sentence)
            && !beside.contains(found.span)
            && !known_elsewhere.has(cx, found)
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

/// What has its source beside it: a table or list in the last sentence before or the first sentence after it, and all of a
/// section before a sentence that says where its figures come from.
fn sourced_beside(cx: &Context<'_>) -> SpanSet {
    let facts = cx.facts;
    let has_source = |index: usize| {
        facts.carries_source(index) || !facts.hits_in(Table::NamedSource, index).is_empty()
    };
    let sentences = |block: Option<&Block>| {
        let paragraph = block.filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
        facts.sentences_in(paragraph.map_or(Span::default(), |block| block.span))
    };
    let of_figures = |index: usize| {
        let mut words = facts.tokens_of(index).words();
        words.any(|word| matches!(word, "figures" | "numbers" | "statistics" | "rates"))
    };
    let mut found = Vec::new();
    for section in cx.article.all_sections() {
        for (index, block) in section.blocks.iter().enumerate() {
            let before = || index.checked_sub(1).and_then(|at| section.blocks.get(at));
            let is_set_out = matches!(block.kind, BlockKind::Table(_) | BlockKind::List(_));
            let after = || sentences(section.blocks.get(index + 1)).next();
            let ahead = || sentences(before()).last();
            if is_set_out && (after().is_some_and(has_source) || ahead().is_some_and(has_source)) {
                found.push(block.span);
            }
            let mut here = sentences(Some(block));
            if here.any(|index| of_figures(index) && facts.carries_source(index))
                && let Some(first) = section.blocks.first()
            {
                found.push(first.span.cover(block.span));
            }
        }
    }
    found.into_iter().collect()
}

/// So many places with one figure are looked at.
const SAME_FIGURE: usize = 8;

/// The figures that have a source, by what they say, each with the words of its sentence and heading.
struct Sourced<'a> {
    by_text: BTreeMap<&'a str, Vec<ContentWords>>,
}

impl<'a> Sourced<'a> {
    fn of(cx: &Context<'a>, beside: &SpanSet) -> Self {
        let facts = cx.facts;
        let mut by_text: BTreeMap<&'a str, Vec<ContentWords>> = BTreeMap::new();
        for found in facts.quantities() {
            let is_sourced = || facts.is_cited(found.sentence) || beside.contains(found.span);
            if is_figure(cx, found) && is_sourced() {
                let places = by_text.entry(facts.quantity_text(found)).or_default();
                if places.len() < SAME_FIGURE {
                    places.push(words_around(cx, found.sentence));
                }
            }
        }
        Self { by_text }
    }

    /// Whether a figure repeats one that has a source, about the same: the two share a word.
    fn has(&self, cx: &Context<'_>, found: &Quantity) -> bool {
        let Some(places) = self.by_text.get(cx.facts.quantity_text(found)) else {
            return false;
        };
        let words = words_around(cx, found.sentence);
        let shared = SHARED.of("en");
        let tells = |stem: &&Stem| !shared.contains(stem);
        let telling: Vec<&Stem> = words.different().iter().filter(tells).collect();
        places
            .iter()
            .any(|place| telling.iter().any(|stem| place.contains(stem)))
    }
}

/// Words that stand beside any figure.
static SHARED: FixedWords = FixedWords::new(
    "people person patient adult child woman man about around chance risk likely common get have happen need use take still year month week day \
    question problem 1 2 3 4 5 6 7 8 9 10 20 30 50 100 1000 one two three four five ten",
);

/// The content words of a sentence, of its row in a table, and of the heading above, a question's included.
fn words_around(cx: &Context<'_>, sentence: usize) -> ContentWords {
    let facts = cx.facts;
    let here = facts.sentence(sentence);
    let heading = here.within.section.heading.as_ref().map(Prose::whole);
    let row = facts.row_around(here.span()).unwrap_or(here.span());
    let sentences = heading.into_iter().chain([row]);
    let words = sentences
        .flat_map(|span| facts.sentences_in(span))
        .flat_map(|index| facts.tokens_of(index).words());
    ContentWords::of_words(words, "en")
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
        QuantityKind::Ratio => !is_other && !found.is_band(),
        QuantityKind::Percentage => !is_other && is_about_people(),
        // "Three times as likely" is left to the rule on risks without a size.
        QuantityKind::Count if found.unit == Unit::Time && !is_relative_told => facts
            .hits_in(Table::TimesLikely, found.sentence)
            .iter()
            .any(|hit| hit.words.start <= found.words.start && found.words.end <= hit.words.end),
        _ => false,
    }
}
