//! The running text of HTML: what is between the tags that part lines.

use super::raw::Raw;
use crate::article::{BlockKind, Image, MarkKind, Prose};
use crate::parse::draft::Draft;
use crate::parse::entity;
use crate::parse::quotes::{self, Quotes};
use crate::parse::sections::Heading;
use crate::parse::tags::{self, Start};
use crate::source::{PartOf, Span};
use std::ops::Range;

/// Elements whose text is no prose: controls and drawings.
const CONTROLS: &[&str] = &[
    "button", "select", "option", "optgroup", "datalist", "textarea", "label", "svg", "math",
    "video", "audio", "canvas", "output", "meter", "progress",
];

/// How many inline elements may be open; more are left out.
pub(in crate::parse) const MOST_OPEN: usize = 64;

/// What the text becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Flow {
    /// A paragraph, or what the element around it makes of it.
    #[default]
    Text,
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its `id`.
        id: Option<String>,
    },
    /// The line of `<details>` that is always seen.
    Summary,
    /// Preformatted text.
    Pre,
}

/// Text that is done.
pub(super) enum Done {
    /// A heading.
    Heading(Heading),
    /// A summary with its source.
    Summary(Prose, Span),
    /// Images or preformatted text.
    Blocks(Vec<(BlockKind, Span)>),
    /// A paragraph in the making, what it is when it stands by itself, and its source.
    Text(Draft, fn(Prose) -> BlockKind, Span),
}

/// Text that is being read.
#[derive(Debug)]
pub(super) struct Flowing {
    quotes: Quotes,
    /// What it becomes.
    pub(super) flow: Flow,
    draft: Draft,
    /// The tag that began it.
    start: Option<usize>,
    tags: Vec<Open>,
    images: Vec<Seen>,
    /// Whether some of it is prose and not a control's caption.
    plain: bool,
    controls: usize,
}

/// An inline element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    kind: Option<MarkKind>,
    text: usize,
    source: usize,
}

/// An image that was met in the text.
#[derive(Debug)]
struct Seen {
    alt: Range<usize>,
    url: String,
    title: Option<String>,
    decorative: bool,
    span: Span,
}

impl Flowing {
    /// No text yet; `quotes` are the quotation marks of the language.
    pub(super) fn new(quotes: Quotes) -> Self {
        Self {
            quotes,
            flow: Flow::default(),
            draft: Draft::default(),
            start: None,
            tags: Vec::new(),
            images: Vec::new(),
            plain: false,
            controls: 0,
        }
    }

    /// Starts a new text, which `tag` opens.
    pub(super) fn begin(&mut self, flow: Flow, tag: Span) {
        self.flow = flow;
        self.start = Some(tag.start());
    }

    /// Notes the tag that opens the text to come.
    pub(super) fn starts(&mut self, tag: Span) {
        if self.draft.is_blank() {
            self.start = Some(tag.start());
        }
    }

    /// Whether the closing tag `name` ends the text.
    pub(super) fn closes(&self, name: &str) -> bool {
        match &self.flow {
            Flow::Text => false,
            Flow::Heading { .. } => super::names::heading_level(name).is_some(),
            Flow::Summary => name == "summary",
            Flow::Pre => name == "pre",
        }
    }

    /// Adds text with its entities decoded and its white space drawn together.
    pub(super) fn text(&mut self, raw: &Raw, span: Span) {
        let text = raw.slice(span);
        if self.controls == 0 && !text.trim().is_empty() {
            self.plain = true;
        }
        let mut at = span.start();
        let end = span.end();
        while at < end {
            let rest = raw.slice(Span::new(at, end));
            let blank = rest.len() - rest.trim_start_matches(is_space).len();
            if blank > 0 {
                self.white_space(raw, Span::new(at, at + blank));
                at += blank;
                continue;
            }
            let word = rest.find(is_space).unwrap_or(rest.len());
            self.word(raw, Span::new(at, at + word));
            at += word;
        }
    }

    fn white_space(&mut self, raw: &Raw, span: Span) {
        let source = raw.span(span);
        if self.flow != Flow::Pre {
            if raw.slice(span) == " " {
                return self.space_like(" ", source, true);
            }
            return self.space(source);
        }
        let mut at = span.start();
        for line in raw.slice(span).split_inclusive('\n') {
            let place = raw.span(Span::new(at, at + line.len()));
            match line.strip_suffix('\n') {
                Some(blank) => {
                    self.draft
                        .push_verbatim(blank.trim_end_matches('\r'), place.start());
                    self.draft
                        .push_atomic("\n", Span::new(place.end().saturating_sub(1), place.end()));
                }
                None => self.draft.push_verbatim(line, place.start()),
            }
            at += line.len();
        }
    }

    /// Adds a space for `source`, unless white space was just added.
    pub(super) fn space(&mut self, source: Span) {
        self.space_like(" ", source, false);
    }

    fn space_like(&mut self, space: &str, source: Span, verbatim: bool) {
        let text = self.draft.text();
        if text.is_empty() || text.ends_with([' ', '\n']) {
            return;
        }
        if verbatim {
            self.draft.push_verbatim(space, source.start());
        } else {
            self.draft.push_atomic(space, source);
        }
    }

    /// Adds a run without white space, which stands on one line.
    fn word(&mut self, raw: &Raw, span: Span) {
        let word = raw.slice(span);
        let source = raw.span(span).start();
        let mut done = 0;
        for (at, _) in word.match_indices('&') {
            let Some((decoded, length)) = entity::decode(word.part(at..)).filter(|_| at >= done)
            else {
                continue;
            };
            self.draft.push_verbatim(word.part(done..at), source + done);
            let place = Span::new(source + at, source + at + length);
            self.draft.push_atomic(&decoded, place);
            done = at + length;
        }
        self.draft.push_verbatim(word.part(done..), source + done);
    }

    /// Opens an inline element, or takes in one that has no end.
    pub(super) fn inline_start(&mut self, tag: &Start, span: Span, source: &str) {
        match tag.name.as_str() {
            "br" => self.draft.push_break("\n", span),
            "wbr" | "input" | "source" | "track" | "col" | "embed" | "area" | "link" | "meta" => {}
            "img" => self.image(tag, span, source),
            name if self.tags.len() < MOST_OPEN => {
                if name == quotes::TAG {
                    let open = self.tags.iter().map(|open| open.name.as_str());
                    self.draft.push_atomic(self.quotes.opening(open), span);
                }
                self.controls += usize::from(CONTROLS.contains(&name));
                self.tags.push(Open {
                    name: tag.name.clone(),
                    kind: tag.mark(),
                    text: self.draft.len(),
                    source: span.start(),
                });
            }
            _ => {}
        }
    }

    fn image(&mut self, tag: &Start, span: Span, source: &str) {
        let from = self.draft.len();
        let alt = tag.attribute("alt");
        if let Some(alt) = alt {
            tags::push_attribute(&mut self.draft, alt, source, span);
        }
        let url = tag.attribute("src").unwrap_or("").to_owned();
        let decorative = tag.is_decorative_image();
        if !decorative {
            self.draft
                .mark_from(from, MarkKind::Image { url: url.clone() }, span);
        }
        self.images.push(Seen {
            alt: from..self.draft.len(),
            url,
            title: tag.attribute("title").map(str::to_owned),
            decorative,
            span,
        });
    }

    /// A page in a frame, such as a film: a link to it under its title. One without a title, or hidden, is no more than a
    /// part of the layout.
    pub(super) fn frame_link(&mut self, tag: &Start, span: Span, source: &str) {
        let url = tag.attribute("src").unwrap_or("").trim();
        let title = tag.attribute("title").unwrap_or("");
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        let is_hidden = tag.attribute("hidden").is_some()
            || tag.attribute("aria-hidden") == Some("true")
            || ["width", "height"]
                .iter()
                .any(|side| matches!(tag.attribute(side), Some("0" | "1")));
        if !is_web || is_hidden || title.trim().is_empty() || self.flow != Flow::Text {
            return;
        }
        self.space(Span::empty(span.start()));
        let from = self.draft.len();
        tags::push_attribute(&mut self.draft, title, source, span);
        let kind = MarkKind::Link {
            url: url.to_owned(),
            title: None,
        };
        self.draft.mark_from(from, kind, span);
        self.plain = true;
    }

    /// Ends the quotations that no tag closes.
    fn close_quotations(&mut self) {
        let end = self.draft.source().map_or(0, Span::end);
        while let Some(index) = self.tags.iter().rposition(|open| open.name == quotes::TAG) {
            self.tags.remove(index);
            let outer = self.tags.iter().map(|open| open.name.as_str());
            let closing = self.quotes.closing(outer);
            self.draft.push_atomic(closing, Span::empty(end));
        }
    }

    /// Closes an inline element.
    pub(super) fn inline_end(&mut self, name: &str, span: Span) {
        let Some(index) = self.tags.iter().rposition(|open| open.name == name) else {
            return;
        };
        let open = self.tags.remove(index);
        if name == quotes::TAG {
            let open = self.tags.iter().map(|open| open.name.as_str());
            self.draft.push_atomic(self.quotes.closing(open), span);
        }
        self.controls -= usize::from(CONTROLS.contains(&name)).min(self.controls);
        if let Some(kind) = open.kind {
            let place = Span::new(open.source, span.end());
            self.draft.mark_from(open.text, kind, place);
        }
    }

    /// Forgets inline elements that were never closed.
    pub(super) fn close_tags(&mut self) {
        self.tags.clear();
        self.controls = 0;
    }

    /// Ends the text; `tag` is what closes it. `None` where there is none.
    pub(super) fn take(&mut self, tag: Option<Span>) -> Option<Done> {
        if self.flow == Flow::Summary && tag.is_none() && self.draft.is_blank() {
            return None;
        }
        self.close_quotations();
        let end = self.draft.source().map_or(0, Span::end);
        for open in &mut self.tags {
            if let Some(kind) = open.kind.clone() {
                self.draft.mark_from(
                    open.text,
                    kind,
                    Span::new(open.source, end.max(open.source)),
                );
            }
            open.text = 0;
        }
        let flow = std::mem::take(&mut self.flow);
        let draft = std::mem::take(&mut self.draft);
        let images = std::mem::take(&mut self.images);
        let start = self.start.take();
        let plain = std::mem::take(&mut self.plain);
        let text = draft.source();
        let seen = images.iter().map(|image| image.span).reduce(Span::cover);
        let text = text.into_iter().chain(seen).reduce(Span::cover);
        let first = start.or(text.map(Span::start)).or(tag.map(Span::start))?;
        let last = tag.or(text).map_or(first, Span::end);
        let span = Span::new(first, last.max(text.map_or(0, Span::end)));
        match flow {
            Flow::Heading { level, id } if !draft.is_blank() => Some(Done::Heading(Heading {
                level,
                prose: draft.finish(span),
                id,
                span,
            })),
            Flow::Summary => Some(Done::Summary(draft.finish(span), span)),
            Flow::Pre if !draft.is_blank() => {
                let prose = draft.finish_as_written(span);
                let info = String::new();
                Some(Done::Blocks(vec![(BlockKind::Code { prose, info }, span)]))
            }
            _ => text_done(draft, images, plain, span),
        }
    }
}

fn text_done(draft: Draft, images: Vec<Seen>, plain: bool, span: Span) -> Option<Done> {
    let mut covered: Vec<_> = images.iter().map(|image| image.alt.clone()).collect();
    covered.retain(|alt| !alt.is_empty());
    let beside = draft
        .text()
        .char_indices()
        .any(|(at, ch)| !ch.is_whitespace() && !covered.iter().any(|alt| alt.contains(&at)));
    let linked = draft
        .marks()
        .iter()
        .any(|mark| matches!(mark.kind, MarkKind::Link { .. }));
    if !images.is_empty() && !beside && (!linked || covered.is_empty()) {
        let blocks = images.into_iter().map(|image| image.into_block(&draft));
        return Some(Done::Blocks(blocks.collect()));
    }
    if draft.is_blank() {
        return None;
    }
    let kind = if plain || !covered.is_empty() {
        BlockKind::Paragraph
    } else {
        BlockKind::Html
    };
    Some(Done::Text(draft, kind, span))
}

impl Seen {
    fn into_block(self, draft: &Draft) -> (BlockKind, Span) {
        let mut alt = draft.clone();
        alt.remove(self.alt.end..alt.len());
        alt.remove(0..self.alt.start);
        alt.retain_marks(0, |_| false);
        let whole = alt.source().unwrap_or(self.span);
        let image = Image {
            alt: alt.finish(whole),
            url: self.url,
            title: self.title,
            decorative: self.decorative,
        };
        (BlockKind::Image(image), self.span)
    }
}

fn is_space(ch: char) -> bool {
    ch.is_ascii_whitespace()
}
