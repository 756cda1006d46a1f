//! The images inside a drawing: each is read once, however often it is drawn.
//!
//! `usvg` unpacks the data of an image anew for each place that uses it. So they are taken out of the text before, and a name
//! stands in the place of each.

use super::super::{Art, Picture, PictureError, Pixels, Resource, jpeg, png};
use super::{SVG, paint, refers};
use crate::source::PartOf;
use data_url::DataUrl;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;
use usvg::ImageKind;
use usvg::roxmltree::{Document, Node};

const TOGETHER: &str =
    "holds images of too many pixels together; save it with smaller ones, or as a PNG";

/// What the name of an image starts with; its index follows.
const NAME: &str = "facetdoc-image-";

/// The images inside a drawing.
pub(super) struct Images {
    all: Vec<Image>,
    /// The index of each, by the address of its data.
    indices: FxHashMap<usize, usize>,
}

struct Image {
    data: Arc<Vec<u8>>,
    is_jpeg: bool,
    resource: Resource,
}

impl Images {
    /// Takes the images out of `document`: its text with a name in the place of each, and the images, which have at most
    /// `pixels_max` pixels together. One that is not embedded or cannot be read is refused: it would be missing without a
    /// word.
    pub(super) fn taken_out(
        document: &Document<'_>,
        pixels_max: u64,
    ) -> Result<(String, Self), PictureError> {
        let text = document.input_text();
        let mut images = Vec::new();
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        let mut places: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut left = pixels_max;
        let elements = document.root_element().descendants();
        let attributes = elements.filter(is_image).flat_map(|node| node.attributes());
        for attribute in attributes.filter(|attribute| attribute.name() == "href") {
            let target = attribute.value().trim();
            if target.is_empty() {
                continue;
            }
            let place = attribute.range_value();
            if !is_quoted(text, &place) {
                return Err(PictureError::Undrawable(paint::TOO_MUCH));
            }
            let index = known.get(target).copied().unwrap_or(images.len());
            if index == images.len() {
                images.push(Image::read(target, &mut left, pixels_max)?);
            }
            known.insert(target, index);
            places.insert((place.start, place.end), index);
        }
        let mut rest = String::with_capacity(text.len());
        let mut at = 0;
        for ((start, end), index) in places {
            rest.push_str(text.part(at..start));
            // Writing to a string cannot fail.
            let _ = write!(rest, "{NAME}{index}");
            at = end;
        }
        rest.push_str(text.part(at..));
        let indices = images.iter().enumerate();
        let indices = indices.map(|(index, image)| (address(&image.data), index));
        let indices = indices.collect();
        Ok((
            rest,
            Self {
                all: images,
                indices,
            },
        ))
    }

    /// The image with this name.
    pub(super) fn named(&self, name: &str) -> Option<ImageKind> {
        let index: usize = name.strip_prefix(NAME)?.parse().ok()?;
        let image = self.all.get(index)?;
        let data = Arc::clone(&image.data);
        Some(if image.is_jpeg {
            ImageKind::JPEG(data)
        } else {
            ImageKind::PNG(data)
        })
    }

    /// What draws an image, with its index.
    pub(super) fn drawn_as(&self, kind: &ImageKind) -> Option<(usize, &Resource)> {
        let (ImageKind::PNG(data) | ImageKind::JPEG(data)) = kind else {
            return None;
        };
        let index = *self.indices.get(&address(data))?;
        Some((index, &self.all.get(index)?.resource))
    }
}

impl Image {
    /// Reads the image at `target` and takes its pixels off those that are `left` of `most`.
    fn read(target: &str, left: &mut u64, most: u64) -> Result<Self, PictureError> {
        let Ok(address) = DataUrl::process(target) else {
            return Err(refers(target));
        };
        let data = address.decode_to_vec().map(|(data, _)| data);
        let data = data.map_err(|_| PictureError::Damaged("an image in it".to_owned()))?;
        let is_jpeg = data.starts_with(b"\xff\xd8");
        let picture = if is_jpeg {
            jpeg::read(&data, *left).map(|(pixels, turn)| (size(&pixels), turn.turned(pixels)))
        } else if data.starts_with(b"\x89PNG") {
            png::read(&data, *left).map(|pixels| (size(&pixels), Picture::of_pixels(pixels)))
        } else {
            Err(PictureError::Undrawable(paint::KIND_INSIDE))
        };
        let (size, picture) = picture.map_err(|error| match error {
            PictureError::TooManyPixels { width, height, .. } => {
                if u64::from(width) * u64::from(height) > most {
                    PictureError::TooManyPixels {
                        width,
                        height,
                        most,
                    }
                } else {
                    PictureError::Undrawable(TOGETHER)
                }
            }
            error => error,
        })?;
        *left = left.saturating_sub(size);
        Ok(Self {
            data: Arc::new(data),
            is_jpeg,
            resource: match picture.packed().art {
                Art::Pixels(pixels) => Resource::Pixels(Arc::new(pixels)),
                Art::Drawing(canvas) => Resource::Drawing(canvas),
            },
        })
    }
}

/// Whether quotes stand around a value: the place of a very long name's value is not known.
fn is_quoted(text: &str, value: &Range<usize>) -> bool {
    let before = value.start.checked_sub(1);
    let before = before.and_then(|before| text.get(before..value.start));
    let after = text.get(value.end..value.end + 1);
    before == after && matches!(before, Some("\"" | "'"))
}

/// Where data lie; they stay there as long as [`Images`] holds them.
fn address(data: &Arc<Vec<u8>>) -> usize {
    Arc::as_ptr(data).addr()
}

/// How many pixels there are.
fn size(pixels: &Pixels) -> u64 {
    u64::from(pixels.width) * u64::from(pixels.height)
}

fn is_image(node: &Node<'_, '_>) -> bool {
    let name = node.tag_name();
    name.namespace() == Some(SVG) && matches!(name.name(), "image" | "feImage")
}
