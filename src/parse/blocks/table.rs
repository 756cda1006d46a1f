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
        for row in node.children() {
            let cells: Vec<Prose> = row.children().map(|cell| self.cell(cell, row)).collect();
            match row.data().value {
                NodeValue::TableRow(true) => header = cells,
                _ => rows.push(cells),
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

    fn cell<'a>(&mut self, cell: &'a AstNode<'a>, row: &'a AstNode<'a>) -> Prose {
        let span = self.span(cell);
        // comrak ends a cell too early where it holds an escaped pipe.
        let line = row.data().sourcepos.start.line;
        let area = Span::new(span.start(), self.lines.end(line));
        let inline = self.inline(cell, area);
        inline.draft.prose(span)
    }
}
