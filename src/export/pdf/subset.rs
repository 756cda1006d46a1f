//! The fonts as they go into a file: only the glyphs that its pages use, each with the text that it stands for.

use super::fonts::{Face, FaceId};
use super::page::{Cluster, Paged};
use crate::export::ExportError;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A font as it goes into the file.
pub struct Font {
    /// The name by which pages select it.
    pub name: String,
    /// What the font is called in the file.
    pub full_name: String,
    /// The font file.
    pub data: Vec<u8>,
    glyphs: FxHashMap<u16, Subset>,
}

/// A glyph of a font in the file.
#[derive(Debug, Clone, Default)]
pub struct Subset {
    /// Its number in the file.
    pub code: u16,
    /// The text that the file records for it.
    pub text: String,
    /// How far the file's own widths move the pen after it, in thousandths of the size; 0 until they are told.
    pub width: f32,
}

impl Font {
    /// A glyph by its number in the face; `None` if no page uses it.
    pub fn glyph(&self, glyph: u16) -> Option<&Subset> {
        self.glyphs.get(&glyph)
    }

    /// Says how wide each glyph is, by its number in the file.
    pub fn set_widths(&mut self, width: impl Fn(u16) -> f32) {
        for glyph in self.glyphs.values_mut() {
            glyph.width = width(glyph.code);
        }
    }

    /// Every glyph in the file, in no order.
    pub fn glyphs(&self) -> impl Iterator<Item = &Subset> {
        self.glyphs.values()
    }

    /// Whether the recorded texts of a cluster's glyphs are its text.
    pub fn spells(&self, cluster: &Cluster) -> bool {
        let mut rest = cluster.text.as_str();
        for glyph in &cluster.glyphs {
            let recorded = self.glyph(glyph.id).map_or("", |glyph| &glyph.text);
            match rest.strip_prefix(recorded) {
                Some(left) if !recorded.is_empty() => rest = left,
                _ => return false,
            }
        }
        rest.is_empty()
    }
}

/// The fonts that the pages use.
pub fn fonts(layout: &Paged) -> Result<BTreeMap<FaceId, Font>, ExportError> {
    let mut uses: BTreeMap<FaceId, FxHashMap<u16, Option<&str>>> = BTreeMap::new();
    for text in layout.pages.iter().flat_map(|page| &page.texts) {
        let texts = uses.entry(text.face).or_default();
        for cluster in &text.clusters {
            record(cluster, texts);
        }
    }
    uses.into_iter()
        .map(|(id, texts)| {
            let face = layout
                .fonts
                .face(id)
                .ok_or_else(|| ExportError::Pdf("a font that is not known was used".to_owned()))?;
            Ok((id, subset(id, face, texts)?))
        })
        .collect()
}

/// Notes what a cluster's glyphs stand for. A glyph has one recorded text: the shortest and lowest that it alone is used
/// for, a line break last, so that a space wins over a no-break space. What differs is written out where it stands.
fn record<'t>(cluster: &'t Cluster, texts: &mut FxHashMap<u16, Option<&'t str>>) {
    if let [glyph] = cluster.glyphs.as_slice() {
        let text = cluster.text.as_str();
        let best = texts.entry(glyph.id).or_default();
        let rank = |text: &'t str| (text.contains(char::is_control), text.chars().count(), text);
        let better = best.is_none_or(|best| best != text && rank(text) < rank(best));
        if better && !text.is_empty() {
            *best = Some(text);
        }
        return;
    }
    for glyph in &cluster.glyphs {
        texts.entry(glyph.id).or_default();
    }
}

fn subset(
    id: FaceId,
    face: Face<'_>,
    texts: FxHashMap<u16, Option<&str>>,
) -> Result<Font, ExportError> {
    let broken = |reason: String| ExportError::Pdf(format!("{}: {reason}", face.name));
    let mut used: Vec<_> = texts.into_iter().collect();
    used.sort_unstable();
    let mut mapper = subsetter::GlyphRemapper::new();
    let codes: Vec<u16> = used.iter().map(|(glyph, _)| mapper.remap(*glyph)).collect();
    let data =
        subsetter::subset(face.data, 0, &mapper).map_err(|error| broken(error.to_string()))?;
    let tag = tag(used.iter().map(|(glyph, _)| *glyph));
    let glyphs = used.into_iter().zip(codes).map(|((glyph, text), code)| {
        let subset = Subset {
            code,
            text: text.unwrap_or("\u{FFFD}").to_owned(),
            width: 0.0,
        };
        (glyph, subset)
    });
    let glyphs = glyphs.collect();
    Ok(Font {
        name: format!("T{}", id.index()),
        full_name: format!("{tag}+{}", face.name),
        data,
        glyphs,
    })
}

/// Six capitals that differ between different subsets (ISO 32000-1, 9.6.4).
fn tag(glyphs: impl Iterator<Item = u16>) -> String {
    let mut hash = Sha256::new();
    for glyph in glyphs {
        hash.update(glyph.to_be_bytes());
    }
    let digest = hash.finalize();
    let capitals = digest.iter().take(6);
    capitals.map(|byte| char::from(b'A' + byte % 26)).collect()
}
