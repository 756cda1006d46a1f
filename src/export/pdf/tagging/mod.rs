//! Makes drawn pages accessible with lopdf: metadata, colour space, fixed identifier; the structure tree, the links and the
//! outline are added by the modules below.

mod annotations;
mod outline;
mod structure;

use super::compress::compress;
use super::direction::Direction;
use super::encode::{rounded, utf16};
use super::page::{Block, Paged, Place};
use super::tree::{ContentId, LinkId, NodeId};
use super::{icc, xmp};
use crate::export::ExportError;
use crate::handout::Handout;
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;

/// The marked contents of a page, by their numbers there.
#[derive(Debug, Clone, Default)]
pub struct Marked {
    /// What each number marks.
    pub contents: Vec<ContentRef>,
}

/// A piece of content that was drawn.
#[derive(Debug, Clone, Copy)]
pub struct ContentRef {
    /// The content.
    pub content: ContentId,
    /// The node that it belongs to.
    pub node: NodeId,
}

/// Adds everything that printpdf leaves out and gives the finished bytes.
pub fn finish(
    document: Document,
    handout: &Handout,
    layout: &Paged,
    marked: &[Marked],
) -> Result<Vec<u8>, ExportError> {
    let mut document = document;
    "1.7".clone_into(&mut document.version);
    let pages: Vec<ObjectId> = document.get_pages().values().copied().collect();
    let nodes: Vec<ObjectId> = layout
        .tree
        .nodes()
        .map(|_| document.new_object_id())
        .collect();
    let mut tagger = Tagger {
        document,
        layout,
        pages,
        nodes,
        parents: Vec::new(),
        links: BTreeMap::new(),
    };
    if layout.print_only {
        tagger.print_only();
    } else {
        tagger.pages(marked);
        tagger.structure(marked);
        tagger.outline();
        tagger.set_in_catalog("MarkInfo", dictionary! { "Marked" => true }.into());
        let mut preferences = dictionary! { "DisplayDocTitle" => true };
        if layout.direction == Direction::RightToLeft {
            preferences.set("Direction", "R2L");
        }
        tagger.set_in_catalog("ViewerPreferences", preferences.into());
    }
    tagger.catalog(handout)?;
    tagger.save()
}

struct Tagger<'a> {
    document: Document,
    layout: &'a Paged,
    pages: Vec<ObjectId>,
    nodes: Vec<ObjectId>,
    /// The parent tree: what belongs to which node, by number.
    parents: Vec<Object>,
    /// The annotations of each link with their pages.
    links: BTreeMap<LinkId, Vec<(usize, ObjectId)>>,
}

impl Tagger<'_> {
    fn node(&self, id: NodeId) -> Object {
        let object = self.nodes.get(id.index());
        object.map_or(Object::Null, |object| Object::Reference(*object))
    }

    fn page(&self, index: usize) -> Object {
        let object = self.pages.get(index);
        object.map_or(Object::Null, |object| Object::Reference(*object))
    }

    /// Takes out what printpdf says of links and tells printers to use both sides, at full size.
    fn print_only(&mut self) {
        for page in &self.pages {
            if let Ok(page) = self
                .document
                .get_object_mut(*page)
                .and_then(Object::as_dict_mut)
            {
                page.remove(b"Annots");
            }
        }
        let preferences = dictionary! {
            "DisplayDocTitle" => true,
            "Duplex" => "DuplexFlipShortEdge",
            "PrintScaling" => "None",
        };
        self.set_in_catalog("ViewerPreferences", preferences.into());
    }

    /// Ties every page's marked contents to their nodes; adds the link annotations.
    fn pages(&mut self, marked: &[Marked]) {
        for marked in marked {
            let owners: Vec<Object> = marked
                .contents
                .iter()
                .map(|content| self.node(content.node))
                .collect();
            let owners = self.document.add_object(owners);
            self.parents.push(Object::Reference(owners));
        }
        for (index, page) in self.pages.clone().into_iter().enumerate() {
            let annotations = self.annotations(index);
            let page = self.document.get_object_mut(page);
            let Ok(page) = page.and_then(Object::as_dict_mut) else {
                continue;
            };
            page.set("StructParents", integer(index));
            page.set("Tabs", "S");
            if annotations.is_empty() {
                page.remove(b"Annots");
            } else {
                page.set("Annots", annotations);
            }
        }
    }

    /// Left, bottom, right and top, measured from the bottom of the sheet.
    fn corners(&self, area: Block) -> [f32; 4] {
        let height = self.layout.height;
        [
            area.x,
            height - area.y - area.height,
            area.x + area.width,
            height - area.y,
        ]
        .map(rounded)
    }

    fn destination(&self, place: Place) -> Vec<Object> {
        let top = (self.layout.height - place.y).round();
        vec![
            self.page(place.page),
            Object::from("XYZ"),
            Object::Null,
            Object::Real(top),
            Object::Null,
        ]
    }

    /// Language, title, metadata, colour space.
    fn catalog(&mut self, handout: &Handout) -> Result<(), ExportError> {
        let metadata = xmp::Metadata::of(handout);
        let packet = Stream::new(
            dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            metadata.to_xmp(!self.layout.print_only).into_bytes(),
        );
        let packet = self.document.add_object(packet.with_compression(false));
        let profile = Stream::new(dictionary! { "N" => 3 }, icc::srgb());
        let profile = self.document.add_object(profile);
        let intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => Object::string_literal("sRGB"),
            "Info" => Object::string_literal("sRGB"),
            "DestOutputProfile" => profile,
        };
        self.set_in_catalog("Metadata", Object::Reference(packet));
        self.set_in_catalog("OutputIntents", vec![Object::Dictionary(intent)].into());
        self.set_in_catalog("Lang", Object::string_literal(metadata.lang.as_str()));
        let mut info = dictionary! {
            "Title" => text(&metadata.title),
            "Producer" => text(xmp::PRODUCER),
        };
        if !metadata.authors.is_empty() {
            info.set("Author", text(&metadata.authors.join("; ")));
        }
        if let Some(date) = &metadata.pdf_date {
            info.set("CreationDate", Object::string_literal(date.as_str()));
            info.set("ModDate", Object::string_literal(date.as_str()));
        }
        let info = self.document.add_object(info);
        self.document.trailer.set("Info", info);
        self.document
            .catalog_mut()
            .map(|_| ())
            .map_err(|error| ExportError::Pdf(error.to_string()))
    }

    fn set_in_catalog(&mut self, key: &str, value: Object) {
        if let Ok(catalog) = self.document.catalog_mut() {
            catalog.set(key, value);
        }
    }

    /// The bytes, identified by what they hold.
    fn save(mut self) -> Result<Vec<u8>, ExportError> {
        self.document.trailer.remove(b"ID");
        self.document.prune_objects();
        compress(&mut self.document).map_err(|error| ExportError::Pdf(error.to_string()))?;
        let blank = Object::String(vec![0; ID_BYTES], StringFormat::Hexadecimal);
        self.document.trailer.set("ID", vec![blank.clone(), blank]);
        let mut bytes = Vec::new();
        self.document
            .save_to(&mut bytes)
            .map_err(|error| ExportError::Pdf(error.to_string()))?;
        identify(&mut bytes);
        Ok(bytes)
    }
}

/// How long a file's identifier is.
const ID_BYTES: usize = 16;

/// Fills in the identifier, which is blank in the trailer at the end of the file: a hash of all else.
fn identify(bytes: &mut [u8]) {
    let mut id = Vec::with_capacity(2 * ID_BYTES);
    for byte in Sha256::digest(&*bytes).iter().take(ID_BYTES) {
        // Writing to memory cannot fail.
        let _ = write!(id, "{byte:02X}");
    }
    let blank = [b'0'; 2 * ID_BYTES];
    let trailer = bytes.windows(7).rposition(|window| window == b"trailer");
    let trailer = bytes.get_mut(trailer.unwrap_or(0)..).unwrap_or_default();
    // The identifier of the first version of the file, then that of this one.
    for _ in 0..2 {
        let place = trailer
            .windows(blank.len())
            .position(|window| window == blank);
        let place = place.and_then(|at| trailer.get_mut(at..at + blank.len()));
        if let Some(place) = place {
            place.copy_from_slice(&id);
        }
    }
}

/// A text string.
fn text(words: &str) -> Object {
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
