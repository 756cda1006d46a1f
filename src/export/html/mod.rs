//! The handout as a web page: one file with its style sheet, without script, for phones, screens and print.
//!
//! The words between `<main>` and `</main>` are those of the handout. Pictures that are at hand
//! are packed into it; in the place of others stands their alternative.

mod anchors;
mod inline;
mod items;
mod labels;
mod page;
mod pictures;

use super::ExportError;
use crate::handout::Handout;

/// The handout as HTML, with LF and a newline at the end; an error for a picture at hand that can't be shown.
pub fn to_html(handout: &Handout) -> Result<String, ExportError> {
    Ok(page::page(handout)?.into_string())
}
