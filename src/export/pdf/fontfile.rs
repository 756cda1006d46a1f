//! A font that the user brings for scripts that the bundled ones lack: read, and checked before anything is set with it.

use parley::fontique::{Blob, Collection, CollectionOptions};
use std::fmt;
use std::sync::Arc;

/// A font file that can be set and embedded: one face, not variable.
#[derive(Clone, PartialEq, Eq)]
pub struct FontFile {
    name: String,
    family: String,
    data: Arc<[u8]>,
}

/// Why a file cannot be used as a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontFault {
    /// It is no TrueType or OpenType font, or a broken one.
    NotAFont,
    /// It is compressed for the web.
    Web,
    /// It is variable, and its letters are too thin or too heavy unless it is varied.
    Variable,
    /// It has no outlines that a PDF can hold (pictures of letters, or variable CFF2 outlines).
    NoOutlines,
    /// Its maker forbids to embed it.
    Forbidden,
    /// Its maker forbids to embed a part of it, and all of it would be too much.
    WholeOnly,
}

impl fmt::Display for FontFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotAFont => "this is not a font; take a TrueType or OpenType file (.ttf, .otf or .ttc)",
            Self::Web => "this font is packed for web pages; take it as .ttf or .otf",
            Self::Variable => {
                "this is a variable font that is not of regular weight by itself; take the file of its Regular face"
            }
            Self::NoOutlines => {
                "this font has no outlines that a PDF can hold; take another (colour fonts and fonts with CFF2 outlines do not work)"
            }
            Self::Forbidden => {
                "the maker of this font does not allow it in documents (OS/2 fsType: restricted licence); take another"
            }
            Self::WholeOnly => {
                "the maker of this font does not allow parts of it in documents (OS/2 fsType: no subsetting); take another"
            }
        })
    }
}

impl std::error::Error for FontFault {}

/// The weights that running text can be set in (usWeightClass, OpenType 1.9).
const REGULAR: std::ops::RangeInclusive<u16> = 350..=550;

/// Flags of OS/2 fsType (OpenType 1.9).
const RESTRICTED: u16 = 0x0002;
const LENIENT: u16 = 0x000C;
const NO_SUBSETTING: u16 = 0x0100;
const BITMAPS_ONLY: u16 = 0x0200;

/// Tables that a face needs only to vary. Left out, it is what it is by default, for shaping and in the file alike.
const VARIATIONS: [&[u8; 4]; 8] = [
    b"fvar", b"gvar", b"avar", b"cvar", b"HVAR", b"VVAR", b"MVAR", b"STAT",
];

impl FontFile {
    /// The font in `bytes`; the first one of a collection.
    pub fn read(bytes: &[u8]) -> Result<Self, FontFault> {
        let tables = tables(bytes)?;
        let has = |tag: &[u8; 4]| tables.iter().any(|table| table.tag == *tag);
        if !has(b"glyf") && !has(b"CFF ") {
            return Err(if has(b"head") {
                FontFault::NoOutlines
            } else {
                FontFault::NotAFont
            });
        }
        let table = |tag: &[u8; 4]| {
            tables
                .iter()
                .find(|table| table.tag == *tag)
                .map(|table| table.data)
        };
        if let Some(flags) = table(b"OS/2").and_then(|table| number16(table, 8)) {
            let weight = table(b"OS/2").and_then(|table| number16(table, 4));
            if has(b"fvar") && !weight.is_some_and(|weight| REGULAR.contains(&weight)) {
                return Err(FontFault::Variable);
            }
            if flags & RESTRICTED != 0 && flags & LENIENT == 0 {
                return Err(FontFault::Forbidden);
            }
            if flags & BITMAPS_ONLY != 0 {
                return Err(FontFault::Forbidden);
            }
            if flags & NO_SUBSETTING != 0 {
                return Err(FontFault::WholeOnly);
            }
        }
        let names = table(b"name").unwrap_or_default();
        let family = name(names, 16)
            .or_else(|| name(names, 1))
            .unwrap_or_default();
        let font = Self {
            name: postscript(&name(names, 6).unwrap_or_else(|| family.clone())),
            family,
            data: single(&tables).into(),
        };
        font.can_be_set()?;
        Ok(font)
    }

    /// Its PostScript name: letters that need no escape in a PDF.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The family that it says it belongs to; faces of one family stand in for each other's weights.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// The font file.
    pub fn data(&self) -> &Arc<[u8]> {
        &self.data
    }

    /// Whether those who lay out and embed fonts can read it.
    fn can_be_set(&self) -> Result<(), FontFault> {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let known = collection.register_fonts(Blob::new(Arc::new(self.data.clone())), None);
        if known.is_empty() {
            return Err(FontFault::NotAFont);
        }
        let mut glyphs = subsetter::GlyphRemapper::new();
        glyphs.remap(1);
        subsetter::subset(&self.data, 0, &glyphs).map_err(|_| FontFault::NotAFont)?;
        Ok(())
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("FontFile")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// A table of a font.
struct Table<'a> {
    tag: [u8; 4],
    data: &'a [u8],
}

/// The tables of a font, or of the first font of a collection.
fn tables(bytes: &[u8]) -> Result<Vec<Table<'_>>, FontFault> {
    let start = match bytes.get(..4) {
        Some(b"ttcf") => number32(bytes, 12).ok_or(FontFault::NotAFont)?,
        Some(b"wOFF" | b"wOF2") => return Err(FontFault::Web),
        _ => 0,
    };
    let head = bytes.get(start..).unwrap_or_default();
    if !matches!(head.get(..4), Some(b"\0\x01\0\0" | b"OTTO" | b"true")) {
        return Err(FontFault::NotAFont);
    }
    let count = number16(head, 4).ok_or(FontFault::NotAFont)?;
    (0..usize::from(count))
        .map(|index| {
            let record = head.get(12 + 16 * index..28 + 16 * index)?;
            let (from, length) = (number32(record, 8)?, number32(record, 12)?);
            Some(Table {
                tag: record.first_chunk().copied()?,
                data: bytes.get(from..from.checked_add(length)?)?,
            })
        })
        .collect::<Option<Vec<_>>>()
        .ok_or(FontFault::NotAFont)
}

/// A font file of these tables without those that make it vary.
fn single(tables: &[Table<'_>]) -> Vec<u8> {
    let mut kept: Vec<&Table<'_>> = tables
        .iter()
        .filter(|table| !VARIATIONS.contains(&&table.tag))
        .collect();
    kept.sort_by_key(|table| table.tag);
    let count = u16::try_from(kept.len()).unwrap_or(u16::MAX);
    let selector = count.max(1).ilog2();
    let range = 16 << selector;
    let is_cff = kept.iter().any(|table| table.tag == *b"CFF ");
    let mut out = if is_cff {
        b"OTTO".to_vec()
    } else {
        b"\0\x01\0\0".to_vec()
    };
    let shift = (u32::from(count) * 16).saturating_sub(range);
    for number in [u32::from(count), range, selector, shift] {
        out.extend(u16::try_from(number).unwrap_or(0).to_be_bytes());
    }
    let mut offset = 12 + 16 * kept.len();
    for table in &kept {
        out.extend(table.tag);
        out.extend(checksum(table.data).to_be_bytes());
        for number in [offset, table.data.len()] {
            out.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
        }
        offset += table.data.len().next_multiple_of(4);
    }
    for table in kept {
        out.extend(table.data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        for (to, byte) in word.iter_mut().zip(chunk) {
            *to = *byte;
        }
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

/// The name with this number from a `name` table, from its Unicode records.
fn name(table: &[u8], wanted: u16) -> Option<String> {
    let count = number16(table, 2)?;
    let texts = usize::from(number16(table, 4)?);
    let record = (0..usize::from(count))
        .filter_map(|index| table.get(6 + 12 * index..18 + 12 * index))
        .find(|record| {
            matches!(number16(record, 0), Some(0 | 3)) && number16(record, 6) == Some(wanted)
        })?;
    let (length, from) = (number16(record, 8)?, number16(record, 10)?);
    let from = texts + usize::from(from);
    let bytes = table.get(from..from + usize::from(length))?;
    let units: Vec<u16> = bytes
        .as_chunks()
        .0
        .iter()
        .map(|pair| u16::from_be_bytes(*pair))
        .collect();
    String::from_utf16(&units)
        .ok()
        .filter(|name| !name.trim().is_empty())
}

/// A name as PDF writes it without escapes.
fn postscript(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(60)
        .collect();
    if plain.is_empty() {
        "Font".to_owned()
    } else {
        plain
    }
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

fn number32(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(bytes.get(at..)?.first_chunk().copied()?)).ok()
}
