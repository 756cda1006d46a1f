//! Makes drawn pages accessible with lopdf: structure tree, links, outline, metadata, colour space, fixed identifier.

use super::compress::compress;
use super::direction::Direction;
use super::encode::{ascii_address, rounded, utf16};
use super::page::{Block, LinkArea, Owner, Paged, Place, outline_parents};
use super::tree::{ContentId, Kid, LinkId, NodeId, Tag, Tree};
use super::{icc, xmp};
use crate::export::ExportError;
use crate::handout::Handout;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
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

    /// One annotation for each link on a page, with a quadrilateral for each line of it.
    fn annotations(&mut self, page: usize) -> Vec<Object> {
        let mut areas: Vec<(LinkId, Vec<Block>)> = Vec::new();
        let links = self.layout.pages.get(page).map(|page| &page.links);
        for LinkArea { link, area } in links.into_iter().flatten() {
            match areas.iter_mut().find(|(known, _)| known == link) {
                Some((_, areas)) => areas.push(*area),
                None => areas.push((*link, vec![*area])),
            }
        }
        let mut annotations = Vec::new();
        for (link, areas) in areas {
            let Some(mut annotation) = self.annotation(link, &areas) else {
                continue;
            };
            annotation.set("StructParent", integer(self.parents.len()));
            let owner = self.node(self.layout.tree.link(link).node);
            self.parents.push(owner);
            let id = self.document.add_object(annotation);
            self.links.entry(link).or_default().push((page, id));
            annotations.push(Object::Reference(id));
        }
        annotations
    }

    fn annotation(&self, link: LinkId, areas: &[Block]) -> Option<Dictionary> {
        let target = self.layout.tree.link(link);
        let action = if let Some(anchor) = target.url.strip_prefix('#') {
            let place = *self.layout.anchors.get(anchor)?;
            dictionary! { "S" => "GoTo", "D" => self.destination(place) }
        } else {
            let address = Object::string_literal(ascii_address(&target.url));
            dictionary! { "S" => "URI", "URI" => address }
        };
        let corners = areas.iter().map(|area| self.corners(*area));
        let whole = corners.clone().reduce(|a, b| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        })?;
        let quads: Vec<Object> = corners
            .flat_map(|[left, bottom, right, top]| {
                [left, top, right, top, left, bottom, right, bottom]
            })
            .map(Object::Real)
            .collect();
        Some(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => whole.map(Object::Real).to_vec(),
            "QuadPoints" => quads,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed with the page, as PDF/A asks of every annotation.
            "F" => 4,
            "Contents" => text(&target.description),
            "A" => action,
        })
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

    /// The structure tree.
    fn structure(&mut self, marked: &[Marked]) {
        let mut drawn = vec![Vec::new(); self.layout.tree.content_count()];
        for (page, marked) in marked.iter().enumerate() {
            for (number, content) in marked.contents.iter().enumerate() {
                if let Some(places) = drawn.get_mut(content.content.index()) {
                    places.push((page, number));
                }
            }
        }
        let areas = self.areas();
        let root = self.document.new_object_id();
        let objects = self.nodes.clone();
        for ((id, node), object) in self.layout.tree.nodes().zip(objects) {
            let mut kids = Vec::new();
            for kid in &node.kids {
                self.kid(*kid, &drawn, &mut kids);
            }
            let parent = node
                .parent
                .map_or(Object::Reference(root), |parent| self.node(parent));
            let mut element = dictionary! {
                "Type" => "StructElem",
                "S" => node.tag.role(),
                "P" => parent,
                "K" => kids,
            };
            describe(&node.tag, &mut element);
            if let Some(area) = areas.get(&id) {
                let edges = self.corners(*area).map(Object::Real).to_vec();
                element.set("A", dictionary! { "O" => "Layout", "BBox" => edges });
            }
            if node.tag == Tag::Document && self.layout.direction == Direction::RightToLeft {
                let way = dictionary! { "O" => "Layout", "WritingMode" => "RlTb" };
                element.set("A", way);
            }
            let element = Object::Dictionary(element);
            self.document.objects.insert(object, element);
        }
        let mut numbers = Vec::new();
        for (number, parent) in self.parents.iter().enumerate() {
            numbers.push(integer(number));
            numbers.push(parent.clone());
        }
        let parents = self.document.add_object(dictionary! { "Nums" => numbers });
        let tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![self.node(Tree::ROOT)],
            "ParentTree" => parents,
            "ParentTreeNextKey" => integer(self.parents.len()),
        };
        self.document.objects.insert(root, Object::Dictionary(tree));
        self.set_in_catalog("StructTreeRoot", Object::Reference(root));
    }

    /// Where the pictures and codes stand, by their nodes.
    fn areas(&self) -> BTreeMap<NodeId, Block> {
        let pages = self.layout.pages.iter();
        let placed = pages.flat_map(|page| {
            let pictures = page.pictures.iter().map(|one| (one.owner, one.area));
            let codes = page.codes.iter().map(|one| (one.owner, one.area));
            pictures.chain(codes)
        });
        let owned = placed.filter_map(|(owner, area)| match owner {
            Owner::Content(content) => Some((self.layout.tree.owner(content), area)),
            Owner::Artifact(_) | Owner::Untagged => None,
        });
        owned.collect()
    }

    fn kid(&self, kid: Kid, drawn: &[Vec<(usize, usize)>], kids: &mut Vec<Object>) {
        match kid {
            Kid::Node(id) => kids.push(self.node(id)),
            Kid::Content(content) => {
                for (page, number) in drawn.get(content.index()).into_iter().flatten() {
                    let reference = dictionary! {
                        "Type" => "MCR", "Pg" => self.page(*page), "MCID" => integer(*number)
                    };
                    kids.push(reference.into());
                }
            }
            Kid::Link(link) => {
                for (page, annotation) in self.links.get(&link).into_iter().flatten() {
                    let reference = dictionary! {
                        "Type" => "OBJR", "Pg" => self.page(*page), "Obj" => *annotation
                    };
                    kids.push(reference.into());
                }
            }
        }
    }

    /// The outline, nested as the headings are.
    fn outline(&mut self) {
        let entries = &self.layout.outline;
        if entries.is_empty() {
            return;
        }
        let root = self.document.new_object_id();
        let ids: Vec<ObjectId> = entries
            .iter()
            .map(|_| self.document.new_object_id())
            .collect();
        let parents = outline_parents(entries);
        let mut children: BTreeMap<Option<usize>, Vec<ObjectId>> = BTreeMap::new();
        let mut places = Vec::new();
        for (id, parent) in ids.iter().zip(&parents) {
            let siblings = children.entry(*parent).or_default();
            places.push(siblings.len());
            siblings.push(*id);
        }
        let children = |parent: Option<usize>| children.get(&parent).map_or(&[][..], Vec::as_slice);
        let nested = ids.iter().zip(parents).zip(places);
        for ((index, entry), ((id, parent), at)) in entries.iter().enumerate().zip(nested) {
            let siblings = children(parent);
            let parent = parent.and_then(|parent| ids.get(parent));
            let mut item = dictionary! {
                "Title" => text(&entry.title),
                "Parent" => *parent.unwrap_or(&root),
                "Dest" => self.destination(entry.place),
            };
            if let Some(previous) = at.checked_sub(1).and_then(|before| siblings.get(before)) {
                item.set("Prev", *previous);
            }
            if let Some(next) = siblings.get(at + 1) {
                item.set("Next", *next);
            }
            add_children(&mut item, children(Some(index)));
            self.document.objects.insert(*id, item.into());
        }
        let mut outlines = dictionary! { "Type" => "Outlines" };
        add_children(&mut outlines, children(None));
        outlines.set("Count", integer(entries.len()));
        self.document.objects.insert(root, outlines.into());
        self.set_in_catalog("Outlines", Object::Reference(root));
        self.set_in_catalog("PageMode", Object::from("UseOutlines"));
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

/// The attributes that a node's tag calls for.
fn describe(tag: &Tag, element: &mut Dictionary) {
    match tag {
        Tag::List { ordered } => {
            let numbering = if *ordered { "Decimal" } else { "Disc" };
            element.set(
                "A",
                dictionary! { "O" => "List", "ListNumbering" => numbering },
            );
        }
        Tag::ColumnHead => {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        Tag::Figure { alt } => element.set("Alt", text(alt)),
        Tag::BrokenWord(word) => element.set("ActualText", text(word)),
        Tag::Document
        | Tag::Section
        | Tag::Heading(_)
        | Tag::Paragraph
        | Tag::Item
        | Tag::Label
        | Tag::Body
        | Tag::Table
        | Tag::Row
        | Tag::Cell
        | Tag::Quote
        | Tag::Code
        | Tag::Link
        | Tag::Caption
        | Tag::Division => {}
    }
}

fn add_children(item: &mut Dictionary, children: &[ObjectId]) {
    if let [first, .., last] | [first @ last] = children {
        item.set("First", *first);
        item.set("Last", *last);
        item.set("Count", integer(children.len()));
    }
}

/// A text string.
fn text(words: &str) -> Object {
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
