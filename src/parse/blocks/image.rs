//! Paragraphs that are nothing but images.

use crate::article::{BlockKind, Image, MarkKind};
use crate::parse::draft::Draft;
use crate::source::Span;
use comrak::nodes::{AstNode, NodeValue};

/// The images of a paragraph that holds nothing else, each with its source; `None` for any other paragraph. An image
/// that leads elsewhere and has a text alternative is a link and stays in its paragraph.
pub(super) fn images<'a>(
    node: &'a AstNode<'a>,
    draft: &Draft,
    span: Span,
) -> Option<Vec<(BlockKind, Span)>> {
    let is_image = |kind: &MarkKind| matches!(kind, MarkKind::Image { .. });
    if !draft.marks().iter().any(|mark| is_image(&mark.kind)) {
        return None;
    }
    let mut draft = draft.clone();
    draft.trim();
    let marks = draft.marks();
    let mut images: Vec<_> = marks.iter().filter(|mark| is_image(&mark.kind)).collect();
    images.sort_by_key(|mark| mark.span);
    let beside = draft.text().char_indices().any(|(at, ch)| {
        !ch.is_whitespace() && !images.iter().any(|image| image.range.contains(&at))
    });
    let set_off = !draft.is_blank() && marks.len() > images.len();
    if images.is_empty() || beside || set_off {
        return None;
    }
    let titles = titles(node);
    let known = titles.len() == images.len();
    let blocks = images.iter().enumerate().map(|(index, image)| {
        let mut alt = draft.clone();
        alt.retain_marks(0, |_| false);
        alt.remove_all(vec![0..image.range.start, image.range.end..draft.len()]);
        let url = match &image.kind {
            MarkKind::Image { url } => url.clone(),
            _ => String::new(),
        };
        let kind = BlockKind::Image(Image {
            alt: alt.prose(image.span),
            url,
            title: titles.get(index).filter(|_| known).cloned().flatten(),
            decorative: false,
        });
        (kind, if images.len() == 1 { span } else { image.span })
    });
    Some(blocks.collect())
}

/// The titles of the images below `node`, in order.
fn titles<'a>(node: &'a AstNode<'a>) -> Vec<Option<String>> {
    let images = node
        .descendants()
        .filter_map(|node| match &node.data().value {
            NodeValue::Image(link) => Some((!link.title.is_empty()).then(|| link.title.clone())),
            _ => None,
        });
    images.collect()
}
