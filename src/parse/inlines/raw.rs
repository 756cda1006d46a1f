//! HTML tags and comments in running text.

use super::Reader;
use crate::article::MarkKind;
use crate::parse::html::{self, MOST_OPEN};
use crate::parse::quotes;
use crate::parse::tags::{self, Token};
use crate::source::{PartOf, Span};

/// An inline tag that was not closed yet.
pub(super) struct OpenTag {
    name: String,
    kind: Option<MarkKind>,
    text: usize,
    source: usize,
}

impl Reader<'_, '_> {
    /// Reads one tag or comment, which is `html` but for the starts of its lines.
    pub(super) fn html(&mut self, html: &str, hint: Option<usize>) {
        let first = html.lines().next().unwrap_or("");
        let cursor = &mut self.cursor;
        let start = cursor.marker(&[first], hint).unwrap_or(cursor.at());
        cursor.go_to(start);
        if html.contains(['\n', '\r']) {
            let last = html.lines().last().unwrap_or("").trim_start();
            let body = first.len().min(cursor.rest().len());
            let end = cursor.rest().part(body..).find(last);
            cursor.step(end.map_or(body, |end| body + end + last.len()));
        } else {
            cursor.step(first.len());
        }
        let span = Span::new(start, cursor.at());
        match tags::tokens(html).into_iter().next() {
            Some(Token::Comment(text, _)) => self.comments.push((text, span)),
            Some(Token::Start(tag)) => self.tag_start(tag, span),
            Some(Token::End(name, _)) => self.tag_end(&name, span),
            Some(Token::Text(_)) | None => {}
        }
    }

    fn tag_start(&mut self, tag: tags::Start, span: Span) {
        let draft = &mut self.cursor.draft;
        match tag.name.as_str() {
            "br" => draft.push_break("\n", span),
            "img" => {
                let start = draft.len();
                if let Some(alt) = tag.attribute("alt") {
                    tags::push_attribute(draft, alt, self.inlines.lines.text(), span);
                }
                if !tag.is_decorative_image() {
                    let url = tag.attribute("src").unwrap_or("").to_owned();
                    draft.mark_from(start, MarkKind::Image { url }, span);
                }
            }
            name if html::parts_lines(name) => self.part_lines(span),
            _ if self.tags.len() >= MOST_OPEN => {}
            name => {
                if name == quotes::TAG {
                    let open = self.tags.iter().map(|open| open.name.as_str());
                    draft.push_atomic(self.inlines.quotes.opening(open), span);
                }
                self.tags.push(OpenTag {
                    kind: tag.mark(),
                    text: draft.len(),
                    name: tag.name,
                    source: span.start(),
                });
            }
        }
    }

    /// A tag that parts lines, such as `<p>`, also parts the words around it.
    fn part_lines(&mut self, span: Span) {
        let text = self.cursor.draft.text();
        if !text.is_empty() && !text.ends_with(char::is_whitespace) {
            self.cursor.draft.push_break("\n", span);
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
        if name == quotes::TAG {
            let open = self.tags.iter().map(|open| open.name.as_str());
            let closing = self.inlines.quotes.closing(open);
            self.cursor.draft.push_atomic(closing, span);
        }
        if html::is_unseen(name) {
            self.unseen.push(open.text..self.cursor.draft.len());
        }
        if let Some(kind) = open.kind {
            let span = Span::new(open.source, span.end());
            self.cursor.draft.mark_from(open.text, kind, span);
        }
    }

    /// Ends the quotations that no tag closes.
    pub(super) fn close_quotations(&mut self) {
        let end = Span::empty(self.cursor.at());
        while let Some(open) = self.tags.pop() {
            if open.name == quotes::TAG {
                let outer = self.tags.iter().map(|open| open.name.as_str());
                let closing = self.inlines.quotes.closing(outer);
                self.cursor.draft.push_atomic(closing, end);
            }
        }
    }
}
