//! JPEG: read to its end to know that it is whole, then passed on as it is, without what is not the picture: where and when
//! it was taken, small previews, comments.

use super::orientation::Orientation;
use super::{Data, PictureError, Pixels, check_pixels};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

const CMYK: &str =
    "is a JPEG in CMYK, the colours of printing presses; save it with RGB colours (sRGB)";
const RARE: &str =
    "is a JPEG of a rare kind that PDF readers do not show; save it again as an ordinary JPEG";

/// What the head of a frame says.
struct Frame {
    width: u32,
    height: u32,
    colours: u8,
}

/// Reads a JPEG; also which side is up.
pub(super) fn read(bytes: &[u8], pixels_max: u64) -> Result<(Pixels, Orientation), PictureError> {
    let stripped = strip(bytes)?;
    let frame = stripped.frame.ok_or_else(|| damaged("it has no picture"))?;
    check_pixels(frame.width, frame.height, pixels_max)?;
    let is_colour = match frame.colours {
        1 => false,
        3 => true,
        4 => return Err(PictureError::Unusual(CMYK)),
        _ => return Err(PictureError::Unusual(RARE)),
    };
    check(&stripped.bytes)?;
    let pixels = Pixels {
        width: frame.width,
        height: frame.height,
        is_colour,
        data: Data::Jpeg(stripped.bytes),
        alpha: None,
    };
    Ok((pixels, stripped.orientation))
}

/// Unpacks the picture, the grey part of it only, to see that nothing is missing.
fn check(bytes: &[u8]) -> Result<(), PictureError> {
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let decoded = JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode();
    decoded
        .map(|_| ())
        .map_err(|error| PictureError::Damaged(one_line(&error.to_string())))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn damaged(reason: &str) -> PictureError {
    PictureError::Damaged(reason.to_owned())
}

/// A JPEG without what is not the picture.
struct Stripped {
    bytes: Vec<u8>,
    frame: Option<Frame>,
    orientation: Orientation,
}

/// Walks the segments from the first to the end of the picture (ITU-T T.81, annex B).
fn strip(bytes: &[u8]) -> Result<Stripped, PictureError> {
    let short = || damaged("it ends too early");
    let mut out = Stripped {
        bytes: bytes.get(..2).ok_or_else(short)?.to_vec(),
        frame: None,
        orientation: Orientation::UPRIGHT,
    };
    let mut at = 2;
    loop {
        if bytes.get(at) != Some(&0xff) {
            return Err(if at >= bytes.len() {
                short()
            } else {
                damaged("a part of it is not where it should be")
            });
        }
        while bytes.get(at) == Some(&0xff) {
            at += 1;
        }
        let marker = *bytes.get(at).ok_or_else(short)?;
        at += 1;
        if marker == 0xd9 {
            out.bytes.extend([0xff, marker]);
            return Ok(out);
        }
        if marker == 0x01 || (0xd0..=0xd7).contains(&marker) {
            continue;
        }
        let size = bytes
            .get(at..)
            .and_then(<[u8]>::first_chunk)
            .ok_or_else(short)?;
        let end = at + usize::from(u16::from_be_bytes(*size));
        let data = bytes.get(at + 2..end).ok_or_else(short)?;
        out.segment(marker, data, bytes.get(at..end).unwrap_or(&[]))?;
        at = end;
        if marker == 0xda {
            let scan = scan(bytes.get(at..).unwrap_or(&[])).ok_or_else(short)?;
            out.bytes.extend_from_slice(scan);
            at += scan.len();
        }
    }
}

/// The packed data of a scan: up to the next marker that is no restart.
fn scan(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes
        .array_windows()
        .position(|[one, next]| *one == 0xff && !matches!(next, 0 | 0xff | 0xd0..=0xd7))?;
    bytes.get(..end)
}

impl Stripped {
    /// Takes a segment over, or what it says; `whole` is the segment without its marker.
    fn segment(&mut self, marker: u8, data: &[u8], whole: &[u8]) -> Result<(), PictureError> {
        let keep = match marker {
            0xc0..=0xc2 => {
                self.frame(data)?;
                true
            }
            // Tables, restarts, scans; the colours of the picture.
            0xc4 | 0xdb | 0xdd | 0xda => true,
            0xe0 => data.starts_with(b"JFIF\0"),
            0xee => data.starts_with(b"Adobe"),
            0xe1 => {
                if let Some(found) = data
                    .strip_prefix(b"Exif\0\0")
                    .and_then(Orientation::of_exif)
                {
                    self.orientation = found;
                }
                false
            }
            // Lossless, arithmetic and layered pictures; heights told afterwards.
            0xc3 | 0xc5..=0xcf | 0xdc | 0xde | 0xdf => return Err(PictureError::Unusual(RARE)),
            _ => false,
        };
        if keep {
            self.bytes.extend([0xff, marker]);
            self.bytes.extend_from_slice(whole);
        }
        Ok(())
    }

    fn frame(&mut self, data: &[u8]) -> Result<(), PictureError> {
        let &[precision, h1, h0, w1, w0, colours, ..] = data else {
            return Err(damaged("its head is too short"));
        };
        if precision != 8 || self.frame.is_some() {
            return Err(PictureError::Unusual(RARE));
        }
        self.frame = Some(Frame {
            width: u32::from(u16::from_be_bytes([w1, w0])),
            height: u32::from(u16::from_be_bytes([h1, h0])),
            colours,
        });
        Ok(())
    }
}
