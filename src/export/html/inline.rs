//! Runs as HTML: links around them, styles inside.

use super::anchors::{Anchors, Call};
use crate::export::markup::{Attribute, Element, Markup, Tag};
use crate::handout::{Link, Run, Style, plain};

/// Adds the words of `runs`; runs side by side with one link are one link, and a call leads to its note.
pub(super) fn runs(into: &mut Markup, runs: &[Run], anchors: &mut Anchors) {
    for together in runs.chunk_by(|a, b| a.link == b.link && a.note == b.note) {
        let first = together.first();
        if let Some(call) = first.and_then(|run| anchors.call(run.note?)) {
            note_call(into, &plain(together), &call);
            continue;
        }
        let link = first.and_then(|run| run.link.as_ref());
        match link.and_then(target) {
            Some(element) => into.element(element, |a| styled(a, together)),
            None => styled(into, together),
        }
    }
}

/// The call of a note as a link to that; white space around it is no part of the link.
fn note_call(into: &mut Markup, words: &str, call: &Call) {
    let called = words.trim();
    let (before, after) = words.split_once(called).unwrap_or(("", ""));
    into.text(before);
    match Element::link(&format!("#{}", call.note)) {
        Some(link) => {
            let link = link.with(Attribute::Id, &call.anchor);
            let link = link.with(Attribute::Role, "doc-noteref");
            into.element(link, |a| a.own_text(called));
        }
        None => into.own_text(called),
    }
    into.text(after);
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
