//! Lists, definitions and the numbered addresses of links.

use super::inline::Setting;
use super::{Flow, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::lines::{Words, extent};
use crate::export::pdf::tree::{NodeId, Tag};
use crate::handout::{Item, List, ListItem, Run};

impl Flow<'_> {
    /// A list; one that crosses a page break stays one list.
    pub(super) fn list(&mut self, list: &List) -> Result<(), ExportError> {
        let markers = list.items.iter().map(|item| item.marker.as_str());
        let indent = self.marker_indent(markers);
        let node = self.tree.add(
            self.parent,
            Tag::List {
                ordered: list.ordered,
            },
        );
        let count = list.items.len();
        for (index, item) in list.items.iter().enumerate() {
            self.space(self.style.list_gap);
            let first = self.strips.len();
            self.list_item(item, node, indent)?;
            self.gap = self.style.list_gap;
            let at_an_end = index == 0 || index + 2 == count;
            let next = list.items.get(index + 1);
            if at_an_end && !self.in_list_item && is_plain(item) && next.is_some_and(is_plain) {
                // Neither the first nor the last item stands alone on a page.
                self.join_last(first);
            }
        }
        self.gap = self.style.paragraph_gap;
        Ok(())
    }

    /// How far the text stands in: past the widest marker.
    fn marker_indent<'m>(&mut self, markers: impl Iterator<Item = &'m str>) -> f32 {
        let setting = self.body();
        let mut indent = self.style.list_indent;
        for marker in markers {
            let run = Run::plain(marker);
            let look = self.look(&run, setting);
            let words = Words {
                runs: &[run],
                looks: &[look],
                page: self.direction,
            };
            let width = extent(self.shaper, words).most;
            indent = indent.max(width + 0.4 * setting.text.size);
        }
        indent.min(self.width / 2.0)
    }

    fn list_item(&mut self, item: &ListItem, list: NodeId, indent: f32) -> Result<(), ExportError> {
        let node = self.tree.add(list, Tag::Item);
        let marker = self.marker(&item.marker, node, indent)?;
        let body = self.tree.add(node, Tag::Body);
        // Nested so deep that the text can stand in no further: the marker gets a line of its own.
        let beside = self.fitting_indent(indent) >= indent;
        let marker = if beside {
            Some(marker)
        } else {
            let joined = !item.items.is_empty();
            self.push(Strip { joined, ..marker });
            None
        };
        let first = self.strips.len();
        self.indented(indent, body, |flow| match item.items.as_slice() {
            [Item::Paragraph(runs)] => flow.text(runs, body, flow.body()),
            items => {
                flow.fixed_space(flow.gap);
                let outer = std::mem::replace(&mut flow.in_list_item, true);
                let result = flow.items(items);
                flow.in_list_item = outer;
                result
            }
        })?;
        if let Some(marker) = marker {
            self.place_marker(marker, first);
        }
        Ok(())
    }

    /// The marker as a strip of its own; it is put beside the item's first line later.
    fn marker(&mut self, marker: &str, item: NodeId, width: f32) -> Result<Strip, ExportError> {
        let node = self.tree.add(item, Tag::Label);
        let setting = self.body();
        let mut strip = Strip {
            height: setting.text.pitch,
            baseline: baseline(setting.text),
            ends_block: true,
            ..Strip::default()
        };
        let lines = self.set_lines(&[Run::plain(marker)], node, setting, width)?;
        let mut y = 0.0;
        for line in lines {
            line.place(self.x, y, &mut strip);
            y += setting.text.pitch;
        }
        strip.height = y.max(setting.text.pitch);
        Ok(strip)
    }

    fn place_marker(&mut self, marker: Strip, first: usize) {
        let Some(line) = self.strips.get_mut(first) else {
            self.push(marker);
            return;
        };
        let down = if line.baseline > 0.0 {
            line.baseline - marker.baseline
        } else {
            0.0
        };
        let mut texts = marker.texts;
        for text in &mut texts {
            text.y += down;
        }
        texts.append(&mut line.texts);
        line.texts = texts;
        line.height = line.height.max(marker.height);
    }

    /// Terms in bold, their descriptions standing in below them.
    pub(super) fn definitions(
        &mut self,
        definitions: &[(Vec<Run>, Vec<Item>)],
    ) -> Result<(), ExportError> {
        let list = self.tree.add(self.parent, Tag::List { ordered: false });
        let term_setting = Setting {
            text: self.style.body,
            bold: true,
        };
        for (term, details) in definitions {
            self.space(self.style.paragraph_gap);
            let node = self.tree.add(list, Tag::Item);
            let label = self.tree.add(node, Tag::Label);
            let first = self.strips.len();
            self.text(term, label, term_setting)?;
            let has_term = first < self.strips.len();
            let body = self.tree.add(node, Tag::Body);
            if has_term && !details.is_empty() {
                self.join_from(first);
                self.join_last(first);
                self.fixed_space(0.0);
            }
            self.indented(self.style.indent, body, |flow| flow.items(details))?;
            self.gap = self.style.paragraph_gap;
            self.gap_is_fixed = false;
        }
        Ok(())
    }

    /// The numbered addresses of the links.
    pub(super) fn links(&mut self, links: &[(String, Run)]) -> Result<(), ExportError> {
        let list = List {
            ordered: true,
            items: links
                .iter()
                .map(|(marker, address)| ListItem {
                    marker: marker.clone(),
                    items: vec![Item::Paragraph(vec![address.clone()])],
                    note: None,
                })
                .collect(),
        };
        self.list(&list)
    }
}

/// Whether an item is one paragraph.
fn is_plain(item: &ListItem) -> bool {
    matches!(item.items.as_slice(), [Item::Paragraph(_)])
}
