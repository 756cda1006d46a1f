//! How large an article may be: more is an accident or an attack, and nothing that somebody reads.

use crate::article::{Article, ProseKind, TextKind, how_to_raise};
use crate::source::{Source, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What one article may hold. An article over one of these is refused; real articles are far below each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct SizeLimits {
    /// The most signs of markup and line ends of its source, which decide how much memory reading takes: a book of a thousand
    /// pages has about a hundred thousand.
    pub markup_max: usize,
    /// The most sections: a book of a thousand pages has about five thousand.
    pub sections_max: usize,
    /// The most cells of its tables together: the largest table of doses that people print has about a thousand.
    pub table_cells_max: usize,
    /// The most links: a list of references has hundreds.
    pub links_max: usize,
    /// How deep lists, quotes and boxes may lie in each other; readers follow three levels.
    pub nesting_max: usize,
    /// The most values in its front matter; an alias counts each time it is used.
    pub front_matter_values_max: usize,
    /// The most pages of its PDF: each takes up to half a megabyte of memory while it is made.
    pub pages_max: usize,
    /// The most pixels of a picture: a photo of a good camera. Each takes up to eight bytes while it is unpacked.
    pub image_pixels_max: u64,
}

impl Default for SizeLimits {
    fn default() -> Self {
        Self {
            markup_max: 1_000_000,
            sections_max: 50_000,
            table_cells_max: 200_000,
            links_max: 100_000,
            nesting_max: 100,
            front_matter_values_max: 20_000,
            pages_max: 500,
            image_pixels_max: 25_000_000,
        }
    }
}

/// A limit that an article is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// The limit's name in a configuration.
    pub name: &'static str,
    /// The limit.
    pub most: usize,
    /// The first thing that is too many.
    pub span: Span,
}

impl fmt::Display for Excess {
    /// What is wrong and how to raise the limit; without the place.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, most, .. } = self;
        match *name {
            "markup-max" => write!(out, "more than {most} signs of markup and line ends"),
            "sections-max" => write!(out, "more than {most} sections"),
            "table-cells-max" => write!(out, "more than {most} table cells"),
            "links-max" => write!(out, "more than {most} links"),
            _ => write!(out, "lists or quotes more than {most} deep in each other"),
        }?;
        write!(out, "; {}", how_to_raise(name))
    }
}

/// Each may begin a part of the tree that an article is read into.
const MARKUP: &[u8] = b"\n*_`[<&~^!#";

impl SizeLimits {
    /// The limit that `source` is over before it is read: signs of markup.
    pub fn excess_of_source(&self, source: &Source) -> Option<Excess> {
        let bytes = source.text().as_bytes();
        if bytes.len() <= self.markup_max {
            return None;
        }
        let signs = bytes.iter().enumerate();
        let mut signs = signs.filter(|(_, byte)| MARKUP.contains(byte));
        let (at, _) = signs.nth(self.markup_max)?;
        Some(Excess {
            name: "markup-max",
            most: self.markup_max,
            span: Span::new(at, at + 1),
        })
    }

    /// The first limit of its parts that `article` is over: sections, table cells, links, nesting.
    pub fn excess(&self, article: &Article) -> Option<Excess> {
        self.sections(article)
            .or_else(|| self.texts(article))
            .or_else(|| self.depths(article))
    }

    fn sections(&self, article: &Article) -> Option<Excess> {
        let sections = article.sections();
        let first = sections.get(self.sections_max)?;
        Some(Excess {
            name: "sections-max",
            most: self.sections_max,
            span: first.span,
        })
    }

    fn texts(&self, article: &Article) -> Option<Excess> {
        let (mut cells, mut links) = (0_usize, 0_usize);
        let texts = article.texts();
        texts.iter().find_map(|text| {
            cells += usize::from(text.kind == TextKind::In(ProseKind::Cell));
            links += text.prose.links().count();
            let (name, most) = if cells > self.table_cells_max {
                ("table-cells-max", self.table_cells_max)
            } else if links > self.links_max {
                ("links-max", self.links_max)
            } else {
                return None;
            };
            let span = text.prose.whole();
            Some(Excess { name, most, span })
        })
    }

    fn depths(&self, article: &Article) -> Option<Excess> {
        let (depth, span) = article.deepest?;
        (depth > self.nesting_max).then_some(Excess {
            name: "nesting-max",
            most: self.nesting_max,
            span,
        })
    }
}
