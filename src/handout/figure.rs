//! Pictures with their captions: an image that stands alone, or on a line of its own in a paragraph.
//!
//! An image that leads elsewhere stands as a picture above the address, and one at the start of a list item above the item's
//! words. An image inside a sentence, a heading or a table cell is not torn out of it: its text alternative stands in its
//! place.

use super::build::Builder;
use super::closing::address;
use super::runs::plain;
use super::visible::one_line;
use super::{Figure, Item, Run};
use crate::article::{Block, BlockKind, Image, Mark, MarkKind, Prose};
use crate::rules::Context;
use crate::source::{Source, Span};
use std::ops::Range;

/// What is known of a picture besides its caption in the text.
struct Shown<'p> {
    alt: Vec<Run>,
    url: &'p str,
    title: Option<&'p str>,
    span: Span,
}

impl<'a> Builder<'a> {
    /// The figure of an image that is a block, and how many of the blocks that follow are its caption. An image without
    /// alternative is a decoration.
    pub(super) fn figure(
        &mut self,
        image: &Image,
        span: Span,
        following: &[&'a Block],
    ) -> (Item, usize) {
        let shown = Shown {
            alt: self.runs(&image.alt),
            url: &image.url,
            title: image.title.as_deref(),
            span,
        };
        let next = following.first().copied();
        let caption = next.and_then(|next| caption_below(&self.cx, span, next));
        (self.shown(&shown, caption), usize::from(caption.is_some()))
    }

    fn shown(&mut self, shown: &Shown<'_>, caption: Option<&Prose>) -> Item {
        let caption = match caption {
            Some(prose) => self.caption(prose),
            None => title(shown),
        };
        self.drawn(shown, caption)
    }

    fn drawn(&self, shown: &Shown<'_>, caption: Vec<Run>) -> Item {
        let label = if shown.alt.is_empty() {
            String::new()
        } else {
            self.labels.picture.clone().into_owned()
        };
        Item::Figure(Figure {
            label,
            alt: shown.alt.clone(),
            caption,
            url: shown.url.to_owned(),
            span: Some(shown.span),
        })
    }

    /// The words of a caption. That all of them were set off only said that they are one.
    fn caption(&mut self, prose: &Prose) -> Vec<Run> {
        let set_off = is_emphasis(prose);
        let mut runs = self.runs(prose);
        for run in &mut runs {
            run.style.emphasis &= !set_off;
        }
        runs
    }

    /// The items of a paragraph: its words, and the pictures that stand on lines of their own in it; none if it is blank.
    pub(super) fn paragraph(&mut self, prose: &Prose) -> Vec<Item> {
        self.pictured(prose, false)
    }

    /// The items of the first paragraph of a list item; a picture that it begins with stands above its words.
    pub(super) fn item_paragraph(&mut self, prose: &Prose) -> Vec<Item> {
        self.pictured(prose, true)
    }

    fn pictured(&mut self, prose: &Prose, leads: bool) -> Vec<Item> {
        let mut items = Vec::new();
        let mut at = 0;
        let source = &self.cx.article.source;
        let lines = Lines {
            prose,
            source,
            leads,
        };
        for mark in lines.images() {
            let MarkKind::Image { url } = &mark.kind else {
                continue;
            };
            let address = match lines.link(mark) {
                Some(link) => match self.picture_address(link) {
                    Some(address) => Some(address),
                    None => continue,
                },
                None => None,
            };
            items.extend(self.words(&prose.slice(at..mark.range.start)));
            let mut shown = Shown {
                alt: Vec::new(),
                url,
                title: None,
                span: mark.span,
            };
            let alt = prose.slice(mark.range.clone());
            let caption = lines.caption(mark.range.end);
            at = caption.clone().map_or(mark.range.end, |range| range.end);
            if let Some(address) = address {
                shown.alt = vec![Run {
                    text: one_line(alt.text()),
                    span: Some(mark.span),
                    ..Run::default()
                }];
                let mut words =
                    caption.map_or(Vec::new(), |range| self.caption(&prose.slice(range)));
                if !words.is_empty() {
                    words.push(Run::plain(" "));
                }
                words.push(address);
                items.push(self.drawn(&shown, words));
                continue;
            }
            shown.alt = self.runs(&alt);
            let caption = caption.map(|range| prose.slice(range));
            items.push(self.shown(&shown, caption.as_ref()));
        }
        items.extend(self.words(&prose.slice(at..prose.text().len())));
        items
    }

    /// The address to which a picture leads, as it is printed below it; `None` where paper cannot say it there.
    fn picture_address(&mut self, link: &Mark) -> Option<Run> {
        let MarkKind::Link { url, .. } = &link.kind else {
            return None;
        };
        let url = self.links.address_of_picture(url)?;
        Some(address(&url, link.span))
    }

    fn words(&mut self, prose: &Prose) -> Option<Item> {
        let runs = self.runs(prose);
        (!runs.is_empty()).then_some(Item::Paragraph(runs))
    }
}

/// The caption of the image at `image`, if `next`, the block below it, is that: a paragraph all in emphasis that is no question,
/// or the `figcaption` of HTML.
pub(crate) fn caption_below<'b>(
    cx: &Context<'_>,
    image: Span,
    next: &'b Block,
) -> Option<&'b Prose> {
    let (BlockKind::Paragraph(prose) | BlockKind::Html(prose)) = &next.kind else {
        return None;
    };
    let start = prose.span(0..prose.text().len()).start();
    let between = Span::new(image.end(), start.max(image.end()));
    let between = cx.article.source.slice(between).to_ascii_lowercase();
    let is_named = between.contains("<figcaption") && !between.contains("</figure");
    let is_set_off = is_emphasis(prose) && cx.facts.pairs_asked_in(prose.whole()).is_empty();
    (is_named || is_set_off).then_some(prose)
}

/// The title as a caption, unless it only says again what the alternative says.
fn title(shown: &Shown<'_>) -> Vec<Run> {
    let title = one_line(shown.title.unwrap_or(""));
    if title.trim().is_empty() || title == one_line(plain(&shown.alt).trim()) {
        return Vec::new();
    }
    vec![Run {
        text: title,
        span: Some(shown.span),
        ..Run::default()
    }]
}

fn is_emphasis(prose: &Prose) -> bool {
    prose.is_wholly(|kind| *kind == MarkKind::Emphasis)
}

/// The lines of a prose as its source has them.
struct Lines<'p> {
    prose: &'p Prose,
    source: &'p Source,
    /// Whether words may follow the first picture on its line: it leads a list item.
    leads: bool,
}

impl<'p> Lines<'p> {
    /// The images that have lines of their own, in order. One that is only part of a link stays in the text.
    fn images(&self) -> Vec<&'p Mark> {
        let mut at = 0;
        let mut found = Vec::new();
        for mark in self.prose.marks() {
            let is_image = matches!(mark.kind, MarkKind::Image { .. });
            if is_image
                && mark.range.start >= at
                && self.starts(mark.range.start)
                && (self.ends(mark.range.end) || self.leads && self.is_first(mark))
                && self.link(mark).is_none_or(|link| link.range == mark.range)
            {
                at = mark.range.end;
                found.push(mark);
            }
        }
        found
    }

    /// The link that an image is part of.
    fn link(&self, image: &Mark) -> Option<&'p Mark> {
        self.prose.marks().iter().find(|mark| {
            matches!(mark.kind, MarkKind::Link { .. }) && mark.span.contains(image.span)
        })
    }

    /// Whether nothing stands before an image with an alternative.
    fn is_first(&self, image: &Mark) -> bool {
        let before = self.prose.text().get(..image.range.start).unwrap_or("");
        before.trim().is_empty() && !image.range.is_empty()
    }

    /// The line below the picture that ends at byte `at`, if it is all in emphasis.
    fn caption(&self, at: usize) -> Option<Range<usize>> {
        let after = self.prose.text().get(at..)?;
        let start = at + (after.len() - after.trim_start().len());
        let line = self.prose.marks().iter().find(|mark| {
            mark.kind == MarkKind::Emphasis && mark.range.start == start && mark.range.end > start
        })?;
        self.ends(line.range.end).then(|| line.range.clone())
    }

    fn starts(&self, at: usize) -> bool {
        let before = self.prose.text().get(..at).unwrap_or("");
        let words = before.trim_end().len();
        words == 0 || self.breaks(words..at)
    }

    fn ends(&self, at: usize) -> bool {
        let after = self.prose.text().get(at..).unwrap_or("");
        let space = after.len() - after.trim_start().len();
        space == after.len() || self.breaks(at..at + space)
    }

    /// Whether a line ends in this white space, on paper or only in the source.
    fn breaks(&self, space: Range<usize>) -> bool {
        let text = self.prose.text().get(space.clone()).unwrap_or("");
        let source = self.source.slice(self.prose.span(space));
        text.contains('\n') || source.contains(['\n', '\r'])
    }
}
