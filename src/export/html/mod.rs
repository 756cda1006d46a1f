//! The handout as a web page: one file with its style sheet, without script, for phones, screens and print.
//!
//! The words between `<main>` and `</main>` are those of the handout. Pictures are shown by their alternative.

mod base64;
mod inline;
mod items;
mod labels;
mod page;

use crate::handout::Handout;

/// The handout as HTML, with LF and a newline at the end.
pub fn to_html(handout: &Handout) -> String {
    page::page(handout).into_string()
}
