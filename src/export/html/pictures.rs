//! The pictures of a page, packed into it: the page stays one file, and nothing is asked of the web.

use crate::export::ExportError;
use crate::export::markup::{Element, Media};
use crate::export::pdf::{self, PictureKind};
use crate::handout::{Handout, wanted};
use std::collections::BTreeMap;

/// Pixels of CSS in a point.
const PIXELS: f32 = 96.0 / 72.0;

/// A picture as the page has it.
#[derive(Debug, Clone, PartialEq)]
struct Packed<'a> {
    media: Media,
    bytes: &'a [u8],
    /// Natural width and height in pixels of CSS.
    size: (u32, u32),
}

/// The pictures of one page by what they are called among those at hand.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Pictures<'a>(BTreeMap<String, Packed<'a>>);

impl<'a> Pictures<'a> {
    /// The pictures of `handout` that are at hand; one that the PDF would refuse is refused here, too.
    pub(super) fn of(handout: &'a Handout) -> Result<Self, ExportError> {
        let mut pictures = BTreeMap::new();
        for one in wanted(handout) {
            let Some(bytes) = handout.pictures.get(&one.target) else {
                continue;
            };
            if pictures.contains_key(&one.target) {
                continue;
            }
            let measured = pdf::measured(bytes).map_err(|error| ExportError::Picture {
                url: one.url.to_owned(),
                span: one.span,
                error,
            })?;
            let media = match measured.kind {
                PictureKind::Png => Media::Png,
                PictureKind::Jpeg => Media::Jpeg,
                PictureKind::Svg => Media::Svg,
            };
            let size = (pixels(measured.width), pixels(measured.height));
            pictures.insert(one.target, Packed { media, bytes, size });
        }
        Ok(Self(pictures))
    }

    /// The picture called `target` as an element; `None` if it is not at hand.
    pub(super) fn element(&self, target: &str, alt: &str) -> Option<Element> {
        let picture = self.0.get(target)?;
        Some(Element::packed_picture(
            picture.media,
            picture.bytes,
            picture.size,
            alt,
        ))
    }
}

/// Points as whole pixels of CSS.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a picture has at most 25 million pixels, and no side is negative"
)]
fn pixels(points: f32) -> u32 {
    (points * PIXELS).round().max(1.0) as u32
}
