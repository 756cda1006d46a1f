//! The handout as plain text.

use crate::handout::Handout;

/// The handout as plain text of `width` columns, with LF and a newline at the end.
pub fn to_text(handout: &Handout, width: usize) -> String {
    let _ = (handout, width);
    unimplemented!("replaced by the text work")
}
