//! The names that a topic pack gives to its subject and to the parts of it, where an article uses several.

use super::names::{Entity, Place, is_read};
use crate::config::pack::Names;
use crate::facts::words::stem;
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// A name of the pack.
struct Name {
    /// Its stems.
    stems: Vec<String>,
    /// The thing that it names.
    thing: usize,
    /// Its number among the names of the thing; names that may stand side by side share one.
    variant: usize,
}

/// The things that the packs of the article name, where it has more than one name for them; `None` where no pack has names.
pub(super) fn of_packs(cx: &Context<'_>) -> Option<Vec<Entity>> {
    let names: Vec<&Names> = cx
        .settings
        .packs
        .iter()
        .filter_map(|pack| pack.names.as_ref())
        .collect();
    if names.is_empty() {
        return None;
    }
    let names: Vec<Name> = names
        .into_iter()
        .enumerate()
        .flat_map(|(at, names)| all(names, at * 100))
        .collect();
    let mut by_first: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for name in &names {
        if let Some(first) = name.stems.first() {
            by_first.entry(first).or_default().push(name);
        }
    }
    let mut found: BTreeMap<usize, BTreeMap<usize, Vec<Place>>> = BTreeMap::new();
    for (sentence, tokens) in cx.facts.tokens.iter().enumerate() {
        let mut at = 0;
        while at < tokens.len() {
            // Most words start with no letter that matters.
            let first = tokens.word(at).bytes().next();
            if !by_first.keys().any(|known| known.bytes().next() == first) {
                at += 1;
                continue;
            }
            let same_first = by_first.get(stem(tokens.word(at), "en").as_str());
            let fitting = same_first
                .into_iter()
                .flatten()
                .filter(|name| fits(tokens, at, name));
            let Some(name) = fitting.max_by_key(|name| name.stems.len()) else {
                at += 1;
                continue;
            };
            let words = at..at + name.stems.len();
            at = words.end;
            if is_read(cx, sentence) {
                let span = cx.facts.span_of(sentence, words);
                let of = found.entry(name.thing).or_default();
                of.entry(name.variant)
                    .or_default()
                    .push(Place { span, sentence });
            }
        }
    }
    let things = found.into_values().filter(|variants| variants.len() > 1);
    Some(things.filter_map(entity).collect())
}

/// The names of a pack: its subject first, then each part.
fn all(names: &Names, first: usize) -> Vec<Name> {
    let name = |text: &str, thing: usize, variant: usize| Name {
        stems: Tokens::of(text)
            .words()
            .map(|word| stem(word, "en"))
            .collect(),
        thing,
        variant,
    };
    let mut all = vec![name(&names.preferred, first, 0)];
    all.extend(names.accepted.iter().map(|text| name(text, first, 0)));
    let discouraged = names.discouraged.iter().enumerate();
    all.extend(discouraged.map(|(at, text)| name(text, first, at + 1)));
    for (part, at) in names.parts.iter().zip(first + 1..) {
        all.push(name(&part.preferred, at, 0));
        let others = part.variants.iter().enumerate();
        all.extend(others.map(|(variant, text)| name(text, at, variant + 1)));
    }
    // One wording may be given twice: as a part it says more.
    all.sort_by_key(|name| std::cmp::Reverse(name.thing));
    let mut known: Vec<Vec<String>> = Vec::new();
    all.retain(|name| {
        let is_new = !name.stems.is_empty() && !known.contains(&name.stems);
        known.push(name.stems.clone());
        is_new
    });
    all
}

fn fits(tokens: &Tokens, at: usize, name: &Name) -> bool {
    name.stems
        .iter()
        .enumerate()
        .skip(1)
        .all(|(next, wanted)| stem(tokens.word(at + next), "en") == *wanted)
}

/// The names of one thing, the pack's own first.
fn entity(variants: BTreeMap<usize, Vec<Place>>) -> Option<Entity> {
    let is_named = variants.contains_key(&0);
    let variants: Vec<Vec<Place>> = variants.into_values().collect();
    (variants.len() > 1).then(|| Entity {
        titled: is_named.then_some(0),
        variants,
        severity: Severity::Warning,
        is_fixed: is_named,
    })
}
