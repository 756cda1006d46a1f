//! Reads a PDF the way a screen reader does: along its structure tree, with the text that its fonts and its marked
//! content record. What is marked as an artifact is left out.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// The tagged text of a PDF. Blocks stand on lines of their own.
pub fn text(bytes: &[u8]) -> String {
    Reader::of(bytes).text()
}

/// The words of a PDF, in reading order.
pub fn words(bytes: &[u8]) -> Vec<String> {
    text(bytes).split_whitespace().map(str::to_owned).collect()
}

/// The words that stand on each page as artifacts: footers, stamps, repeated headers.
pub fn artifacts(bytes: &[u8]) -> Vec<String> {
    Reader::of(bytes).artifacts
}

/// The structure tree as text: roles with what they hold, a level further in on each line.
pub fn tree(bytes: &[u8]) -> String {
    let reader = Reader::of(bytes);
    let mut out = String::new();
    let root = Object::Reference(reader.structure_root());
    let root = reader.dictionary(&root);
    for kid in reader.kids(root) {
        reader.outline(&kid, 0, &mut out);
    }
    out
}

/// Blocks: their text is parted from what stands before and after.
const BLOCKS: &[&[u8]] = &[
    b"Document", b"Sect", b"H1", b"H2", b"H3", b"H4", b"H5", b"H6", b"P", b"L", b"LI", b"Lbl",
    b"LBody", b"Table", b"TR", b"TH", b"TD", b"BlockQuote",
];

struct Reader {
    document: Document,
    contents: BTreeMap<(ObjectId, i64), String>,
    artifacts: Vec<String>,
}

impl Reader {
    fn of(bytes: &[u8]) -> Self {
        let mut reader = Self {
            document: Document::load_mem(bytes).expect("the PDF can be read"),
            contents: BTreeMap::new(),
            artifacts: Vec::new(),
        };
        for page in reader.document.get_pages().into_values() {
            let mut page = PageReader::new(&reader.document, page);
            page.read();
            reader.contents.append(&mut page.contents);
            reader.artifacts.push(page.artifacts);
        }
        reader
    }

    fn text(&self) -> String {
        let mut out = String::new();
        let root = Object::Reference(self.structure_root());
        let root = self.dictionary(&root);
        for kid in self.kids(root) {
            self.element_text(&kid, &mut out);
        }
        out
    }

    fn structure_root(&self) -> ObjectId {
        let catalog = self.document.catalog().unwrap();
        catalog
            .get(b"StructTreeRoot")
            .unwrap()
            .as_reference()
            .unwrap()
    }

    fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        let (_, object) = self.document.dereference(object).unwrap();
        object.as_dict().unwrap()
    }

    fn kids(&self, element: &Dictionary) -> Vec<Object> {
        match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        }
    }

    fn element_text(&self, object: &Object, out: &mut String) {
        let element = self.dictionary(object);
        match element.get(b"Type").and_then(Object::as_name) {
            Ok(b"MCR") => {
                out.push_str(&self.marked(element));
                return;
            }
            Ok(b"OBJR") => return,
            _ => {}
        }
        let role = element.get(b"S").unwrap().as_name().unwrap();
        let block = BLOCKS.contains(&role);
        if block {
            out.push('\n');
        }
        if let Ok(Object::String(bytes, _)) = element.get(b"ActualText") {
            out.push_str(&utf16(bytes));
        } else {
            for kid in self.kids(element) {
                self.element_text(&kid, out);
            }
        }
        if block {
            out.push('\n');
        }
    }

    fn marked(&self, reference: &Dictionary) -> String {
        let page = reference.get(b"Pg").unwrap().as_reference().unwrap();
        let number = reference.get(b"MCID").unwrap().as_i64().unwrap();
        self.contents[&(page, number)].clone()
    }

    fn outline(&self, object: &Object, depth: usize, out: &mut String) {
        let element = self.dictionary(object);
        out.push_str(&"  ".repeat(depth));
        match element.get(b"Type").and_then(Object::as_name) {
            Ok(b"MCR") => {
                out.push_str(&format!("{:?}\n", self.marked(element)));
                return;
            }
            Ok(b"OBJR") => {
                out.push_str("annotation\n");
                return;
            }
            _ => {}
        }
        let role = element.get(b"S").unwrap().as_name().unwrap();
        out.push_str(&String::from_utf8_lossy(role));
        if let Ok(Object::String(bytes, _)) = element.get(b"ActualText") {
            out.push_str(&format!(" ActualText {:?}", utf16(bytes)));
        }
        out.push('\n');
        for kid in self.kids(element) {
            self.outline(&kid, depth + 1, out);
        }
    }
}

/// A marked-content sequence that is open.
enum Open {
    Content(i64),
    Artifact,
    ActualText(String),
    Other,
}

struct PageReader<'a> {
    document: &'a Document,
    page: ObjectId,
    fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>>,
    open: Vec<Open>,
    contents: BTreeMap<(ObjectId, i64), String>,
    artifacts: String,
}

impl<'a> PageReader<'a> {
    fn new(document: &'a Document, page: ObjectId) -> Self {
        let fonts = document.get_page_fonts(page).unwrap();
        let fonts = fonts
            .into_iter()
            .map(|(name, font)| (name, to_unicode(document, font)))
            .collect();
        Self {
            document,
            page,
            fonts,
            open: Vec::new(),
            contents: BTreeMap::new(),
            artifacts: String::new(),
        }
    }

    fn read(&mut self) {
        let bytes = self.document.get_page_content(self.page);
        let mut font = Vec::new();
        for operation in Content::decode(&bytes).unwrap().operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => self.begin(operands),
                "EMC" => self.end(),
                "Tf" => font = operands[0].as_name().unwrap().to_vec(),
                "TJ" | "Tj" => {
                    let shown = match &operands[0] {
                        Object::Array(items) => items.clone(),
                        other => vec![other.clone()],
                    };
                    for item in shown {
                        if let Object::String(codes, _) = item {
                            let text = decoded(&self.fonts[&font], &codes);
                            self.put(&text, false);
                        }
                    }
                }
                "BMC" | "'" | "\"" => panic!("{} is not expected", operation.operator),
                _ => {}
            }
        }
        assert!(self.open.is_empty(), "every marked content ends");
    }

    fn begin(&mut self, operands: &[Object]) {
        let tag = operands[0].as_name().unwrap();
        let properties = operands[1].as_dict().unwrap();
        let open = if let Ok(number) = properties.get(b"MCID").and_then(Object::as_i64) {
            let known = self.contents.insert((self.page, number), String::new());
            assert!(known.is_none(), "a number marks one content");
            Open::Content(number)
        } else if tag == b"Artifact" {
            assert!(self.open.is_empty(), "no artifact stands inside content");
            Open::Artifact
        } else if let Ok(Object::String(bytes, _)) = properties.get(b"ActualText") {
            Open::ActualText(utf16(bytes))
        } else {
            Open::Other
        };
        self.open.push(open);
    }

    fn end(&mut self) {
        if let Some(Open::ActualText(text)) = self.open.pop() {
            self.put(&text, true);
        }
    }

    fn put(&mut self, text: &str, actual: bool) {
        let replaced = self
            .open
            .iter()
            .any(|open| matches!(open, Open::ActualText(_)));
        if replaced && !actual {
            return;
        }
        for open in self.open.iter().rev() {
            match open {
                Open::Content(number) => {
                    let content = self.contents.get_mut(&(self.page, *number));
                    content.unwrap().push_str(text);
                    return;
                }
                Open::Artifact => {
                    self.artifacts.push_str(text);
                    return;
                }
                Open::ActualText(_) | Open::Other => {}
            }
        }
        panic!("text without a tag: {text:?}");
    }
}

fn decoded(map: &BTreeMap<u16, String>, codes: &[u8]) -> String {
    codes
        .chunks(2)
        .map(|code| map[&u16::from_be_bytes([code[0], code[1]])].as_str())
        .collect()
}

/// A font's record of what its codes stand for.
fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
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

fn from_hex(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

fn utf16(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(&[0xFE, 0xFF]).unwrap_or(bytes);
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).unwrap()
}
