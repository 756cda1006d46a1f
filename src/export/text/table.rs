//! Tables in plain text: a grid where each row fits on a line, else a line for each cell.

use super::Form;
use super::sheet::{Sheet, one_line};
use crate::article::Alignment;
use crate::handout::{Run, Table, plain};
use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Row};
use unicode_width::UnicodeWidthStr;

/// Writes `table`. A grid's cells are never wrapped: a line then reads like the row. Spoken, a row is told cell by cell.
pub(super) fn table(sheet: &mut Sheet, table: &Table) {
    let header: Vec<String> = cells(&table.header);
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| cells(row)).collect();
    let grid = grid(&header, &rows, &table.alignments);
    let width = grid.iter().map(|line| line.width()).max().unwrap_or(0);
    let fits = sheet.columns().is_some_and(|columns| width <= columns);
    if fits && sheet.form() == Form::Page {
        for (index, line) in grid.iter().enumerate() {
            sheet.unbroken(line);
            if index == 0 && !is_blank(&header) {
                sheet.stick();
                sheet.rule('-', Some(width));
            }
        }
        return;
    }
    stacked(sheet, &header, &rows);
}

fn cells(cells: &[Vec<Run>]) -> Vec<String> {
    cells.iter().map(|cell| one_line(&plain(cell))).collect()
}

fn is_blank(row: &[String]) -> bool {
    row.iter().all(String::is_empty)
}

fn grid(header: &[String], rows: &[Vec<String>], alignments: &[Alignment]) -> Vec<String> {
    let mut table = comfy_table::Table::new();
    table.load_style(NOTHING);
    if !is_blank(header) {
        table.add_row(Row::from(header));
    }
    for row in rows.iter().filter(|row| !is_blank(row)) {
        table.add_row(Row::from(row));
    }
    for (column, alignment) in table.column_iter_mut().zip(alignments) {
        column.set_padding((0, 2));
        column.set_cell_alignment(match alignment {
            Alignment::None | Alignment::Left => CellAlignment::Left,
            Alignment::Center => CellAlignment::Center,
            Alignment::Right => CellAlignment::Right,
        });
    }
    table
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// The columns' names, then each row as lines of "name: value".
fn stacked(sheet: &mut Sheet, header: &[String], rows: &[Vec<String>]) {
    for name in header.iter().filter(|name| !name.is_empty()) {
        sheet.words(name);
    }
    if !is_blank(header) {
        sheet.rule('-', None);
    }
    for row in rows.iter().filter(|row| !is_blank(row)) {
        sheet.gap();
        for (index, value) in row.iter().enumerate() {
            match header.get(index).filter(|name| !name.is_empty()) {
                _ if value.is_empty() => {}
                Some(name) => sheet.labelled(&format!("{}: ", name.trim_end_matches(':')), value),
                None => sheet.words(value),
            }
        }
    }
}
