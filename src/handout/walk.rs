//! Every item of a handout, those inside others included.

use super::Item;
use std::collections::BTreeSet;

/// Shows `see` every item, in reading order, each before those that stand in it.
pub fn walk<'a>(items: &'a [Item], see: &mut dyn FnMut(&'a Item)) {
    for item in items {
        see(item);
        match item {
            Item::List(list) => {
                for entry in &list.items {
                    walk(&entry.items, see);
                }
            }
            Item::Definitions(definitions) => {
                for (_, details) in definitions {
                    walk(details, see);
                }
            }
            Item::Box(callout) => walk(&callout.items, see),
            Item::Quote(items) | Item::Question { answer: items, .. } => walk(items, see),
            Item::Heading { .. }
            | Item::Paragraph(_)
            | Item::Table(_)
            | Item::Figure(_)
            | Item::Code(_)
            | Item::Links(_)
            | Item::Fields(_)
            | Item::Lines(_)
            | Item::Code2d(_)
            | Item::Logo(_)
            | Item::Rule => {}
        }
    }
}

/// The numbers of the notes that stand in the handout, in order.
pub fn notes(items: &[Item]) -> Vec<usize> {
    let mut notes = Vec::new();
    walk(items, &mut |item| {
        if let Item::List(list) = item {
            notes.extend(list.items.iter().filter_map(|entry| entry.note));
        }
    });
    notes
}

/// The anchors that links inside the handout can lead to: those of headings and questions.
pub fn anchors(items: &[Item]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    walk(items, &mut |item| {
        if let Item::Heading { id, .. } | Item::Question { id, .. } = item {
            anchors.insert(id.clone());
        }
    });
    anchors
}
