//! Running text: from comrak's inline nodes to prose with exact places.
//!
//! comrak's places are taken as hints. Each text is looked for at its hint, then where the last one ended, then further
//! on in the block; only text that is really there is called verbatim.

use super::align::{Coding, Piece, align};
use super::draft::Draft;
use super::html::{self, MOST_OPEN};
use super::lines::{Lines, floor};
use super::tags::{self, Token};
use super::{attributes, links};
use crate::article::MarkKind;
use crate::source::Span;
use comrak::nodes::{AstNode, NodeCode, NodeLink, NodeValue, Sourcepos};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far text is looked for when it is not where it should be.
const SEARCH_LIMIT: usize = 4096;

/// What the inline reader knows of the document.
#[derive(Debug)]
pub(super) struct Inlines<'s> {
    /// The source and its lines.
    pub(super) lines: &'s Lines<'s>,
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

impl<'s> Inlines<'s> {
    /// Reads the children of `node`, whose own text lies in `area`.
    pub(super) fn read<'a>(&self, node: &'a AstNode<'a>, area: Span) -> Inline {
        let text = self.lines.text();
        let mut reader = Reader {
            inlines: self,
            text,
            at: area.start(),
            end: area.end(),
            skipped: 0,
            draft: Draft::default(),
            open: Vec::new(),
            tags: Vec::new(),
            unseen: Vec::new(),
            comments: Vec::new(),
        };
        reader.skip_definitions(node, area);
        reader.children(node);
        let mut draft = reader.draft;
        draft.remove_all(reader.unseen);
        let comments = reader.comments;
        attributes::superscripts(&mut draft);
        attributes::remove_abbreviations(&mut draft);
        let id = attributes::remove(&mut draft, text);
        Inline {
            draft,
            id,
            comments,
        }
    }
}

struct Reader<'r, 's> {
    inlines: &'r Inlines<'s>,
    text: &'s str,
    /// The byte after what was last read.
    at: usize,
    /// The end of the block.
    end: usize,
    /// The lines of link definitions at the block's start, which comrak forgets to count.
    skipped: usize,
    draft: Draft,
    open: Vec<Open>,
    tags: Vec<OpenTag>,
    /// The text of scripts and the like.
    unseen: Vec<Range<usize>>,
    comments: Vec<(String, Span)>,
}

/// A node whose children are being read.
struct Open {
    text: usize,
    source: usize,
    marks: usize,
    tilde: Tilde,
}

/// What a `~` around text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tilde {
    /// `~~deleted~~`, or `~deleted~` around whole words.
    Deletes,
    /// `H~2~O`.
    Lowers,
    /// `5~10 or 20~30`: two ranges.
    Itself,
}

/// An inline HTML tag that was not closed yet.
struct OpenTag {
    name: String,
    kind: Option<MarkKind>,
    text: usize,
    source: usize,
}

impl<'s> Reader<'_, 's> {
    /// comrak takes link definitions off the start of a paragraph but counts the lines of the rest from its first line.
    fn skip_definitions<'a>(&mut self, node: &'a AstNode<'a>, area: Span) {
        let lines = self.inlines.lines;
        let skipped = links::definition_lines(&self.text[area.range()]);
        let Some(first) = node.first_child().filter(|_| skipped > 0) else {
            return;
        };
        let first = first.data().sourcepos.start.line;
        let start = node.data().sourcepos.start.line;
        if first == start {
            self.skipped = skipped;
            self.at = lines.start(start + skipped).max(self.at);
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

    fn hint(&self, place: Sourcepos) -> usize {
        let line = place.start.line + self.skipped;
        self.inlines.lines.offset(line, place.start.column)
    }

    /// Reads what a node is by itself; true where its children follow.
    fn enter<'a>(&mut self, node: &'a AstNode<'a>) -> bool {
        let data = node.data();
        let hint = self.hint(data.sourcepos);
        match &data.value {
            NodeValue::Text(text) => self.text(text, hint, Coding::Markdown),
            NodeValue::Code(code) => self.code(code, hint),
            NodeValue::SoftBreak => self.line_break(" "),
            NodeValue::LineBreak => self.line_break("\n"),
            NodeValue::HtmlInline(html) => self.raw(html, hint),
            NodeValue::FootnoteReference(call) => self.footnote(&call.name, hint),
            NodeValue::Math(math) => self.text(&math.literal, hint, Coding::Plain),
            NodeValue::Strikethrough => {
                let last = data.sourcepos.end;
                let last = self
                    .inlines
                    .lines
                    .offset(last.line + self.skipped, last.column);
                self.open_tilde(hint, last);
                return true;
            }
            _ => {
                let markers = match data.value {
                    NodeValue::Emph => 1,
                    NodeValue::Strong | NodeValue::Image(_) => 2,
                    NodeValue::Link(_) => {
                        usize::from(self.text.as_bytes().get(hint) == Some(&b'['))
                    }
                    _ => 0,
                };
                self.open(hint, markers, Tilde::Deletes);
                return true;
            }
        }
        false
    }

    fn open(&mut self, hint: usize, markers: usize, tilde: Tilde) {
        let source = hint.clamp(self.at, self.end.max(self.at));
        self.open.push(Open {
            text: self.draft.len(),
            source,
            marks: self.draft.marks().len(),
            tilde,
        });
        self.at = floor(self.text, (source + markers).min(self.end.max(self.at)));
    }

    fn leave<'a>(&mut self, node: &'a AstNode<'a>) {
        let data = node.data();
        let closing = match &data.value {
            NodeValue::Text(_)
            | NodeValue::Code(_)
            | NodeValue::SoftBreak
            | NodeValue::LineBreak
            | NodeValue::HtmlInline(_)
            | NodeValue::FootnoteReference(_)
            | NodeValue::Math(_) => return,
            value => value,
        };
        let Some(open) = self.open.pop() else {
            return;
        };
        match closing {
            NodeValue::Emph => self.close(&open, 1, Some(MarkKind::Emphasis)),
            NodeValue::Strong => self.close(&open, 2, Some(MarkKind::Strong)),
            NodeValue::Strikethrough => self.close_tilde(&open),
            NodeValue::Link(link) => {
                self.link_end();
                let kind = link_kind(link);
                self.close(&open, 0, Some(kind));
            }
            NodeValue::Image(link) => {
                self.link_end();
                // An alternative is plain text: what is set off inside it is not.
                self.draft.retain_marks(open.marks, |_| false);
                let kind = MarkKind::Image {
                    url: link.url.clone(),
                };
                self.close(&open, 0, Some(kind));
            }
            _ => self.close(&open, 0, None),
        }
    }

    fn close(&mut self, open: &Open, markers: usize, kind: Option<MarkKind>) {
        let end = (self.at + markers).min(self.end.max(self.at));
        self.at = floor(self.text, end);
        if let Some(kind) = kind {
            let span = Span::new(open.source, self.at);
            self.draft.mark_from(open.text, kind, span);
        }
    }

    fn open_tilde(&mut self, hint: usize, last: usize) {
        let rest = self.text.get(hint..).unwrap_or("");
        if rest.starts_with("~~") || !rest.starts_with('~') {
            return self.open(hint, 2, Tilde::Deletes);
        }
        let tilde = tilde(self.text, hint, last);
        self.open(hint, 1, tilde);
        if tilde == Tilde::Itself {
            self.draft.push_verbatim("~", hint);
        }
    }

    fn close_tilde(&mut self, open: &Open) {
        let double = self.text[open.source..].starts_with("~~");
        match open.tilde {
            Tilde::Deletes => {
                let markers = if double { 2 } else { 1 };
                self.close(open, markers, Some(MarkKind::Strikethrough));
            }
            Tilde::Lowers => self.close(open, 1, Some(MarkKind::Subscript)),
            Tilde::Itself => self.text("~", self.at, Coding::Plain),
        }
    }

    /// Reads `text`, which should stand at `hint`.
    fn text(&mut self, text: &str, hint: usize, coding: Coding) {
        let Some((pieces, end)) = self.find(text, hint, coding) else {
            let start = self.at.min(self.end);
            let span = Span::new(start, hint.clamp(start, self.end));
            self.draft.push_atomic(text, span);
            return;
        };
        for piece in pieces {
            match piece {
                Piece::Verbatim(text, at) => self.draft.push_verbatim(text, at),
                Piece::Atomic(text, span) => self.draft.push_atomic(text, span),
            }
        }
        self.at = end;
    }

    fn find<'t>(
        &self,
        text: &'t str,
        hint: usize,
        coding: Coding,
    ) -> Option<(Vec<Piece<'t>>, usize)> {
        let try_at = |at: usize| {
            align(text, self.text, at, coding)
                .or_else(|| align(text, self.text, at, Coding::Entities))
                .filter(|(_, end)| *end <= self.end)
        };
        if hint >= self.at
            && let Some(found) = try_at(hint)
        {
            return Some(found);
        }
        let limit = self.end.min(self.at.saturating_add(SEARCH_LIMIT));
        let area = self.text.get(self.at..floor(self.text, limit))?;
        area.char_indices()
            .find_map(|(offset, _)| try_at(self.at + offset))
    }

    fn code(&mut self, code: &NodeCode, hint: usize) {
        let start = self.draft.len();
        let ticks = "`".repeat(code.num_backticks);
        let from = hint.max(self.at);
        let opener = match self.text.get(from..) {
            Some(rest) if rest.starts_with(&ticks) => Some(from),
            _ => self
                .text
                .get(self.at..self.end)
                .and_then(|rest| rest.find(&ticks))
                .map(|at| self.at + at),
        };
        let Some(opener) = opener else {
            return self.text(&code.literal, hint, Coding::Plain);
        };
        self.at = opener + ticks.len();
        let rest = &self.text[self.at..];
        if rest.starts_with(['\n', '\r']) && !code.literal.starts_with(' ') {
            self.at = self.break_span().end();
        } else if rest.starts_with(' ') && !code.literal.starts_with(' ') {
            self.at += 1;
        }
        // A line break inside code is one space, which comrak's literal no longer shows as a break.
        let mut literal = code.literal.as_str();
        while !literal.is_empty() {
            let line = self.code_line(literal);
            let (now, later) = literal.split_at(line);
            self.text(now, self.at, Coding::Plain);
            literal = later;
            if let Some(next) = literal.strip_prefix(' ') {
                let span = self.break_span();
                self.draft.push_break(" ", span);
                self.at = span.end();
                literal = next;
            }
        }
        self.at += self.text[self.at..self.end.max(self.at)]
            .find('`')
            .unwrap_or(0);
        self.at = floor(
            self.text,
            (self.at + ticks.len()).min(self.end.max(self.at)),
        );
        self.draft
            .mark_from(start, MarkKind::Code, Span::new(opener, self.at));
    }

    /// The length of the part of `literal` that stands on this line of the source.
    fn code_line(&self, literal: &str) -> usize {
        let rest = &self.text[self.at..self.end.max(self.at)];
        if align(literal, rest, 0, Coding::Plain).is_some() {
            return literal.len();
        }
        let mut ends = literal
            .char_indices()
            .filter(|(_, ch)| *ch == ' ')
            .map(|(at, _)| at);
        ends.find(|end| {
            align(&literal[..*end], rest, 0, Coding::Plain)
                .is_some_and(|(_, after)| rest[after..].starts_with(['\n', '\r']))
        })
        .unwrap_or(literal.len())
    }

    /// The next line break with the white space around it and the markers of quotes after it.
    fn break_span(&self) -> Span {
        let bytes = self.text.as_bytes();
        let newline = self.text[self.at..self.end.max(self.at)].find(['\n', '\r']);
        let Some(newline) = newline.map(|offset| self.at + offset) else {
            return Span::empty(self.at);
        };
        let line = &self.text[self.at..newline];
        let mut start = self.at + line.trim_end_matches([' ', '\t']).len();
        if start == newline && line.ends_with('\\') {
            start -= 1;
        }
        let mut end = newline + 1;
        if bytes[newline] == b'\r' && bytes.get(end) == Some(&b'\n') {
            end += 1;
        }
        while end < self.end && matches!(bytes[end], b' ' | b'\t' | b'>') {
            end += 1;
        }
        Span::new(start, end.min(self.end.max(newline)))
    }

    fn line_break(&mut self, text: &str) {
        let span = self.break_span();
        self.draft.push_break(text, span);
        // Not past the markers of quotes: they may be text that is indented too deeply to quote.
        let newline = self.text[self.at..]
            .find('\n')
            .map(|offset| self.at + offset + 1);
        self.at = newline.unwrap_or(span.end()).min(span.end());
    }

    fn footnote(&mut self, label: &str, hint: usize) {
        let from = hint.clamp(self.at, self.end.max(self.at));
        let rest = &self.text[from..self.end.max(from)];
        let opener = rest.find("[^").map_or(from, |at| from + at);
        let length = self.text[opener..self.end.max(opener)]
            .find(']')
            .map_or(0, |at| at + 1);
        let span = Span::new(opener, opener + length);
        self.at = span.end();
        let number = self.inlines.footnotes.get(label).copied().unwrap_or(0);
        let start = self.draft.len();
        self.draft.push_atomic(&number.to_string(), span);
        let label = label.to_owned();
        self.draft
            .mark_from(start, MarkKind::Footnote { label }, span);
    }

    fn link_end(&mut self) {
        let limit = self
            .end
            .min(self.at.saturating_add(SEARCH_LIMIT))
            .max(self.at);
        self.at += links::tail(&self.text[self.at..floor(self.text, limit)]);
    }

    fn raw(&mut self, html: &str, hint: usize) {
        let first = html.lines().next().unwrap_or("");
        let found = self.text[self.at..self.end.max(self.at)].find(first);
        let start = match self.text.get(hint..) {
            Some(rest) if hint >= self.at && rest.starts_with(first) => hint,
            _ => found.map_or(self.at, |at| self.at + at),
        };
        let last = html.lines().last().unwrap_or("").trim_start();
        let end = self.text[start..self.end.max(start)]
            .find(last)
            .filter(|_| html.contains('\n'));
        let end = end.map_or(start + first.len(), |at| start + at + last.len());
        let span = Span::new(start, end.min(self.end.max(start)));
        self.at = span.end();
        match tags::tokens(html).into_iter().next() {
            Some(Token::Comment(text, _)) => self.comments.push((text, span)),
            Some(Token::Start(tag)) => self.tag_start(tag, span),
            Some(Token::End(name, _)) => self.tag_end(&name, span),
            Some(Token::Text(_)) | None => {}
        }
    }

    fn tag_start(&mut self, tag: tags::Start, span: Span) {
        match tag.name.as_str() {
            "br" => self.draft.push_break("\n", span),
            "img" => {
                let start = self.draft.len();
                if let Some(alt) = tag.attribute("alt") {
                    tags::push_attribute(&mut self.draft, alt, self.text, span);
                }
                if !tag.is_decorative_image() {
                    let url = tag.attribute("src").unwrap_or("").to_owned();
                    self.draft.mark_from(start, MarkKind::Image { url }, span);
                }
            }
            name if html::parts_lines(name) => self.part_lines(span),
            _ if self.tags.len() >= MOST_OPEN => {}
            _ => self.tags.push(OpenTag {
                kind: tag.mark(),
                name: tag.name,
                text: self.draft.len(),
                source: span.start(),
            }),
        }
    }

    /// A tag that parts lines, such as `<p>`, also parts the words around it.
    fn part_lines(&mut self, span: Span) {
        let text = self.draft.text();
        if !text.is_empty() && !text.ends_with(char::is_whitespace) {
            self.draft.push_break("\n", span);
        }
    }

    fn tag_end(&mut self, name: &str, span: Span) {
        if html::parts_lines(name) {
            return self.part_lines(span);
        }
        let Some(index) = self.tags.iter().rposition(|open| open.name == name) else {
            return;
        };
        let open = self.tags.remove(index);
        if html::is_unseen(name) {
            self.unseen.push(open.text..self.draft.len());
        }
        if let Some(kind) = open.kind {
            let span = Span::new(open.source, span.end());
            self.draft.mark_from(open.text, kind, span);
        }
    }
}

/// One tilde is a range of numbers more often than a deletion.
fn tilde(text: &str, first: usize, last: usize) -> Tilde {
    let before = text[..first].chars().next_back();
    let inside = text.get(first + 1..last).unwrap_or("");
    let after = text.get(last + 1..).and_then(|rest| rest.chars().next());
    if before.is_some_and(char::is_alphabetic) && !inside.contains(char::is_whitespace) {
        return Tilde::Lowers;
    }
    let joined = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
    if joined(before) || joined(after) {
        Tilde::Itself
    } else {
        Tilde::Deletes
    }
}

fn link_kind(link: &NodeLink) -> MarkKind {
    MarkKind::Link {
        url: link.url.clone(),
        title: (!link.title.is_empty()).then(|| link.title.clone()),
    }
}
