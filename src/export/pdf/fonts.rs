//! The bundled faces and the only door to them: no font of the machine is ever used.

use parley::fontique::{
    Attributes, Blob, Collection, CollectionOptions, FontStyle, FontWeight, FontWidth, QueryFamily,
    QueryStatus, SourceCache,
};
use parley::{FontContext, FontFamilyName, LayoutContext};
use std::cell::RefCell;
use std::sync::Arc;

/// Sets the handout.
const PRIMARY: &str = "Atkinson Hyperlegible Next";

/// Stands in for what the primary family lacks.
const FALLBACK: &str = "Source Sans 3";

/// The families, in the order in which a letter is looked for.
pub const FAMILIES: [FontFamilyName<'static>; 2] = [
    FontFamilyName::named(PRIMARY),
    FontFamilyName::named(FALLBACK),
];

/// Height of capitals as a share of the size, in the primary family (its OS/2 table: 668 of 1000).
pub const CAP_HEIGHT: f32 = 0.668;

/// A face.
#[derive(Debug)]
pub struct Face {
    /// Its PostScript name.
    pub name: &'static str,
    /// The font file.
    pub data: &'static [u8],
}

macro_rules! face {
    ($name:literal) => {
        Face {
            name: $name,
            data: include_bytes!(concat!("fonts/", $name, ".ttf")),
        }
    };
}

static FACES: [Face; 8] = [
    face!("AtkinsonHyperlegibleNext-Regular"),
    face!("AtkinsonHyperlegibleNext-Bold"),
    face!("AtkinsonHyperlegibleNext-Italic"),
    face!("AtkinsonHyperlegibleNext-BoldItalic"),
    face!("SourceSans3-Regular"),
    face!("SourceSans3-Bold"),
    face!("SourceSans3-Italic"),
    face!("SourceSans3-BoldItalic"),
];

/// Every bundled face.
pub fn faces() -> &'static [Face] {
    &FACES
}

/// One of the bundled faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FaceId(usize);

impl FaceId {
    /// Its place among the bundled faces, from 0.
    pub fn index(self) -> usize {
        self.0
    }

    /// The face.
    pub fn face(self) -> &'static Face {
        &FACES[self.0]
    }
}

/// What shaping needs between paragraphs: parsed fonts and scratch space. It holds nothing of any handout.
pub struct Shaper {
    /// The fonts.
    pub fonts: FontContext,
    /// The scratch space; a brush is the number of a run.
    pub layouts: LayoutContext<usize>,
    blobs: Vec<Blob<u8>>,
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Shaper").finish_non_exhaustive()
    }
}

thread_local! {
    // Parsing the fonts costs more than setting an article; what is kept depends on nothing but the fonts.
    static SHAPER: RefCell<Option<Shaper>> = const { RefCell::new(None) };
}

/// Lends this thread's shaper to `work`, which must not ask for it again.
pub fn with_shaper<T>(work: impl FnOnce(&mut Shaper) -> T) -> T {
    SHAPER.with_borrow_mut(|shaper| work(shaper.get_or_insert_with(Shaper::new)))
}

impl Shaper {
    fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut blobs = Vec::new();
        for face in &FACES {
            let blob = Blob::new(Arc::new(face.data));
            collection.register_fonts(blob.clone(), None);
            blobs.push(blob);
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            blobs,
        }
    }

    /// The bundled face that these font data are.
    pub fn face(&self, data: &Blob<u8>) -> Option<FaceId> {
        let index = self.blobs.iter().position(|blob| blob.id() == data.id())?;
        Some(FaceId(index))
    }

    /// Whether some bundled font has this character.
    pub fn has(&mut self, character: char) -> bool {
        let mut query = self.fonts.collection.query(&mut self.fonts.source_cache);
        query.set_families([QueryFamily::Named(PRIMARY), QueryFamily::Named(FALLBACK)]);
        query.set_attributes(Attributes::new(
            FontWidth::NORMAL,
            FontStyle::Normal,
            FontWeight::NORMAL,
        ));
        let mut found = false;
        query.matches_with(|font| {
            found = font
                .charmap()
                .and_then(|map| map.map(character))
                .is_some_and(|glyph| glyph != 0);
            if found {
                QueryStatus::Stop
            } else {
                QueryStatus::Continue
            }
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_doses_and_of_other_languages_are_there() {
        with_shaper(|shaper| {
            for character in "≥≤±μ½¼¾°×–—…“”‘’ñ¿¡ÑáéíóúüçãõłßœЖΩαệữ☐☑✓→•€£".chars()
            {
                assert!(shaper.has(character), "{character}");
            }
            for character in "中ع😀".chars() {
                assert!(!shaper.has(character), "{character}");
            }
        });
    }
}
