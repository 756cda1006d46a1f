//! Concepts that get different urgencies in different places.

use crate::facts::words::ContentWords;
use crate::facts::{Binding, ConceptUse, Facts, Urgency, Via};
use crate::source::PartOf;
use std::collections::{BTreeMap, BTreeSet};

/// Concepts that are bound to exactly the same advice of different levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The concepts, by their index in the facts.
    pub concepts: Vec<usize>,
    /// The advice, by its index in the facts, in reading order.
    pub counsels: Vec<usize>,
    /// The lowest level given.
    pub lowest: Urgency,
    /// The highest level given.
    pub highest: Urgency,
}

/// Two items of different lists with less in common were put apart on purpose.
const SAME_ITEM: f64 = 0.6;

/// Every conflict, in the order of the first concept's first mention.
pub fn conflicts(facts: &Facts<'_>) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut known: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for (index, concept) in facts.concepts().iter().enumerate() {
        for counsels in disagreeing(facts, concept) {
            if let Some(same) = known
                .get(&counsels)
                .and_then(|place| conflicts.get_mut(*place))
            {
                same.concepts.push(index);
                continue;
            }
            let levels = counsels
                .iter()
                .map(|counsel| facts.counsel(*counsel).level());
            let (Some(lowest), Some(highest)) = (levels.clone().min(), levels.max()) else {
                continue;
            };
            known.insert(counsels.clone(), conflicts.len());
            conflicts.push(Conflict {
                concepts: vec![index],
                counsels,
                lowest,
                highest,
            });
        }
    }
    conflicts
}

/// The sets of advice on a concept that disagree; mentions with different qualifiers ("mild", "over 39") are kept apart.
fn disagreeing(facts: &Facts<'_>, concept: &ConceptUse) -> Vec<Vec<usize>> {
    let qualifiers: BTreeSet<&str> = concept
        .bindings
        .iter()
        .map(|binding| concept.bound(binding).qualifier.as_str())
        .collect();
    let mut sets = Vec::new();
    for qualifier in qualifiers {
        let bound = concept
            .bindings
            .iter()
            .filter(|binding| concept.bound(binding).qualifier == qualifier);
        let bound: Vec<_> = bound
            .filter(|binding| facts.counsel(binding.counsel).level() != Urgency::SelfCare)
            .filter(|binding| !is_reason(facts, concept, binding))
            .filter(|binding| !is_open(facts, binding))
            .collect();
        let levels: BTreeSet<Urgency> = bound
            .iter()
            .map(|binding| facts.counsel(binding.counsel).level())
            .collect();
        let fastest = bound
            .iter()
            .map(|binding| facts.counsel(binding.counsel).frame.least)
            .max();
        // "Call 111 or your GP" agrees with "call your GP": one way to follow both.
        if levels.first().copied() < fastest && !is_tiered(facts, concept, qualifier) {
            let counsels: BTreeSet<usize> = bound.iter().map(|binding| binding.counsel).collect();
            sets.push(counsels.into_iter().collect());
        }
    }
    sets
}

/// Whether how fast is left to another place: "Get help if your stools turn black", "call us before you take it".
fn is_open(facts: &Facts<'_>, binding: &Binding) -> bool {
    let counsel = facts.counsel(binding.counsel);
    let tokens = facts.tokens_of(counsel.sentence);
    let words: Vec<&str> = tokens.words_of(counsel.words()).collect();
    let is_before = |at: usize| matches!(tokens.word(at), "before" | "antes");
    let is_step = counsel.frame.level_words.is_none()
        && (is_before(counsel.words().end) || is_before(counsel.frame.scope.start));
    let is_vague = matches!(words[..], ["get", "help", "if" | "when"]);
    counsel.level() == Urgency::Routine && (is_vague || is_step)
}

/// Whether advice only gives the reason for what leads to the list above it: "Go to A&E if ... These need urgent treatment."
fn is_reason(facts: &Facts<'_>, concept: &ConceptUse, binding: &Binding) -> bool {
    let counsel = facts.counsel(binding.counsel);
    let leads = |other: &Binding| {
        other.mention == binding.mention
            && matches!(other.via, Via::Sentence | Via::LeadIn | Via::Heading)
            && facts.counsel(other.counsel).level() == Urgency::Emergency
    };
    // "They can be signs of a torn bowel, which needs surgery" sends nobody elsewhere.
    let tokens = facts.tokens_of(counsel.sentence);
    let is_treatment = tokens.word(counsel.words().start).starts_with("need") && {
        tokens.words_of(counsel.words())
    }
    .any(|word| word == "surgery");
    let is_urgent = tokens
        .word(counsel.level_words().start)
        .starts_with("urgent");
    binding.via == Via::After
        && (counsel.level() == Urgency::Urgent && is_urgent || is_treatment)
        && concept.bindings.iter().any(leads)
}

/// Whether the article tells apart on purpose: different items in different lists name the concept at different levels, and
/// every other place agrees with one of them.
fn is_tiered(facts: &Facts<'_>, concept: &ConceptUse, qualifier: &str) -> bool {
    let mut tiers: Vec<(&str, Urgency)> = Vec::new();
    let mut others: Vec<Urgency> = Vec::new();
    for binding in &concept.bindings {
        let mention = concept.bound(binding);
        if mention.qualifier != qualifier {
            continue;
        }
        let level = facts.counsel(binding.counsel).level();
        let mut lists = facts.lists_around(mention.span);
        let is_listed = lists.any(|list| list.is_red_flags);
        if is_reason(facts, concept, binding) {
            continue;
        }
        match (is_listed, binding.via) {
            (true, Via::Sentence | Via::LeadIn | Via::Heading) => {
                // What an item advises is no part of the sign: "See your doctor if you have yellow skin."
                let item = match binding.via {
                    Via::Sentence => facts.text_of(mention.sentence, mention.words.clone()),
                    _ => facts.sentence(mention.sentence).text(),
                };
                tiers.push((item, level));
            }
            _ => others.push(level),
        }
    }
    let levels: BTreeSet<Urgency> = tiers.iter().map(|(_, level)| *level).collect();
    if levels.len() < 2 || others.iter().any(|level| !levels.contains(level)) {
        return false;
    }
    let lang = facts.article.base_lang();
    let words: Vec<ContentWords> = tiers
        .iter()
        .map(|(item, _)| ContentWords::of(item, lang))
        .collect();
    let pairs = words.iter().enumerate().flat_map(|(index, one)| {
        words
            .part(index + 1..)
            .iter()
            .map(move |other| (one, other))
    });
    pairs
        .into_iter()
        .all(|(one, other)| one.jaccard(other) < SAME_ITEM)
}
