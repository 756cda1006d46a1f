//! Tables from lines whose cells are parted by tabs, as spreadsheets and word processors give them out; and rows without
//! tabs, which are not run together.

use super::Reader;
use super::lines::Line;
use super::looks;
use crate::article::{Alignment, Block, BlockKind, PromotionKind, Prose, Table};
use crate::lexicon::Tokens;
use crate::parse::sections::Part;
use crate::source::{PartOf, Span};

impl Reader<'_> {
    /// Reads the rows at the start of `lines` as a table and gives their number; 0 where there are fewer than two alike.
    pub(super) fn table(&mut self, lines: &[Line<'_>]) -> usize {
        let rows = rows(lines);
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if rows.iter().filter(|row| row.len() == width).count() < 2 {
            return 0;
        }
        let count = rows.len();
        let is_headed = !holds_numbers(&rows) && !holds_labels(&rows);
        let mut cells = rows.into_iter().map(|row| {
            let cells = row.into_iter().map(|(text, span)| match text {
                "" => Prose::default(),
                _ => self.prose(&[span]),
            });
            let mut cells: Vec<Prose> = cells.collect();
            cells.resize(width, Prose::default());
            cells
        });
        let header = if is_headed { cells.next() } else { None };
        let table = Table {
            header: header.unwrap_or_else(|| vec![Prose::default(); width]),
            rows: cells.collect(),
            alignments: vec![Alignment::None; width],
        };
        let spans = lines.part(..count).iter().map(|line| line.span);
        let span = spans.clone().reduce(Span::cover).unwrap_or_default();
        for line in spans {
            self.promote(PromotionKind::TableRow, line);
        }
        self.out.parts.push(Part::Block(Block {
            kind: BlockKind::Table(table),
            span,
        }));
        count
    }
}

type Cell<'s> = (&'s str, Span);

/// The lines with tabs at the start of `lines`, as rows of cells. Where every row has as many words between tabs as the
/// others, tabs that follow each other only fill up a column.
fn rows<'s>(lines: &[Line<'s>]) -> Vec<Vec<Cell<'s>>> {
    let has_cells = |line: &&Line<'_>| line.has_tab() || line.tabs > 0;
    let is_plain = |line: &&Line<'_>| line.marker.is_none() && !line.is_drawn;
    let lines = lines.iter().take_while(has_cells).take_while(is_plain);
    let lines: Vec<&Line<'s>> = lines.collect();
    let mut rows: Vec<Vec<Cell<'s>>> = lines.iter().map(|line| cells(line)).collect();
    let filled = |row: &Vec<Cell<'_>>| row.iter().filter(|(text, _)| !text.is_empty()).count();
    let first = rows.first().map_or(0, filled);
    if rows.iter().all(|row| filled(row) == first) {
        for row in &mut rows {
            row.retain(|(text, _)| !text.is_empty());
        }
        return rows;
    }
    // A tab before a row is an empty cell, unless the whole table is indented.
    let indent = lines.iter().map(|line| line.tabs).min().unwrap_or(0);
    for (row, line) in rows.iter_mut().zip(lines) {
        let empty = ("", Span::empty(line.span.start()));
        row.splice(0..0, vec![empty; line.tabs - indent]);
    }
    rows
}

fn cells<'s>(line: &Line<'s>) -> Vec<Cell<'s>> {
    let mut at = line.span.start();
    let cells = line.text.split('\t').map(|cell| {
        let text = cell.trim();
        let start = at + (cell.len() - cell.trim_start().len());
        at += cell.len() + 1;
        (text, Span::new(start, start + text.len()))
    });
    cells.collect()
}

/// Whether the first row is one of numbers, as the others are, and no header: "Ibuprofen", "400 mg".
fn holds_numbers(rows: &[Vec<Cell<'_>>]) -> bool {
    let (Some(first), Some(second)) = (rows.first(), rows.get(1)) else {
        return false;
    };
    let is_number = |cell: &Cell<'_>| cell.0.starts_with(|ch: char| ch.is_ascii_digit());
    let mut pairs = first.iter().zip(second).skip(1);
    pairs.any(|(a, b)| is_number(a) && is_number(b))
}

/// Whether the first row is one of labels with what they are for: "Name:", "Ann".
fn holds_labels(rows: &[Vec<Cell<'_>>]) -> bool {
    let mut cells = rows.iter().take(1).flatten();
    cells.any(|(text, _)| text.ends_with(':'))
}

/// Whether a line is a row of a table that has lost its tabs: it starts with a capital and holds a number, and neither breaks
/// off nor holds the end of a sentence.
pub(super) fn is_row(line: &Line<'_>) -> bool {
    let text = line.text;
    text.starts_with(char::is_uppercase)
        && text.contains(|ch: char| ch.is_ascii_digit())
        && !text.contains(". ")
        && !text.ends_with([',', ';', '-', '–', '('])
        && !looks::leads_in(&Tokens::of(text))
}
