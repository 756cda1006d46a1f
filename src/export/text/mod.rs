//! The handout as plain text: for pasting into records and portals, for e-mail, screen readers and line printers.
//!
//! What is added to the handout's words is layout only: bullets, rules, indents, frames, the labels of a table's columns
//! where each cell has a line of its own, and the line at the end that says which version and source this is.

mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod writing;

use crate::handout::{BULLET, BoxLevel, Callout, Handout, Item, List, Run, plain};
use sheet::{Line, Sheet};

/// Hexadecimal digits of the source's hash on the last line: enough to tell two sources apart.
const HASH_DIGITS: usize = 12;

/// How the text is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Columns of a line; 0 gives each paragraph a line of its own, for programs that wrap lines themselves.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 72 }
    }
}

/// The handout as plain text, with LF and a newline at the end.
///
/// Width 0 gives each paragraph a line of its own, for programs that wrap lines themselves. Words longer than a line, such
/// as addresses, are never cut.
pub fn to_text(handout: &Handout, options: &Options) -> String {
    let mut text = String::new();
    for line in lines(handout, options.width) {
        text.push_str(&line.added);
        text.push_str(&line.words);
        text.push('\n');
    }
    text
}

/// The words of the text in reading order without what the layout adds: by the tests, those of
/// [`handout::words`](crate::handout::words).
pub fn words(handout: &Handout, width: usize) -> Vec<String> {
    let lines = lines(handout, width);
    let words = lines.iter().flat_map(|line| line.words.split_whitespace());
    words.map(str::to_owned).collect()
}

fn lines(handout: &Handout, width: usize) -> Vec<Line> {
    let mut sheet = Sheet::new(width);
    items(&mut sheet, &handout.items);
    sheet.gap();
    sheet.rule('-', None);
    sheet.added(&last_line(handout));
    sheet.into_lines()
}

/// "id | Version 1.2 | Reviewed 3 March 2026 | Next review March 2029 | sha256:0123456789ab".
fn last_line(handout: &Handout) -> String {
    let footer = &handout.footer;
    let hash: String = handout.source_sha256.chars().take(HASH_DIGITS).collect();
    let hash = format!("sha256:{hash}");
    let parts = [&footer.version, &footer.reviewed, &footer.next_review];
    let parts = parts.into_iter().flatten();
    let parts: Vec<&str> = std::iter::once(&handout.id)
        .chain(parts)
        .chain(std::iter::once(&hash))
        .map(String::as_str)
        .collect();
    parts.join(" | ")
}

fn items(sheet: &mut Sheet, items: &[Item]) {
    for item in items {
        sheet.gap();
        write(sheet, item);
    }
}

fn write(sheet: &mut Sheet, item: &Item) {
    match item {
        Item::Heading { level, runs, .. } => heading(sheet, *level, runs),
        Item::Paragraph(runs) => sheet.words(&plain(runs)),
        Item::Figure(figure) => {
            for runs in [&figure.instead(), &figure.caption] {
                if !runs.is_empty() {
                    sheet.words(&plain(runs));
                }
            }
        }
        Item::List(list) => write_list(sheet, list),
        Item::Definitions(definitions) => {
            for (term, details) in definitions {
                sheet.gap();
                sheet.words(&plain(term));
                sheet.indented(4, |sheet| tight(sheet, details));
            }
        }
        Item::Table(table) => table::table(sheet, table),
        Item::Box(callout) => write_box(sheet, callout),
        Item::Quote(quoted) => sheet.indented(4, |sheet| items(sheet, quoted)),
        Item::Code(runs) => sheet.indented(4, |sheet| sheet.preformatted(&plain(runs))),
        Item::Question {
            question, answer, ..
        } => {
            sheet.words(&plain(question));
            tight(sheet, answer);
        }
        Item::Links(links) => {
            for (marker, address) in links {
                sheet.unbroken(marker);
                sheet.indented(4, |sheet| sheet.unbroken(&address.text));
            }
        }
        Item::Rule => sheet.rule('-', Some(24)),
        Item::Fields(labels) => writing::fields(sheet, labels),
        Item::Lines(count) => writing::lines(sheet, *count),
        Item::Code2d(code) => sheet.unbroken(&code.address.text),
    }
}

/// The title and the sections' headings are underlined; case is kept, for in capitals "mg" is no unit.
fn heading(sheet: &mut Sheet, level: u8, runs: &[Run]) {
    let width = sheet.widest(|sheet| sheet.words(&plain(runs)));
    match level {
        0 | 1 => sheet.rule('=', Some(width)),
        2 => sheet.rule('-', Some(width)),
        _ => {}
    }
}

/// Items, the first right below what stands above it.
fn tight(sheet: &mut Sheet, all: &[Item]) {
    if let Some((first, rest)) = all.split_first() {
        if needs_room(first) {
            sheet.gap();
        }
        write(sheet, first);
        items(sheet, rest);
    }
}

/// A list whose items are a line or two each has no blank lines.
fn write_list(sheet: &mut Sheet, list: &List) {
    let is_tight = list.items.iter().all(|item| match &item.items[..] {
        [] | [_] => true,
        [_, rest @ ..] => rest.iter().all(|inner| matches!(inner, Item::List(_))),
    });
    for item in &list.items {
        let is_bullet = item.marker == BULLET;
        let mark = if is_bullet { "-" } else { &item.marker };
        if !is_tight {
            sheet.gap();
        }
        sheet.item(mark, is_bullet, |sheet| {
            if is_tight {
                for inner in &item.items {
                    write(sheet, inner);
                }
            } else {
                items(sheet, &item.items);
            }
        });
    }
}

/// A box: rules above and below, their ink as heavy as its level; the label carries the level in words.
fn write_box(sheet: &mut Sheet, callout: &Callout) {
    let ink = match callout.level {
        BoxLevel::Emergency => '#',
        BoxLevel::Urgent => '*',
        BoxLevel::Advice => '=',
        BoxLevel::Note => '-',
    };
    sheet.rule(ink, None);
    sheet.words(&callout.label);
    items(sheet, &callout.items);
    sheet.rule(ink, None);
}

fn needs_room(item: &Item) -> bool {
    match item {
        Item::Paragraph(_) | Item::Figure(_) | Item::List(_) => false,
        Item::Heading { .. }
        | Item::Definitions(_)
        | Item::Table(_)
        | Item::Box(_)
        | Item::Quote(_)
        | Item::Code(_)
        | Item::Question { .. }
        | Item::Links(_)
        | Item::Fields(_)
        | Item::Lines(_)
        | Item::Code2d(_)
        | Item::Rule => true,
    }
}
