//! The tree of a web page as browsers build it, each node with its place in the source.
//!
//! The page is cut into tokens by the same tokenizer as HTML in Markdown; html5ever's tree builder decides what lies in what,
//! however wrong the tags are. It is fed with marks that stand for the pieces of text, not with the text, so that each piece
//! keeps its place wherever the tree builder puts it.

use crate::parse::tags::Token;
use crate::source::Span;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token as BuilderToken, TokenSink};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName, namespace_url, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// How deeply elements may lie in elements; tags of deeper ones are left out, their text is not.
const DEEPEST: usize = 200;

/// Nodes beyond those that tokens account for: what a page may make the tree builder repeat before its tags are read as they
/// come.
const SPARE_NODES: usize = 10_000;

/// Elements that hold nothing.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The page or a part that html5ever keeps apart.
    Document,
    /// An element whose tag is this token; `None` for one that the page only implies.
    Element {
        /// The token.
        token: Option<usize>,
        /// Whether the tag was met before: the tree builder repeats formatting that was closed in the wrong order.
        repeated: bool,
    },
    /// The text or the comment that is this token.
    Leaf(usize),
}

/// A node of the tree.
#[derive(Debug)]
pub(super) struct Node {
    /// What it is.
    pub(super) kind: Kind,
    /// The name of an element, else "".
    pub(super) name: String,
    /// What it lies in.
    pub(super) parent: Option<usize>,
    /// What lies in it, in order.
    pub(super) children: Vec<usize>,
    /// The token that closes it.
    pub(super) end: Option<usize>,
    depth: usize,
}

/// A page's tree; node 0 is the page.
#[derive(Debug)]
pub(super) struct Dom {
    /// The nodes; they refer to each other by their places here.
    pub(super) nodes: Vec<Node>,
}

impl Dom {
    /// The tree of `tokens`; `None` where the page makes it grow out of all proportion.
    pub(super) fn of(tokens: &[Token], text: &str) -> Option<Self> {
        let options = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        let builder = TreeBuilder::new(Sink::new(tokens), options);
        let most = tokens.len() * 8 + SPARE_NODES;
        let mut ignored: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, token) in tokens.iter().enumerate() {
            let sink = &builder.sink;
            sink.token.set(index);
            if sink.nodes.borrow().len() > most {
                return None;
            }
            match token {
                Token::Start(tag) => {
                    let is_void = VOID.contains(&tag.name.as_str());
                    if !is_void && sink.depth.get() >= DEEPEST {
                        *ignored.entry(&tag.name).or_default() += 1;
                        continue;
                    }
                    feed(&builder, tag_token(TagKind::StartTag, &tag.name, index));
                }
                Token::End(name, _) => match ignored.get_mut(name.as_str()) {
                    Some(open) if *open > 0 => *open -= 1,
                    _ => feed(&builder, tag_token(TagKind::EndTag, name, index)),
                },
                Token::Comment(..) => feed(&builder, BuilderToken::CommentToken(StrTendril::new())),
                Token::Text(span) => {
                    let blank = text.get(span.range()).unwrap_or("").trim_ascii().is_empty();
                    feed(
                        &builder,
                        BuilderToken::CharacterTokens(mark(index, blank).into()),
                    );
                }
            }
        }
        builder.sink.token.set(tokens.len());
        feed(&builder, BuilderToken::EOFToken);
        builder.end();
        let nodes = builder.sink.nodes.take();
        Some(Self { nodes })
    }

    /// The nodes from `root` on in reading order.
    pub(super) fn preorder(&self, root: usize) -> Vec<usize> {
        let mut order = Vec::new();
        let mut open = vec![root];
        while let Some(at) = open.pop() {
            order.push(at);
            if let Some(node) = self.nodes.get(at) {
                open.extend(node.children.iter().rev());
            }
        }
        order
    }
}

fn feed(builder: &TreeBuilder<usize, Sink<'_>>, token: BuilderToken) {
    // What the builder asks of a tokenizer, the tokenizer has done by itself.
    let _ = builder.process_token(token, 1);
}

/// A tag whose one attribute says which token it is: repeated elements keep it.
fn tag_token(kind: TagKind, name: &str, index: usize) -> BuilderToken {
    let attribute = Attribute {
        name: QualName::new(None, Namespace::default(), LocalName::from("token")),
        value: index.to_string().into(),
    };
    let is_start = kind == TagKind::StartTag;
    BuilderToken::TagToken(Tag {
        kind,
        name: LocalName::from(name),
        self_closing: false,
        attrs: is_start.then_some(attribute).into_iter().collect(),
    })
}

/// What stands for text `index`: the tree builder must see whether it is blank, and no more.
fn mark(index: usize, blank: bool) -> String {
    if !blank {
        return format!("#{index}#");
    }
    let bits = format!("{index:b}");
    let bits = bits.chars().map(|bit| if bit == '1' { '\t' } else { ' ' });
    std::iter::once('\u{c}').chain(bits).collect()
}

/// The text that `mark` stands for.
fn marked(mark: &str) -> Option<usize> {
    match mark.strip_prefix('\u{c}') {
        Some(bits) => {
            let bits = bits.replace('\t', "1").replace(' ', "0");
            usize::from_str_radix(&bits, 2).ok()
        }
        None => mark.trim_matches('#').parse().ok(),
    }
}

/// Takes down what the tree builder decides.
#[derive(Debug)]
struct Sink<'t> {
    tokens: &'t [Token],
    nodes: RefCell<Vec<Node>>,
    /// The token that is being worked on.
    token: Cell<usize>,
    /// How deep the last element lies that was opened or closed.
    depth: Cell<usize>,
    seen: RefCell<Vec<bool>>,
}

/// The name of an element.
#[derive(Debug)]
struct Name(Namespace, LocalName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }

    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl<'t> Sink<'t> {
    fn new(tokens: &'t [Token]) -> Self {
        let sink = Self {
            tokens,
            nodes: RefCell::default(),
            token: Cell::new(0),
            depth: Cell::new(0),
            seen: RefCell::new(vec![false; tokens.len()]),
        };
        sink.add(Kind::Document, String::new());
        sink
    }

    fn add(&self, kind: Kind, name: String) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            kind,
            name,
            parent: None,
            children: Vec::new(),
            end: None,
            depth: 0,
        });
        nodes.len() - 1
    }

    fn child(&self, child: NodeOrText<usize>) -> Option<usize> {
        match child {
            NodeOrText::AppendNode(node) => Some(node),
            NodeOrText::AppendText(text) => {
                Some(self.add(Kind::Leaf(marked(&text)?), String::new()))
            }
        }
    }

    /// Puts `child` into `parent`, before the node `before` if that lies there.
    fn put(&self, parent: usize, child: usize, before: Option<usize>) {
        self.remove_from_parent(&child);
        let mut nodes = self.nodes.borrow_mut();
        let Some(holder) = nodes.get_mut(parent) else {
            return;
        };
        let at = before.and_then(|before| holder.children.iter().rposition(|one| *one == before));
        let at = at.unwrap_or(holder.children.len());
        holder.children.insert(at, child);
        let depth = holder.depth + 1;
        if let Some(child) = nodes.get_mut(child) {
            child.parent = Some(parent);
            child.depth = depth;
            if matches!(child.kind, Kind::Element { .. }) && !VOID.contains(&child.name.as_str()) {
                self.depth.set(depth);
            }
        }
    }
}

impl TreeSink for Sink<'_> {
    type Handle = usize;
    type Output = ();
    type ElemName<'a>
        = Name
    where
        Self: 'a;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name {
        let nodes = self.nodes.borrow();
        let name = nodes.get(*target).map_or("", |node| &node.name);
        let (space, name) = match name.split_once(' ') {
            Some((space, name)) => (Namespace::from(space), name),
            None => (ns!(html), name),
        };
        Name(space, LocalName::from(name))
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> usize {
        let token = attrs.first().and_then(|attr| attr.value.parse().ok());
        let mut seen = self.seen.borrow_mut();
        let before = token.and_then(|token: usize| seen.get_mut(token));
        let repeated = before.is_some_and(|seen| std::mem::replace(seen, true));
        drop(seen);
        let is_html = name.ns == ns!(html);
        let name = if is_html {
            name.local.to_string()
        } else {
            format!("{} {}", name.ns, name.local)
        };
        self.add(Kind::Element { token, repeated }, name)
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Kind::Leaf(self.token.get()), String::new())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Kind::Document, String::new())
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        if let Some(child) = self.child(child) {
            self.put(*parent, child, None);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let has_parent = self
            .nodes
            .borrow()
            .get(*element)
            .is_some_and(|node| node.parent.is_some());
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        let index = self.token.get();
        if let Some(node) = nodes.get_mut(*node) {
            self.depth.set(node.depth.saturating_sub(1));
            let closes =
                matches!(self.tokens.get(index), Some(Token::End(name, _)) if *name == node.name);
            node.end = node.end.or(closes.then_some(index));
        }
    }

    /// A template's contents are kept in the template: nobody sees either.
    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self
            .nodes
            .borrow()
            .get(*sibling)
            .and_then(|node| node.parent);
        if let (Some(parent), Some(child)) = (parent, self.child(child)) {
            self.put(parent, child, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attrs: Vec<Attribute>) {
        let found = attrs.first().and_then(|attr| attr.value.parse().ok());
        let mut nodes = self.nodes.borrow_mut();
        if let Some(Kind::Element { token, .. }) = nodes.get_mut(*target).map(|node| &mut node.kind)
        {
            *token = token.or(found);
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        let parent = nodes.get_mut(*target).and_then(|node| node.parent.take());
        if let Some(parent) = parent.and_then(|parent| nodes.get_mut(parent))
            && let Some(at) = parent.children.iter().rposition(|one| one == target)
        {
            parent.children.remove(at);
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let children = self
            .nodes
            .borrow()
            .get(*node)
            .map_or_else(Vec::new, |node| node.children.clone());
        for child in children {
            self.put(*new_parent, child, None);
        }
    }
}

/// The source of a token.
pub(super) fn span_of(token: &Token) -> Span {
    match token {
        Token::Start(tag) => tag.span,
        Token::End(_, span) | Token::Comment(_, span) | Token::Text(span) => *span,
    }
}
