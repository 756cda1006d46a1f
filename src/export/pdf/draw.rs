//! Draws a laid-out page: text, black rectangles and pictures, each inside its marked content.

use super::content::{Content, Property, Shown};
use super::embed;
use super::fonts::FaceId;
use super::page::{Artifact, Block, Cluster, Glyph, Owner, Page, Paged, Placed, Text};
use super::subset::Font;
use super::tagging::{ContentRef, Marked};
use std::collections::BTreeMap;

/// A drawn page.
#[derive(Debug)]
pub struct Drawn {
    /// Its content stream.
    pub content: Vec<u8>,
    /// Its marked contents.
    pub marked: Marked,
}

/// Draws `page` of `layout` with `fonts`.
pub fn page(layout: &Paged, fonts: &BTreeMap<FaceId, Font>, page: &Page) -> Drawn {
    let mut writer = PageWriter {
        layout,
        fonts,
        marked: Marked::default(),
        content: Content::default(),
    };
    writer.page(page);
    Drawn {
        content: writer.content.into_bytes(),
        marked: writer.marked,
    }
}

/// The parts of a text in which all letters are spelt by the fonts, and the letters that are not; each with whether it is
/// spelt.
fn pieces<'t>(font: &Font, text: &'t Text) -> Vec<(&'t [Cluster], bool)> {
    let spelt = text.clusters.iter().map(|cluster| font.spells(cluster));
    let spelt: Vec<bool> = spelt.collect();
    // What is not spelt and runs to the left is written out letter by letter.
    let alone = text.leftwards;
    let mut pieces = Vec::new();
    let mut rest = text.clusters.as_slice();
    for flags in spelt.chunk_by(|left, right| left == right && (*left || !alone)) {
        let (piece, after) = rest.split_at(flags.len());
        pieces.push((piece, flags.first() == Some(&true)));
        rest = after;
    }
    pieces
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
    marked: Marked,
    content: Content,
}

impl PageWriter<'_> {
    fn page(&mut self, page: &Page) {
        if !page.blocks.is_empty() {
            self.content
                .open("Artifact", &[("Type", Property::Name("Layout"))]);
            self.blocks(&page.blocks);
            self.content.close();
        }
        for code in &page.codes {
            let is_open = self.open(code.owner, None);
            self.blocks(&code.blocks);
            if is_open {
                self.content.close();
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
        match placed.owner {
            Owner::Artifact(kind) => self.open_furniture(kind),
            owner => {
                self.open(owner, None);
            }
        }
        let name = embed::name(placed.picture);
        self.content.paint(&name, self.upwards(placed.area));
        self.content.close();
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
            for (piece, spelt) in pieces(font, text) {
                if is_open && !spelt {
                    self.content.close();
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
                    self.content.close();
                    is_open = false;
                }
                let wide: f32 = piece.iter().map(|cluster| cluster.advance).sum();
                x += if text.leftwards { -wide } else { wide };
            }
        }
        if is_open {
            self.content.close();
        }
        if is_artifact {
            self.content.close();
        }
    }

    /// Opens a marked content, if one is needed, and says whether it did; `actual` is its text where the fonts do not spell
    /// it.
    fn open(&mut self, owner: Owner, actual: Option<&str>) -> bool {
        let spelling = actual.map(|text| ("ActualText", Property::Text(text)));
        match owner {
            Owner::Content(content) => {
                let number = ("MCID", Property::Number(self.marked.contents.len()));
                let node = self.layout.tree.owner(content);
                self.marked.contents.push(ContentRef { content, node });
                if let Some(spelling) = spelling {
                    self.content.open("Span", &[number, spelling]);
                } else {
                    let tag = self.layout.tree.node(node).tag.role();
                    self.content.open(tag, &[number]);
                }
                true
            }
            Owner::Artifact(_) => match spelling {
                Some(spelling) => {
                    self.content.open("Span", &[spelling]);
                    true
                }
                None => false,
            },
            Owner::Untagged => {
                self.content.open("Span", spelling.as_slice());
                true
            }
        }
    }

    fn open_furniture(&mut self, kind: Artifact) {
        let pagination = ("Type", Property::Name("Pagination"));
        let properties: &[_] = match kind {
            Artifact::Header => &[pagination, ("Subtype", Property::Name("Header"))],
            Artifact::Footer => &[pagination, ("Subtype", Property::Name("Footer"))],
            Artifact::Decoration => &[("Type", Property::Name("Layout"))],
            Artifact::Repeat => &[pagination],
        };
        self.content.open("Artifact", properties);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.content.fill(0.0);
        for block in blocks {
            self.content.rectangle(self.upwards(*block));
        }
    }

    /// An area measured from the bottom of the sheet.
    fn upwards(&self, area: Block) -> Block {
        Block {
            y: self.layout.height - area.y - area.height,
            ..area
        }
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
        self.content.close();
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
        self.content.fill(if text.reversed { 1.0 } else { 0.0 });
        self.content.begin_text(&font.name, text.size);
        for (glyphs, x) in letters {
            self.glyphs(font, text, glyphs, *x, part, end);
        }
        self.content.end_text();
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
        let above = self.layout.height - text.y;
        let mut pen = x;
        let mut row: Vec<Shown> = Vec::with_capacity(glyphs.len());
        let mut start = x;
        for (index, glyph) in glyphs.iter().enumerate() {
            if !part.has(glyph) {
                pen += glyph.advance;
                continue;
            }
            let (code, width) =
                (font.glyph(glyph.id)).map_or((0, 0.0), |glyph| (glyph.code, glyph.width));
            let off_line = glyph.dx.abs() > 0.005 || glyph.dy.abs() > 0.005;
            let wanted = glyph.advance * 1000.0 / text.size;
            let shown = Shown {
                code,
                back: (width - wanted).round(),
            };
            let end = end.filter(|_| index + 1 == glyphs.len());
            if off_line || end.is_some() {
                self.content.show(&row, start, above);
                row.clear();
                let (x, y) = (pen + glyph.dx, above + glyph.dy);
                if let Some(end) = end {
                    let spacing = end - x - width * text.size / 1000.0;
                    self.content.spacing(spacing);
                    self.content.show(&[shown], x, y);
                    self.content.spacing(0.0);
                    start = end;
                } else {
                    self.content.show(&[shown], x, y);
                    start = pen + glyph.advance;
                }
            } else {
                row.push(shown);
            }
            pen += glyph.advance;
        }
        self.content.show(&row, start, above);
    }
}
