//! The places of links on the pages, as annotations.

use super::{Tagger, integer, text};
use crate::export::pdf::encode::ascii_address;
use crate::export::pdf::page::{Block, LinkArea};
use crate::export::pdf::tree::LinkId;
use lopdf::{Dictionary, Object, dictionary};

impl Tagger<'_> {
    /// One annotation for each link on a page, with a quadrilateral for each line of it.
    pub(super) fn annotations(&mut self, page: usize) -> Vec<Object> {
        let mut areas: Vec<(LinkId, Vec<Block>)> = Vec::new();
        let links = self.layout.pages.get(page).map(|page| &page.links);
        for LinkArea { link, area } in links.into_iter().flatten() {
            match areas.iter_mut().find(|(known, _)| known == link) {
                Some((_, areas)) => areas.push(*area),
                None => areas.push((*link, vec![*area])),
            }
        }
        let mut annotations = Vec::new();
        for (link, areas) in areas {
            let Some(mut annotation) = self.annotation(link, &areas) else {
                continue;
            };
            annotation.set("StructParent", integer(self.parents.len()));
            let owner = self.node(self.layout.tree.link(link).node);
            self.parents.push(owner);
            let id = self.document.add_object(annotation);
            self.links.entry(link).or_default().push((page, id));
            annotations.push(Object::Reference(id));
        }
        annotations
    }

    fn annotation(&self, link: LinkId, areas: &[Block]) -> Option<Dictionary> {
        let target = self.layout.tree.link(link);
        let action = if let Some(anchor) = target.url.strip_prefix('#') {
            let place = *self.layout.anchors.get(anchor)?;
            dictionary! { "S" => "GoTo", "D" => self.destination(place) }
        } else {
            let address = Object::string_literal(ascii_address(&target.url));
            dictionary! { "S" => "URI", "URI" => address }
        };
        let corners = areas.iter().map(|area| self.corners(*area));
        let whole = corners.clone().reduce(|a, b| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        })?;
        let quads: Vec<Object> = corners
            .flat_map(|[left, bottom, right, top]| {
                [left, top, right, top, left, bottom, right, bottom]
            })
            .map(Object::Real)
            .collect();
        Some(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => whole.map(Object::Real).to_vec(),
            "QuadPoints" => quads,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed with the page, as PDF/A asks of every annotation.
            "F" => 4,
            "Contents" => text(&target.description),
            "A" => action,
        })
    }
}
