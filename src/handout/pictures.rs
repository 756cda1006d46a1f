//! The pictures of a handout: which ones it wants, and those that are at hand. Nothing is read here: whoever may read files
//! fetches them.

use super::walk::walk;
use super::{Handout, Item};
use crate::source::Span;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A picture that a handout wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The target as it is written.
    pub url: &'a str,
    /// What it is called among the pictures at hand.
    pub target: String,
    /// The folder that the target is relative to; `None` for that of the article.
    pub folder: Option<&'a Path>,
    /// What the handout shows it as.
    pub role: PictureRole,
    /// Where the picture stands in the source.
    pub span: Option<Span>,
}

/// What a picture is in a handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureRole {
    /// A picture of the article, whose words stand in its place where it is not at hand.
    Figure,
    /// The logo of the clinic, which is left out where it is not at hand.
    Logo,
}

impl PictureRole {
    /// The role in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "picture",
            Self::Logo => "clinic's logo",
        }
    }
}

/// The bytes of pictures by their targets. A figure whose target is not among them stands as its words.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<String, Arc<[u8]>>);

impl Pictures {
    /// Adds the bytes of the picture with the target `url`.
    pub fn insert(&mut self, url: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.0.insert(url.into(), bytes.into());
    }

    /// The bytes of the picture with the target `url`.
    pub fn get(&self, url: &str) -> Option<&Arc<[u8]>> {
        self.0.get(url)
    }
}

impl fmt::Debug for Pictures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sizes = self.0.iter().map(|(url, bytes)| (url, bytes.len()));
        out.debug_map().entries(sizes).finish()
    }
}

/// The pictures that `handout` wants, in order; one that stands twice is named twice.
pub fn wanted(handout: &Handout) -> Vec<Wanted<'_>> {
    let mut found = Vec::new();
    walk(&handout.items, &mut |item| match item {
        Item::Figure(figure) => found.push(Wanted {
            url: &figure.url,
            target: figure.url.clone(),
            folder: None,
            role: PictureRole::Figure,
            span: figure.span,
        }),
        Item::Logo(logo) => found.push(Wanted {
            url: &logo.path,
            target: logo.target(),
            folder: logo.folder.as_deref(),
            role: PictureRole::Logo,
            span: logo.span,
        }),
        _ => {}
    });
    found
}
