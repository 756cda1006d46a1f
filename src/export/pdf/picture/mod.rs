//! Pictures: from the bytes of a PNG, JPEG or SVG to something measured that can be drawn.
//!
//! Nothing here reads a file, asks the network or runs what a picture holds. What cannot be drawn as its maker meant it is
//! refused with the reason, never drawn wrongly.

mod canvas;
mod error;
mod jpeg;
mod orientation;
mod png;
mod svg;

pub use canvas::{Canvas, Pattern, Resource, Shade, Shading, SoftMask, State};
pub use error::PictureError;

use super::compress;
use std::fmt;

/// The largest file: more would make a handout that nobody can send.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// The most bytes that the pictures of one handout take in memory together.
pub const MAX_HELD: usize = 200 * 1024 * 1024;

/// Points that a pixel takes at most: 150 to the inch. Larger and it would look coarse in print.
const PIXEL: f32 = 72.0 / 150.0;

/// Points in a unit of SVG: CSS has 96 to the inch.
const SVG_UNIT: f32 = 72.0 / 96.0;

/// A picture that can be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its natural width in points: never drawn larger.
    pub width: f32,
    /// Its natural height in points.
    pub height: f32,
    /// What is drawn, in the unit square, the origin at the lower left.
    pub art: Art,
}

/// What a picture draws in the unit square.
#[derive(Debug, Clone, PartialEq)]
pub enum Art {
    /// Pixels.
    Pixels(Pixels),
    /// Paths and whatever else a drawing holds.
    Drawing(Canvas),
}

/// An image of pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Whether there are three colours (red, green, blue) to a pixel, or one (grey).
    pub is_colour: bool,
    /// The colours.
    pub data: Data,
    /// How opaque each pixel is, row by row, where that is not fully.
    pub alpha: Option<Data>,
}

/// How pixels are packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// A byte a colour, row by row.
    Plain(Vec<u8>),
    /// The same, deflated.
    Packed(Vec<u8>),
    /// A JPEG stream.
    Jpeg(Vec<u8>),
}

impl fmt::Debug for Pixels {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} x {} pixels", self.width, self.height)
    }
}

impl Data {
    fn bytes(&self) -> usize {
        let (Self::Plain(bytes) | Self::Packed(bytes) | Self::Jpeg(bytes)) = self;
        bytes.len()
    }

    fn packed(self) -> Self {
        match self {
            Self::Plain(samples) => match compress::packed(&samples) {
                Some(packed) => Self::Packed(packed),
                None => Self::Plain(samples),
            },
            other => other,
        }
    }
}

impl Pixels {
    fn bytes(&self) -> usize {
        self.data.bytes() + self.alpha.as_ref().map_or(0, Data::bytes)
    }

    /// The same in less memory: a handout may have many pictures, and holds all of them until it is written.
    fn packed(self) -> Self {
        Self {
            data: self.data.packed(),
            alpha: self.alpha.map(Data::packed),
            ..self
        }
    }
}

/// The kinds of pictures that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Pixels without loss.
    Png,
    /// A photo.
    Jpeg,
    /// A drawing.
    Svg,
}

/// What a picture is and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Its kind.
    pub kind: Kind,
    /// Its natural width in points.
    pub width: f32,
    /// Its natural height in points.
    pub height: f32,
}

/// Measures a picture that can be drawn; one that can't, or has more than `pixels_max` pixels, is refused.
pub fn measured(bytes: &[u8], pixels_max: u64) -> Result<Measured, PictureError> {
    let Picture { width, height, .. } = read(bytes, pixels_max)?;
    Ok(Measured {
        kind: kind(bytes)?,
        width,
        height,
    })
}

/// Reads a picture of at most `pixels_max` pixels; its kind is told by what it holds, not by its name.
pub fn read(bytes: &[u8], pixels_max: u64) -> Result<Picture, PictureError> {
    if bytes.len() > MAX_BYTES {
        return Err(PictureError::TooLarge { limit: MAX_BYTES });
    }
    match kind(bytes)? {
        Kind::Png => png::read(bytes, pixels_max).map(Picture::of_pixels),
        Kind::Jpeg => jpeg::read(bytes, pixels_max).map(|(pixels, turn)| turn.turned(pixels)),
        Kind::Svg => svg::text(bytes)
            .ok_or_else(|| other_kind(bytes))
            .and_then(|text| svg::read(text, pixels_max)),
    }
}

fn kind(bytes: &[u8]) -> Result<Kind, PictureError> {
    if bytes.starts_with(b"\x89PNG") {
        Ok(Kind::Png)
    } else if bytes.starts_with(b"\xff\xd8") {
        Ok(Kind::Jpeg)
    } else if svg::text(bytes).is_some() {
        Ok(Kind::Svg)
    } else {
        Err(other_kind(bytes))
    }
}

impl Picture {
    /// The bytes that it takes in memory; an image that a drawing has in several places counts for each.
    pub fn bytes(&self) -> usize {
        match &self.art {
            Art::Pixels(pixels) => pixels.bytes(),
            Art::Drawing(canvas) => canvas.bytes(),
        }
    }

    /// The same in less memory.
    pub fn packed(self) -> Self {
        match self.art {
            Art::Pixels(pixels) => Self {
                art: Art::Pixels(pixels.packed()),
                ..self
            },
            Art::Drawing(_) => self,
        }
    }

    /// Pixels as they lie.
    fn of_pixels(pixels: Pixels) -> Self {
        Self {
            width: length(pixels.width) * PIXEL,
            height: length(pixels.height) * PIXEL,
            art: Art::Pixels(pixels),
        }
    }

    /// Width and height in a space of this size: the natural size, or as much of it as fits, in proportion.
    pub fn fitted(&self, width: f32, height: f32) -> (f32, f32) {
        let scale = (width / self.width).min(height / self.height).min(1.0);
        let scale = scale.max(0.0);
        (self.width * scale, self.height * scale)
    }
}

/// Refuses more than `most` pixels before any is unpacked.
fn check_pixels(width: u32, height: u32, most: u64) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged("it has no pixels".to_owned()));
    }
    if u64::from(width) * u64::from(height) > most {
        return Err(PictureError::TooManyPixels {
            width,
            height,
            most,
        });
    }
    Ok(())
}

/// Pixels as a factor of lengths.
fn length(pixels: u32) -> f32 {
    f32::from(u16::try_from(pixels).unwrap_or(u16::MAX))
}

/// What is known of a file that is none of the three kinds.
fn other_kind(bytes: &[u8]) -> PictureError {
    let at =
        |start: usize, magic: &[u8]| bytes.get(start..).is_some_and(|at| at.starts_with(magic));
    let kinds: [(bool, &str); 8] = [
        (at(0, b"GIF8"), "a GIF"),
        (at(0, b"RIFF") && at(8, b"WEBP"), "a WebP picture"),
        (at(0, b"BM"), "a BMP picture"),
        (at(0, b"II*\0") || at(0, b"MM\0*"), "a TIFF picture"),
        (at(4, b"ftypavif"), "an AVIF picture"),
        (at(4, b"ftyp"), "a HEIC picture or a film"),
        (at(0, b"\x1f\x8b"), "a compressed SVG (.svgz)"),
        (at(0, b"%PDF"), "a PDF"),
    ];
    let known = kinds.iter().find(|(is, _)| *is);
    PictureError::OtherKind(known.map(|(_, name)| *name))
}

#[cfg(test)]
mod tests;
