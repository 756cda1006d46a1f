//! The words of a drawing: set in the bundled fonts, whatever font it names, and never with a letter missing.

use crate::export::pdf::fonts::faces;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use usvg::fontdb::{Database, Family, ID, Query, Source, Style, Weight};
use usvg::{FontResolver, FontStyle};

/// The family that stands for all others.
pub(super) const FAMILY: &str = "Atkinson Hyperlegible Next";

/// From this weight on, type is bold.
const BOLD: u16 = 600;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in faces() {
        fonts.load_font_source(Source::Binary(Arc::new(face.data)));
    }
    Arc::new(fonts)
});

/// The bundled fonts.
pub(super) fn fonts() -> Arc<Database> {
    Arc::clone(&FONTS)
}

/// The first character that no bundled font has.
#[derive(Debug, Clone, Default)]
pub(super) struct Missing(Arc<Mutex<Option<char>>>);

impl Missing {
    /// The character, if there was one.
    pub(super) fn character(&self) -> Option<char> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, character: char) {
        let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        first.get_or_insert(character);
    }
}

/// Every font is the bundled one, bold and italic as asked; letters that it lacks come from the other bundled family, and
/// those that neither has are noted in `missing`.
pub(super) fn resolver(missing: Missing) -> FontResolver<'static> {
    let find = FontResolver::default_fallback_selector();
    FontResolver {
        select_font: Box::new(|font, fonts| {
            let italic = font.style() != FontStyle::Normal;
            fonts.query(&Query {
                families: &[Family::Name(FAMILY)],
                weight: if font.weight() >= BOLD {
                    Weight::BOLD
                } else {
                    Weight::NORMAL
                },
                style: if italic { Style::Italic } else { Style::Normal },
                ..Query::default()
            })
        }),
        select_fallback: Box::new(move |character, tried, fonts| {
            let wanted = tried.first().and_then(|id| fonts.face(*id))?;
            let wanted = (wanted.weight, wanted.style);
            let other_looks = fonts
                .faces()
                .filter(|face| (face.weight, face.style) != wanted);
            let avoided: Vec<ID> = tried
                .iter()
                .copied()
                .chain(other_looks.map(|face| face.id))
                .collect();
            let found = find(character, &avoided, fonts).or_else(|| find(character, tried, fonts));
            if found.is_none() && !is_drawn_by_nothing(character) {
                missing.note(character);
            }
            found
        }),
    }
}

/// White space, control characters and joiners.
fn is_drawn_by_nothing(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
