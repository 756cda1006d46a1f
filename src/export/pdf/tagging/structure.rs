//! The structure tree: what each piece of a page means, in the order in which it is read.

use super::{Marked, Tagger, integer, text};
use crate::export::pdf::direction::Direction;
use crate::export::pdf::page::{Block, Owner};
use crate::export::pdf::tree::{Kid, NodeId, Tag, Tree};
use lopdf::{Dictionary, Object, dictionary};
use std::collections::BTreeMap;

impl Tagger<'_> {
    /// The structure tree.
    pub(super) fn structure(&mut self, marked: &[Marked]) {
        let mut drawn = vec![Vec::new(); self.layout.tree.content_count()];
        for (page, marked) in marked.iter().enumerate() {
            for (number, content) in marked.contents.iter().enumerate() {
                if let Some(places) = drawn.get_mut(content.content.index()) {
                    places.push((page, number));
                }
            }
        }
        let areas = self.areas();
        let root = self.document.new_object_id();
        let objects = self.nodes.clone();
        for ((id, node), object) in self.layout.tree.nodes().zip(objects) {
            let mut kids = Vec::new();
            for kid in &node.kids {
                self.kid(*kid, &drawn, &mut kids);
            }
            let parent = node
                .parent
                .map_or(Object::Reference(root), |parent| self.node(parent));
            let mut element = dictionary! {
                "Type" => "StructElem",
                "S" => node.tag.role(),
                "P" => parent,
                "K" => kids,
            };
            describe(&node.tag, &mut element);
            if let Some(area) = areas.get(&id) {
                let edges = self.corners(*area).map(Object::Real).to_vec();
                element.set("A", dictionary! { "O" => "Layout", "BBox" => edges });
            }
            if node.tag == Tag::Document && self.layout.direction == Direction::RightToLeft {
                let way = dictionary! { "O" => "Layout", "WritingMode" => "RlTb" };
                element.set("A", way);
            }
            let element = Object::Dictionary(element);
            self.document.objects.insert(object, element);
        }
        let mut numbers = Vec::new();
        for (number, parent) in self.parents.iter().enumerate() {
            numbers.push(integer(number));
            numbers.push(parent.clone());
        }
        let parents = self.document.add_object(dictionary! { "Nums" => numbers });
        let tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![self.node(Tree::ROOT)],
            "ParentTree" => parents,
            "ParentTreeNextKey" => integer(self.parents.len()),
        };
        self.document.objects.insert(root, Object::Dictionary(tree));
        self.set_in_catalog("StructTreeRoot", Object::Reference(root));
    }

    /// Where the pictures and codes stand, by their nodes.
    fn areas(&self) -> BTreeMap<NodeId, Block> {
        let pages = self.layout.pages.iter();
        let placed = pages.flat_map(|page| {
            let pictures = page.pictures.iter().map(|one| (one.owner, one.area));
            let codes = page.codes.iter().map(|one| (one.owner, one.area));
            pictures.chain(codes)
        });
        let owned = placed.filter_map(|(owner, area)| match owner {
            Owner::Content(content) => Some((self.layout.tree.owner(content), area)),
            Owner::Artifact(_) | Owner::Untagged => None,
        });
        owned.collect()
    }

    fn kid(&self, kid: Kid, drawn: &[Vec<(usize, usize)>], kids: &mut Vec<Object>) {
        match kid {
            Kid::Node(id) => kids.push(self.node(id)),
            Kid::Content(content) => {
                for (page, number) in drawn.get(content.index()).into_iter().flatten() {
                    let reference = dictionary! {
                        "Type" => "MCR", "Pg" => self.page(*page), "MCID" => integer(*number)
                    };
                    kids.push(reference.into());
                }
            }
            Kid::Link(link) => {
                for (page, annotation) in self.links.get(&link).into_iter().flatten() {
                    let reference = dictionary! {
                        "Type" => "OBJR", "Pg" => self.page(*page), "Obj" => *annotation
                    };
                    kids.push(reference.into());
                }
            }
        }
    }
}

/// The attributes that a node's tag calls for.
fn describe(tag: &Tag, element: &mut Dictionary) {
    match tag {
        Tag::List { ordered } => {
            let numbering = if *ordered { "Decimal" } else { "Disc" };
            element.set(
                "A",
                dictionary! { "O" => "List", "ListNumbering" => numbering },
            );
        }
        Tag::ColumnHead => {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        Tag::Figure { alt } => element.set("Alt", text(alt)),
        Tag::BrokenWord(word) => element.set("ActualText", text(word)),
        Tag::Document
        | Tag::Section
        | Tag::Heading(_)
        | Tag::Paragraph
        | Tag::Item
        | Tag::Label
        | Tag::Body
        | Tag::Table
        | Tag::Row
        | Tag::Cell
        | Tag::Quote
        | Tag::Code
        | Tag::Link
        | Tag::Caption
        | Tag::Division => {}
    }
}
