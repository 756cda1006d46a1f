//! Reads a PDF the way a screen reader does: along its structure tree, with the text that its fonts and its marked
//! content record. What is marked as an artifact is left out.

use crate::pdf_page::{Mark, PageReader, utf16};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;
use std::fmt::Write;

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

/// Everything that is drawn, page by page.
pub fn marks(bytes: &[u8]) -> Vec<Vec<Mark>> {
    Reader::of(bytes).marks
}

/// What stands where, a line of text a line: page, left edge and baseline from the top of the sheet, tag, words.
pub fn layout(bytes: &[u8]) -> String {
    let reader = Reader::of(bytes);
    let mut out = String::new();
    for (index, marks) in reader.marks.iter().enumerate() {
        for line in marks.chunk_by(|a, b| a.tag == b.tag && (a.y - b.y).abs() < 0.01) {
            let words: String = line.iter().map(|mark| mark.text.as_str()).collect();
            let (x, y) = (line[0].left, line[0].y);
            let what = if line[0].is_block {
                let last = &line[line.len() - 1];
                format!("{:.1} x {:.1}", last.right - x, last.bottom - last.top)
            } else {
                format!("{words:?}")
            };
            writeln!(
                out,
                "page {}: {x:.1},{y:.1} {} {what}",
                index + 1,
                line[0].tag
            )
            .unwrap();
        }
    }
    out
}

/// The structure tree as text: roles with what they hold, a level further in on each line.
pub fn tree(bytes: &[u8]) -> String {
    let reader = Reader::of(bytes);
    let mut out = String::new();
    let root = Object::Reference(reader.structure_root());
    let root = reader.dictionary(&root);
    for kid in kids(root) {
        reader.outline(&kid, 0, &mut out);
    }
    out
}

/// Blocks: their text is parted from what stands before and after.
const BLOCKS: &[&[u8]] = &[
    b"Document",
    b"Sect",
    b"H1",
    b"H2",
    b"H3",
    b"H4",
    b"H5",
    b"H6",
    b"P",
    b"L",
    b"LI",
    b"Lbl",
    b"LBody",
    b"Table",
    b"TR",
    b"TH",
    b"TD",
    b"BlockQuote",
    b"Figure",
    b"Caption",
    b"Div",
];

struct Reader {
    document: Document,
    contents: BTreeMap<(ObjectId, i64), String>,
    artifacts: Vec<String>,
    marks: Vec<Vec<Mark>>,
}

impl Reader {
    fn of(bytes: &[u8]) -> Self {
        let mut reader = Self {
            document: Document::load_mem(bytes).expect("the PDF can be read"),
            contents: BTreeMap::new(),
            artifacts: Vec::new(),
            marks: Vec::new(),
        };
        for id in reader.document.get_pages().into_values() {
            let mut page = PageReader::new(&reader.document, id);
            page.read();
            let contents = page.contents.into_iter();
            reader
                .contents
                .extend(contents.map(|(number, text)| ((id, number), text)));
            reader.artifacts.push(page.artifacts);
            reader.marks.push(page.marks);
        }
        reader
    }

    fn text(&self) -> String {
        let mut out = String::new();
        let root = Object::Reference(self.structure_root());
        let root = self.dictionary(&root);
        for kid in kids(root) {
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
        } else if role == b"Figure" {
            // A screen reader says the alternative instead of what is inside.
            let Ok(Object::String(alt, _)) = element.get(b"Alt") else {
                panic!("a picture without an alternative");
            };
            out.push_str(&utf16(alt));
            for kid in kids(element) {
                assert_eq!(
                    self.marked(self.dictionary(&kid)),
                    "",
                    "a picture holds words"
                );
            }
        } else {
            for kid in kids(element) {
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
                writeln!(out, "{:?}", self.marked(element)).unwrap();
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
            write!(out, " ActualText {:?}", utf16(bytes)).unwrap();
        }
        if let Ok(Object::String(bytes, _)) = element.get(b"Alt") {
            write!(out, " Alt {:?}", utf16(bytes)).unwrap();
        }
        out.push('\n');
        for kid in kids(element) {
            self.outline(&kid, depth + 1, out);
        }
    }
}

fn kids(element: &Dictionary) -> Vec<Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    }
}
