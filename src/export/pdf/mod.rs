//! The handout as an accessible PDF: PDF/UA-1 and PDF/A-2a, tagged from the first word to the last.
//!
//! `flow` sets the items as one column of lines, `pages` cuts it where `ending` lets it, `draw` writes what each page shows, `subset` the fonts
//! that it takes; `write` makes the file of both, `tagging` adds what makes it readable to assistive technology. PDF
//! libraries are named by `write` and by what goes over its objects: `tagging`, `embed`, `compress`.

mod booklet;
mod compress;
mod content;
mod direction;
mod draw;
mod embed;
mod encode;
mod ending;
mod flow;
mod fontfile;
mod fonts;
mod furniture;
mod icc;
mod lines;
mod page;
mod pages;
mod picture;
mod style;
mod subset;
mod tagging;
mod text;
mod tree;
mod write;
mod xmp;

pub use fontfile::{FontFault, FontFile};
pub use fonts::Fonts;
pub use picture::{
    Kind as PictureKind, MAX_BYTES as MAX_PICTURE_BYTES, Measured, PictureError, measured,
};

use super::ExportError;
use crate::handout::{self, Handout, Paper, Run};
use direction::Direction;
use fonts::Shaper;
use furniture::Sheet;
use page::Paged;
use pages::Area;
use std::collections::BTreeSet;
use style::Style;

/// How large the type of the PDF is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Print {
    /// 14 pt.
    #[default]
    Ordinary,
    /// 18 pt.
    Large,
    /// 12 pt, the least that is allowed for print: for a short form that does not fit on its sheet otherwise.
    Small,
}

/// How the PDF is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The paper; `None` takes the handout's own.
    pub paper: Option<Paper>,
    /// How large its type is.
    pub print: Print,
    /// Fonts for characters that the bundled ones lack.
    pub fonts: Fonts,
    /// The most pages; more is an error. `None` sets no limit.
    pub pages_max: Option<usize>,
}

/// A PDF with what is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of its pages.
    pub pages: usize,
}

/// The handout as PDF bytes: PDF/UA-1, PDF/A-2a, the same bytes for the same handout.
///
/// A character that no font has is an error, before any byte is made.
pub fn to_pdf(handout: &Handout, options: &Options) -> Result<Vec<u8>, ExportError> {
    made(handout, options).map(|pdf| pdf.bytes)
}

/// The handout as [`to_pdf`] makes it, with the number of its pages.
pub fn made(handout: &Handout, options: &Options) -> Result<Pdf, ExportError> {
    let layout = ordinary(handout, options)?;
    Ok(Pdf {
        pages: layout.pages.len(),
        bytes: write::write(handout, &layout)?,
    })
}

/// How many pages the PDF of the handout has.
pub fn page_count(handout: &Handout, options: &Options) -> Result<usize, ExportError> {
    ordinary(handout, options).map(|layout| layout.pages.len())
}

/// The handout as a booklet: pages half as large, side by side on sheets, in the order in which they are folded.
///
/// It is for printing only: it has no tags and claims no standard, whereas [`to_pdf`] does. Its type is 12 pt, whatever
/// the options say.
pub fn to_booklet(handout: &Handout, options: &Options) -> Result<Vec<u8>, ExportError> {
    let layout = booklet(handout, options)?;
    write::write(handout, &booklet::imposed(&layout))
}

/// How many pages the booklet of the handout has, before blank ones fill the last sheet.
pub fn booklet_page_count(handout: &Handout, options: &Options) -> Result<usize, ExportError> {
    booklet(handout, options).map(|layout| layout.pages.len())
}

fn ordinary(handout: &Handout, options: &Options) -> Result<Paged, ExportError> {
    let style = match options.print {
        Print::Ordinary => &style::ORDINARY,
        Print::Large => &style::LARGE_PRINT,
        Print::Small => &style::SMALL_PRINT,
    };
    let paper = options.paper.unwrap_or(handout.paper);
    lay_out(handout, style::sheet(paper), style, options)
}

fn booklet(handout: &Handout, options: &Options) -> Result<Paged, ExportError> {
    let paper = options.paper.unwrap_or(handout.paper);
    lay_out(handout, style::half_sheet(paper), &style::BOOKLET, options)
}

/// `error`, and if it is a character that no font has, with the others of `handout` that none has.
fn with_others(error: ExportError, handout: &Handout, shaper: &mut Shaper) -> ExportError {
    let ExportError::MissingGlyph {
        character, span, ..
    } = error
    else {
        return error;
    };
    let words = handout::words(handout).join(" ");
    let drawn = text::compose(
        &[Run::plain(words)],
        text::Breaks::Strict,
        Direction::LeftToRight,
    )
    .drawn;
    let mut seen = BTreeSet::from([character]);
    let others = drawn.chars().filter(|ch| {
        seen.insert(*ch)
            && !ch.is_whitespace()
            && !text::is_invisible(ch.encode_utf8(&mut [0; 4]))
            && !shaper.has(*ch)
    });
    let others = others.collect();
    ExportError::MissingGlyph {
        character,
        span,
        others,
    }
}

/// No page holds as many characters: at the smallest type it has about 50 lines of 90.
const PAGE_CHARACTERS: usize = 5_000;

fn lay_out(
    handout: &Handout,
    (width, height): (f32, f32),
    style: &Style,
    options: &Options,
) -> Result<Paged, ExportError> {
    let fonts = &options.fonts;
    let direction = Direction::of_language(&handout.lang);
    let sheet = Sheet {
        height,
        left: style.margin_left,
        direction,
        width: style.measure.min(width - 2.0 * style.margin_left),
    };
    let pages_max = options.pages_max;
    if let Some(most) = pages_max
        && handout::length(handout) > most.saturating_mul(PAGE_CHARACTERS)
    {
        return Err(ExportError::TooManyPages { most });
    }
    fonts::with_shaper(fonts, |shaper| {
        let footer = furniture::plan(&handout.footer, style, sheet, shaper);
        let bottom = footer
            .as_ref()
            .map_or(style.margin_bottom, |footer| footer.bottom_margin(style));
        let area = Area {
            top: style.margin_top,
            bottom: height - bottom,
        };
        // The items come first: a character that is missing in the title too is then reported where it stands.
        let page_height = area.bottom - area.top;
        let column = flow::column(handout, style, sheet, page_height, pages_max, shaper);
        let column = column.map_err(|error| with_others(error, handout, shaper))?;
        let footer = footer?;
        furniture::check(&handout.title, style, sheet, shaper)?;
        let mut strips = column.strips;
        ending::settle(&mut strips, column.closing, &column.frames, area, style);
        let mut cut = pages::cut(strips, &column.frames, area);
        let most = pages_max.unwrap_or(usize::MAX);
        if cut.pages.len() > most {
            return Err(ExportError::TooManyPages { most });
        }
        footer.place(&mut cut.pages, sheet, style, shaper)?;
        if let Some(draft) = &handout.draft {
            furniture::stamp(draft, &mut cut.pages, sheet, style, shaper)?;
        }
        if direction == Direction::RightToLeft {
            for page in &mut cut.pages {
                page.mirror(width);
            }
        }
        Ok(Paged {
            width,
            height,
            direction,
            fonts: fonts.clone(),
            pages: cut.pages,
            tree: column.tree,
            pictures: column.pictures,
            outline: cut.outline,
            anchors: cut.anchors,
            print_only: false,
        })
    })
}
