//! The outline: the headings as a reader's program lists them beside the pages.

use super::{Tagger, integer, text};
use crate::export::pdf::page::outline_parents;
use lopdf::{Dictionary, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

impl Tagger<'_> {
    /// The outline, nested as the headings are.
    pub(super) fn outline(&mut self) {
        let entries = &self.layout.outline;
        if entries.is_empty() {
            return;
        }
        let root = self.document.new_object_id();
        let ids: Vec<ObjectId> = entries
            .iter()
            .map(|_| self.document.new_object_id())
            .collect();
        let parents = outline_parents(entries);
        let mut children: BTreeMap<Option<usize>, Vec<ObjectId>> = BTreeMap::new();
        let mut places = Vec::new();
        for (id, parent) in ids.iter().zip(&parents) {
            let siblings = children.entry(*parent).or_default();
            places.push(siblings.len());
            siblings.push(*id);
        }
        let children = |parent: Option<usize>| children.get(&parent).map_or(&[][..], Vec::as_slice);
        let nested = ids.iter().zip(parents).zip(places);
        for ((index, entry), ((id, parent), at)) in entries.iter().enumerate().zip(nested) {
            let siblings = children(parent);
            let parent = parent.and_then(|parent| ids.get(parent));
            let mut item = dictionary! {
                "Title" => text(&entry.title),
                "Parent" => *parent.unwrap_or(&root),
                "Dest" => self.destination(entry.place),
            };
            if let Some(previous) = at.checked_sub(1).and_then(|before| siblings.get(before)) {
                item.set("Prev", *previous);
            }
            if let Some(next) = siblings.get(at + 1) {
                item.set("Next", *next);
            }
            add_children(&mut item, children(Some(index)));
            self.document.objects.insert(*id, item.into());
        }
        let mut outlines = dictionary! { "Type" => "Outlines" };
        add_children(&mut outlines, children(None));
        outlines.set("Count", integer(entries.len()));
        self.document.objects.insert(root, outlines.into());
        self.set_in_catalog("Outlines", Object::Reference(root));
        self.set_in_catalog("PageMode", Object::from("UseOutlines"));
    }
}

fn add_children(item: &mut Dictionary, children: &[ObjectId]) {
    if let [first, .., last] | [first @ last] = children {
        item.set("First", *first);
        item.set("Last", *last);
        item.set("Count", integer(children.len()));
    }
}
