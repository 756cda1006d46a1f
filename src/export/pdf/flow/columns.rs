//! How wide the columns of a table are: by what stands in them, so that the table takes few lines.

use crate::export::pdf::lines::Extent;

/// A line is seldom full: a cell takes so many times the lines that its words would fill.
const RAGGED: f32 = 1.1;

/// How many ways of sharing are tried between those by need and those in equal parts.
const STEPS: u16 = 4;

/// How many of the columns with the shortest lines may keep these whole at the cost of the others.
const MOST_WHOLE: usize = 8;

/// So many lines in cells weigh as much as one of the table.
const MANY_LINES: f32 = 100.0;

/// How wide a column wants to be, with each of its cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Measured {
    widest: Extent,
    /// The longest line of each cell, from the header down.
    lines: Vec<f32>,
}

impl Measured {
    /// Adds the next cell.
    pub(super) fn add(&mut self, cell: Extent) {
        self.widest.least = self.widest.least.max(cell.least);
        self.widest.most = self.widest.most.max(cell.most);
        self.lines.push(cell.most);
    }

    /// Its longest word and its longest line.
    pub(super) fn extent(&self) -> Extent {
        // Sums of advances round; a word that just fits must not be broken.
        let least = self.widest.least.max(1.0) + 0.1;
        Extent {
            least,
            most: self.widest.most.max(least) + 0.1,
        }
    }
}

/// The widths of columns that share `room`.
///
/// Where every line fits, they are as wide as their longest lines ask for. Else every column keeps its longest word whole, if
/// that can be had, and what is left is shared so that the table is as short as it can be: by need, as browsers do it, in equal
/// parts, or in between; the columns with the shortest lines may keep these whole.
pub(super) fn widths(room: f32, columns: &[&Measured]) -> Vec<f32> {
    let most: Vec<f32> = columns.iter().map(|one| one.extent().most).collect();
    let least: Vec<f32> = columns.iter().map(|one| one.extent().least).collect();
    let total: f32 = most.iter().sum();
    if total <= room {
        return most.iter().map(|most| most * room / total).collect();
    }
    let words: f32 = least.iter().sum();
    if words > room {
        return fair_share(room, &least);
    }
    let fair = fair_share(room, &most);
    let keeps_words = fair.iter().zip(&least).all(|(width, least)| width >= least);
    let floors = floors(&least, &most).into_iter();
    let floors = floors.map(|floor| (room - floor.iter().sum::<f32>(), floor));
    let shared = floors
        .take_while(|(spare, _)| *spare >= 0.0)
        .flat_map(|(spare, floor)| {
            let most = &most;
            (0..=STEPS).map(move |step| {
                let evenly = f32::from(step) / f32::from(STEPS);
                between(&floor, most, spare, evenly)
            })
        });
    let tried = keeps_words.then_some(fair).into_iter().chain(shared);
    // The first of those that are equally short.
    let tried = tried.map(|widths| (height(columns, &widths), widths));
    let shortest = tried.min_by(|(one, _), (other, _)| one.total_cmp(other));
    shortest.map_or(most, |(_, widths)| widths)
}

/// What every column gets at least: its longest word, then one more column its longest line in each, from the shortest on.
fn floors(least: &[f32], most: &[f32]) -> Vec<Vec<f32>> {
    let mut by_length: Vec<usize> = (0..most.len()).collect();
    let length = |index: &usize| most.get(*index).copied().unwrap_or(0.0);
    by_length.sort_by(|one, other| length(one).total_cmp(&length(other)));
    let mut floors = vec![least.to_vec()];
    let mut floor = least.to_vec();
    for index in by_length.iter().take(MOST_WHOLE) {
        if let Some(least) = floor.get_mut(*index) {
            *least = length(index);
            floors.push(floor.clone());
        }
    }
    floors
}

/// The least widths with `spare` room on top, by need where `evenly` is 0, in equal parts where it is 1.
fn between(least: &[f32], most: &[f32], spare: f32, evenly: f32) -> Vec<f32> {
    let pairs = least.iter().zip(most);
    let extra: Vec<f32> = pairs.map(|(least, most)| most - least).collect();
    let total: f32 = extra.iter().sum();
    let even = fair_share(spare, &extra);
    let shares = least.iter().zip(extra).zip(even);
    shares
        .map(|((least, extra), even)| {
            least + extra / total * spare * (1.0 - evenly) + even * evenly
        })
        .collect()
}

/// About how many lines a table with columns of these widths takes; of two that are as high the one with fewer lines in its
/// cells takes less.
fn height(columns: &[&Measured], widths: &[f32]) -> f32 {
    let rows = columns.iter().map(|column| column.lines.len()).max();
    let row = |index: usize| {
        let cells = columns.iter().zip(widths);
        let cells = cells.map(|(column, width)| {
            let line = column.lines.get(index).copied().unwrap_or(0.0);
            if line <= *width {
                1.0
            } else {
                (line * RAGGED / width).ceil()
            }
        });
        let all: f32 = cells.clone().sum();
        cells.fold(1.0, f32::max) + all / MANY_LINES
    };
    (0..rows.unwrap_or(0)).map(row).sum()
}

/// Columns that want less than an equal share get what they want; the others share the rest.
fn fair_share(room: f32, wanted: &[f32]) -> Vec<f32> {
    let mut widths = vec![None; wanted.len()];
    let mut left = room;
    loop {
        let open = widths.iter().filter(|width| width.is_none()).count();
        let equal = left / count(open.max(1));
        let mut pairs = widths.iter_mut().zip(wanted);
        let modest = pairs.find(|(width, wanted)| width.is_none() && **wanted <= equal);
        let Some((width, wanted)) = modest else {
            return widths
                .into_iter()
                .map(|width| width.unwrap_or(equal))
                .collect();
        };
        *width = Some(*wanted);
        left -= wanted;
    }
}

/// A count of lines or columns as a factor of lengths.
pub(super) fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns by the longest word and the longest line of each cell.
    fn set(room: f32, columns: &[&[(f32, f32)]]) -> Vec<f32> {
        let measured = columns.iter().map(|cells| {
            let mut column = Measured::default();
            for (least, most) in *cells {
                column.add(Extent {
                    least: *least,
                    most: *most,
                });
            }
            column
        });
        let measured: Vec<Measured> = measured.collect();
        widths(room, &measured.iter().collect::<Vec<_>>())
    }

    #[test]
    fn columns_fill_the_room_and_keep_words_whole_where_they_can() {
        for (room, one, other, expected) in [
            // Everything fits: the spare room is shared out.
            (300.0, (20.0, 50.0), (20.0, 100.0), [100.0, 200.0]),
            // The short column is not broken, the long one wraps.
            (100.0, (20.0, 40.0), (20.0, 140.0), [40.0, 60.0]),
            // A long word gets the room it needs.
            (100.0, (20.0, 90.0), (70.0, 90.0), [27.8, 72.2]),
            // Words are longer than the room: they have to be broken.
            (100.0, (20.0, 400.0), (200.0, 400.0), [20.0, 80.0]),
        ] {
            let widths = set(room, &[&[one], &[other]]);
            for (width, expected) in widths.iter().zip(&expected) {
                assert!((width - expected).abs() < 0.3, "{widths:?}");
            }
        }
    }

    #[test]
    fn short_lines_are_not_broken_for_one_long_cell() {
        let names: &[(f32, f32)] = &[(70.0, 80.0), (70.0, 80.0), (70.0, 80.0), (40.0, 420.0)];
        let often: &[(f32, f32)] = &[(40.0, 130.0), (40.0, 120.0), (40.0, 130.0), (10.0, 10.0)];
        let food: &[(f32, f32)] = &[(40.0, 110.0), (40.0, 100.0), (40.0, 110.0), (10.0, 10.0)];
        let widths = set(350.0, &[names, often, food]);
        assert!(widths[1] >= 130.0 && widths[2] >= 110.0, "{widths:?}");
    }

    #[test]
    fn a_column_with_much_text_is_wider_than_those_with_a_long_header_and_little_below_it() {
        let header: &[(f32, f32)] = &[(50.0, 200.0), (10.0, 20.0), (10.0, 20.0)];
        let text: &[(f32, f32)] = &[(50.0, 60.0), (60.0, 900.0), (60.0, 800.0)];
        let widths = set(400.0, &[header, text, header]);
        assert!(widths[1] > 1.5 * widths[0], "{widths:?}");
        assert!(
            widths
                .iter()
                .zip([50.0, 60.0, 50.0])
                .all(|(width, word)| *width >= word)
        );
        assert!((widths.iter().sum::<f32>() - 400.0).abs() < 0.1);
    }
}
