//! The words of a handout in fewer letters.

use super::letters::{Letters, Place, written};
use crate::export::ExportError;
use crate::handout::{BULLET, Handout, Item, Run};
use crate::source::Span;
use std::fmt::Write;

/// `handout` with every word in `letters`.
///
/// Fails at the first character that has no certain way to be written so.
pub(super) fn folded(handout: &Handout, letters: Letters) -> Result<Handout, ExportError> {
    let mut handout = handout.clone();
    if letters == Letters::All {
        return Ok(handout);
    }
    let lang = base(&handout.lang);
    let fold = Fold {
        letters,
        lang: &lang,
    };
    fold.items(&mut handout.items)?;
    fold.text(&mut handout.id)?;
    let footer = &mut handout.footer;
    fold.text(&mut footer.title)?;
    fold.text(&mut footer.page)?;
    let parts = [
        &mut footer.version,
        &mut footer.reviewed,
        &mut footer.next_review,
    ];
    for part in parts.into_iter().flatten().chain(&mut handout.draft) {
        fold.text(part)?;
    }
    Ok(handout)
}

/// `text` in `letters`.
pub(super) fn text(text: &str, lang: &str, letters: Letters) -> Result<String, ExportError> {
    let lang = base(lang);
    let fold = Fold {
        letters,
        lang: &lang,
    };
    fold.folded(None, text, None, None)
}

/// The language without its region.
fn base(lang: &str) -> String {
    lang.split('-').next().unwrap_or("").to_lowercase()
}

struct Fold<'a> {
    letters: Letters,
    lang: &'a str,
}

impl Fold<'_> {
    fn items(&self, items: &mut [Item]) -> Result<(), ExportError> {
        items.iter_mut().try_for_each(|item| self.item(item))
    }

    fn item(&self, item: &mut Item) -> Result<(), ExportError> {
        match item {
            Item::Heading { runs, .. } | Item::Paragraph(runs) | Item::Code(runs) => {
                self.runs(runs)
            }
            Item::Figure(figure) => {
                self.text(&mut figure.label)?;
                self.runs(&mut figure.alt)?;
                self.runs(&mut figure.caption)
            }
            Item::List(list) => list.items.iter_mut().try_for_each(|item| {
                if item.marker != BULLET {
                    self.text(&mut item.marker)?;
                }
                self.items(&mut item.items)
            }),
            Item::Definitions(definitions) => {
                definitions.iter_mut().try_for_each(|(term, details)| {
                    self.runs(term)?;
                    self.items(details)
                })
            }
            Item::Table(table) => {
                let cells = table
                    .header
                    .iter_mut()
                    .chain(table.rows.iter_mut().flatten());
                cells.into_iter().try_for_each(|cell| self.runs(cell))
            }
            Item::Box(callout) => {
                self.text(&mut callout.label)?;
                self.items(&mut callout.items)
            }
            Item::Quote(items) => self.items(items),
            Item::Question {
                question, answer, ..
            } => {
                self.runs(question)?;
                self.items(answer)
            }
            Item::Links(links) => links.iter_mut().try_for_each(|(marker, address)| {
                self.text(marker)?;
                address.text = self.address(&address.text, address.span)?;
                Ok(())
            }),
            Item::Fields(labels) => labels.iter_mut().try_for_each(|label| self.text(label)),
            Item::Code2d(code) => {
                code.address.text = self.address(&code.address.text, code.address.span)?;
                Ok(())
            }
            Item::Rule | Item::Lines(_) | Item::Logo(_) => Ok(()),
        }
    }

    /// Runs that make one text: what a character becomes depends on its neighbours, whatever their style.
    fn runs(&self, runs: &mut [Run]) -> Result<(), ExportError> {
        let mut before = None;
        for index in 0..runs.len() {
            let next = runs.get(index + 1..).unwrap_or_default();
            let next = next.iter().find_map(|run| run.text.chars().next());
            let Some(run) = runs.get_mut(index) else {
                continue;
            };
            let last = run.text.chars().next_back();
            let is_address = run.link.as_ref().is_some_and(|link| link.url == run.text);
            run.text = if is_address {
                self.address(&run.text, run.span)?
            } else {
                self.folded(before, &run.text, next, run.span)?
            };
            before = last.or(before);
        }
        Ok(())
    }

    fn text(&self, text: &mut String) -> Result<(), ExportError> {
        *text = self.folded(None, text, None, None)?;
        Ok(())
    }

    /// An address is copied and typed: nothing in it may be written otherwise, but for what a browser writes itself behind
    /// the host.
    fn address(&self, address: &str, span: Option<Span>) -> Result<String, ExportError> {
        let host = address.find("://").map_or(0, |at| at + 3);
        let path = address.get(host..).and_then(|rest| rest.find('/'));
        let path = path.map_or(address.len(), |at| host + at);
        let mut out = String::new();
        for (at, ch) in address.char_indices() {
            if self.letters.has(ch) {
                out.push(ch);
                continue;
            }
            if at < path {
                return Err(self.unwritable(ch, span));
            }
            let mut bytes = [0; 4];
            for byte in ch.encode_utf8(&mut bytes).bytes() {
                write!(out, "%{byte:02X}").expect("a string takes what is written");
            }
        }
        Ok(out)
    }

    fn unwritable(&self, character: char, span: Option<Span>) -> ExportError {
        ExportError::Unwritable {
            character,
            span,
            letters: self.letters.name(),
        }
    }

    fn folded(
        &self,
        mut before: Option<char>,
        text: &str,
        next: Option<char>,
        span: Option<Span>,
    ) -> Result<String, ExportError> {
        let mut folded = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(ch) = chars.next() {
            if self.letters.has(ch) {
                folded.push(ch);
            } else {
                let place = Place {
                    before,
                    ch,
                    after: chars.peek().copied().or(next),
                    lang: self.lang,
                };
                let plain = written(place).ok_or_else(|| self.unwritable(ch, span))?;
                folded.push_str(&plain);
            }
            before = Some(ch);
        }
        Ok(folded)
    }
}
