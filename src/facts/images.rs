//! The images of an article, set apart or in running text.

use crate::article::{Article, BlockKind, MarkKind, Text};
use crate::source::Span;

/// An image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageFact<'a> {
    /// The text alternative as a reader hears it, trimmed; "" where there is none.
    pub alt: &'a str,
    /// The target.
    pub url: &'a str,
    /// Marked as decoration.
    pub decorative: bool,
    /// The whole image with its markup.
    pub span: Span,
    /// The text alternative; the whole image where there is none.
    pub alt_span: Span,
}

/// Every image of an article, whose texts are `texts`, in reading order.
pub fn images<'a>(article: &'a Article, texts: &[Text<'a>]) -> Vec<ImageFact<'a>> {
    let mut found = Vec::new();
    for (_, block) in article.blocks() {
        block.walk(&mut |block| {
            if let BlockKind::Image(image) = &block.kind {
                let alt = image.alt.text().trim();
                found.push(ImageFact {
                    alt,
                    url: &image.url,
                    decorative: image.decorative,
                    span: block.span,
                    alt_span: if alt.is_empty() {
                        block.span
                    } else {
                        image.alt.trimmed().whole()
                    },
                });
            }
        });
    }
    for text in texts {
        for mark in text.prose.marks() {
            if let MarkKind::Image { url } = &mark.kind {
                let alt = text
                    .prose
                    .text()
                    .get(mark.range.clone())
                    .unwrap_or("")
                    .trim();
                let alt_span = if alt.is_empty() {
                    mark.span
                } else {
                    text.prose.span(mark.range.clone())
                };
                found.push(ImageFact {
                    alt,
                    url,
                    decorative: false,
                    span: mark.span,
                    alt_span,
                });
            }
        }
    }
    found.sort_by_key(|image| image.span);
    found
}
