//! What a topic pack expects in the red flags and the article does not name, by category.

use super::places;
use super::red_flags_missing::are_missing;
use crate::article::RolePlace;
use crate::config::Settings;
use crate::config::pack::{Concept, Required, TopicPack};
use crate::rules::Context;

/// A category of which something is missing.
#[derive(Debug)]
pub struct Category<'a> {
    /// Its name in the pack.
    pub name: &'a str,
    /// The concepts that are missing, the firmest first; those that are only good to have are left out.
    pub concepts: Vec<&'a Concept>,
    /// Whether the pack asks for something of the category and nothing of it is named.
    pub is_gap: bool,
}

impl Category<'_> {
    /// The name as a reader would write it: "cauda equina".
    pub fn shown(&self) -> String {
        self.name.replace('-', " ")
    }
}

/// The place of the red flags that a finding about what they lack points at; `None` where the article has none, or so little
/// that `red-flags-missing` speaks.
pub fn place<'a>(cx: &Context<'a>) -> Option<&'a RolePlace> {
    if are_missing(cx) {
        return None;
    }
    let part = places::parts(cx).into_iter().next();
    part.or_else(|| places::outermost(cx).into_iter().next())
}

/// The categories of which something is missing, in the order of the pack; none for a pack that asks for nothing.
pub fn categories<'a>(cx: &Context<'a>, pack: &'a TopicPack) -> Vec<Category<'a>> {
    let mut found: Vec<Category<'a>> = Vec::new();
    if !pack.asks_coverage {
        return found;
    }
    let audience = Settings::audience(cx.article);
    for concept in pack
        .concepts
        .iter()
        .filter(|concept| concept.is_for(&audience))
    {
        let name = concept.category.as_str();
        let place = found.iter().position(|category| category.name == name);
        let place = place.unwrap_or_else(|| {
            let is_gap = pack.min_categories.iter().any(|asked| asked == name);
            found.push(Category {
                name,
                concepts: Vec::new(),
                is_gap,
            });
            found.len() - 1
        });
        let Some(category) = found.get_mut(place) else {
            continue;
        };
        if is_covered(cx, pack, concept) {
            category.is_gap = false;
        } else if concept.required != Required::May {
            category.concepts.push(concept);
        }
    }
    found.retain(|category| !category.concepts.is_empty());
    for category in &mut found {
        category.concepts.sort_by_key(|concept| concept.required);
    }
    found
}

/// Whether the red flags name the concept, or one that stands for it, or the article gives advice on it elsewhere.
fn is_covered(cx: &Context<'_>, pack: &TopicPack, concept: &Concept) -> bool {
    cx.facts.concepts().iter().any(|found| {
        let Some((of, known)) = found.known else {
            return false;
        };
        let same =
            of.id == pack.id && (known.id == concept.id || known.satisfies.contains(&concept.id));
        same && (!found.bindings.is_empty()
            || found.mentions.iter().any(|mention| mention.is_red_flag))
    })
}
