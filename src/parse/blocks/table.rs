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
        let first_line = first_line(node);
        for (index, row) in node.children().enumerate() {
            let is_header = matches!(row.data().value, NodeValue::TableRow(true));
            // The line of dashes lies between the header and the rest.
            let line = first_line + index + usize::from(!is_header);
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

    /// The end of the line above a table that comes next after `node`: what is right above it may end there.
    pub(super) fn table_below<'a>(&self, node: &'a AstNode<'a>) -> usize {
        let table = node.next_sibling();
        let table = table.filter(|next| matches!(next.data().value, NodeValue::Table(_)));
        table.map_or(0, |table| {
            self.lines.end(first_line(table).saturating_sub(1))
        })
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

/// The line of a table's header, counted from its last line: comrak miscounts it right below link definitions.
fn first_line<'a>(table: &'a AstNode<'a>) -> usize {
    let last = table.data().sourcepos.end.line;
    last.saturating_sub(table.children().count())
}
