//! The file: printpdf's document with the fonts and the pages, which pictures and tags are then added to.

use super::draw::{self, Drawn};
use super::page::Paged;
use super::subset::{self, Font};
use super::{embed, tagging};
use crate::export::ExportError;
use crate::handout::Handout;
use printpdf::{
    Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, TextItem,
};

/// The PDF of `layout`.
pub fn write(handout: &Handout, layout: &Paged) -> Result<Vec<u8>, ExportError> {
    let mut fonts = subset::fonts(layout)?;
    let parsed: Vec<ParsedFont> = fonts.values_mut().map(parse).collect::<Result<_, _>>()?;
    let drawn = (layout.pages.iter()).map(|page| draw::page(layout, &fonts, page));
    let (contents, marked): (Vec<_>, Vec<_>) = drawn
        .map(|Drawn { content, marked }| (content, marked))
        .unzip();
    let mut document = with_fonts(layout, fonts.values().zip(parsed));
    fill(&mut document, contents).map_err(|error| ExportError::Pdf(error.to_string()))?;
    embed::embed(&mut document, &layout.pictures)?;
    tagging::finish(document, handout, layout, &marked)
}

/// Reads a font that is to go into the file, and tells it the widths that the file will say.
fn parse(font: &mut Font) -> Result<ParsedFont, ExportError> {
    let mut parsed = ParsedFont::from_bytes(&font.data, 0, &mut Vec::new()).ok_or_else(|| {
        ExportError::Pdf(format!("{}: the subset cannot be read", font.full_name))
    })?;
    parsed.font_name = Some(font.full_name.clone());
    let em = f32::from(parsed.units_per_em.max(1));
    font.set_widths(|code| {
        let width = parsed.glyph_widths.get(&code).copied().unwrap_or(0);
        (f32::from(width) * 1000.0 / em).trunc()
    });
    Ok(parsed)
}

/// A document of blank pages that name `fonts`.
fn with_fonts<'f>(
    layout: &Paged,
    fonts: impl Iterator<Item = (&'f Font, ParsedFont)>,
) -> lopdf::Document {
    let mut document = PdfDocument::new("");
    let mut shown = Vec::new();
    for (font, parsed) in fonts {
        let id = FontId(font.name.clone());
        shown.extend(every_glyph(&id, font));
        document
            .resources
            .fonts
            .map
            .insert(id, PdfFont::new(parsed));
    }
    let page = |ops| PdfPage::new(Pt(layout.width).into(), Pt(layout.height).into(), ops);
    let pages = layout
        .pages
        .iter()
        .map(|_| page(std::mem::take(&mut shown)));
    document.with_pages(pages.collect());
    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    document.to_lopdf_document(&options, &mut Vec::new())
}

/// Shows every glyph of a font with its text: printpdf puts into the file what it sees shown.
fn every_glyph(id: &FontId, font: &Font) -> [Op; 2] {
    let glyphs = (font.glyphs())
        .map(|glyph| Codepoint::with_cid(glyph.code, 0.0, glyph.text.clone()))
        .collect();
    [
        Op::SetFont {
            font: PdfFontHandle::External(id.clone()),
            size: Pt(1.0),
        },
        Op::ShowText {
            items: vec![TextItem::GlyphIds(glyphs)],
        },
    ]
}

/// Gives each page its content.
fn fill(document: &mut lopdf::Document, contents: Vec<Vec<u8>>) -> Result<(), lopdf::Error> {
    let pages = document.get_pages();
    for (page, content) in pages.into_values().zip(contents) {
        let stream = document.get_dictionary(page)?.get(b"Contents")?;
        let stream = stream.as_reference()?;
        let stream = document.get_object_mut(stream)?.as_stream_mut()?;
        stream.set_plain_content(content);
    }
    Ok(())
}
