//! The handout as an accessible PDF.

use super::ExportError;
use crate::handout::{Handout, Paper};

/// How the PDF is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The paper; `None` takes the handout's own.
    pub paper: Option<Paper>,
}

/// The handout as PDF bytes: PDF/UA-1, PDF/A-2a, the same bytes for the same handout.
pub fn to_pdf(handout: &Handout, options: &Options) -> Result<Vec<u8>, ExportError> {
    let _ = (handout, options);
    unimplemented!("replaced by the PDF work")
}
