//! How a camera was held: the note in a JPEG that says which side is up. PDF readers do not look at it.

use super::{Art, Canvas, Picture, Pixels, Resource};
use std::sync::Arc;

/// The tag of the note (Exif 2.3, 4.6.4).
const TAG: u16 = 0x0112;

/// How the stored rows and columns lie in the picture: 1 to 8 as Exif numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u16);

impl Orientation {
    /// As they are stored.
    pub(super) const UPRIGHT: Self = Self(1);

    /// The note in the data of an Exif segment, the word `Exif` and its two zeros left out.
    pub(super) fn of_exif(data: &[u8]) -> Option<Self> {
        let is_little = match data.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        let short = |at: usize| -> Option<u16> {
            let bytes = data.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if is_little {
                u16::from_le_bytes(bytes)
            } else {
                u16::from_be_bytes(bytes)
            })
        };
        let long = |at: usize| -> Option<usize> {
            let bytes = data.get(at..at.checked_add(4)?)?.try_into().ok()?;
            let number = if is_little {
                u32::from_le_bytes(bytes)
            } else {
                u32::from_be_bytes(bytes)
            };
            usize::try_from(number).ok()
        };
        let directory = long(4)?;
        let count = usize::from(short(directory)?);
        let entries = (0..count).map(|index| directory + 2 + 12 * index);
        let entry = entries
            .take_while(|entry| *entry < data.len())
            .find(|entry| short(*entry) == Some(TAG))?;
        let number = short(entry + 8)?;
        (1..=8).contains(&number).then_some(Self(number))
    }

    /// The picture with the right side up.
    pub(super) fn turned(self, pixels: Pixels) -> Picture {
        let stored = Picture::of_pixels(pixels);
        let Some(matrix) = self.matrix() else {
            return stored;
        };
        let Art::Pixels(pixels) = stored.art else {
            return stored;
        };
        let mut canvas = Canvas::new([0.0, 0.0, 1.0, 1.0]);
        let name = canvas.add(Resource::Pixels(Arc::new(pixels)));
        canvas.save();
        canvas.transform(matrix);
        canvas.paint(&name);
        canvas.restore();
        let lies = self.0 >= 5;
        Picture {
            width: if lies { stored.height } else { stored.width },
            height: if lies { stored.width } else { stored.height },
            art: Art::Drawing(canvas),
        }
    }

    /// From the unit square as stored to the unit square as seen.
    fn matrix(self) -> Option<[f32; 6]> {
        Some(match self.0 {
            2 => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            3 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            4 => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            5 => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            6 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
            7 => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            8 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_is_found_in_both_orders_of_bytes_and_nowhere_else() {
        let little =
            b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!(Orientation::of_exif(little), Some(Orientation(6)));
        assert_eq!(Orientation::of_exif(big), Some(Orientation(8)));
        for broken in [
            &b""[..],
            b"II",
            b"II*\0\xff\xff\xff\xff",
            b"XX*\0\x08\0\0\0",
            &little[..20],
        ] {
            assert_eq!(Orientation::of_exif(broken), None);
        }
    }

    /// The upper left corner of the stored rows, seen: rows of EXIF's own table.
    #[test]
    fn the_first_row_and_column_lie_where_exif_says() {
        for (number, corner, below) in [
            (1, (0.0, 1.0), (0.0, 0.0)),
            (2, (1.0, 1.0), (1.0, 0.0)),
            (3, (1.0, 0.0), (1.0, 1.0)),
            (4, (0.0, 0.0), (0.0, 1.0)),
            (5, (0.0, 1.0), (1.0, 1.0)),
            (6, (1.0, 1.0), (0.0, 1.0)),
            (7, (1.0, 0.0), (0.0, 0.0)),
            (8, (0.0, 0.0), (1.0, 0.0)),
        ] {
            let matrix = Orientation(number).matrix();
            let matrix = matrix.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
            let seen = |right: f32, up: f32| {
                let at =
                    |part: usize| matrix[part] * right + matrix[part + 2] * up + matrix[part + 4];
                (at(0), at(1))
            };
            assert_eq!(seen(0.0, 1.0), corner, "{number}");
            assert_eq!(seen(0.0, 0.0), below, "{number}");
        }
    }
}
