//! The stamp of a draft at the head of the first page, where it is text.

use super::inline::Setting;
use super::{Flow, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::furniture;
use crate::export::pdf::tree::Tag;
use crate::handout::{Handout, Item, Run};

impl Flow<'_> {
    /// Sets all items of `handout`. The stamp of a draft, its first item, stands where it stands on the other pages: a draft
    /// breaks where the finished handout will.
    pub(super) fn stamped(&mut self, handout: &Handout) -> Result<(), ExportError> {
        let [Item::Paragraph(stamp), rest @ ..] = handout.items.as_slice() else {
            return self.items(&handout.items);
        };
        if handout.draft.is_none() {
            return self.items(&handout.items);
        }
        self.stamp(stamp)?;
        self.items(rest)
    }

    fn stamp(&mut self, stamp: &[Run]) -> Result<(), ExportError> {
        let setting = Setting {
            text: self.style.footer,
            bold: true,
        };
        let node = self.tree.add(self.parent, Tag::Paragraph);
        let mut lines = self.set_lines(stamp, node, setting, self.width)?;
        // The rest of one that is longer than a line stands in the column.
        let rest = lines.split_off(lines.len().min(1));
        for line in lines {
            let mut strip = Strip::default();
            let y = -furniture::stamp_height(self.style) - baseline(setting.text);
            line.place(self.x, y, &mut strip);
            self.push(strip);
        }
        for line in rest {
            let mut strip = Strip {
                height: setting.text.pitch,
                baseline: baseline(setting.text),
                ..Strip::default()
            };
            line.place(self.x, 0.0, &mut strip);
            self.push(strip);
        }
        Ok(())
    }
}
