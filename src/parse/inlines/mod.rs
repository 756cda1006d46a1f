//! Running text: from comrak's inline nodes to prose with exact places.
//!
//! comrak's places are taken as hints. Each text is looked for at its hint, then where the last one ended, then further
//! on in the block; only text that is really there is called verbatim.

mod cursor;
mod products;
mod raw;

use super::align::Coding;
use super::draft::Draft;
use super::lines::Lines;
use super::quotes::Quotes;
use super::{attributes, links};
use crate::article::MarkKind;
use crate::source::{PartOf, Span};
use comrak::nodes::{AstNode, NodeLink, NodeValue, Sourcepos};
use cursor::Cursor;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the inline reader knows of the document.
#[derive(Debug)]
pub(super) struct Inlines<'s> {
    /// The source and its lines.
    pub(super) lines: &'s Lines<'s>,
    /// The quotation marks of its language.
    pub(super) quotes: Quotes,
    /// The numbers of the footnotes that are called, by label.
    pub(super) footnotes: &'s BTreeMap<String, usize>,
}

/// What was read from one block's inlines.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// The text.
    pub(super) draft: Draft,
    /// `{#id}` at the end, if there is one.
    pub(super) id: Option<String>,
    /// HTML comments in the text.
    pub(super) comments: Vec<(String, Span)>,
}

impl Inlines<'_> {
    /// Reads the children of `node`, whose own text lies in `area`.
    pub(super) fn read<'a>(&self, node: &'a AstNode<'a>, area: Span) -> Inline {
        let text = self.lines.text();
        let mut reader = Reader {
            inlines: self,
            cursor: Cursor::new(text, area),
            misled: false,
            open: Vec::new(),
            tags: Vec::new(),
            unseen: Vec::new(),
            comments: Vec::new(),
        };
        reader.skip_definitions(node);
        reader.children(node);
        reader.close_quotations();
        let mut draft = reader.cursor.draft;
        draft.remove_all(reader.unseen);
        attributes::superscripts(&mut draft, self.lines.text());
        attributes::remove_abbreviations(&mut draft, self.lines.text());
        let id = attributes::remove(&mut draft, text);
        Inline {
            draft,
            id,
            comments: reader.comments,
        }
    }
}

struct Reader<'r, 's> {
    inlines: &'r Inlines<'s>,
    cursor: Cursor<'s>,
    /// Whether comrak's places are wrong throughout the block.
    misled: bool,
    open: Vec<Open>,
    tags: Vec<raw::OpenTag>,
    /// The text of scripts and the like.
    unseen: Vec<Range<usize>>,
    comments: Vec<(String, Span)>,
}

/// A node whose children are being read.
struct Open {
    text: usize,
    marks: usize,
    opener: Opener,
}

/// What a node starts with, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// `*`, `**`, `~~` and the like: the number of signs, which is that of the closer.
    Signs(usize, usize),
    /// A `~` that is no markup: `5~10 or 20~30` are two ranges.
    Tilde,
    /// `*` or `_` that are no markup, and how many: `1*500 mg and 2*500 mg` are two products.
    Times(usize, usize),
    /// `[` or `![`.
    Bracket(usize),
    /// The `<` of `<https://...>`.
    Pointy(usize),
    /// A link that starts with its text.
    Nothing,
}

impl Reader<'_, '_> {
    /// comrak takes link definitions off the start of a paragraph but counts the lines of the rest from its first line.
    fn skip_definitions<'a>(&mut self, node: &'a AstNode<'a>) {
        let lines = links::definition_lines(self.cursor.rest());
        if lines == 0 || keeps_definitions(node) {
            return;
        }
        let start = node.data().sourcepos.start.line;
        let first = node
            .first_child()
            .map(|child| child.data().sourcepos.start.line);
        if first == Some(start) {
            self.misled = true;
            self.cursor.go_to(self.inlines.lines.start(start + lines));
        }
    }

    fn children<'a>(&mut self, node: &'a AstNode<'a>) {
        let mut next = node.first_child();
        let mut depth = 0_usize;
        while let Some(current) = next {
            if self.enter(current)
                && let Some(child) = current.first_child()
            {
                depth += 1;
                next = Some(child);
                continue;
            }
            let mut done = current;
            self.leave(done);
            next = done.next_sibling();
            while next.is_none() && depth > 0 {
                depth -= 1;
                let Some(parent) = done.parent() else {
                    return;
                };
                done = parent;
                self.leave(done);
                next = done.next_sibling();
            }
        }
    }

    fn hint(&self, place: Sourcepos) -> Option<usize> {
        let lines = self.inlines.lines;
        (!self.misled).then(|| lines.offset(place.start.line, place.start.column))
    }

    /// Reads what a node is by itself; true where its children follow.
    fn enter<'a>(&mut self, node: &'a AstNode<'a>) -> bool {
        let data = node.data();
        let hint = self.hint(data.sourcepos);
        match &data.value {
            NodeValue::Text(text) => self.cursor.text(text, hint, Coding::Markdown),
            NodeValue::SoftBreak => self.cursor.line_break(" "),
            NodeValue::LineBreak => self.cursor.line_break("\n"),
            NodeValue::HtmlInline(html) => self.html(html, hint),
            NodeValue::FootnoteReference(call) => self.footnote(&call.name, hint),
            NodeValue::Code(code) => {
                let start = self.cursor.draft.len();
                match self.cursor.code(&code.literal, code.num_backticks, hint) {
                    Some(span) => self.cursor.draft.mark_from(start, MarkKind::Code, span),
                    None => self.cursor.text(&code.literal, hint, Coding::Plain),
                }
            }
            NodeValue::Strikethrough => {
                let opener = self.tildes(hint, data.sourcepos);
                self.open(opener);
                return true;
            }
            value => {
                let opener = self.opener(node, value, hint);
                self.open(opener);
                return true;
            }
        }
        false
    }

    fn opener<'a>(&self, node: &'a AstNode<'a>, value: &NodeValue, hint: Option<usize>) -> Opener {
        let at = |markers: &[&str]| {
            self.cursor
                .marker(markers, hint)
                .unwrap_or(self.cursor.at())
        };
        match value {
            NodeValue::Emph => self.emphasis(1, at(&["*", "_"]), node.data().sourcepos),
            NodeValue::Strong => self.emphasis(2, at(&["**", "__"]), node.data().sourcepos),
            NodeValue::Image(_) => Opener::Bracket(at(&["!["])),
            // A bare address and its text have one place.
            NodeValue::Link(_)
                if node
                    .first_child()
                    .is_some_and(|text| text.data().sourcepos == node.data().sourcepos) =>
            {
                Opener::Nothing
            }
            NodeValue::Link(_) => {
                let place = at(&["[", "<"]);
                if self.cursor.source().part(place..).starts_with('<') {
                    Opener::Pointy(place)
                } else {
                    Opener::Bracket(place)
                }
            }
            _ => Opener::Nothing,
        }
    }

    fn open(&mut self, opener: Opener) {
        self.open.push(Open {
            text: self.cursor.draft.len(),
            marks: self.cursor.draft.marks().len(),
            opener,
        });
        match opener {
            Opener::Signs(count, at) => self.cursor.go_to(at + count),
            Opener::Tilde => self.cursor.text("~", None, Coding::Plain),
            Opener::Times(count, at) => self.cursor.verbatim(at, count),
            Opener::Bracket(at) | Opener::Pointy(at) => self.cursor.go_to(at + 1),
            Opener::Nothing => {}
        }
    }

    fn leave<'a>(&mut self, node: &'a AstNode<'a>) {
        let data = node.data();
        let kind = match &data.value {
            NodeValue::Text(_)
            | NodeValue::Code(_)
            | NodeValue::SoftBreak
            | NodeValue::LineBreak
            | NodeValue::HtmlInline(_)
            | NodeValue::FootnoteReference(_) => return,
            NodeValue::Emph => Some(MarkKind::Emphasis),
            NodeValue::Strong => Some(MarkKind::Strong),
            NodeValue::Strikethrough => Some(MarkKind::Strikethrough),
            NodeValue::Link(link) => Some(link_kind(link)),
            NodeValue::Image(link) => Some(MarkKind::Image {
                url: link.url.clone(),
            }),
            _ => None,
        };
        let Some(open) = self.open.pop() else {
            return;
        };
        if let Some(kind) = kind {
            self.close(&open, kind);
        }
    }

    fn close(&mut self, open: &Open, kind: MarkKind) {
        let cursor = &mut self.cursor;
        let start = match open.opener {
            Opener::Signs(count, at) => {
                cursor.step(count);
                at
            }
            Opener::Tilde => return cursor.text("~", Some(cursor.at()), Coding::Plain),
            Opener::Times(count, _) => return cursor.verbatim(cursor.at(), count),
            Opener::Bracket(at) => {
                cursor.step(links::tail(cursor.near()));
                at
            }
            Opener::Pointy(at) => {
                cursor.step(usize::from(cursor.rest().starts_with('>')));
                at
            }
            Opener::Nothing => cursor.draft.source_of(open.text).unwrap_or(cursor.at()),
        };
        let span = Span::new(start, cursor.at());
        let kind = match (kind, open.opener) {
            (MarkKind::Strikethrough, Opener::Signs(1, at)) => {
                one_tilde(cursor.source(), at, cursor.at())
            }
            (kind, _) => kind,
        };
        if matches!(kind, MarkKind::Image { .. }) {
            // An alternative is plain text: what is set off inside it is not.
            let is_call = |kind: &MarkKind| matches!(kind, MarkKind::Footnote { .. });
            cursor.draft.retain_marks(open.marks, is_call);
        }
        cursor.draft.mark_from(open.text, kind, span);
    }

    /// What `count` signs of emphasis at `first` are, where the text that they set off ends with `place`.
    fn emphasis(&self, count: usize, first: usize, place: Sourcepos) -> Opener {
        let last = self
            .inlines
            .lines
            .offset(place.end.line, place.end.column + 1);
        let closer = (!self.misled && last > first).then(|| last.saturating_sub(count));
        if products::is_product(self.cursor.source(), first, closer) {
            Opener::Times(count, first)
        } else {
            Opener::Signs(count, first)
        }
    }

    /// One tilde is a range of numbers more often than a deletion: it must stand at the borders of words, or lower what
    /// follows a letter, as in `H~2~O`.
    fn tildes(&self, hint: Option<usize>, place: Sourcepos) -> Opener {
        let text = self.cursor.source();
        let first = self.cursor.marker(&["~"], hint).unwrap_or(self.cursor.at());
        if text.part(first..).starts_with("~~") || !text.part(first..).starts_with('~') {
            return Opener::Signs(2, first);
        }
        let lines = self.inlines.lines;
        let last = lines.offset(place.end.line, place.end.column);
        let after = text.get(last + 1..).and_then(|rest| rest.chars().next());
        let before = text.part(..first).chars().next_back();
        let joined = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
        let lowers = lowers(before, text.get(first + 1..last).unwrap_or(""));
        if self.misled || !lowers && (joined(before) || joined(after)) {
            Opener::Tilde
        } else {
            Opener::Signs(1, first)
        }
    }

    fn footnote(&mut self, label: &str, hint: Option<usize>) {
        let cursor = &mut self.cursor;
        let opener = cursor.marker(&["[^"], hint).unwrap_or(cursor.at());
        cursor.go_to(opener);
        cursor.step(cursor.near().find(']').map_or(0, |end| end + 1));
        let span = Span::new(opener, cursor.at());
        let number = self.inlines.footnotes.get(label).copied().unwrap_or(0);
        let start = cursor.draft.len();
        cursor.draft.push_atomic(&number.to_string(), span);
        let label = label.to_owned();
        cursor
            .draft
            .mark_from(start, MarkKind::Footnote { label }, span);
    }
}

fn link_kind(link: &NodeLink) -> MarkKind {
    MarkKind::Link {
        url: link.url.clone(),
        title: (!link.title.is_empty()).then(|| link.title.clone()),
    }
}

/// What the text between single tildes at `first` and before `end` is.
fn one_tilde(text: &str, first: usize, end: usize) -> MarkKind {
    let before = text.part(..first).chars().next_back();
    let inside = text.get(first + 1..end.saturating_sub(1)).unwrap_or("");
    if lowers(before, inside) {
        MarkKind::Subscript
    } else {
        MarkKind::Strikethrough
    }
}

fn lowers(before: Option<char>, inside: &str) -> bool {
    before.is_some_and(char::is_alphabetic) && !inside.contains(char::is_whitespace)
}

/// Whether comrak takes no definitions off a paragraph: one right above a table, or a term right above what it means.
fn keeps_definitions<'a>(node: &'a AstNode<'a>) -> bool {
    let item = node.parent().and_then(AstNode::parent);
    let is_tight = |item: &'a AstNode<'a>| {
        let data = item.data();
        matches!(&data.value, NodeValue::DescriptionItem(item) if item.tight)
    };
    let end = node.data().sourcepos.end.line;
    let is_table = |next: &'a AstNode<'a>| {
        let next = next.data();
        matches!(next.value, NodeValue::Table(_)) && next.sourcepos.start.line == end + 1
    };
    item.is_some_and(is_tight) || node.next_sibling().is_some_and(is_table)
}
