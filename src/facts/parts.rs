//! Where the parts of a team's own kind of document stand.

use crate::article::{Article, FaqPair, PlaceKind, Role, Section};
use crate::config::{OwnKind, Part};
use crate::lexicon::Tokens;
use crate::source::Span;

/// A place that is one of the parts.
#[derive(Debug, Clone, Copy)]
pub struct PartPlace<'a> {
    /// The part.
    pub part: &'a Part,
    /// Its index among the kind's parts.
    pub index: usize,
    /// All of the place.
    pub span: Span,
    /// Its heading, else the place.
    pub head: Span,
}

/// The places of the parts of `kind`, in reading order; a place inside another of the same part is left out.
pub fn parts<'a>(article: &Article, kind: &'a OwnKind) -> Vec<PartPlace<'a>> {
    let sections: Vec<(&Section, Tokens)> = article
        .sections()
        .into_iter()
        .map(|section| (section, Tokens::of(section.title())))
        .collect();
    let mut found = Vec::new();
    for (index, part) in kind.parts.iter().enumerate() {
        let mut spans: Vec<Span> = sections
            .iter()
            .filter(|(_, heading)| part.is_named(heading))
            .map(|(section, _)| section.span)
            .collect();
        spans.extend(
            part.role
                .into_iter()
                .flat_map(|role| of_role(article, role)),
        );
        spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        let mut last: Option<Span> = None;
        for span in spans {
            if last.is_some_and(|last| last.contains(span)) {
                continue;
            }
            last = Some(span);
            found.push(PartPlace {
                part,
                index,
                span,
                head: head(&sections, span),
            });
        }
    }
    found.sort_by_key(|place| (place.span, place.index));
    found
}

/// The places of the parts of `kind` that are no role of facetdoc's: each is a section.
pub fn own_parts<'a>(article: &Article, kind: &'a OwnKind) -> Vec<PartPlace<'a>> {
    let mut parts = parts(article, kind);
    parts.retain(|place| place.part.role.is_none());
    parts
}

impl PartPlace<'_> {
    /// The text of its heading in `article`; "" where it has none.
    pub fn title<'a>(&self, article: &'a Article) -> &'a str {
        let sections = article.sections();
        let section = sections.into_iter().find(|one| one.span == self.span);
        section.map_or("", Section::title)
    }
}

/// The places of a role in the text; for questions without a part of their own, all of them.
fn of_role(article: &Article, role: Role) -> Vec<Span> {
    let places = article.places(role);
    let in_text = places.filter(|place| place.kind != PlaceKind::FrontMatter);
    let spans: Vec<Span> = in_text.map(|place| place.span).collect();
    let pairs = article.faq.iter().map(|pair: &FaqPair| pair.span);
    match role {
        Role::Faq if spans.is_empty() => pairs.reduce(Span::cover).into_iter().collect(),
        _ => spans,
    }
}

fn head(sections: &[(&Section, Tokens)], span: Span) -> Span {
    let section = sections.iter().find(|(section, _)| section.span == span);
    let heading = section.and_then(|(section, _)| section.heading.as_ref());
    heading.map_or(span, crate::article::Prose::whole)
}
