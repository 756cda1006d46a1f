//! The rows of the tables, with what names their cells.

use super::Facts;
use crate::article::{Article, Block, BlockKind, Prose, Table};
use crate::source::{Nest, Span};

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// Its full cells.
    pub(super) span: Span,
    table: &'a Table,
    cells: &'a [Prose],
}

/// So many columns of a table are told apart.
const MOST_COLUMNS: usize = 32;

/// Every row of every table, headers left out, in the order of the source.
#[derive(Debug, Default)]
pub(super) struct Rows<'a> {
    rows: Vec<Row<'a>>,
    nest: Nest,
}

impl<'a> Rows<'a> {
    /// Those of an article.
    pub(super) fn of(article: &'a Article) -> Self {
        let mut rows = Vec::new();
        let mut visit = |block: &'a Block| {
            if let BlockKind::Table(table) = &block.kind {
                rows.extend(table.rows.iter().filter_map(|cells| row(table, cells)));
            }
        };
        for section in article.all_sections() {
            for block in &section.blocks {
                block.walk(&mut visit);
            }
        }
        rows.sort_by_key(|row| row.span);
        let nest = Nest::of(rows.iter().map(|row| row.span));
        Self { rows, nest }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row that holds all of `span`.
    pub(super) fn around(&self, span: Span) -> Option<&Row<'a>> {
        let index = self.nest.around(span).last()?;
        self.rows.get(index)
    }
}

fn row<'a>(table: &'a Table, cells: &'a [Prose]) -> Option<Row<'a>> {
    let full = cells.iter().filter(|cell| !cell.text().trim().is_empty());
    let span = full.map(Prose::whole).reduce(Span::cover)?;
    Some(Row { span, table, cells })
}

impl Facts<'_> {
    /// The sentences that name the cell of a table in which a sentence stands: the first of the first cell of its row, and
    /// that of its column's header; a first cell has no other name but in a row of two. None for a sentence elsewhere.
    pub(crate) fn names_of_cell(&self, sentence: usize) -> CellNames {
        let here = self.sentence(sentence);
        let Some(row) = self.rows.around(here.span()) else {
            return CellNames::default();
        };
        let is_own = |cell: &Prose| std::ptr::eq(cell, here.within.prose);
        let Some(column) = row.cells.iter().take(MOST_COLUMNS).position(is_own) else {
            return CellNames::default();
        };
        let first = |cell: &Prose| self.sentences_in(cell.whole()).next();
        let others = row.cells.iter().filter(|cell| !is_own(cell));
        // In a row of two either cell names the other.
        let label = others.take(1).find(|_| column != 0 || row.cells.len() == 2);
        let header = row.table.header.get(column);
        CellNames {
            row: label.and_then(first),
            column: header.and_then(first),
        }
    }
}

/// What names a cell: sentences by their index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct CellNames {
    /// The first cell of its row, or the other of two.
    pub(crate) row: Option<usize>,
    /// The header of its column.
    pub(crate) column: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn rows_hold_their_full_cells_and_no_header() {
        let text = "# A\n\n| Sign | Act |\n|---|---|\n| b | c |\n| | d |\n| | |\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let rows = Rows::of(&article);
        let rows: Vec<&str> = rows
            .rows
            .iter()
            .map(|row| article.source.slice(row.span))
            .collect();
        assert_eq!(rows, ["b | c", "d"]);
    }

    #[test]
    fn a_cell_is_named_by_its_row_and_its_column() {
        let text = "# A\n\n| Sign | Act | When |\n|---|---|---|\n| Fever | rest | now |\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let of = |wanted: &str| {
            let all = 0..facts.sentences.len();
            let index = { all }.find(|index| facts.sentence(*index).text() == wanted);
            let names = facts.names_of_cell(index.expect(wanted));
            [names.row, names.column].map(|index| index.map(|index| facts.sentence(index).text()))
        };
        assert_eq!(of("now"), [Some("Fever"), Some("When")]);
        assert_eq!(of("Fever"), [None, Some("Sign")]);
        assert_eq!(of("Act"), [None, None]);
    }
}
