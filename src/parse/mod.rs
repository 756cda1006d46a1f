//! From a source to an article; it cannot fail.
//!
//! Markdown and pasted text are read into the same tree. What the parts of the tree are for is found afterwards.

mod align;
mod attributes;
mod blocks;
mod comments;
mod draft;
mod entity;
mod front_matter;
mod html;
mod inlines;
#[cfg(test)]
mod laws;
mod lines;
mod links;
mod markdown;
mod nearest;
mod sections;
mod slug;
mod tags;
mod yaml;

use crate::article::Article;
use crate::source::{Format, Source};

/// Parses `source`.
pub fn article(source: Source) -> Article {
    let tree = match source.format() {
        Format::Markdown | Format::Pasted => markdown::tree(&source),
    };
    Article {
        source,
        meta: tree.meta,
        heading: tree.heading,
        root: tree.root,
        roles: Vec::new(),
        faq: Vec::new(),
        footnotes: tree.footnotes,
        promotions: Vec::new(),
        problems: tree.problems,
        allowances: tree.allowances,
    }
}
