//! Tables.

use super::Blocks;
use crate::article::{Alignment, Prose, Table};
use crate::source::Span;
use comrak::nodes::{AstNode, NodeTable, NodeValue, TableAlignment};

impl Blocks<'_> {
    /// A table with the rows and cells that comrak found.
    pub(super) fn table<'a>(&mut self, node: &'a AstNode<'a>, table: &NodeTable) -> Table {
        let mut header = Vec::new();
        let mut rows = Vec::new();
        let last_line = node.data().sourcepos.end.line;
        let below = node.children().count();
        for (index, row) in node.children().enumerate() {
            let is_header = matches!(row.data().value, NodeValue::TableRow(true));
            // comrak miscounts the line of a header right below link definitions; the line of dashes lies between.
            let line = if is_header {
                last_line.saturating_sub(below)
            } else {
                (last_line + index + 1).saturating_sub(below)
            };
            let cells = row.children().map(|cell| self.cell(cell, line));
            let cells: Vec<Prose> = cells.collect();
            if is_header {
                header = cells;
            } else {
                rows.push(cells);
            }
        }
        let alignments = table.alignments.iter().map(|alignment| match alignment {
            TableAlignment::None => Alignment::None,
            TableAlignment::Left => Alignment::Left,
            TableAlignment::Center => Alignment::Center,
            TableAlignment::Right => Alignment::Right,
        });
        Table {
            header,
            rows,
            alignments: alignments.collect(),
        }
    }

    /// A cell on the 1-based `line`. comrak ends a cell too early where it holds an escaped pipe.
    fn cell<'a>(&mut self, cell: &'a AstNode<'a>, line: usize) -> Prose {
        let place = cell.data().sourcepos;
        let start = self.lines.offset(line, place.start.column);
        let end = self.lines.offset(line, place.end.column + 1).max(start);
        let area = Span::new(start, self.lines.end(line).max(start));
        let inline = self.inline(cell, area);
        inline.draft.prose(Span::new(start, end))
    }
}
