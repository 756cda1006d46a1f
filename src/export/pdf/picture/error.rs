//! Why a picture cannot be shown, in words that follow its name.

use crate::article::how_to_raise;
use std::fmt;

/// Why a picture cannot be shown. Its text follows the picture's name: "is damaged: ...".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureError {
    /// A file of another kind; which, where that is known.
    OtherKind(Option<&'static str>),
    /// More bytes than allowed.
    TooLarge {
        /// The most that are allowed.
        limit: usize,
    },
    /// More pixels than allowed.
    TooManyPixels {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// The most that are allowed.
        most: u64,
    },
    /// It cannot be read to its end.
    Damaged(String),
    /// Of its own kind, but in a form that PDF readers do not show reliably; what it is and what to do.
    Unusual(&'static str),
    /// A drawing that uses something which cannot be drawn faithfully; what, and what to do.
    Undrawable(&'static str),
    /// The words of a drawing hold a character that no bundled font has.
    Glyph(char),
    /// With the pictures before it, it takes more memory than a handout may.
    Together,
    /// A drawing that refers to another file or address.
    Refers(String),
}

impl fmt::Display for PictureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherKind(Some(kind)) => write!(
                out,
                "is {kind}; handouts take PNG, JPEG and SVG: save it as one of these"
            ),
            Self::OtherKind(None) => write!(out, "is not a PNG, JPEG or SVG file"),
            Self::TooLarge { limit } => write!(
                out,
                "is larger than {} MB; save a smaller copy of it",
                limit / (1024 * 1024)
            ),
            Self::TooManyPixels {
                width,
                height,
                most,
            } => write!(
                out,
                "has too many pixels ({width} x {height}, more than {most}); 2000 across are enough for a page; {}",
                how_to_raise("image-pixels-max")
            ),
            Self::Damaged(reason) => write!(out, "is damaged: {reason}"),
            Self::Unusual(what) | Self::Undrawable(what) => write!(out, "{what}"),
            Self::Glyph(character) => write!(
                out,
                "has words with the character {character:?} (U+{:04X}), which no bundled font has; \
                 save it with its text turned into paths",
                u32::from(*character)
            ),
            Self::Together => write!(
                out,
                "is more than the handout can hold with the pictures before it; save smaller copies of them"
            ),
            Self::Refers(target) => write!(
                out,
                "refers to another file or address ({target}), which is never fetched; \
                 save it with everything embedded"
            ),
        }
    }
}

impl std::error::Error for PictureError {}
