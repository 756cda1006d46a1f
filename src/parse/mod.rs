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

use crate::article::{Article, PlaceKind, Reading, Role, RolePlace, RoleSource};
use crate::source::{Format, Source, Span};

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
        guessed: std::sync::OnceLock::new(),
    };
    article.reading = Reading::of(&article.texts());
    article
        .problems
        .extend(roles::unknown_headings(&article.meta, &article.root));
    fill_roles(&mut article, &tree.explicit_roles);
    article
}

/// Finds the questions with their answers, then what every place is for.
fn fill_roles(article: &mut Article, explicit: &[(Role, Span)]) {
    let words = roles::headings::words(article.base_lang());
    let is_faq = |section: &crate::article::Section| {
        section.heading.is_some()
            && explicit
                .iter()
                .any(|(role, span)| *role == Role::Faq && span.start() == section.span.start())
    };
    let questions = faq::questions(&article.root, words, &is_faq);
    article.faq = questions.pairs;
    let pairs: Vec<Span> = article.faq.iter().map(|pair| pair.span).collect();
    let mut places = roles::find(article, explicit, &pairs);
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
