//! From a source to an article; it cannot fail.
//!
//! Markdown, pasted text and web pages are read into the same tree. What the parts of the tree are for is found afterwards.

mod align;
mod attributes;
mod blocks;
mod comments;
mod draft;
mod entity;
mod faq;
mod front_matter;
mod html;
mod inlines;
#[cfg(test)]
mod laws;
mod lines;
mod links;
mod markdown;
mod page;
mod pasted;
mod quotes;
mod roles;
mod sections;
#[cfg(test)]
mod shapes;
mod slug;
mod tags;

use crate::article::{Article, PlaceKind, Reading, Role, RolePlace, RoleSource, Section};
use crate::source::{Format, Source, Span};
use roles::Explicit;
use std::collections::BTreeSet;

/// The most values of front matter that [`article`] reads.
const FRONT_MATTER_VALUES: usize = 20_000;

/// Parses `source`.
pub fn article(source: Source) -> Article {
    article_within(source, FRONT_MATTER_VALUES)
}

/// Parses `source`; front matter of more than `values_max` values is a mistake and not read.
pub fn article_within(source: Source, values_max: usize) -> Article {
    let tree = match source.format() {
        Format::Markdown => markdown::tree(&source, values_max),
        Format::Pasted => pasted::tree(&source, values_max),
        Format::Html => page::tree(&source),
    };
    let mut article = Article {
        source,
        meta: tree.meta,
        heading: tree.heading,
        root: tree.root,
        roles: Vec::new(),
        faq: Vec::new(),
        footnotes: tree.footnotes,
        reading: Reading::default(),
        promotions: tree.promotions,
        left_out: tree.left_out,
        problems: tree.problems,
        allowances: tree.allowances,
        deepest: tree.deepest,
        seen: std::sync::OnceLock::new(),
    };
    article.reading = Reading::of(&article.texts());
    article
        .problems
        .extend(roles::unknown_headings(&article.meta, &article.root));
    fill_roles(&mut article, &Explicit::of(tree.explicit_roles), Vec::new());
    article
}

/// The article with the places that somebody outside of it names, such as a team's configuration; roles that are there stay.
///
/// Where a section becomes the FAQ, its questions are read as if its heading said so.
pub fn named(mut article: Article, find: impl FnOnce(&Article) -> Vec<RolePlace>) -> Article {
    let mut places = find(&article);
    let there: BTreeSet<(Role, Span)> = { article.roles.iter() }
        .map(|place| (place.role, place.span))
        .collect();
    places.retain(|place| !there.contains(&(place.role, place.span)));
    let (faq, others): (Vec<_>, Vec<_>) = places
        .into_iter()
        .partition(|place| place.role == Role::Faq);
    if !faq.is_empty() {
        let explicit: Vec<(Role, Span)> = article
            .roles
            .iter()
            .filter(|place| {
                place.source == RoleSource::Explicit && place.kind != PlaceKind::FrontMatter
            })
            .map(|place| (place.role, marked(place)))
            .collect();
        fill_roles(&mut article, &Explicit::of(explicit), faq);
    }
    roles::add(&mut article, others);
    article
}

/// What a comment marks to make `place`: the start of a section, or a whole block.
fn marked(place: &RolePlace) -> Span {
    match place.kind {
        PlaceKind::Section => Span::empty(place.span.start()),
        PlaceKind::Paragraph | PlaceKind::List | PlaceKind::FrontMatter => place.span,
    }
}

/// Finds the questions with their answers, then what every place is for; `explicit` holds what comments say of the
/// headings or blocks at these spans, `outside` the sections that somebody outside of the article makes the FAQ.
fn fill_roles(article: &mut Article, explicit: &Explicit, outside: Vec<RolePlace>) {
    let words = roles::headings::words(article.base_lang());
    let named = roles::named(&article.meta);
    let starts: BTreeSet<usize> = outside.iter().map(|place| place.span.start()).collect();
    let is_faq = |section: &Section| {
        let start = section.span.start();
        section.heading.is_some()
            && (explicit.starts(Role::Faq, start)
                || starts.contains(&start)
                || roles::gives(&named, section.title(), Role::Faq))
    };
    let questions = faq::questions(&article.root, words, &is_faq);
    article.faq = questions.pairs;
    let pairs: Vec<Span> = article.faq.iter().map(|pair| pair.span).collect();
    let mut places = roles::find(article, explicit, &pairs);
    places.extend(outside);
    // A section plays its role by its own span, so it is marked before its place is stretched.
    roles::mark(&mut article.root, &places);
    faq::stretch(&mut places, &questions.reaches);
    let headed: Vec<Span> = places
        .iter()
        .filter(|place| place.role == Role::Faq)
        .map(|place| place.span)
        .collect();
    for span in faq::unheaded(&article.faq, &headed) {
        places.push(RolePlace {
            role: Role::Faq,
            span,
            kind: PlaceKind::Paragraph,
            title: None,
            source: RoleSource::Content,
        });
    }
    places.sort_by_key(|place| (place.span.start(), std::cmp::Reverse(place.span.end())));
    article.roles = places;
}
