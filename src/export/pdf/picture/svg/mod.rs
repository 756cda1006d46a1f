//! SVG: resolved to plain paths, then drawn. Scripts and animations are no part of the picture; other files and addresses
//! are never fetched; words are set in the bundled fonts and become paths.

mod extent;
mod gradient;
mod images;
mod paint;
mod text;

use super::{Art, Picture, PictureError, SVG_UNIT};
use crate::handout::one_line;
use crate::source::PartOf;
use images::Images;
use paint::Painter;
use usvg::roxmltree::{self, Document, Node, ParsingOptions};
use usvg::{ImageHrefResolver, Options, Tree};

/// The most elements that are read.
const MAX_NODES: u32 = 200_000;

/// How deep elements may lie in one another.
const MAX_DEPTH: usize = 100;

/// The most bytes that entities may stand for.
const MAX_EXPANDED: usize = 32 * 1024 * 1024;

const SVG: &str = "http://www.w3.org/2000/svg";

const HTML_WORDS: &str = "holds words as HTML (foreignObject), which would be lost; save it with its text turned into paths, \
     or as a PNG";
const DEEP: &str = "has its parts nested too deep to draw; save a simpler copy of it";

/// The text of `bytes` if they can be an SVG: text that starts with markup.
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_start().starts_with('<').then_some(text)
}

/// Reads a drawing; the images inside it have at most `pixels_max` pixels together.
pub(super) fn read(text: &str, pixels_max: u64) -> Result<Picture, PictureError> {
    if nests_too_deep(text) {
        return Err(PictureError::Undrawable(DEEP));
    }
    if expands_too_far(text) {
        return Err(PictureError::Undrawable(paint::TOO_MUCH));
    }
    let document = parsed(text)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(PictureError::OtherKind(None));
    }
    check(root)?;
    extent::check(&document)?;
    let (named, images) = Images::taken_out(&document, pixels_max)?;
    let document = parsed(&named)?;
    let missing = text::Missing::default();
    let tree =
        Tree::from_xmltree(&document, &options(missing.clone(), &images)).map_err(|error| {
            match error {
                usvg::Error::ElementsLimitReached
                | usvg::Error::ParsingFailed(roxmltree::Error::NodesLimitReached) => {
                    PictureError::Undrawable(paint::TOO_MUCH)
                }
                usvg::Error::InvalidSize => PictureError::Damaged("it has no size".to_owned()),
                error => PictureError::Damaged(error.to_string()),
            }
        })?;
    if let Some(character) = missing.character() {
        return Err(PictureError::Glyph(character));
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    let mut canvas = Painter::draw(tree.root(), [0.0, 0.0, width, height], &images)?;
    // From SVG's space, whose y runs down, to the unit square.
    canvas.matrix = [1.0 / width, 0.0, 0.0, -1.0 / height, 0.0, 1.0];
    Ok(Picture {
        width: width * SVG_UNIT,
        height: height * SVG_UNIT,
        art: Art::Drawing(canvas),
    })
}

/// Whether tags lie so deep in one another that reading them could exhaust the stack.
fn nests_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = rest.part(start..);
        let no_tag = [("<!--", "-->"), ("<![CDATA[", "]]>")];
        let close = no_tag.iter().find(|(open, _)| rest.starts_with(open));
        let close = close.map_or(">", |(_, close)| close);
        let end = rest.find(close).map_or(rest.len(), |end| end + close.len());
        let tag = rest.part(..end);
        rest = rest.part(end..);
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with("<!") && !tag.starts_with("<?") && !tag.ends_with("/>") {
            depth += 1;
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

/// The elements of a drawing.
fn parsed(text: &str) -> Result<Document<'_>, PictureError> {
    let parsing = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, parsing).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => PictureError::Undrawable(paint::TOO_MUCH),
        error => PictureError::Damaged(error.to_string()),
    })
}

/// Whether the entities that a drawing declares could make far more of it than its text has.
fn expands_too_far(text: &str) -> bool {
    let declared = text.split("<!ENTITY").skip(1);
    let longest = declared.map(|entity| entity.find("<!").unwrap_or(entity.len()));
    let used = text.bytes().filter(|byte| *byte == b'&').count();
    longest
        .max()
        .is_some_and(|longest| longest.saturating_mul(used) > MAX_EXPANDED)
}

/// How drawings are resolved: with the bundled fonts and these `images`, without files.
fn options(missing: text::Missing, images: &Images) -> Options<'_> {
    Options {
        font_family: text::FAMILY.to_owned(),
        fontdb: text::fonts(),
        font_resolver: text::resolver(missing),
        image_href_resolver: ImageHrefResolver {
            // They were all taken out.
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|name, _| images.named(name)),
        },
        ..Options::default()
    }
}

/// Refuses what would be left out of the drawing without a word.
fn check(root: Node<'_, '_>) -> Result<(), PictureError> {
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name();
        if name.namespace() != Some(SVG) {
            continue;
        }
        match name.name() {
            "foreignObject" => {
                let has_other = node
                    .parent()
                    .is_some_and(|parent| parent.tag_name().name() == "switch")
                    && node.next_sibling_element().is_some();
                let says = node
                    .descendants()
                    .any(|inner| inner.text().is_some_and(|text| !text.trim().is_empty()));
                if says && !has_other {
                    return Err(PictureError::Undrawable(HTML_WORDS));
                }
            }
            "use" => {
                if let Some(target) = target(node).filter(|target| !target.starts_with('#')) {
                    return Err(refers(target));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Where an element leads.
fn target<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let target = node.attributes().find(|one| one.name() == "href")?;
    Some(target.value().trim()).filter(|target| !target.is_empty())
}

fn refers(target: &str) -> PictureError {
    let short: String = target.chars().take(60).collect();
    PictureError::Refers(one_line(&short))
}
