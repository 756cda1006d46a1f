//! HTML that is safe by its type: tags and attributes come from short lists, and every word is escaped on its way in.
//!
//! There is no way to put finished HTML into a [`Markup`], and no tag, attribute or address in it that runs anything.

use super::base64::base64;
use crate::handout::{scheme, visible};
use std::fmt::Write;

/// The schemes that a link may have; an address without one is relative.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Whether a browser may follow `url`: it runs no script.
pub(super) fn is_safe(url: &str) -> bool {
    scheme(url).is_none_or(|scheme| SCHEMES.contains(&scheme.as_str()))
}

/// A piece of HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markup {
    html: String,
    /// The language of facetdoc's own words, where it is not that of the page.
    own_lang: Option<&'static str>,
}

impl Markup {
    /// What `write` writes.
    pub(super) fn of(write: impl FnOnce(&mut Self)) -> Self {
        let mut markup = Self::default();
        write(&mut markup);
        markup
    }

    /// Adds words; control characters are left out, a newline is a line break.
    pub(super) fn text(&mut self, text: &str) {
        for (index, line) in visible(text).split('\n').enumerate() {
            if index > 0 {
                self.html.push_str("<br>");
            }
            escape(line, &mut self.html);
        }
    }

    /// A page on which facetdoc's own words are in `own_lang`; `None` where that is the language of the page.
    pub(super) fn with_own_words_in(own_lang: Option<&'static str>) -> Self {
        Self {
            own_lang,
            ..Self::default()
        }
    }

    /// Adds words of facetdoc's own, marked where they are in another language than the page.
    pub(super) fn own_text(&mut self, text: &str) {
        match self.own_lang.filter(|_| text.contains(char::is_alphabetic)) {
            Some(lang) => {
                let element = Element::from(Tag::Span).with(Attribute::Lang, lang);
                self.element(element, |span| span.text(text));
            }
            None => self.text(text),
        }
    }

    /// Adds words of preformatted text, in which a newline is one.
    pub(super) fn verbatim(&mut self, text: &str) {
        escape(&visible(text), &mut self.html);
    }

    /// Adds an element with what `inner` writes into it.
    pub(super) fn element(&mut self, element: impl Into<Element>, inner: impl FnOnce(&mut Self)) {
        let element = element.into();
        self.open(&element);
        inner(self);
        self.close(element.tag);
    }

    /// Adds an element that never holds anything, such as a line.
    pub(super) fn void(&mut self, element: impl Into<Element>) {
        self.open(&element.into());
    }

    /// Adds the start of an element; [`Markup::close`] ends it.
    pub(super) fn open(&mut self, element: &Element) {
        let Element { tag, attributes } = element;
        let _ = write!(self.html, "<{}{attributes}>", tag.name());
    }

    /// Adds the end of an element.
    pub(super) fn close(&mut self, tag: Tag) {
        let _ = write!(self.html, "</{}>", tag.name());
    }

    /// Adds the first line of a page.
    pub(super) fn doctype(&mut self) {
        self.html.push_str("<!DOCTYPE html>\n");
    }

    /// Adds a style sheet of the program's own.
    pub(super) fn style(&mut self, sheet: &'static str) {
        self.html.push_str("<style>");
        self.html.push_str(sheet);
        self.html.push_str("</style>");
    }

    /// Adds a new line where white space shows nothing, for people who read the source.
    pub(super) fn new_line(&mut self) {
        self.html.push('\n');
    }

    /// The HTML.
    pub(super) fn into_string(self) -> String {
        self.html
    }
}

fn escape(text: &str, into: &mut String) {
    for ch in text.chars() {
        match ch {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            other => into.push(other),
        }
    }
}

/// The start of an element: its tag with its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    tag: Tag,
    attributes: String,
}

impl From<Tag> for Element {
    fn from(tag: Tag) -> Self {
        Self {
            tag,
            attributes: String::new(),
        }
    }
}

impl Element {
    /// Its tag.
    pub(super) fn tag(&self) -> Tag {
        self.tag
    }

    /// The element with an attribute; control characters of the value are left out.
    pub(super) fn with(mut self, attribute: Attribute, value: &str) -> Self {
        self.set(attribute.name(), value);
        self
    }

    /// A link to `url`, which is on the page, relative, or of one of the harmless schemes; `None` for any other.
    pub(super) fn link(url: &str) -> Option<Self> {
        let mut element = Self::from(Tag::A);
        is_safe(url).then(|| {
            element.set("href", url);
            element
        })
    }

    /// A picture; `None` where its address is not harmless.
    pub(super) fn picture(url: &str, alt: &str) -> Option<Self> {
        let mut element = Self::from(Tag::Img);
        is_safe(url).then(|| {
            element.set("src", url);
            element.set("alt", alt);
            element
        })
    }

    /// A picture that is packed into the page. A browser runs no script of a picture and loads nothing for it.
    pub(super) fn packed_picture(
        media: Media,
        bytes: &[u8],
        (width, height): (u32, u32),
        alt: &str,
    ) -> Self {
        let mut element = Self::from(Tag::Img);
        let data = base64(bytes);
        element.set("src", &format!("data:{};base64,{data}", media.name()));
        element.set("alt", alt);
        element.set("width", &width.to_string());
        element.set("height", &height.to_string());
        element
    }

    fn set(&mut self, name: &str, value: &str) {
        let _ = write!(self.attributes, " {name}=\"");
        escape(&visible(value), &mut self.attributes);
        self.attributes.push('"');
    }
}

/// Declares an enum of names as they are written.
macro_rules! names {
    ($(#[$about:meta])* $enum:ident { $($variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum $enum { $($variant,)* }

        impl $enum {
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

names! {
    /// Every tag that is ever written. None of them runs, loads or sends anything by itself but `img`.
    Tag {
        A = "a", Blockquote = "blockquote", Body = "body", Code = "code", Dd = "dd", Del = "del", Div = "div", Dl = "dl",
        Dt = "dt", Em = "em", Figcaption = "figcaption", Figure = "figure", Footer = "footer", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
        Head = "head", Hr = "hr", Html = "html", Img = "img", Li = "li", Main = "main", Meta = "meta", Ol = "ol", P = "p",
        Pre = "pre", Section = "section", Span = "span", Strong = "strong", Sub = "sub", Sup = "sup", Table = "table",
        Tbody = "tbody", Td = "td", Th = "th", Thead = "thead", Title = "title", Tr = "tr", Ul = "ul",
    }
}

names! {
    /// The kinds of pictures that are packed into a page.
    Media {
        Jpeg = "image/jpeg", Png = "image/png", Svg = "image/svg+xml",
    }
}

names! {
    /// The attributes that any tag may have. Addresses are set by [`Element::link`] and [`Element::picture`] only.
    Attribute {
        AriaHidden = "aria-hidden", AriaLabel = "aria-label", AriaLabelledby = "aria-labelledby", Charset = "charset",
        Class = "class", Content = "content", Dir = "dir", HttpEquiv = "http-equiv", Id = "id", Lang = "lang", Name = "name",
        Role = "role", Scope = "scope", Start = "start", Tabindex = "tabindex", Value = "value",
    }
}

impl Tag {
    /// The tag of a heading; levels below 1 are 1, above 6 are 6.
    pub(super) fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::H1,
            2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            _ => Self::H6,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_never_become_markup() {
        let markup = Markup::of(|markup| {
            let p = Element::from(Tag::P).with(Attribute::Class, "\"><script>");
            markup.element(p, |p| {
                p.text("</p><script>alert(1)</script>&amp;\u{202e}\0\nnext");
            });
        });
        assert_eq!(
            markup.into_string(),
            "<p class=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;<br>next</p>"
        );
    }

    #[test]
    fn only_harmless_addresses_become_links() {
        for good in [
            "https://e.org",
            "mailto:a@e.org",
            "tel:999",
            "#here",
            "../next.html",
            "HTTP://e.org",
        ] {
            assert!(Element::link(good).is_some(), "{good}");
        }
        for bad in [
            "javascript:x",
            " JaVa\tScript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "\u{1}javascript:x",
        ] {
            assert_eq!(Element::link(bad), None, "{bad}");
            assert_eq!(Element::picture(bad, "x"), None, "{bad}");
        }
    }
}
