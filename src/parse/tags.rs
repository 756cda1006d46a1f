//! HTML tags, token by token with their places.

use super::align::{Coding, Piece, align};
use super::draft::Draft;
use crate::article::MarkKind;
use crate::source::Span;
use html5gum::{DefaultEmitter, HtmlString, Tokenizer};

/// A token of HTML; spans are bytes of the text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// An opening tag, or one that stands alone.
    Start(Start),
    /// A closing tag.
    End(String, Span),
    /// A comment's text.
    Comment(String, Span),
    /// Text with its entities as they are written.
    Text(Span),
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    /// The name in lower case.
    pub(super) name: String,
    /// The tag.
    pub(super) span: Span,
    attributes: Vec<(String, String)>,
}

impl Start {
    /// A tag that the source does not have; `span` is where it is missing.
    pub(super) fn implied(name: &str, span: Span) -> Self {
        Self {
            name: name.to_owned(),
            span,
            attributes: Vec::new(),
        }
    }

    /// The tag as one called `name` at `span`.
    pub(super) fn renamed(&self, name: &str, span: Span) -> Self {
        Self {
            name: name.to_owned(),
            span,
            attributes: self.attributes.clone(),
        }
    }

    /// The decoded value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(&found.1)
    }

    /// Whether it is an image that says of itself that it is decoration.
    pub(super) fn is_decorative_image(&self) -> bool {
        let role = self.attribute("role").unwrap_or("");
        self.attribute("alt") == Some("") || matches!(role, "presentation" | "none")
    }

    /// What the tag says of its text, if that is something.
    pub(super) fn mark(&self) -> Option<MarkKind> {
        match self.name.as_str() {
            "b" | "strong" => Some(MarkKind::Strong),
            "i" | "em" | "dfn" | "cite" => Some(MarkKind::Emphasis),
            "s" | "del" | "strike" => Some(MarkKind::Strikethrough),
            "sup" => Some(MarkKind::Superscript),
            "sub" => Some(MarkKind::Subscript),
            "code" | "kbd" | "samp" | "tt" => Some(MarkKind::Code),
            "a" => Some(MarkKind::Link {
                url: self.attribute("href")?.to_owned(),
                title: self.attribute("title").map(str::to_owned),
            }),
            _ => None,
        }
    }
}

/// The tokens of `html`, in order. Whatever is between tags and comments is text; nothing is left out but doctypes.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut tokens = Vec::new();
    let mut read = 0;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let (token, span) = match token {
            html5gum::Token::StartTag(tag) => {
                let span = Span::new(tag.span.start, tag.span.end);
                let attributes = tag.attributes.iter();
                let start = Start {
                    name: text(&tag.name),
                    span,
                    attributes: attributes
                        .map(|(key, value)| (text(key), text(value)))
                        .collect(),
                };
                (Some(Token::Start(start)), span)
            }
            html5gum::Token::EndTag(tag) => {
                let span = Span::new(tag.span.start, tag.span.end);
                (Some(Token::End(text(&tag.name), span)), span)
            }
            html5gum::Token::Comment(comment) => {
                let span = Span::new(comment.span.start, comment.span.end);
                (Some(Token::Comment(text(&comment), span)), span)
            }
            html5gum::Token::Doctype(doctype) => {
                (None, Span::new(doctype.span.start, doctype.span.end))
            }
            html5gum::Token::String(_) | html5gum::Token::Error(_) => continue,
        };
        if read < span.start() {
            tokens.push(Token::Text(Span::new(read, span.start())));
        }
        read = span.end();
        tokens.extend(token);
    }
    if read < html.len() {
        tokens.push(Token::Text(Span::new(read, html.len())));
    }
    tokens
}

/// The [`tokens`] of a page from byte `start` of `source` on; their spans are bytes of the source.
pub(super) fn page_tokens(source: &str, start: usize) -> Vec<Token> {
    let mut tokens = tokens(source.get(start..).unwrap_or(""));
    for token in &mut tokens {
        let span = match token {
            Token::Start(tag) => &mut tag.span,
            Token::End(_, span) | Token::Comment(_, span) | Token::Text(span) => span,
        };
        *span = Span::new(span.start() + start, span.end() + start);
    }
    tokens
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Adds an attribute's value, which is looked for inside the tag at `tag` of the source.
pub(super) fn push_attribute(draft: &mut Draft, value: &str, source: &str, tag: Span) {
    let area = source.get(tag.range()).unwrap_or("");
    let found = area
        .match_indices('=')
        .flat_map(|(at, _)| [at + 1, at + 2])
        .find_map(|at| {
            let (pieces, end) = align(value, source, tag.start() + at, Coding::Entities)?;
            (end < tag.end()).then_some(pieces)
        });
    let Some(pieces) = found else {
        return draft.push_atomic(value, tag);
    };
    for piece in pieces {
        match piece {
            Piece::Verbatim(text, at) => draft.push_verbatim(text, at),
            Piece::Atomic(text, span) => draft.push_atomic(text, span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_have_exact_places() {
        let html = "<!-- hi --><a href=\"x?a&amp;b\">ü &amp; y</a>\n<br/>z";
        let tokens = tokens(html);
        let shown: Vec<_> = tokens
            .iter()
            .map(|token| match token {
                Token::Start(tag) => &html[tag.span.range()],
                Token::End(_, span) | Token::Comment(_, span) | Token::Text(span) => {
                    &html[span.range()]
                }
            })
            .collect();
        assert_eq!(
            shown,
            [
                "<!-- hi -->",
                "<a href=\"x?a&amp;b\">",
                "ü &amp; y",
                "</a>",
                "\n",
                "<br/>",
                "z"
            ]
        );
        let Token::Start(link) = &tokens[1] else {
            panic!("no link")
        };
        assert_eq!(link.attribute("href"), Some("x?a&b"));
    }

    #[test]
    fn an_attribute_is_found_in_its_tag() {
        let html = "<img title=a alt=\"Knee &amp; hip\">";
        let mut draft = Draft::default();
        push_attribute(&mut draft, "Knee & hip", html, Span::new(0, html.len()));
        let prose = draft.finish(Span::new(0, html.len()));
        assert_eq!(&html[prose.span(7..10).range()], "hip");
    }
}
