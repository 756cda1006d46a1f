//! The handout as plain text: for pasting into records and portals, for e-mail, screen readers and line printers.
//!
//! What is added to the handout's words is layout only: bullets, rules, indents, frames, the labels of a table's columns
//! where each cell has a line of its own, and the line at the end that says which version and source this is.

mod fold;
mod headings;
mod letters;
mod options;
mod pages;
mod sheet;
mod sms;
mod table;
#[cfg(test)]
mod tests;
mod writing;

pub use headings::Headings;
pub use letters::Letters;
pub use options::{Form, LineEnd, Options};
pub use sms::{Message, message};

use super::ExportError;
use crate::handout::{BULLET, BoxLevel, Callout, Handout, Item, List, Run, plain};
use headings::Usage;
use pages::Furniture;
use sheet::{Line, Sheet};

/// Hexadecimal digits of the source's hash on the last line: enough to tell two sources apart.
const HASH_DIGITS: usize = 12;

/// The handout as plain text, with a line end at the end; a text message has none there.
///
/// Words longer than a line, such as addresses, are never cut. Nothing is left out and nothing shortened: a text that
/// cannot be written as `options` ask for is an error.
pub fn to_text(handout: &Handout, options: &Options) -> Result<String, ExportError> {
    let lines = finished(handout, options)?;
    let lines = lines
        .iter()
        .map(|line| format!("{}{}", line.added, line.words));
    let mut text = lines.collect::<Vec<_>>().join("\n");
    if options.form != Form::Message {
        text.push('\n');
    }
    if options.letters != Letters::All {
        text = text.replace('\u{a0}', " ");
    }
    if options.line_end == LineEnd::Crlf {
        text = text.replace('\n', "\r\n");
    }
    if let Some(limit) = options.max_chars {
        let characters = match sms::message(&text).filter(|_| options.form == Form::Message) {
            Some(message) => message.septets,
            None => text.chars().count(),
        };
        if characters > limit {
            return Err(ExportError::TooLong { characters, limit });
        }
    }
    Ok(text)
}

/// The words of the text in reading order without what the layout adds: by the tests, those of
/// [`handout::words`](crate::handout::words).
pub fn words(handout: &Handout, options: &Options) -> Result<Vec<String>, ExportError> {
    let lines = finished(handout, options)?;
    let words = lines.iter().flat_map(|line| line.words.split_whitespace());
    Ok(words.map(str::to_owned).collect())
}

/// `text` as [`to_text`] writes it in `letters`; the tests compare with it.
pub fn in_letters(text: &str, lang: &str, letters: Letters) -> Result<String, ExportError> {
    fold::text(text, lang, letters)
}

fn finished(handout: &Handout, options: &Options) -> Result<Vec<Line>, ExportError> {
    let is_urgent =
        |item: &Item| matches!(item, Item::Box(callout) if callout.level > BoxLevel::Note);
    if options.form == Form::Message && !handout.items.iter().any(is_urgent) {
        return Err(ExportError::NoRedFlags);
    }
    let handout = fold::folded(handout, options.letters)?;
    let writer = Writer {
        headings: options.headings,
        usage: match options.headings {
            Headings::Sentence => Usage::of(&handout),
            Headings::Underline | Headings::Upper => Usage::default(),
        },
    };
    let mut sheet = Sheet::new(options.width, options.form);
    writer.items(&mut sheet, &handout.items);
    write_last(&mut sheet, &handout);
    let lines = sheet.into_lines();
    let Some(length) = options.page_length else {
        return Ok(lines);
    };
    let furniture = Furniture {
        draft: handout.draft.as_deref(),
        foot: &handout.footer.page,
        width: options.width,
    };
    Ok(pages::paged(&lines, length, &furniture))
}

fn write_last(sheet: &mut Sheet, handout: &Handout) {
    sheet.gap();
    sheet.rule('-', None);
    sheet.stick();
    match sheet.form() {
        Form::Page => sheet.added_parts(&last_line(handout), " | "),
        Form::Speech => last_line(handout).iter().for_each(|part| sheet.added(part)),
        Form::Message => {}
    }
}

/// "id", "Version 1.2", "Reviewed 3 March 2026", "Next review March 2029", "sha256:0123456789ab".
fn last_line(handout: &Handout) -> Vec<String> {
    let footer = &handout.footer;
    let hash: String = handout.source_sha256.chars().take(HASH_DIGITS).collect();
    let hash = format!("sha256:{hash}");
    let parts = [&footer.version, &footer.reviewed, &footer.next_review];
    let parts = parts.into_iter().flatten();
    std::iter::once(&handout.id)
        .chain(parts)
        .chain(std::iter::once(&hash))
        .cloned()
        .collect()
}

/// Writes items with the headings that were asked for.
#[derive(Debug)]
struct Writer {
    headings: Headings,
    usage: Usage,
}

impl Writer {
    fn items(&self, sheet: &mut Sheet, items: &[Item]) {
        for item in items {
            sheet.gap();
            self.write(sheet, item);
        }
    }

    fn write(&self, sheet: &mut Sheet, item: &Item) {
        match item {
            Item::Heading { level, runs, .. } => self.heading(sheet, *level, runs),
            Item::Paragraph(runs) => {
                let text = plain(runs);
                sheet.words(&text);
                if text.trim_end().ends_with(':') {
                    sheet.stick();
                }
            }
            Item::Figure(figure) => {
                for runs in [&figure.instead(), &figure.caption] {
                    if !runs.is_empty() {
                        sheet.words(&plain(runs));
                    }
                }
            }
            Item::List(list) => self.list(sheet, list),
            Item::Definitions(definitions) => {
                for (term, details) in definitions {
                    sheet.gap();
                    sheet.words(&plain(term));
                    sheet.stick();
                    sheet.indented(4, |sheet| self.tight(sheet, details));
                }
            }
            Item::Table(table) => table::table(sheet, table),
            Item::Box(callout) => self.boxed(sheet, callout),
            Item::Quote(quoted) => sheet.indented(4, |sheet| self.items(sheet, quoted)),
            Item::Code(runs) => sheet.indented(4, |sheet| sheet.preformatted(&plain(runs))),
            Item::Question {
                question, answer, ..
            } => {
                sheet.words(&plain(question));
                sheet.stick();
                self.tight(sheet, answer);
            }
            Item::Links(links) => {
                for (marker, address) in links {
                    sheet.unbroken(marker);
                    sheet.stick();
                    sheet.indented(4, |sheet| sheet.unbroken(&address.text));
                }
            }
            Item::Rule => sheet.rule('-', Some(24)),
            Item::Fields(labels) => writing::fields(sheet, labels),
            Item::Lines(count) => writing::lines(sheet, *count),
            Item::Code2d(code) => sheet.unbroken(&code.address.text),
            // Its clinic's name stands below it.
            Item::Logo(_) => {}
        }
    }

    fn heading(&self, sheet: &mut Sheet, level: u8, runs: &[Run]) {
        let text = plain(runs);
        let (text, ink) = match (self.headings, level) {
            (Headings::Underline, 0 | 1) => (text, Some('=')),
            (Headings::Underline, 2) => (text, Some('-')),
            (Headings::Upper, 0 | 1) => (text, Some('=').filter(|_| sheet.form() == Form::Page)),
            (Headings::Upper, 2) => (headings::upper(&text), None),
            (Headings::Sentence, _) => (self.usage.sentence(&text), None),
            (Headings::Underline | Headings::Upper, _) => (text, None),
        };
        let width = sheet.widest(|sheet| sheet.words(&text));
        sheet.stick();
        if let Some(ink) = ink {
            sheet.underline(ink, Some(width));
        }
    }

    /// Items, the first right below what stands above it.
    fn tight(&self, sheet: &mut Sheet, all: &[Item]) {
        if let Some((first, rest)) = all.split_first() {
            if needs_room(first) {
                sheet.gap();
            }
            self.write(sheet, first);
            self.items(sheet, rest);
        }
    }

    /// A list whose items are a line or two each has no blank lines.
    fn list(&self, sheet: &mut Sheet, list: &List) {
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
                        self.write(sheet, inner);
                    }
                } else {
                    self.items(sheet, &item.items);
                }
            });
        }
    }

    /// A box: rules above and below, their ink as heavy as its level; the label carries the level in words.
    fn boxed(&self, sheet: &mut Sheet, callout: &Callout) {
        let ink = match callout.level {
            BoxLevel::Emergency => '#',
            BoxLevel::Urgent | BoxLevel::Unknown => '*',
            BoxLevel::Advice => '=',
            BoxLevel::Note => '-',
        };
        sheet.framed(&callout.label, |sheet| {
            sheet.rule(ink, None);
            sheet.stick();
            sheet.words(&callout.label);
            sheet.stick();
            self.items(sheet, &callout.items);
            sheet.rule(ink, None);
        });
    }
}

fn needs_room(item: &Item) -> bool {
    match item {
        Item::Paragraph(_) | Item::Figure(_) | Item::List(_) | Item::Logo(_) => false,
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
