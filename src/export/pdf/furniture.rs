//! What stands on every page besides the handout's items: the footer, and the stamp of a draft. All of it is artifact.

use super::direction::Direction;
use super::fonts::Shaper;
use super::lines::{Line, Look, TextRow, Words, break_lines};
use super::page::{Artifact, Block, Owner, Page, Text};
use super::style::Style;
use crate::export::ExportError;
use crate::handout::{Footer, Run};

/// Between two parts of the footer.
const SEPARATOR: &str = " · ";

/// Stands for what was cut from the end of a title.
const ELLIPSIS: char = '…';

/// The footer of one handout, as high on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FooterPlan {
    /// Its lines without the page number, which stands at the right end of the first.
    lines: Vec<String>,
    /// The page number's words.
    page: String,
}

/// Where the furniture stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Height of the sheet.
    pub height: f32,
    /// Edge of the text where its lines begin.
    pub left: f32,
    /// Which way the pages run.
    pub direction: Direction,
    /// Width of the text.
    pub width: f32,
}

/// Plans the footer: all on one line if that fits, else the title with the page number and the rest below. Titles and
/// version are shortened where they are too long; dates never are.
pub fn plan(
    footer: &Footer,
    style: &Style,
    sheet: Sheet,
    shaper: &mut Shaper,
) -> Result<FooterPlan, ExportError> {
    let width = sheet.width;
    let mut set = Setter::new(style, sheet, shaper);
    // Room for any number of pages that a handout can have.
    let reserved = set.width(&page_words(&footer.page, 888, 888), false)? + 2.0 * style.footer.size;
    let version = footer.version.as_deref();
    let dates = [footer.reviewed.as_deref(), footer.next_review.as_deref()];
    let parts: Vec<&str> = std::iter::once(footer.title.as_str())
        .chain(version)
        .chain(dates.into_iter().flatten())
        .filter(|part| !part.is_empty())
        .collect();
    let whole = parts.join(SEPARATOR);
    let lines = if set.width(&whole, false)? <= width - reserved {
        vec![whole]
    } else {
        let mut lines = vec![set.shortened(&footer.title, false, width - reserved)?];
        let mut rest = Vec::new();
        if let Some(version) = version {
            rest.push(set.shortened(version, false, width)?);
        }
        rest.extend(dates.into_iter().flatten().map(str::to_owned));
        set.fill(&rest, width, &mut lines)?;
        lines
    };
    Ok(FooterPlan {
        lines,
        page: footer.page.clone(),
    })
}

/// Refuses words, drawn or not, that have a character which no bundled font has.
pub fn check(
    words: &str,
    style: &Style,
    sheet: Sheet,
    shaper: &mut Shaper,
) -> Result<(), ExportError> {
    Setter::new(style, sheet, shaper)
        .line(words, false)
        .map(|_| ())
}

impl FooterPlan {
    /// How much of the foot of a page must be left for it.
    pub fn bottom_margin(&self, style: &Style) -> f32 {
        let lines: f32 = self.lines.iter().map(|_| style.footer.pitch).sum();
        let needed = style.unprintable + lines + style.rule + 2.0 * style.footer_gap;
        needed.max(style.margin_bottom)
    }

    /// Puts the footer on every page.
    pub fn place(
        &self,
        pages: &mut [Page],
        sheet: Sheet,
        style: &Style,
        shaper: &mut Shaper,
    ) -> Result<(), ExportError> {
        let mut set = Setter::new(style, sheet, shaper);
        let count = pages.len();
        let top = sheet.height - self.bottom_margin(style) + style.footer_gap;
        let rule = Block {
            x: sheet.left,
            y: top,
            width: sheet.width,
            height: style.rule,
        };
        let first = top + style.rule + style.footer_gap + 0.75 * style.footer.size;
        let mut lines = Vec::new();
        let mut y = first;
        for line in &self.lines {
            lines.extend(set.texts(line, false, sheet.left, y, Artifact::Footer)?);
            y += style.footer.pitch;
        }
        for (index, page) in pages.iter_mut().enumerate() {
            page.blocks.push(rule);
            page.texts.extend(lines.iter().cloned());
            let number = page_words(&self.page, index + 1, count);
            let x = sheet.left + sheet.width - set.width(&number, false)?;
            let texts = set.texts(&number, false, x, first, Artifact::Footer)?;
            page.texts.extend(texts);
        }
        Ok(())
    }
}

/// How far above the column the baseline of the stamp stands.
pub fn stamp_height(style: &Style) -> f32 {
    1.4 * style.footer.pitch
}

/// Puts the stamp of a draft at the head of every page after the first, where it is text.
pub fn stamp(
    draft: &str,
    pages: &mut [Page],
    sheet: Sheet,
    style: &Style,
    shaper: &mut Shaper,
) -> Result<(), ExportError> {
    let mut set = Setter::new(style, sheet, shaper);
    let words = set.shortened(draft, true, sheet.width)?;
    let y = style.margin_top - stamp_height(style);
    for page in pages.iter_mut().skip(1) {
        let mut texts = set.texts(&words, true, sheet.left, y, Artifact::Header)?;
        for placed in &mut page.pictures {
            placed.after += texts.len();
        }
        texts.append(&mut page.texts);
        page.texts = texts;
    }
    Ok(())
}

fn page_words(pattern: &str, page: usize, pages: usize) -> String {
    pattern
        .replace("{page}", &page.to_string())
        .replace("{pages}", &pages.to_string())
}

struct Setter<'a> {
    style: &'a Style,
    page: Direction,
    shaper: &'a mut Shaper,
}

impl<'a> Setter<'a> {
    fn new(style: &'a Style, sheet: Sheet, shaper: &'a mut Shaper) -> Self {
        Self {
            style,
            page: sheet.direction,
            shaper,
        }
    }

    fn line(&mut self, words: &str, bold: bool) -> Result<Option<Line>, ExportError> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let look = Look {
            size: self.style.footer.size,
            bold,
            italic: false,
        };
        let words = Words {
            runs: &[Run::plain(words)],
            looks: &[look],
            page: self.page,
        };
        let lines = break_lines(self.shaper, words, f32::MAX)?;
        Ok(lines.into_iter().next())
    }

    fn width(&mut self, words: &str, bold: bool) -> Result<f32, ExportError> {
        Ok(self.line(words, bold)?.map_or(0.0, |line| line.width))
    }

    /// The words, cut at the end and marked with an ellipsis where they are wider than `width`.
    fn shortened(&mut self, words: &str, bold: bool, width: f32) -> Result<String, ExportError> {
        let Some(line) = self.line(words, bold)? else {
            return Ok(String::new());
        };
        if line.width <= width {
            return Ok(words.to_owned());
        }
        let room = width - self.width(&ELLIPSIS.to_string(), bold)?;
        let kept: String = line
            .letters
            .iter()
            .take_while(|letter| letter.x + letter.cluster.advance <= room)
            .map(|letter| letter.cluster.text.as_str())
            .collect();
        Ok(format!("{}{ELLIPSIS}", kept.trim_end()))
    }

    /// Adds `parts` side by side to `lines`, as many as fit on each.
    fn fill(
        &mut self,
        parts: &[String],
        width: f32,
        lines: &mut Vec<String>,
    ) -> Result<(), ExportError> {
        let mut line = String::new();
        for part in parts {
            let longer = if line.is_empty() {
                part.clone()
            } else {
                format!("{line}{SEPARATOR}{part}")
            };
            if line.is_empty() || self.width(&longer, false)? <= width {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, part.clone()));
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        Ok(())
    }

    fn texts(
        &mut self,
        words: &str,
        bold: bool,
        x: f32,
        y: f32,
        artifact: Artifact,
    ) -> Result<Vec<Text>, ExportError> {
        let letters = self.line(words, bold)?.map(|line| line.letters);
        let mut texts = TextRow::default();
        for letter in letters.unwrap_or_default() {
            texts.push(letter, y, self.style.footer.size, Owner::Artifact(artifact));
        }
        let mut texts = texts.into_texts();
        for text in &mut texts {
            text.x += x;
        }
        Ok(texts)
    }
}
