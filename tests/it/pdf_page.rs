//! Reads one page of a PDF: which text is marked with which number, what is an artifact, what stands where.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Something drawn. Distances are from the left and the top of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Top edge; of text, the size above its baseline.
    pub top: f32,
    /// Bottom edge; of text, a third of the size below its baseline.
    pub bottom: f32,
    /// Baseline of text, top edge of a block.
    pub y: f32,
    /// The tag of the marked content that it stands in.
    pub tag: String,
    /// The words.
    pub text: String,
    /// Whether it is a filled rectangle.
    pub is_block: bool,
}

/// A marked-content sequence that is open.
enum Open {
    Content(String, i64),
    Artifact,
    /// A part of an artifact whose text is written out beside it.
    SpeltArtifact,
    /// Content whose text is written out beside it.
    Spelt(String, i64, String),
    /// A part of a file without tags.
    Untagged,
}

/// A font as the page uses it.
struct Font {
    texts: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
}

/// A page being read.
pub struct PageReader<'a> {
    document: &'a Document,
    page: ObjectId,
    height: f32,
    fonts: BTreeMap<Vec<u8>, Font>,
    font: Vec<u8>,
    size: f32,
    /// What is added to the width of each letter.
    spacing: f32,
    pen: (f32, f32),
    rectangle: Option<[f32; 4]>,
    matrices: Vec<[f32; 6]>,
    open: Vec<Open>,
    /// The text of each marked content.
    pub contents: BTreeMap<i64, String>,
    /// The text of all artifacts.
    pub artifacts: String,
    /// What is drawn, in order.
    pub marks: Vec<Mark>,
}

impl<'a> PageReader<'a> {
    pub fn new(document: &'a Document, page: ObjectId) -> Self {
        let fonts = document.get_page_fonts(page).unwrap();
        let dictionary = document.get_dictionary(page).unwrap();
        let sheet = dictionary.get(b"MediaBox").unwrap().as_array().unwrap();
        Self {
            document,
            page,
            height: number(&sheet[3]),
            fonts: fonts
                .into_iter()
                .map(|(name, font)| (name, Font::read(document, font)))
                .collect(),
            font: Vec::new(),
            size: 0.0,
            spacing: 0.0,
            pen: (0.0, 0.0),
            rectangle: None,
            matrices: Vec::new(),
            open: Vec::new(),
            contents: BTreeMap::new(),
            artifacts: String::new(),
            marks: Vec::new(),
        }
    }

    pub fn read(&mut self) {
        let bytes = self.document.get_page_content(self.page);
        for operation in Content::decode(&bytes).unwrap().operations {
            self.operation(&operation.operator, &operation.operands);
        }
        assert!(self.open.is_empty(), "every marked content ends");
    }

    fn operation(&mut self, operator: &str, operands: &[Object]) {
        match operator {
            "BDC" => self.begin(operands),
            "EMC" => self.end(),
            "Tf" => {
                self.font = operands[0].as_name().unwrap().to_vec();
                self.size = number(&operands[1]);
            }
            "Tm" => self.pen = (number(&operands[4]), self.height - number(&operands[5])),
            "Tc" => self.spacing = number(&operands[0]),
            "TJ" => self.show(operands[0].as_array().unwrap()),
            "re" => self.rectangle = Some([0, 1, 2, 3].map(|index| number(&operands[index]))),
            "f" => self.fill(),
            "cm" => self
                .matrices
                .push([0, 1, 2, 3, 4, 5].map(|index| number(&operands[index]))),
            "Do" => self.paint(),
            "Q" => self.matrices.clear(),
            "q" | "rg" | "BT" | "ET" => {}
            other => panic!("{other} is not expected on a page of text"),
        }
    }

    fn begin(&mut self, operands: &[Object]) {
        let tag = String::from_utf8_lossy(operands[0].as_name().unwrap()).into_owned();
        let properties = operands[1].as_dict().unwrap();
        let is_in_artifact = matches!(self.open.last(), Some(Open::Artifact));
        let open = if tag == "Span" && is_in_artifact {
            assert!(
                !properties.has(b"MCID"),
                "no content stands inside an artifact"
            );
            let Ok(Object::String(bytes, _)) = properties.get(b"ActualText") else {
                panic!("a span of an artifact has its text beside it");
            };
            self.artifacts.push_str(&utf16(bytes));
            Open::SpeltArtifact
        } else if let Ok(number) = properties.get(b"MCID").and_then(Object::as_i64) {
            let known = self.contents.insert(number, String::new());
            assert!(known.is_none(), "a number marks one content");
            match properties.get(b"ActualText") {
                Ok(Object::String(bytes, _)) => Open::Spelt(tag, number, utf16(bytes)),
                _ => Open::Content(tag, number),
            }
        } else if tag == "Span" {
            Open::Untagged
        } else {
            assert_eq!(tag, "Artifact");
            assert!(self.open.is_empty(), "no artifact stands inside content");
            Open::Artifact
        };
        self.open.push(open);
    }

    fn end(&mut self) {
        if let Some(Open::Spelt(_, number, text)) = self.open.pop() {
            self.contents.get_mut(&number).unwrap().push_str(&text);
            if let Some(mark) = self.marks.last_mut() {
                mark.text.push_str(&text);
            }
        }
    }

    /// Adds text to the content or the artifact that is open.
    fn put(&mut self, text: &str) {
        match self.open.last() {
            Some(Open::Content(_, number)) => self.contents.get_mut(number).unwrap().push_str(text),
            Some(Open::Artifact) => self.artifacts.push_str(text),
            Some(Open::Untagged) => {}
            Some(Open::Spelt(..) | Open::SpeltArtifact) | None => {
                panic!("text without a tag: {text:?}")
            }
        }
    }

    fn show(&mut self, items: &[Object]) {
        let left = self.pen.0;
        let mut text = String::new();
        for item in items {
            let Object::String(codes, _) = item else {
                self.pen.0 -= number(item) * self.size / 1000.0;
                continue;
            };
            let font = &self.fonts[&self.font];
            for code in codes.chunks(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                assert_ne!(code, 0, "the missing glyph is drawn");
                text.push_str(&font.texts[&code]);
                self.pen.0 += font.widths[&code] * self.size / 1000.0 + self.spacing;
            }
        }
        let spelt_out = matches!(
            self.open.last(),
            Some(Open::Spelt(..) | Open::SpeltArtifact)
        );
        if spelt_out {
            text.clear();
        } else {
            self.put(&text);
        }
        let y = self.pen.1;
        self.marks.push(Mark {
            left,
            right: self.pen.0,
            top: y - self.size,
            bottom: y + self.size / 3.0,
            y,
            tag: self.tag(),
            text,
            is_block: false,
        });
    }

    fn fill(&mut self) {
        let [x, y, width, height] = self.rectangle.take().unwrap();
        let top = self.height - y - height;
        self.marks.push(Mark {
            left: x,
            right: x + width,
            top,
            bottom: top + height,
            y: top,
            tag: match self.tag().as_str() {
                "artifact" => "block".to_owned(),
                other => other.to_owned(),
            },
            text: String::new(),
            is_block: true,
        });
    }

    /// A picture fills the unit square, which one matrix places on the page.
    fn paint(&mut self) {
        let identity = |matrix: &[f32; 6]| {
            matrix.map(f32::to_bits) != [1.0_f32, 0.0, 0.0, 1.0, 0.0, 0.0].map(f32::to_bits)
        };
        let placed: Vec<[f32; 6]> = self.matrices.iter().copied().filter(identity).collect();
        let [[width, _, _, height, x, y]] = placed[..] else {
            panic!("a picture is placed once: {placed:?}");
        };
        let top = self.height - y - height;
        self.marks.push(Mark {
            left: x,
            right: x + width,
            top,
            bottom: top + height,
            y: top,
            tag: self.tag(),
            text: String::new(),
            is_block: true,
        });
    }

    fn tag(&self) -> String {
        self.open
            .first()
            .map(|open| match open {
                Open::Content(tag, _) | Open::Spelt(tag, ..) => tag.clone(),
                Open::Artifact | Open::SpeltArtifact => "artifact".to_owned(),
                Open::Untagged => "untagged".to_owned(),
            })
            .unwrap()
    }
}

impl Font {
    fn read(document: &Document, font: &Dictionary) -> Self {
        Self {
            texts: texts(document, font),
            widths: widths(document, font),
        }
    }
}

/// A font's record of what its codes stand for.
fn texts(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = font.get(b"ToUnicode").unwrap();
    let (_, stream) = document.dereference(stream).unwrap();
    let stream = stream.as_stream().unwrap();
    let bytes = stream
        .decompressed_content()
        .unwrap_or_else(|_| stream.content.clone());
    let source = String::from_utf8(bytes).unwrap();
    let mut map = BTreeMap::new();
    let mut inside = false;
    for line in source.lines() {
        if line.ends_with("beginbfchar") {
            inside = true;
        } else if line.starts_with("endbfchar") {
            inside = false;
        } else if inside {
            let mut parts = line.split(['<', '>', ' ']).filter(|part| !part.is_empty());
            let code = u16::from_str_radix(parts.next().unwrap(), 16).unwrap();
            map.insert(code, utf16(&from_hex(parts.next().unwrap())));
        }
    }
    map
}

/// A font's widths, in thousandths of the size.
fn widths(document: &Document, font: &Dictionary) -> BTreeMap<u16, f32> {
    let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
    let (_, descendant) = document.dereference(&descendants[0]).unwrap();
    let entries = descendant.as_dict().unwrap().get(b"W").unwrap();
    let mut widths = BTreeMap::new();
    for pair in entries.as_array().unwrap().chunks(2) {
        let first = u16::try_from(pair[0].as_i64().unwrap()).unwrap();
        for (offset, width) in (0..).zip(pair[1].as_array().unwrap()) {
            widths.insert(first + offset, number(width));
        }
    }
    widths
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap()
}

fn from_hex(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

/// A PDF text string.
pub fn utf16(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(&[0xFE, 0xFF]).unwrap_or(bytes);
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).unwrap()
}
