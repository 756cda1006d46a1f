//! The rows of a table with every cell in its column, also where cells reach over several rows or columns.

use crate::article::{Alignment, Prose, Table};
use crate::parse::tags::Start;
use std::collections::BTreeMap;

/// A table with more cells, those that others reach into among them, is no table that people read: it is put into one
/// column, so that a hostile file costs no more memory than it has cells.
const MOST_CELLS: usize = 500_000;

/// A text of more bytes is not repeated in the rows that it reaches into.
const LONGEST_REPEATED: usize = 500;

/// What a cell says of itself: whether it heads its row or column, and how many columns and rows it reaches over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    is_header: bool,
    columns: usize,
    /// 0 for all the rows that follow.
    rows: usize,
}

/// A table row: its cells, and how many of them are headers.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: Vec<(Reach, Prose)>,
    headers: usize,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            is_header: false,
            columns: 1,
            rows: 1,
        }
    }
}

impl Reach {
    /// What the tag of a cell says.
    pub(super) fn of(tag: &Start) -> Self {
        let number = |name: &str| tag.attribute(name)?.trim().parse::<usize>().ok();
        Self {
            is_header: tag.name == "th",
            columns: number("colspan").unwrap_or(1).max(1),
            rows: number("rowspan").unwrap_or(1),
        }
    }

    /// Into how many of the `below` rows that follow the cell reaches.
    fn rows_below(self, below: usize) -> usize {
        match self.rows {
            0 => below,
            rows => (rows - 1).min(below),
        }
    }
}

impl Row {
    /// Adds a cell at the end.
    pub(super) fn push(&mut self, reach: Reach, prose: Prose) {
        self.headers += usize::from(reach.is_header);
        self.cells.push((reach, prose));
    }
}

/// The table of `rows`: the first is the header where all its cells are headers. A cell is repeated in the rows that it
/// reaches over, so that each row can be read by itself; of the columns that it reaches over, the first has its text, in
/// the header all.
pub(super) fn table(mut rows: Vec<Row>) -> Option<Table> {
    rows.retain(|row| !row.cells.is_empty());
    let first = rows.first()?;
    let is_headed = first.headers == first.cells.len();
    let width = width(&rows);
    let lines = if rows.len().saturating_mul(width) > MOST_CELLS {
        let cells = rows.into_iter().flat_map(|row| row.cells);
        cells.map(|(_, prose)| vec![prose]).collect()
    } else {
        lines(rows, width, is_headed)
    };
    let width = lines.iter().map(Vec::len).max()?;
    let mut lines = lines.into_iter().map(|mut line| {
        line.resize(width, Prose::default());
        line
    });
    let header = if is_headed { lines.next() } else { None };
    Some(Table {
        header: header.unwrap_or_else(|| vec![Prose::default(); width]),
        rows: lines.collect(),
        alignments: vec![Alignment::None; width],
    })
}

/// The most cells that lie side by side in a row, those that reach into it from above among them: more columns than that
/// cannot be told apart.
fn width(rows: &[Row]) -> usize {
    let mut ends = vec![0_usize; rows.len()];
    let (mut width, mut from_above) = (0, 0_usize);
    for (at, row) in rows.iter().enumerate() {
        width = width.max(from_above + row.cells.len());
        for (reach, _) in &row.cells {
            let last = at + reach.rows_below(rows.len() - 1 - at);
            if let Some(end) = ends.get_mut(last).filter(|_| last > at) {
                *end += 1;
                from_above += 1;
            }
        }
        from_above -= ends.get(at).copied().unwrap_or(0).min(from_above);
    }
    width
}

/// The cells of each row; `width` columns can be told apart.
fn lines(rows: Vec<Row>, width: usize, is_headed: bool) -> Vec<Vec<Prose>> {
    let last = rows.len().saturating_sub(1);
    let mut above = BTreeMap::new();
    let rows = rows.into_iter().enumerate();
    let lines = rows.map(|(at, row)| {
        let mut line = Line {
            cells: Vec::new(),
            above: std::mem::take(&mut above),
            below: BTreeMap::new(),
        };
        let mut left = row.cells.len();
        for (reach, prose) in row.cells {
            left -= 1;
            line.fill();
            let taken = line.cells.len() + line.above.len() + left;
            let columns = reach.columns.min(width.saturating_sub(taken)).max(1);
            let is_repeated = is_headed && at == 0;
            line.push(&prose, columns, reach.rows_below(last - at), is_repeated);
        }
        line.fill_all();
        above = line.below;
        line.cells
    });
    lines.collect()
}

/// A row that is being filled.
struct Line {
    cells: Vec<Prose>,
    /// The cells that reach into this row from above, by column: their text, and into how many rows from this one on.
    above: Reaching,
    /// The same for the next row.
    below: Reaching,
}

type Reaching = BTreeMap<usize, (Prose, usize)>;

impl Line {
    /// Adds a cell that reaches over `columns` and into `rows` below; its text is in each column where `is_repeated`.
    fn push(&mut self, prose: &Prose, columns: usize, rows: usize, is_repeated: bool) {
        for column in 0..columns {
            let text = if column == 0 || is_repeated {
                prose.clone()
            } else {
                Prose::default()
            };
            if rows > 0 {
                let is_long = text.text().len() > LONGEST_REPEATED;
                let again = if is_long {
                    Prose::default()
                } else {
                    text.clone()
                };
                self.below.insert(self.cells.len(), (again, rows));
            }
            self.cells.push(text);
        }
    }

    /// Adds the cells that reach into this row from above, as far as they come next.
    fn fill(&mut self) {
        while let Some((prose, rows)) = self.above.remove(&self.cells.len()) {
            self.push(&prose, 1, rows - 1, false);
        }
    }

    /// Adds all cells that reach into this row from above and are left; one on which another cell lies is none.
    fn fill_all(&mut self) {
        while let Some((column, (prose, rows))) = self.above.pop_first() {
            if column >= self.cells.len() {
                self.cells.resize(column, Prose::default());
                self.push(&prose, 1, rows - 1, false);
            }
        }
    }
}
