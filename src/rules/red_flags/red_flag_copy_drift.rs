//! Two copies of the red flags that differ.

use super::places;
use crate::facts::words::ContentWords;
use crate::facts::{ListUse, Sentence, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    /// Two lists of red flags for the same speed are copies of each other, and one leaves signs out.
    ///
    /// ## Why it matters
    /// A box at the top repeats the red flags, and one of the two is edited later. A reader who saw the shorter list, or a
    /// handout made from it, is not warned.
    ///
    /// Lists are copies when they are governed by advice of the same level and at least two of their signs, and half of
    /// the shorter list, are the same. Signs are compared by their concept in a topic pack, else by their words, so that a
    /// reworded item is no fault. Lists for different readers (adults, children, after a procedure) may differ.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Head injury
    ///
    /// > [!WARNING]
    /// > Call 911 if you have had a blow to the head and you:
    /// >
    /// > - vomit more than once
    /// > - have a seizure
    /// > - cannot stay awake
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you:
    ///
    /// - vomit more than once
    /// - have a seizure
    /// - cannot stay awake
    /// - have clear fluid coming from your nose
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Head injury
    ///
    /// > [!WARNING]
    /// > Call 911 if you have had a blow to the head and you:
    /// >
    /// > - vomit more than once
    /// > - have a seizure
    /// > - cannot stay awake
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you:
    ///
    /// - vomit more than once after the blow
    /// - have a seizure
    /// - cannot stay awake
    ///
    /// ## When to call about a child
    ///
    /// Call 911 now if your child:
    ///
    /// - will not stop crying
    /// - has a seizure
    /// - cannot stay awake
    /// ```
    /// A time behind a second service is another speed:
    /// ```markdown,pass
    /// # Shingles
    ///
    /// ## Before you see a baby
    ///
    /// Ring your GP if you:
    ///
    /// - are pregnant and have never had chickenpox
    /// - have a weak immune system
    ///
    /// ## When to get help
    ///
    /// Contact your GP or out-of-hours service the same day if:
    ///
    /// - the person is pregnant
    /// - the person has a weak immune system
    /// - the rash is near an eye
    /// ```
    RULE { name: "red-flag-copy-drift", severity: Error, since: "0.1.0",
        standard: "NHS care cards; PEMAT 10",
        summary: "two copies of the red flags differ" }
}

/// The share of an item's words that the other must have.
const SAME_ITEM: f64 = 0.6;
/// So many lists are compared; nobody reads an article with more.
const COMPARED: usize = 24;
/// Two lists are compared if so many pairs of signs or fewer can be made of them: a hundred signs each.
const PAIRS: usize = 10_000;

/// A list of signs with what governs it.
struct Copy<'a> {
    list: &'a ListUse,
    level: Urgency,
    whose: BTreeSet<usize>,
    items: Vec<Item>,
}

struct Item {
    span: Span,
    concepts: Vec<usize>,
    words: ContentWords,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lists = cx.facts.lists().iter().filter(|list| list.is_red_flags);
    let outer = lists.filter(|list| cx.facts.lists_around(list.span).nth(1).is_none());
    let mut copies: Vec<Copy<'_>> = outer.filter_map(|list| copy(cx, list)).collect();
    copies.truncate(COMPARED);
    for (index, one) in copies.iter().enumerate() {
        for other in copies.iter().skip(index + 1) {
            compare(cx, findings, one, other);
        }
    }
}

fn copy<'a>(cx: &Context<'a>, list: &'a ListUse) -> Option<Copy<'a>> {
    let governing = places::governing(cx, list);
    let level = governing.iter().map(|counsel| counsel.level()).max()?;
    let heads = [list.lead, list.heading];
    let whose = heads
        .into_iter()
        .flatten()
        .flat_map(|index| cx.facts.hits_in(Table::Whose, index));
    Some(Copy {
        list,
        level,
        whose: whose.map(|hit| hit.row).collect(),
        items: list.items.iter().map(|item| read(cx, *item)).collect(),
    })
}

fn read(cx: &Context<'_>, item: Span) -> Item {
    let mut concepts = cx
        .facts
        .concepts_at(item, |mention| item.contains(mention.span));
    concepts.retain(|index| {
        let concept = cx.facts.concepts().get(*index);
        concept.is_some_and(|concept| concept.known.is_some())
    });
    Item {
        span: item,
        concepts,
        words: ContentWords::of_sign(cx.article.source.slice(item), cx.article.base_lang()),
    }
}

impl Item {
    fn is_like(&self, other: &Item) -> bool {
        let shares = self
            .concepts
            .iter()
            .any(|concept| other.concepts.contains(concept));
        let within = self
            .words
            .share_in(&other.words)
            .max(other.words.share_in(&self.words));
        shares || within >= SAME_ITEM
    }
}

fn compare(cx: &Context<'_>, findings: &mut Findings<'_>, one: &Copy<'_>, other: &Copy<'_>) {
    let heads = |copy: &Copy<'_>| (copy.list.lead, copy.list.heading);
    let pairs = one.items.len().saturating_mul(other.items.len());
    if one.level != other.level
        || one.whose != other.whose
        || heads(one) == heads(other)
        || pairs > PAIRS
    {
        return;
    }
    let lone = |here: &Copy<'_>, there: &Copy<'_>| -> Vec<Span> {
        let alone = here
            .items
            .iter()
            .filter(|item| !there.items.iter().any(|twin| item.is_like(twin)));
        alone.map(|item| item.span).collect()
    };
    let (only_one, only_other) = (lone(one, other), lone(other, one));
    let shorter = one.items.len().min(other.items.len());
    let same = (one.items.len() - only_one.len()).min(other.items.len() - only_other.len());
    if same < 2 || same * 2 < shorter {
        return;
    }
    let mut missing = only_one
        .iter()
        .map(|span| (*span, other))
        .chain(only_other.iter().map(|span| (*span, one)));
    let Some((first, lacking)) = missing.next() else {
        return;
    };
    let sign = |span: Span| {
        cx.article
            .source
            .slice(span)
            .trim_start_matches(['-', '*', '+', '•', ' '])
            .trim()
            .to_owned()
    };
    let head = |copy: &Copy<'_>| {
        let index = copy.list.lead.or(copy.list.heading);
        let sentence = index.and_then(|index| cx.facts.sentences.get(index));
        sentence.map_or(copy.list.span, Sentence::span)
    };
    let finding = findings
        .report(first, format!("two lists of red flags at the same speed ({}) differ: \"{}\" is in one of them only", one.level.name(), sign(first)))
        .help("Make both lists the same, or keep one of them and point to it. Readers see one copy and take it for complete.");
    finding.label(head(lacking), "this copy lacks it");
    for (span, _) in missing {
        finding.label(span, "in this copy only, too");
    }
}
