//! Front matter.

use crate::article::{Meta, Problem};

/// What was read before the body.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) meta: Meta,
    pub(super) problems: Vec<Problem>,
    pub(super) body: usize,
}

pub(super) fn read(_text: &str, start: usize) -> FrontMatter {
    FrontMatter {
        body: start,
        ..FrontMatter::default()
    }
}
