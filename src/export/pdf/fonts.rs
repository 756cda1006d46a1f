//! The faces and the only door to them: those that are bundled, and those that the user brings. No other font of the
//! machine is ever used.

use super::fontfile::FontFile;
use super::lines::ShapedWords;
use parley::fontique::{
    Attributes, Blob, Collection, CollectionOptions, FontInfoOverride, FontStyle, FontWeight,
    FontWidth, QueryFamily, QueryStatus, SourceCache,
};
use parley::{FontContext, FontFamilyName, LayoutContext};
use std::cell::RefCell;
use std::sync::Arc;

/// Sets the handout.
const PRIMARY: &str = "Atkinson Hyperlegible Next";

/// Stands in for what the primary family lacks.
const FALLBACK: &str = "Source Sans 3";

/// Height of capitals as a share of the size, in the primary family (its OS/2 table: 668 of 1000).
pub const CAP_HEIGHT: f32 = 0.668;

/// A face.
#[derive(Debug, Clone, Copy)]
pub struct Face<'a> {
    /// Its PostScript name.
    pub name: &'a str,
    /// The font file.
    pub data: &'a [u8],
}

macro_rules! face {
    ($name:literal) => {
        Face {
            name: $name,
            data: include_bytes!(concat!("fonts/", $name, ".ttf")),
        }
    };
}

static FACES: [Face<'static>; 8] = [
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
pub fn faces() -> &'static [Face<'static>] {
    &FACES
}

/// One of the faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FaceId(usize);

impl FaceId {
    /// Its place among the faces, from 0; the bundled ones come first.
    pub fn index(self) -> usize {
        self.0
    }
}

/// The fonts that the user brings, in the order in which a letter is looked for after the bundled ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fonts(Arc<[FontFile]>);

impl Fonts {
    /// These files.
    pub fn new(files: Vec<FontFile>) -> Self {
        Self(files.into())
    }

    /// A face, bundled or brought.
    pub fn face(&self, id: FaceId) -> Option<Face<'_>> {
        if let Some(face) = FACES.get(id.0) {
            return Some(*face);
        }
        let file = self.0.get(id.0 - FACES.len())?;
        Some(Face {
            name: file.name(),
            data: file.data(),
        })
    }

    /// Whether these are the very same files in memory.
    fn is(&self, other: &Self) -> bool {
        self.0.is_empty() && other.0.is_empty() || Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What shaping needs between paragraphs: parsed fonts and scratch space. It holds nothing of any handout.
pub struct Shaper {
    /// The fonts.
    pub fonts: FontContext,
    /// The scratch space; a brush is the number of a run.
    pub layouts: LayoutContext<usize>,
    /// The families, in the order in which a letter is looked for.
    pub families: Vec<FontFamilyName<'static>>,
    /// Words that were shaped before.
    pub words: ShapedWords,
    files: Fonts,
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

/// Lends this thread's shaper for the bundled fonts and `files` to `work`, which must not ask for it again.
pub fn with_shaper<T>(files: &Fonts, work: impl FnOnce(&mut Shaper) -> T) -> T {
    SHAPER.with_borrow_mut(|shaper| {
        let known = shaper.take().filter(|shaper| shaper.files.is(files));
        work(shaper.insert(known.unwrap_or_else(|| Shaper::new(files))))
    })
}

impl Shaper {
    fn new(files: &Fonts) -> Self {
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
        let mut families = vec![PRIMARY.to_owned(), FALLBACK.to_owned()];
        for file in files.0.iter() {
            // A name that no bundled family has: a file that calls itself like one must not change how a handout looks.
            let family = format!("file:{}", file.family());
            let blob = Blob::new(Arc::new(Arc::clone(file.data())));
            let called = FontInfoOverride {
                family_name: Some(&family),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(blob.clone(), Some(called));
            blobs.push(blob);
            if !families.contains(&family) {
                families.push(family);
            }
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            families: families
                .into_iter()
                .map(|name| FontFamilyName::Named(name.into()))
                .collect(),
            words: ShapedWords::default(),
            files: files.clone(),
            blobs,
        }
    }

    /// The face that these font data are.
    pub fn face(&self, data: &Blob<u8>) -> Option<FaceId> {
        let index = self.blobs.iter().position(|blob| blob.id() == data.id())?;
        Some(FaceId(index))
    }

    /// Whether some font has this character.
    pub fn has(&mut self, character: char) -> bool {
        let mut query = self.fonts.collection.query(&mut self.fonts.source_cache);
        let named = self.families.iter().filter_map(|family| match family {
            FontFamilyName::Named(name) => Some(QueryFamily::Named(name)),
            FontFamilyName::Generic(_) => None,
        });
        query.set_families(named);
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
        with_shaper(&Fonts::default(), |shaper| {
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
