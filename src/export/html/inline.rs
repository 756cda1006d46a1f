//! Runs as HTML: links around them, styles inside.

use crate::export::markup::{Element, Markup, Tag};
use crate::handout::{Link, Run, Style};

/// Adds the words of `runs`; runs side by side with one link are one link.
pub(super) fn runs(into: &mut Markup, runs: &[Run]) {
    for together in runs.chunk_by(|a, b| a.link == b.link) {
        let link = together.first().and_then(|run| run.link.as_ref());
        match link.and_then(target) {
            Some(element) => into.element(element, |a| styled(a, together)),
            None => styled(into, together),
        }
    }
}

fn target(link: &Link) -> Option<Element> {
    Element::link(&link.url)
}

fn styled(into: &mut Markup, runs: &[Run]) {
    for run in runs {
        let tags = tags(run.style);
        for tag in &tags {
            into.open(&Element::from(*tag));
        }
        if run.span.is_some() {
            into.text(&run.text);
        } else {
            into.own_text(&run.text);
        }
        for tag in tags.iter().rev() {
            into.close(*tag);
        }
    }
}

/// The tags of a style, the outer ones first.
fn tags(style: Style) -> Vec<Tag> {
    let all = [
        (style.strong, Tag::Strong),
        (style.emphasis, Tag::Em),
        (style.strikethrough, Tag::Del),
        (style.superscript, Tag::Sup),
        (style.subscript, Tag::Sub),
        (style.code, Tag::Code),
    ];
    let set = all.into_iter().filter(|(is_set, _)| *is_set);
    set.map(|(_, tag)| tag).collect()
}
