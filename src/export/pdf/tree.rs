//! The structure of a handout as assistive technology reads it: a tree of tagged nodes over pieces of content.
//!
//! It knows nothing of pages; where a piece of content ends up is found when the pages are written.

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(usize);

/// A stretch of text that belongs to one node; it may be set on several lines and pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentId(usize);

/// A link; it may be set on several lines and pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkId(usize);

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// The root.
    Document,
    /// A box with its label.
    Section,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List {
        /// Whether its labels count.
        ordered: bool,
    },
    /// An item of a list.
    Item,
    /// The label of an item.
    Label,
    /// The text of an item.
    Body,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell that heads a column.
    ColumnHead,
    /// A cell.
    Cell,
    /// A quotation.
    Quote,
    /// Code.
    Code,
    /// A link.
    Link,
    /// A picture.
    Figure {
        /// What it shows, for those who cannot see it; never empty.
        alt: String,
    },
    /// The caption of a picture.
    Caption,
    /// A picture with its caption.
    Division,
    /// A word that a line break parts; the text is the whole word.
    BrokenWord(String),
}

impl Tag {
    /// The standard structure type (ISO 32000-1, 14.8.4).
    pub fn role(&self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(4) => "H4",
            Self::Heading(5) => "H5",
            Self::Heading(_) => "H6",
            Self::Paragraph => "P",
            Self::List { .. } => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::Body => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::ColumnHead => "TH",
            Self::Cell => "TD",
            Self::Quote => "BlockQuote",
            Self::Code => "Code",
            Self::Link => "Link",
            Self::Figure { .. } => "Figure",
            Self::Caption => "Caption",
            Self::Division => "Div",
            Self::BrokenWord(_) => "Span",
        }
    }
}

/// What a node holds, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kid {
    /// Another node.
    Node(NodeId),
    /// Text.
    Content(ContentId),
    /// The places on paper where a link can be followed.
    Link(LinkId),
}

/// A node with its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// The node that holds it; `None` for the root.
    pub parent: Option<NodeId>,
    /// What it holds.
    pub kids: Vec<Kid>,
}

/// A link's target and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTarget {
    /// An address, or `#anchor` inside the handout.
    pub url: String,
    /// What is said of it; never empty.
    pub description: String,
    /// Its node.
    pub node: NodeId,
}

/// What stands for a node that a tree does not have; only a bug asks for one.
static NO_NODE: Node = Node {
    tag: Tag::Document,
    parent: None,
    kids: Vec::new(),
};

/// The same for a link.
static NO_LINK: LinkTarget = LinkTarget {
    url: String::new(),
    description: String::new(),
    node: Tree::ROOT,
};

/// The tree. The first node is the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    nodes: Vec<Node>,
    contents: Vec<NodeId>,
    links: Vec<LinkTarget>,
    last_heading: u8,
}

impl Tree {
    /// The document.
    pub const ROOT: NodeId = NodeId(0);

    /// A document that holds nothing.
    pub fn new() -> Self {
        Self {
            nodes: vec![Node {
                tag: Tag::Document,
                parent: None,
                kids: Vec::new(),
            }],
            contents: Vec::new(),
            links: Vec::new(),
            last_heading: 0,
        }
    }

    /// Adds a node at the end of `parent`.
    pub fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node {
            tag,
            parent: Some(parent),
            kids: Vec::new(),
        });
        self.give(parent, Kid::Node(id));
        id
    }

    /// Adds a heading; one that would skip a level downwards is tagged as the next level, as PDF/UA-1 7.4.2 asks.
    pub fn add_heading(&mut self, parent: NodeId, level: u8) -> (NodeId, u8) {
        let level = level.clamp(1, 6).min(self.last_heading + 1);
        self.last_heading = level;
        (self.add(parent, Tag::Heading(level)), level)
    }

    /// Adds a stretch of text at the end of `parent`.
    pub fn add_content(&mut self, parent: NodeId) -> ContentId {
        let id = ContentId(self.contents.len());
        self.contents.push(parent);
        self.give(parent, Kid::Content(id));
        id
    }

    /// Adds a link at the end of `parent`.
    pub fn add_link(&mut self, parent: NodeId, url: &str, description: &str) -> (NodeId, LinkId) {
        let node = self.add(parent, Tag::Link);
        let id = LinkId(self.links.len());
        self.links.push(LinkTarget {
            url: url.to_owned(),
            description: if description.trim().is_empty() {
                url.to_owned()
            } else {
                description.to_owned()
            },
            node,
        });
        (node, id)
    }

    /// Says that everything in a link has been added; where it can be followed comes last.
    pub fn close_link(&mut self, id: LinkId) {
        self.give(self.link(id).node, Kid::Link(id));
    }

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        let found = self.nodes.get(id.0);
        debug_assert!(found.is_some(), "a node of another tree");
        found.unwrap_or(&NO_NODE)
    }

    /// The node that a stretch of text belongs to.
    pub fn owner(&self, id: ContentId) -> NodeId {
        let found = self.contents.get(id.0);
        debug_assert!(found.is_some(), "a stretch of text of another tree");
        found.copied().unwrap_or(Self::ROOT)
    }

    /// A link.
    pub fn link(&self, id: LinkId) -> &LinkTarget {
        let found = self.links.get(id.0);
        debug_assert!(found.is_some(), "a link of another tree");
        found.unwrap_or(&NO_LINK)
    }

    /// Every node, parents before what they hold.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = (NodeId, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .map(|(index, node)| (NodeId(index), node))
    }

    fn give(&mut self, parent: NodeId, kid: Kid) {
        let found = self.nodes.get_mut(parent.0);
        debug_assert!(found.is_some(), "a node of another tree");
        if let Some(node) = found {
            node.kids.push(kid);
        }
    }

    /// The number of stretches of text.
    pub fn content_count(&self) -> usize {
        self.contents.len()
    }
}

impl NodeId {
    /// Its place among the nodes, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

impl ContentId {
    /// Its place among the contents, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}
