//! The signs in a place of red flags, each with what it is and how fast to get help for it.

use super::blocks::{lines, prose_text, text};
use super::html;
use super::model::{Concept, Sign};
use crate::article::{Block, BlockKind, ListItem, ProseKind};
use crate::facts::Urgency;
use crate::rules::Context;
use crate::source::Span;

/// The signs in `blocks`: the items of their lists, else the blocks; `urgency` is that of the place. What leads to a list
/// says more of its items than the place does: "Call 911 if:" and "Call your doctor if:" stand in one section.
pub(super) fn signs(cx: &Context<'_>, blocks: &[&Block], urgency: Option<Urgency>) -> Vec<Sign> {
    let mut signs = Vec::new();
    for block in blocks {
        block.walk(&mut |block| {
            if let BlockKind::List(list) = &block.kind {
                let items = list.items.iter();
                signs.extend(items.filter_map(|item| from_item(cx, item, urgency)));
            }
        });
    }
    if signs.is_empty() {
        let own = blocks.iter();
        signs = own.map(|block| from_block(cx, block, urgency)).collect();
    }
    signs.retain(|sign| !sign.text.is_empty());
    signs
}

/// The item's own words; its nested lists are signs of their own.
fn from_item(cx: &Context<'_>, item: &ListItem, urgency: Option<Urgency>) -> Option<Sign> {
    let prose = item.prose()?;
    let span = prose.whole();
    Some(Sign {
        text: prose_text(cx, prose),
        html: html::inline(prose),
        urgency: urgency_of(cx, span, led(cx, span).or(urgency)).map(Urgency::name),
        concepts: concepts(cx, span),
        source: lines(cx.article, span),
    })
}

fn from_block(cx: &Context<'_>, block: &Block, urgency: Option<Urgency>) -> Sign {
    let spoken = block.proses().into_iter();
    let spans = spoken
        .filter(|(kind, _)| *kind != ProseKind::Heading)
        .map(|(_, prose)| prose.whole());
    Sign {
        text: text(cx, block),
        html: html::block(block),
        urgency: urgency_of(cx, block.span, urgency).map(Urgency::name),
        concepts: spans.flat_map(|span| concepts(cx, span)).collect(),
        source: lines(cx.article, block.span),
    }
}

/// What leads to the innermost list around `span` whose lead gives advice says.
fn led(cx: &Context<'_>, span: Span) -> Option<Urgency> {
    let mut leads = cx.facts.lists_around(span).filter_map(|list| list.lead);
    leads.find_map(|lead| {
        let counsels = cx.facts.counsels_of(lead);
        counsels.map(|(_, counsel)| counsel.frame.level).max()
    })
}

/// What the sign itself says ("chest pain: call 911"), else what is said of the place.
fn urgency_of(cx: &Context<'_>, span: Span, place: Option<Urgency>) -> Option<Urgency> {
    let own = cx.facts.counsels_in(span);
    own.map(|counsel| counsel.frame.level).max().or(place)
}

/// The concepts of topic packs that are named in `span` and not denied.
fn concepts(cx: &Context<'_>, span: Span) -> Vec<Concept> {
    let named = cx
        .facts
        .concepts_at(span, |mention| span.contains(mention.span));
    let known = named.into_iter().filter_map(|index| {
        let (pack, concept) = cx.facts.concepts().get(index)?.known?;
        Some(Concept {
            id: concept.id.clone(),
            label: concept.label.clone(),
            pack: pack.id.clone(),
            expected_urgency: concept.urgency.name(),
        })
    });
    known.collect()
}
