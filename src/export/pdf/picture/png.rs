//! PNG: unpacked, checked, and no finer than a printer can show.

use super::{Data, PictureError, Pixels, check_pixels};
use crate::source::PartOf;
use png::{ColorType, Decoder, DecodingError, Limits, Transformations};
use std::io::Cursor;

/// What the decoder may take besides the pixels.
const SCRATCH: usize = 16 * 1024 * 1024;

/// Pixels across the widest line of a page at 300 to the inch.
const FINEST: usize = 1808;

/// Reads a PNG.
pub(super) fn read(bytes: &[u8], pixels_max: u64) -> Result<Pixels, PictureError> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: SCRATCH });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder
        .read_header_info()
        .map_err(|error| damaged(&error))?;
    check_pixels(header.width, header.height, pixels_max)?;
    let mut reader = decoder.read_info().map_err(|error| damaged(&error))?;
    let size = reader.output_buffer_size();
    let size = size.ok_or_else(|| PictureError::Damaged("its size is impossible".to_owned()))?;
    let mut samples = vec![0; size];
    let frame = reader
        .next_frame(&mut samples)
        .map_err(|error| damaged(&error))?;
    samples.truncate(frame.buffer_size());
    let (colours, has_alpha) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => {
            return Err(PictureError::Damaged("it has no palette".to_owned()));
        }
    };
    let image = Samples {
        width: frame.width,
        height: frame.height,
        colours,
        has_alpha,
        data: samples,
    };
    Ok(image.coarsened().into_pixels())
}

fn damaged(error: &DecodingError) -> PictureError {
    match error {
        DecodingError::LimitsExceeded => {
            PictureError::Unusual("needs too much memory to unpack; save it again as a plain PNG")
        }
        error => PictureError::Damaged(error.to_string()),
    }
}

/// A byte a sample, the samples of a pixel side by side, alpha last.
struct Samples {
    width: u32,
    height: u32,
    colours: usize,
    has_alpha: bool,
    data: Vec<u8>,
}

impl Samples {
    /// The image at a half, a third, ... of its size where it is more than twice, three times, ... as fine as printers show.
    fn coarsened(self) -> Self {
        let (width, height) = (self.width as usize, self.height as usize);
        let factor = width / FINEST;
        if factor < 2 {
            return self;
        }
        let (to_width, to_height) = (width / factor, (height / factor).max(1));
        let step = self.colours + usize::from(self.has_alpha);
        let mut samples = Vec::with_capacity(to_width * to_height * step);
        for y in 0..to_height {
            for x in 0..to_width {
                let rows = y * factor..((y + 1) * factor).min(height);
                let block = rows.flat_map(|row| {
                    let start = (row * width + x * factor) * step;
                    let pixels = self.data.get(start..start + factor * step);
                    pixels.unwrap_or(&[]).chunks_exact(step)
                });
                average(block, self.colours, self.has_alpha, &mut samples);
            }
        }
        Self {
            width: u32::try_from(to_width).unwrap_or(u32::MAX),
            height: u32::try_from(to_height).unwrap_or(u32::MAX),
            data: samples,
            ..self
        }
    }

    fn into_pixels(self) -> Pixels {
        let is_colour = self.colours == 3;
        let (width, height) = (self.width, self.height);
        if !self.has_alpha {
            return Pixels {
                width,
                height,
                is_colour,
                data: Data::Plain(self.data),
                alpha: None,
            };
        }
        let mut colours = Vec::with_capacity(self.data.len());
        let mut alpha = Vec::new();
        for pixel in self.data.chunks_exact(self.colours + 1) {
            colours.extend_from_slice(pixel.part(..self.colours));
            alpha.extend(pixel.last());
        }
        let is_opaque = alpha.iter().all(|alpha| *alpha == u8::MAX);
        Pixels {
            width,
            height,
            is_colour,
            data: Data::Plain(colours),
            alpha: (!is_opaque).then_some(Data::Plain(alpha)),
        }
    }
}

/// Adds the mean of `pixels` to `out`. What is transparent has no say in the colour.
fn average<'p>(
    pixels: impl Iterator<Item = &'p [u8]>,
    colours: usize,
    has_alpha: bool,
    out: &mut Vec<u8>,
) {
    let mut sums = [0_u64; 3];
    let (mut weight, mut count) = (0_u64, 0_u64);
    for pixel in pixels {
        let alpha = pixel.get(colours).filter(|_| has_alpha);
        let alpha = u64::from(*alpha.unwrap_or(&u8::MAX));
        for (sum, sample) in sums.iter_mut().zip(pixel.part(..colours)) {
            *sum += u64::from(*sample) * alpha;
        }
        weight += alpha;
        count += 1;
    }
    let mean = |sum: u64, by: u64| u8::try_from((sum + by / 2) / by.max(1)).unwrap_or(u8::MAX);
    out.extend(sums.part(..colours).iter().map(|sum| mean(*sum, weight)));
    if has_alpha {
        out.push(mean(weight, count));
    }
}
