//! Draws laid-out pages with printpdf: fonts, text, black rectangles, each inside its marked content.

use super::embed;
use super::encode::{rounded, utf16};
use super::fonts::{Face, FaceId};
use super::page::{Artifact, Block, Cluster, Glyph, Owner, Page, Paged, Placed, Text};
use super::tagging::{self, ContentRef, Marked};
use crate::export::ExportError;
use crate::handout::Handout;
use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, FontId, Op, PaintMode, ParsedFont, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, Rgb, TextItem, TextMatrix,
    XObjectId, XObjectTransform,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The PDF of `layout`.
pub fn write(handout: &Handout, layout: &Paged) -> Result<Vec<u8>, ExportError> {
    let fonts = embed(layout)?;
    let mut document = PdfDocument::new("");
    for font in fonts.values() {
        let id = font.id.clone();
        let font = PdfFont::new(font.parsed.clone());
        document.resources.fonts.map.insert(id, font);
    }
    let mut marked = vec![Marked::default(); layout.pages.len()];
    let mut pages = Vec::new();
    for (page, marked) in layout.pages.iter().zip(&mut marked) {
        let mut writer = PageWriter {
            layout,
            fonts: &fonts,
            marked,
            ops: Vec::new(),
        };
        writer.page(page);
        pages.push(PdfPage::new(
            Pt(layout.width).into(),
            Pt(layout.height).into(),
            writer.ops,
        ));
    }
    document.with_pages(pages);
    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut bare = document.to_lopdf_document(&options, &mut Vec::new());
    embed::embed(&mut bare, &layout.pictures)?;
    tagging::finish(bare, handout, layout, &marked)
}

/// A font as it goes into the file.
struct Font {
    id: FontId,
    parsed: ParsedFont,
    /// The glyph's number in the subset.
    subset: BTreeMap<u16, u16>,
    /// The text that the file records for a glyph.
    texts: BTreeMap<u16, String>,
}

impl Font {
    /// Whether the recorded texts of a cluster's glyphs are its text.
    fn spells(&self, cluster: &Cluster) -> bool {
        let mut rest = cluster.text.as_str();
        for glyph in &cluster.glyphs {
            let recorded = self.texts.get(&glyph.id).map_or("", String::as_str);
            match rest.strip_prefix(recorded) {
                Some(left) if !recorded.is_empty() => rest = left,
                _ => return false,
            }
        }
        rest.is_empty()
    }

    /// How far the file's own widths move the pen after a glyph, in thousandths of the size.
    fn nominal(&self, glyph: u16) -> f32 {
        let number = self.subset.get(&glyph).copied().unwrap_or(0);
        let width = self.parsed.glyph_widths.get(&number).copied();
        let em = f32::from(self.parsed.units_per_em.max(1));
        (f32::from(width.unwrap_or(0)) * 1000.0 / em).trunc()
    }
}

/// Subsets of the fonts that the pages use.
fn embed(layout: &Paged) -> Result<BTreeMap<FaceId, Font>, ExportError> {
    let mut uses: BTreeMap<FaceId, BTreeMap<u16, Option<String>>> = BTreeMap::new();
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
fn record(cluster: &Cluster, texts: &mut BTreeMap<u16, Option<String>>) {
    if let [glyph] = cluster.glyphs.as_slice() {
        let text = &cluster.text;
        let best = texts.entry(glyph.id).or_default();
        let rank = |text: &String| {
            (
                text.contains(char::is_control),
                text.chars().count(),
                text.clone(),
            )
        };
        let better = best.as_ref().is_none_or(|best| rank(text) < rank(best));
        if better && !text.is_empty() {
            *best = Some(text.clone());
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
    texts: BTreeMap<u16, Option<String>>,
) -> Result<Font, ExportError> {
    let broken = |reason: String| ExportError::Pdf(format!("{}: {reason}", face.name));
    let mut mapper = subsetter::GlyphRemapper::new();
    let numbers: BTreeMap<u16, u16> = texts
        .keys()
        .map(|glyph| (*glyph, mapper.remap(*glyph)))
        .collect();
    let data =
        subsetter::subset(face.data, 0, &mapper).map_err(|error| broken(error.to_string()))?;
    let mut parsed = ParsedFont::from_bytes(&data, 0, &mut Vec::new())
        .ok_or_else(|| broken("the subset cannot be read".to_owned()))?;
    parsed.font_name = Some(format!("{}+{}", subset_tag(&numbers), face.name));
    Ok(Font {
        id: FontId(format!("T{}", id.index())),
        parsed,
        subset: numbers,
        texts: texts
            .into_iter()
            .map(|(glyph, text)| (glyph, text.unwrap_or_else(|| "\u{FFFD}".to_owned())))
            .collect(),
    })
}

/// Six capitals that differ between different subsets (ISO 32000-1, 9.6.4).
fn subset_tag(numbers: &BTreeMap<u16, u16>) -> String {
    let mut hash = Sha256::new();
    for glyph in numbers.keys() {
        hash.update(glyph.to_be_bytes());
    }
    let digest = hash.finalize();
    let capitals = digest.iter().take(6);
    capitals.map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The parts of a text in which all letters are spelt by the fonts, and the letters that are not.
fn pieces<'t>(font: &Font, text: &'t Text) -> impl Iterator<Item = &'t [Cluster]> {
    let alone = text.leftwards;
    text.clusters.chunk_by(move |left, right| {
        let (left, right) = (font.spells(left), font.spells(right));
        left && right || !alone && left == right
    })
}

/// Which glyphs of a letter are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// All.
    Whole,
    /// Those that stand on the line.
    Base,
    /// Dots and vowel signs.
    Marks,
}

impl Part {
    fn has(self, glyph: &Glyph) -> bool {
        match self {
            Self::Whole => true,
            Self::Base => !is_mark(glyph),
            Self::Marks => is_mark(glyph),
        }
    }
}

fn is_mark(glyph: &Glyph) -> bool {
    glyph.advance.abs() < 0.005
}

struct PageWriter<'a> {
    layout: &'a Paged,
    fonts: &'a BTreeMap<FaceId, Font>,
    marked: &'a mut Marked,
    ops: Vec<Op>,
}

impl PageWriter<'_> {
    fn page(&mut self, page: &Page) {
        if !page.blocks.is_empty() {
            self.open_artifact(&[("Type", "Layout")]);
            self.blocks(&page.blocks);
            self.ops.push(Op::EndMarkedContent);
        }
        for code in &page.codes {
            let is_open = self.open(code.owner, None);
            self.blocks(&code.blocks);
            if is_open {
                self.ops.push(Op::EndMarkedContent);
            }
        }
        let mut read = 0;
        for placed in &page.pictures {
            self.all_texts(page.texts.get(read..placed.after).unwrap_or(&[]));
            self.picture(*placed);
            read = placed.after;
        }
        self.all_texts(page.texts.get(read..).unwrap_or(&[]));
    }

    fn all_texts(&mut self, texts: &[Text]) {
        for texts in texts.chunk_by(|left, right| left.owner == right.owner) {
            self.texts(texts);
        }
    }

    fn picture(&mut self, placed: Placed) {
        let Block {
            x,
            y,
            width,
            height,
        } = placed.area;
        let bottom = self.layout.height - y - height;
        match placed.owner {
            Owner::Artifact(kind) => self.open_furniture(kind),
            owner => {
                self.open(owner, None);
            }
        }
        self.ops.push(Op::SaveGraphicsState);
        let matrix = [width, 0.0, 0.0, height, x, bottom].map(rounded);
        let matrix = CurTransMat::Raw(matrix);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ops.push(Op::UseXobject {
            id: XObjectId(embed::name(placed.picture)),
            transform: XObjectTransform::default(),
        });
        self.ops.push(Op::RestoreGraphicsState);
        self.ops.push(Op::EndMarkedContent);
    }

    /// Texts of one owner. Where the fonts' own record of a letter is not its text, the text is written out beside it, in a
    /// marked content of its own: some readers lose track of a paragraph in which another sequence is nested.
    fn texts(&mut self, texts: &[Text]) {
        let is_artifact = match texts.first().map(|text| text.owner) {
            Some(Owner::Artifact(kind)) => {
                self.open_furniture(kind);
                true
            }
            Some(Owner::Content(_) | Owner::Untagged) | None => false,
        };
        let mut is_open = false;
        for text in texts {
            let Some(font) = self.fonts.get(&text.face) else {
                continue;
            };
            let mut x = text.x;
            for piece in pieces(font, text) {
                let spelt = piece.iter().all(|cluster| font.spells(cluster));
                if is_open && !spelt {
                    self.ops.push(Op::EndMarkedContent);
                    is_open = false;
                }
                if !spelt {
                    let words = piece.iter().map(|cluster| cluster.text.as_str());
                    is_open = self.open(text.owner, Some(&words.collect::<String>()));
                } else if !is_open {
                    is_open = self.open(text.owner, None);
                }
                self.show(font, text, piece, x, spelt);
                if !spelt {
                    self.ops.push(Op::EndMarkedContent);
                    is_open = false;
                }
                let wide: f32 = piece.iter().map(|cluster| cluster.advance).sum();
                x += if text.leftwards { -wide } else { wide };
            }
        }
        if is_open {
            self.ops.push(Op::EndMarkedContent);
        }
        if is_artifact {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Opens a marked content, if one is needed, and says whether it did; `actual` is its text where the fonts do not spell
    /// it.
    fn open(&mut self, owner: Owner, actual: Option<&str>) -> bool {
        let spelling = actual.map(|text| ("ActualText", DictItem::Bytes(utf16(text))));
        match owner {
            Owner::Content(content) => {
                let number = self.marked.contents.len();
                self.marked.contents.push(ContentRef {
                    content,
                    node: self.layout.tree.owner(content),
                });
                let node = self.layout.tree.node(self.layout.tree.owner(content));
                let number = i64::try_from(number).unwrap_or(i64::MAX);
                let tag = if spelling.is_some() {
                    "Span"
                } else {
                    node.tag.role()
                };
                let number = ("MCID", DictItem::Int(number));
                self.open_tag(tag, std::iter::once(number).chain(spelling));
                true
            }
            Owner::Artifact(_) => {
                let is_spelt = spelling.is_none();
                if !is_spelt {
                    self.open_tag("Span", spelling);
                }
                !is_spelt
            }
            Owner::Untagged => {
                self.open_tag("Span", spelling);
                true
            }
        }
    }

    fn open_furniture(&mut self, kind: Artifact) {
        match kind {
            Artifact::Header => {
                self.open_artifact(&[("Type", "Pagination"), ("Subtype", "Header")]);
            }
            Artifact::Footer => {
                self.open_artifact(&[("Type", "Pagination"), ("Subtype", "Footer")]);
            }
            Artifact::Decoration => self.open_artifact(&[("Type", "Layout")]),
            Artifact::Repeat => self.open_artifact(&[("Type", "Pagination")]),
        }
    }

    fn open_artifact(&mut self, properties: &[(&str, &str)]) {
        let names = properties
            .iter()
            .map(|(key, value)| (*key, DictItem::Name(value.as_bytes().to_vec())));
        self.open_tag("Artifact", names);
    }

    fn open_tag<'k>(&mut self, tag: &str, entries: impl IntoIterator<Item = (&'k str, DictItem)>) {
        let map = entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect();
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
    }

    fn colour(&mut self, level: f32) {
        let col = Color::Rgb(Rgb::new(level, level, level, None));
        self.ops.push(Op::SetFillColor { col });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.colour(0.0);
        for block in blocks {
            self.block(*block);
        }
    }

    fn block(&mut self, block: Block) {
        let rectangle = Rect {
            x: Pt(rounded(block.x)),
            y: Pt(rounded(self.layout.height - block.y - block.height)),
            width: Pt(rounded(block.width)),
            height: Pt(rounded(block.height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// Shows clusters from `x` on, in the order in which they are read.
    ///
    /// Readers take a letter whose text is written beside it to reach from its first to its last glyph, and put letters in
    /// order, and spaces between words, by that; the last glyph is often an accent that stands before the letter's end.
    fn show(&mut self, font: &Font, text: &Text, clusters: &[Cluster], x: f32, spelt: bool) {
        let glyphs = || clusters.iter().flat_map(|cluster| &cluster.glyphs);
        let ends_early = !spelt && glyphs().any(is_mark) && !glyphs().all(is_mark);
        if !text.leftwards {
            let end = ends_early.then(|| x + clusters.iter().map(|one| one.advance).sum::<f32>());
            let glyphs: Vec<Glyph> = glyphs().copied().collect();
            self.section(font, text, &[(&glyphs, x)], Part::Whole, end);
            return;
        }
        let mut pen = x;
        let mut placed = Vec::new();
        for cluster in clusters {
            pen -= cluster.advance;
            placed.push((cluster.glyphs.as_slice(), pen));
        }
        if !ends_early {
            self.section(font, text, &placed, Part::Whole, None);
            return;
        }
        // The marks come after the letters, as no text of their own.
        self.section(font, text, &placed, Part::Base, None);
        self.ops.push(Op::EndMarkedContent);
        self.open(text.owner, Some(""));
        self.section(font, text, &placed, Part::Marks, None);
    }

    /// Shows letters, each with the place of its left edge; `end` is where the last glyph is said to end.
    fn section(
        &mut self,
        font: &Font,
        text: &Text,
        letters: &[(&[Glyph], f32)],
        part: Part,
        end: Option<f32>,
    ) {
        self.colour(if text.reversed { 1.0 } else { 0.0 });
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont {
            font: PdfFontHandle::External(font.id.clone()),
            size: Pt(rounded(text.size)),
        });
        for (glyphs, x) in letters {
            self.glyphs(font, text, glyphs, *x, part, end);
        }
        self.ops.push(Op::EndTextSection);
    }

    /// Shows glyphs from left to right. Those that stand off the line are placed one by one.
    fn glyphs(
        &mut self,
        font: &Font,
        text: &Text,
        glyphs: &[Glyph],
        x: f32,
        part: Part,
        end: Option<f32>,
    ) {
        let mut pen = x;
        let mut row: Vec<Codepoint> = Vec::new();
        let mut start = x;
        for (index, glyph) in glyphs.iter().enumerate() {
            if !part.has(glyph) {
                pen += glyph.advance;
                continue;
            }
            let off_line = glyph.dx.abs() > 0.005 || glyph.dy.abs() > 0.005;
            let wanted = glyph.advance * 1000.0 / text.size;
            let adjust = (font.nominal(glyph.id) - wanted).round();
            let code = Codepoint::with_cid(
                font.subset.get(&glyph.id).copied().unwrap_or(0),
                if off_line { 0.0 } else { adjust },
                font.texts.get(&glyph.id).cloned().unwrap_or_default(),
            );
            let end = end.filter(|_| index + 1 == glyphs.len());
            if let Some(end) = end {
                self.row(std::mem::take(&mut row), start, text.y);
                let wide = font.nominal(glyph.id) * text.size / 1000.0;
                let multiplier = rounded(end - pen - glyph.dx - wide);
                self.ops.push(Op::SetCharacterSpacing { multiplier });
                self.row(vec![code], pen + glyph.dx, text.y - glyph.dy);
                self.ops.push(Op::SetCharacterSpacing { multiplier: 0.0 });
                start = end;
            } else if off_line {
                self.row(std::mem::take(&mut row), start, text.y);
                self.row(vec![code], pen + glyph.dx, text.y - glyph.dy);
                start = pen + glyph.advance;
            } else {
                row.push(code);
            }
            pen += glyph.advance;
        }
        self.row(row, start, text.y);
    }

    fn row(&mut self, codes: Vec<Codepoint>, x: f32, y: f32) {
        if codes.is_empty() {
            return;
        }
        let matrix = TextMatrix::Translate(Pt(rounded(x)), Pt(rounded(self.layout.height - y)));
        self.ops.push(Op::SetTextMatrix { matrix });
        let items = vec![TextItem::GlyphIds(codes)];
        self.ops.push(Op::ShowText { items });
    }
}
