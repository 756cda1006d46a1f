//! Tables: columns as wide as their words ask for, rows that are not split, a header that stands on every page. Wide tables
//! are parted between columns.

use super::columns::{self, Measured, count};
use super::inline::{SetLine, Setting};
use super::strip::repeated;
use super::{Edge, Flow, Frame, Strip, baseline};
use crate::article::Alignment;
use crate::export::ExportError;
use crate::export::pdf::direction::Direction;
use crate::export::pdf::lines::{Extent, Words, extent};
use crate::export::pdf::page::Block;
use crate::export::pdf::tree::{NodeId, Tag};
use crate::handout::{Run, Table};
use crate::source::PartOf;

/// The most columns that a table can have. A table this wide takes some thirty parts; nobody follows more on paper.
const MOST_COLUMNS: usize = 100;

/// A row of a table with its cells set.
struct Row {
    cells: Vec<Vec<SetLine>>,
    rule: f32,
}

/// Where a column stands and how it is set.
#[derive(Debug, Clone, Copy)]
struct Column {
    /// Its place in the table.
    index: usize,
    x: f32,
    width: f32,
    alignment: Alignment,
    /// Whether it stands in an earlier part of the table and is only repeated.
    again: bool,
}

impl Flow<'_> {
    /// A table. One that is too wide for the page is parted between columns, and each part begins with the first column;
    /// it is tagged as one table all the same.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), ExportError> {
        let longest = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let number = table.header.len().max(longest);
        if number == 0 {
            return Ok(());
        }
        if number > MOST_COLUMNS {
            let mut runs = table.header.iter().flatten();
            return Err(ExportError::TableTooWide {
                columns: number,
                most: MOST_COLUMNS,
                span: runs.find_map(|run| run.span),
            });
        }
        let node = self.tree.add(self.parent, Tag::Table);
        let has_header = table.header.iter().any(|cell| !is_blank(cell));
        let head = has_header.then(|| self.tree.add(node, Tag::Row));
        let rows: Vec<NodeId> = table
            .rows
            .iter()
            .map(|_| self.tree.add(node, Tag::Row))
            .collect();
        for columns in self.parts(table, number) {
            self.part(table, &columns, head, &rows)?;
        }
        self.gap = self.style.paragraph_gap;
        Ok(())
    }

    /// The columns that stand side by side.
    fn part(
        &mut self,
        table: &Table,
        columns: &[Column],
        head: Option<NodeId>,
        rows: &[NodeId],
    ) -> Result<(), ExportError> {
        self.space(self.style.paragraph_gap);
        let frame = Frame {
            x: self.x,
            width: self.width,
            edge: Edge::None,
            padding: 0.0,
            repeat: Vec::new(),
        };
        self.framed(frame, |flow, id| {
            let first = flow.strips.len();
            if let Some(head) = head {
                let rule = flow.style.table_head_rule;
                flow.row(&table.header, head, &Tag::ColumnHead, columns, rule)?;
                let header = first..flow.strips.len();
                if flow.is_roomy() && flow.height_from(first) <= flow.page_height / 4.0 {
                    flow.repeat(id, repeated(flow.strips.part(header)));
                }
                for strip in flow.strips.iter_mut().skip(first) {
                    strip.joined = !table.rows.is_empty();
                }
            }
            for (row, node) in table.rows.iter().zip(rows) {
                flow.row(row, *node, &Tag::Cell, columns, flow.style.table_row_rule)?;
            }
            if flow.is_short(first) {
                flow.join_from(first);
            }
            Ok(())
        })?;
        self.gap = self.style.paragraph_gap;
        Ok(())
    }

    /// The cells of a row that stand in `columns`, tagged as part of `node`.
    fn row(
        &mut self,
        cells: &[Vec<Run>],
        node: NodeId,
        tag: &Tag,
        columns: &[Column],
        rule: f32,
    ) -> Result<(), ExportError> {
        let setting = Setting {
            text: self.style.body,
            bold: *tag == Tag::ColumnHead,
        };
        let mut set = Vec::new();
        for column in columns {
            let runs = cells.get(column.index).map_or(&[][..], Vec::as_slice);
            if column.again {
                set.push(self.set_again(runs, setting, column.width)?);
            } else {
                let cell = self.tree.add(node, tag.clone());
                set.push(self.set_lines(runs, cell, setting, column.width)?);
            }
        }
        self.push_row(Row { cells: set, rule }, columns);
        Ok(())
    }

    /// A row as one strip, or as a strip a line where it is higher than a page.
    fn push_row(&mut self, row: Row, columns: &[Column]) {
        let pitch = self.style.body.pitch;
        let pad = self.style.cell_padding_y;
        let lines = row.cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let height = count(lines) * pitch + 2.0 * pad + row.rule;
        if height <= self.room() {
            let mut strip = self.row_strip(height);
            for (cell, column) in row.cells.into_iter().zip(columns) {
                for (index, line) in cell.into_iter().enumerate() {
                    let x = column.start(line.width);
                    line.place(x, pad + count(index) * pitch, &mut strip);
                }
            }
            self.end_row(&mut strip, row.rule);
            self.push(strip);
            return;
        }
        let mut cells: Vec<_> = row.cells.into_iter().map(Vec::into_iter).collect();
        for index in 0..lines {
            let last = index + 1 == lines;
            let mut strip = self.row_strip(if last { pitch + pad + row.rule } else { pitch });
            for (cell, column) in cells.iter_mut().zip(columns) {
                if let Some(line) = cell.next() {
                    let x = column.start(line.width);
                    line.place(x, 0.0, &mut strip);
                }
            }
            strip.ends_block = last;
            if last {
                self.end_row(&mut strip, row.rule);
            }
            self.push(strip);
        }
    }

    fn row_strip(&self, height: f32) -> Strip {
        Strip {
            height,
            baseline: self.style.cell_padding_y + baseline(self.style.body),
            ends_block: true,
            ..Strip::default()
        }
    }

    /// Draws the line under a row.
    fn end_row(&self, strip: &mut Strip, rule: f32) {
        strip.blocks.push(Block {
            x: self.x,
            y: strip.height - rule,
            width: self.width,
            height: rule,
        });
    }

    /// The parts of a table, each with its columns: all columns in one part if their longest words stay whole in it, a number
    /// with its unit being one word; else as many in each as keep them whole. A word wider than half the page parts nothing.
    fn parts(&mut self, table: &Table, number: usize) -> Vec<Vec<Column>> {
        let measured: Vec<Measured> = (0..number)
            .map(|index| self.measured(table, index))
            .collect();
        let pad = 2.0 * self.style.cell_padding_x;
        let least = self.style.least_column;
        let longest = self.width / 2.0 - pad;
        let word = |index: usize| {
            measured
                .get(index)
                .map_or(0.0, |column| column.extent().least)
        };
        let words: f32 = (0..number)
            .map(|index| pad + word(index).min(longest))
            .sum();
        if self.width - pad * count(number) >= count(number) * least && words <= self.width {
            let all: Vec<usize> = (0..number).collect();
            return vec![self.columns(table, &all, &measured, false)];
        }
        let needed = |index: usize| pad + word(index).clamp(least, longest);
        let mut parts: Vec<Vec<usize>> = vec![vec![0]];
        let mut taken = needed(0);
        for index in 1..number {
            let is_full = parts.last().is_some_and(|part| part.len() > 1);
            if is_full && taken + needed(index) > self.width {
                parts.push(vec![0]);
                taken = needed(0);
            }
            taken += needed(index);
            if let Some(part) = parts.last_mut() {
                part.push(index);
            }
        }
        parts
            .iter()
            .enumerate()
            .map(|(at, part)| self.columns(table, part, &measured, at > 0))
            .collect()
    }

    /// The columns of a part, as wide as their words ask for. `again` says that the first stands in an earlier part.
    fn columns(
        &self,
        table: &Table,
        part: &[usize],
        measured: &[Measured],
        again: bool,
    ) -> Vec<Column> {
        let pad = self.style.cell_padding_x;
        let room = self.width - 2.0 * pad * count(part.len());
        let wanted: Vec<&Measured> = { part.iter() }
            .filter_map(|index| measured.get(*index))
            .collect();
        let mut x = self.x + pad;
        let mut placed = Vec::new();
        for (index, width) in part.iter().zip(columns::widths(room, &wanted)) {
            placed.push(Column {
                index: *index,
                x,
                width,
                alignment: self.alignment(table, *index),
                again: again && placed.is_empty(),
            });
            x += width + 2.0 * pad;
        }
        placed
    }

    /// How a column is set, seen from the side where lines begin.
    fn alignment(&self, table: &Table, index: usize) -> Alignment {
        let wanted = table.alignments.get(index).copied().unwrap_or_default();
        match (self.direction, wanted) {
            (Direction::RightToLeft, Alignment::Left) => Alignment::Right,
            (Direction::RightToLeft, Alignment::Right) => Alignment::Left,
            (_, wanted) => wanted,
        }
    }

    fn measured(&mut self, table: &Table, index: usize) -> Measured {
        let cells = table.rows.iter().map(|row| (row.get(index), false));
        let cells = std::iter::once((table.header.get(index), true)).chain(cells);
        let mut measured = Measured::default();
        for (cell, bold) in cells {
            measured.add(cell.map_or(Extent::default(), |cell| self.cell_extent(cell, bold)));
        }
        measured
    }

    fn cell_extent(&mut self, cell: &[Run], bold: bool) -> Extent {
        let setting = Setting {
            text: self.style.body,
            bold,
        };
        let looks: Vec<_> = cell.iter().map(|run| self.look(run, setting)).collect();
        let words = Words {
            runs: cell,
            looks: &looks,
            page: self.direction,
        };
        extent(self.shaper, words)
    }
}

impl Column {
    /// Where a line of this width starts.
    fn start(self, width: f32) -> f32 {
        let room = (self.width - width).max(0.0);
        match self.alignment {
            Alignment::None | Alignment::Left => self.x,
            Alignment::Center => self.x + room / 2.0,
            Alignment::Right => self.x + room,
        }
    }
}

fn is_blank(cell: &[Run]) -> bool {
    cell.iter().all(|run| run.text.trim().is_empty())
}
