//! Lines onto pages for printers that take plain text: a form feed between pages, a number at the foot of each.

use super::sheet::{Glue, Line, wrap};

/// Lines at the foot of a page: a blank one and the number.
const FOOT: usize = 2;

/// What stands on the pages beside the lines.
#[derive(Debug)]
pub(super) struct Furniture<'a> {
    /// The stamp of a draft, repeated at the head of every further page.
    pub(super) draft: Option<&'a str>,
    /// The foot, with `{page}` and `{pages}`.
    pub(super) foot: &'a str,
    /// The columns of a line; 0 for lines without a limit.
    pub(super) width: usize,
}

/// `lines` on pages of `length` lines each; every page but the first starts with a form feed.
///
/// A page does not end within a box, below a heading or within what else belongs together, unless that is longer than a
/// page; a box is then parted between its items and paragraphs, and its label repeated.
pub(super) fn paged(lines: &[Line], length: usize, furniture: &Furniture<'_>) -> Vec<Line> {
    let room = length.saturating_sub(FOOT).max(1);
    let pages = split(lines, room, furniture);
    let count = pages.len().to_string();
    let mut all = Vec::new();
    for (mut page, number) in pages.into_iter().zip(1..) {
        page.resize_with(room, Line::default);
        page.push(Line::default());
        let foot = furniture.foot.replace("{page}", &format!("{number}"));
        page.push(Line::layout(foot.replace("{pages}", &count)));
        if number > 1
            && let Some(first) = page.first_mut()
        {
            first.added.insert(0, '\u{c}');
        }
        all.extend(page);
    }
    all
}

fn split(lines: &[Line], room: usize, furniture: &Furniture<'_>) -> Vec<Vec<Line>> {
    let mut pages: Vec<Vec<Line>> = Vec::new();
    let mut rest = without_gaps(lines);
    while let Some(first) = rest.first() {
        let mut page = if pages.is_empty() {
            Vec::new()
        } else {
            head(first, room, furniture)
        };
        let taken = filled(rest, room.saturating_sub(page.len()), room);
        let (own, next) = rest.split_at(taken);
        page.extend_from_slice(own);
        pages.push(page);
        rest = without_gaps(next);
    }
    pages
}

/// How many of `lines` stand on a page that has `left` of its `room` for them: at least one.
///
/// What would not fit on a page of its own either is parted here, where it is held together least.
fn filled(lines: &[Line], left: usize, room: usize) -> usize {
    if lines.len() <= left {
        return lines.len();
    }
    let glue = |at: usize| lines.get(at).map_or(Glue::None, |line| line.glue);
    let chosen = [Glue::None, Glue::Box, Glue::Text]
        .into_iter()
        .find_map(|strongest| {
            let at = (1..=left).rev().find(|at| glue(*at) <= strongest)?;
            let ends = |end: &usize| glue(*end) <= strongest;
            let end = (at + 1..lines.len()).find(ends).unwrap_or(lines.len());
            (end - at <= room).then_some(at)
        });
    chosen.unwrap_or(left).max(1)
}

/// What is repeated over a page whose first line is `first`; nothing where it would fill half of the page.
fn head(first: &Line, room: usize, furniture: &Furniture<'_>) -> Vec<Line> {
    let label = first.frame.as_deref();
    let label = label.filter(|label| !label.is_empty() && first.glue > Glue::None);
    let mut head = Vec::new();
    for text in [furniture.draft, label].into_iter().flatten() {
        let lines = match furniture.width {
            0 => vec![text.to_owned()],
            width => wrap(text, width),
        };
        head.extend(lines.into_iter().map(Line::layout));
        head.push(Line::default());
    }
    if head.len() * 2 >= room {
        head.clear();
    }
    head
}

fn without_gaps(lines: &[Line]) -> &[Line] {
    let gaps = lines.iter().take_while(|line| line.is_blank()).count();
    lines.get(gaps..).unwrap_or_default()
}
