//! The tags and texts of the article in the order and nesting that the page's tree gives them.

use super::content::{Content, Page};
use super::dom::{Kind, span_of};
use crate::parse::tags::{Start, Token};
use crate::source::Span;

/// A node that is entered, or left again.
#[derive(Debug, Clone, Copy)]
enum Step {
    Enter(usize),
    Leave(usize),
    /// The start of a list that the page only draws.
    StartList(&'static str),
    /// Its end.
    EndList(&'static str),
}

/// The tokens of `content`.
pub(super) fn tokens(page: Page<'_>, content: &Content) -> Vec<Token> {
    let mut emitter = Emitter {
        page,
        content,
        tokens: Vec::new(),
        end: 0,
    };
    emitter.node(content.title);
    emitter.node(Some(content.root));
    emitter.tokens
}

struct Emitter<'p> {
    page: Page<'p>,
    content: &'p Content,
    tokens: Vec<Token>,
    /// Where the last token that stands in the source ends: the place of those that do not.
    end: usize,
}

impl Emitter<'_> {
    fn node(&mut self, root: Option<usize>) {
        let mut steps: Vec<Step> = root.map(Step::Enter).into_iter().collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) => self.enter(node, &mut steps),
                Step::Leave(node) => self.leave(node),
                Step::StartList(name) => {
                    let start = Start::implied(name, Span::empty(self.end));
                    self.push(Token::Start(start));
                }
                Step::EndList(name) => {
                    self.push(Token::End(name.to_owned(), Span::empty(self.end)));
                }
            }
        }
    }

    fn push(&mut self, token: Token) {
        let span = span_of(&token);
        if !span.is_empty() {
            self.end = span.end();
        }
        self.tokens.push(token);
    }

    fn enter(&mut self, at: usize, steps: &mut Vec<Step>) {
        let Some(node) = self.page.dom.nodes.get(at) else {
            return;
        };
        let is_marker = self.page.tag(at).is_some_and(is_drawn_marker);
        let is_dropped = self.content.dropped.contains(&at) && self.content.title != Some(at);
        if is_marker || is_dropped {
            return;
        }
        match node.kind {
            Kind::Leaf(token) => {
                if let Some(token) = self.page.tokens.get(token) {
                    self.push(token.clone());
                }
            }
            Kind::Document => self.children(&node.children, steps),
            Kind::Element { repeated, .. } => {
                if let Some(tag) = self.page.tag(at) {
                    let span = if repeated {
                        Span::empty(self.end)
                    } else {
                        tag.span
                    };
                    self.push(Token::Start(tag.renamed(name(tag), span)));
                } else if !matches!(node.name.as_str(), "html" | "head" | "body") {
                    let start = Start::implied(&node.name, Span::empty(self.end));
                    self.push(Token::Start(start));
                }
                steps.push(Step::Leave(at));
                self.children(&node.children, steps);
            }
        }
    }

    fn leave(&mut self, at: usize) {
        let Some(node) = self.page.dom.nodes.get(at) else {
            return;
        };
        let name = self.page.tag(at).map_or(node.name.as_str(), name);
        let end = node
            .end
            .and_then(|end| self.page.tokens.get(end))
            .map(span_of);
        let span = end.unwrap_or(Span::empty(self.end));
        self.push(Token::End(name.to_owned(), span));
    }

    /// Puts children on the steps; paragraphs that a word processor only draws as list items become a list.
    fn children(&mut self, children: &[usize], steps: &mut Vec<Step>) {
        let mut later: Vec<Step> = Vec::new();
        let mut list: Option<&'static str> = None;
        for child in children {
            let is_blank = self.page.name(*child).is_empty() && self.page.words(*child).is_empty();
            let drawn = self.page.tag(*child).filter(|tag| is_drawn_item(tag));
            if drawn.is_none() && !is_blank {
                later.extend(list.take().map(Step::EndList));
            }
            if drawn.is_some() && list.is_none() {
                let first = self.page.words(*child).first().copied().unwrap_or("");
                let is_numbered = first.starts_with(|ch: char| ch.is_ascii_digit());
                let name = if is_numbered { "ol" } else { "ul" };
                list = Some(name);
                later.push(Step::StartList(name));
            }
            later.push(Step::Enter(*child));
        }
        later.extend(list.take().map(Step::EndList));
        steps.extend(later.into_iter().rev());
    }
}

/// The name under which an element is read: word processors say in classes what they do not say in tags.
fn name(tag: &Start) -> &str {
    let class = tag.attribute("class").unwrap_or("");
    let mut classes = class.split_ascii_whitespace();
    let is_google = tag.attribute("id").is_some_and(|id| id.starts_with("h."));
    match tag.name.as_str() {
        "p" if is_drawn_item(tag) => "li",
        "p" if class == "MsoTitle" || (is_google && classes.any(|name| name == "title")) => "h1",
        name => name,
    }
}

/// Whether a paragraph is an item of a list, as Word writes them.
fn is_drawn_item(tag: &Start) -> bool {
    let class = tag.attribute("class").unwrap_or("");
    tag.name == "p" && class.starts_with("MsoListParagraph")
}

/// Whether an element holds the bullet that Word draws before an item.
fn is_drawn_marker(tag: &Start) -> bool {
    let style = tag.attribute("style").unwrap_or("");
    let style: String = style.chars().filter(|ch| !ch.is_whitespace()).collect();
    style.to_ascii_lowercase().contains("mso-list:ignore")
}
