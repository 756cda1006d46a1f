//! The short form of a handout: as much of the article as fits on the two sides of a sheet.

use super::ExportError;
use super::pdf::{self, Print};
use crate::article::Role;
use crate::facts::printed::plain;
use crate::handout::{self, Handout, Options, Part, ShortForm};
use crate::rules::Context;

/// Pages of the PDF: the two sides of one sheet.
pub const SIDES: usize = 2;

/// Pages of the booklet: one sheet, too.
const BOOKLET_PAGES: usize = 4;

/// A short form.
#[derive(Debug, Clone, PartialEq)]
pub struct Condensed {
    /// The handout.
    pub handout: Handout,
    /// What is left out, the most important first.
    pub left_out: Vec<Part>,
    /// Whether the lines for questions and notes are left out, too: text comes before room to write.
    pub without_lines: bool,
    /// How large its type is: smaller than was asked for, where it does not fit otherwise.
    pub print: Print,
}

/// Builds the short form of an article: all that says when to get help, then those parts, the most important first, with
/// which the PDF that `pdf_options` ask for still has two pages, and the booklet, if there is one, four. Lines for questions
/// and notes take what room is left, and none where they do not fit.
///
/// Where the whole article fits, nothing is left out. Where not even the warning signs fit in ordinary print, it is set
/// in small print; where they do not fit then, or in large print, it is an error.
pub fn condensed(
    cx: &Context<'_>,
    options: &Options,
    pdf_options: &pdf::Options,
    with_booklet: bool,
) -> Result<Condensed, ExportError> {
    let asked = fitted(cx, options, pdf_options, with_booklet);
    if pdf_options.print != Print::Ordinary
        || !matches!(asked, Err(ExportError::TooLongForASheet { .. }))
    {
        return asked;
    }
    let small = pdf::Options {
        print: Print::Small,
        ..pdf_options.clone()
    };
    fitted(cx, options, &small, with_booklet)
}

fn fitted(
    cx: &Context<'_>,
    options: &Options,
    pdf_options: &pdf::Options,
    with_booklet: bool,
) -> Result<Condensed, ExportError> {
    let whole = handout::build(
        cx,
        &Options {
            short: None,
            ..options.clone()
        },
    );
    if pages_over(&whole, pdf_options, with_booklet)?.is_none() {
        return Ok(Condensed {
            handout: whole,
            left_out: Vec::new(),
            without_lines: false,
            print: pdf_options.print,
        });
    }
    if options.questions > 0 || options.notes {
        let fewer = Options {
            questions: 0,
            notes: false,
            ..options.clone()
        };
        let without = fitted(cx, &fewer, pdf_options, with_booklet)?;
        return with_lines(cx, without, options, pdf_options, with_booklet);
    }
    let parts = handout::parts(cx);
    let build = |left_out: &[Part]| {
        let short = Some(ShortForm::without(left_out));
        let options = Options {
            short,
            ..options.clone()
        };
        handout::build(cx, &options)
    };
    let mut left_out = parts.clone();
    let mut best = build(&left_out);
    if let Some(pages) = pages_over(&best, pdf_options, with_booklet)? {
        return Err(ExportError::TooLongForASheet { pages });
    }
    for part in parts {
        let fewer: Vec<Part> = left_out
            .iter()
            .filter(|one| **one != part)
            .cloned()
            .collect();
        let tried = build(&fewer);
        if pages_over(&tried, pdf_options, with_booklet)?.is_none() {
            best = tried;
            left_out = fewer;
        }
    }
    keeps_warning_signs(cx, &best)?;
    Ok(Condensed {
        handout: best,
        left_out,
        without_lines: false,
        print: pdf_options.print,
    })
}

/// The short form with the lines of `options`, too, if it still fits; else the one `without` them.
fn with_lines(
    cx: &Context<'_>,
    without: Condensed,
    options: &Options,
    pdf_options: &pdf::Options,
    with_booklet: bool,
) -> Result<Condensed, ExportError> {
    let short = (!without.left_out.is_empty()).then(|| ShortForm::without(&without.left_out));
    let with = handout::build(
        cx,
        &Options {
            short,
            ..options.clone()
        },
    );
    let fits = pages_over(&with, pdf_options, with_booklet)?.is_none();
    Ok(Condensed {
        handout: if fits { with } else { without.handout },
        left_out: without.left_out,
        without_lines: !fits,
        print: without.print,
    })
}

/// The number of pages, if these are more than a sheet holds.
fn pages_over(
    handout: &Handout,
    options: &pdf::Options,
    with_booklet: bool,
) -> Result<Option<usize>, ExportError> {
    let pages = pdf::page_count(handout, options)?;
    if pages > SIDES {
        return Ok(Some(pages));
    }
    if with_booklet {
        let pages = pdf::booklet_page_count(handout, options)?;
        return Ok(Some(pages).filter(|pages| *pages > BOOKLET_PAGES));
    }
    Ok(None)
}

/// Refuses a short form that has lost a sentence of the warning signs.
fn keeps_warning_signs(cx: &Context<'_>, handout: &Handout) -> Result<(), ExportError> {
    let printed = handout::printed(handout).text;
    let mut sentences = cx.facts.sentences.iter();
    let lost = sentences.find(|sentence| {
        cx.facts.is_in_role(Role::RedFlags, sentence.span())
            && !printed.contains(&plain(sentence.text()))
    });
    match lost {
        Some(sentence) => Err(ExportError::WarningSignLost {
            span: sentence.span(),
        }),
        None => Ok(()),
    }
}
