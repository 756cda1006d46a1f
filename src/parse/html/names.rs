//! What elements do, by their names.

/// Elements that no reader sees.
const UNSEEN: &[&str] = &[
    "script", "style", "nav", "template", "head", "title", "iframe", "object",
];

/// Elements that put their text on lines of its own.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "body",
    "center",
    "div",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "main",
    "p",
    "search",
    "section",
    "tbody",
    "tfoot",
    "thead",
    "caption",
];

/// Elements that hold blocks.
const HOLDERS: &[&str] = &[
    "blockquote",
    "aside",
    "details",
    "summary",
    "pre",
    "hr",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
];

/// Whether the text of elements called `name` is shown to nobody.
pub(in crate::parse) fn is_unseen(name: &str) -> bool {
    UNSEEN.contains(&name)
}

/// Whether the tags of elements called `name` end a line.
pub(in crate::parse) fn parts_lines(name: &str) -> bool {
    BLOCKS.contains(&name) || HOLDERS.contains(&name) || heading_level(name).is_some()
}

/// The level of `h1` to `h6`.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
