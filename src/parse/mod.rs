//! From a source to an article; it cannot fail.

use crate::article::{Article, Meta, Section};
use crate::source::Source;

/// Parses `source`.
pub fn article(source: Source) -> Article {
    Article {
        source,
        meta: Meta::default(),
        heading: None,
        root: Section::default(),
        roles: Vec::new(),
        faq: Vec::new(),
        footnotes: Vec::new(),
        promotions: Vec::new(),
        problems: Vec::new(),
        allowances: Vec::new(),
    }
}
