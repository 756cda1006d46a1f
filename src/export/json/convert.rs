//! From an article to the types that are written.

use super::blocks::{blocks, hash, lines, prose_text, sections, texts};
use super::model::{
    Article, FaqEntry, Footnote, Generator, Link, Meta, RedFlagPlace, RedFlags, RolePlace, Source,
    Stats,
};
use super::reading::readability;
use super::references::references;
use super::signs::signs;
use super::{Options, SCHEMA_ID, SCHEMA_VERSION, html};
use crate::article::{self, Block, Date, Located, PlaceKind, Role, slug};
use crate::export::markup::is_safe;
use crate::facts::Urgency;
use crate::handout::{id, one_line};
use crate::rules::Context;
use crate::source::{Span, sha256};
use std::collections::BTreeSet;

/// Words a minute of an unhurried adult; Brysbaert (2019) measured 238 for English non-fiction.
const WORDS_A_MINUTE: f64 = 200.0;

/// The whole JSON.
pub(super) fn article(cx: &Context<'_>, options: &Options) -> Article {
    let article = cx.article;
    Article {
        schema: SCHEMA_ID,
        schema_version: SCHEMA_VERSION,
        id: id(article),
        title: article.title().map(one_line),
        lang: cx.settings.lang.clone(),
        kind: cx.settings.kind.name(),
        region: cx.settings.region.code.clone(),
        meta: meta(&article.meta),
        source: Source {
            path: article.source.name().to_owned(),
            sha256: sha256(article.source.text()),
            bytes: article.source.text().len(),
            format: article.source.format().name(),
        },
        generator: Generator {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            generated_at: None,
        },
        draft: options.draft,
        stats: stats(article),
        readability: readability(cx),
        red_flags: red_flags(cx),
        faq: faq(cx),
        links: links(article),
        references: references(cx),
        findings: options.findings.clone(),
        roles: article
            .roles
            .iter()
            .map(|place| role(article, place))
            .collect(),
        blocks: blocks(cx, "", &article.root.blocks),
        sections: sections(cx, &article.root.children),
        footnotes: footnotes(cx),
    }
}

fn meta(meta: &article::Meta) -> Meta {
    let authors = values(&meta.authors);
    let reviewers = values(&meta.reviewers);
    let published = date(meta.published.as_ref());
    let next_review = date(meta.next_review.as_ref());
    Meta {
        author: list(&authors),
        authors,
        date: published.clone(),
        version: value(meta.version.as_ref()),
        review_by: next_review.clone(),
        reviewed_by: list(&reviewers),
        audience: list(&values(&meta.audience)),
        kind: meta.kind.as_ref().map(|kind| kind.value.name().to_owned()),
        region: value(meta.region.as_ref()),
        description: value(meta.description.as_ref()),
        reviewers,
        published,
        reviewed: date(meta.reviewed.as_ref()),
        next_review,
        contact: values(&meta.contact),
        funding: value(meta.funding.as_ref()),
        disclosure: value(meta.disclosure.as_ref()),
        disclaimer: value(meta.disclaimer.as_ref()),
        sources: values(&meta.sources),
        canonical_url: value(meta.canonical_url.as_ref()),
        other: meta.other.iter().cloned().collect(),
    }
}

fn value(value: Option<&Located<String>>) -> Option<String> {
    value.map(|value| value.value.clone())
}

fn values(values: &[Located<String>]) -> Vec<String> {
    values.iter().map(|value| value.value.clone()).collect()
}

fn date(date: Option<&Located<Date>>) -> Option<String> {
    date.map(|date| date.value.to_iso())
}

fn list(values: &[String]) -> Option<String> {
    (!values.is_empty()).then(|| values.join(", "))
}

fn stats(article: &article::Article) -> Stats {
    let footnotes = article.footnotes.iter().flat_map(|note| &note.blocks);
    let blocks = article.blocks().map(|(_, block)| block).chain(footnotes);
    let words = blocks.map(Block::word_count).sum::<usize>();
    let minutes = words as f64 / WORDS_A_MINUTE;
    Stats {
        words,
        sections: article.sections().len(),
        reading_minutes: (minutes * 10.0).round() / 10.0,
    }
}

fn red_flags(cx: &Context<'_>) -> Option<RedFlags> {
    let article = cx.article;
    let mut found = Vec::new();
    for place in article.places(Role::RedFlags) {
        let (blocks, urgency) = own(cx, place.span);
        let signs = signs(cx, &blocks, urgency);
        found.push((
            urgency,
            RedFlagPlace {
                section: section_at(article, place.span),
                title: place.title.clone(),
                kind: place.kind.name(),
                urgency: urgency.map(Urgency::name),
                items: signs.iter().map(|sign| sign.text.clone()).collect(),
                signs,
                source: lines(article, place.span),
            },
        ));
    }
    // Of two places that are as urgent, the one with a list is the one that readers look for, not a sentence elsewhere.
    let weight = |(urgency, place): &(Option<Urgency>, RedFlagPlace)| {
        let is_paragraph = place.kind == PlaceKind::Paragraph.name();
        (*urgency, !is_paragraph)
    };
    let highest = found.iter().map(weight).max()?;
    let first = found.iter().find(|one| weight(one) == highest)?.1.clone();
    Some(RedFlags {
        section: first.section,
        urgency: first.urgency,
        items: first.items,
        signs: first.signs,
        places: found.into_iter().map(|(_, place)| place).collect(),
    })
}

/// The blocks of the red flags in `span` and the highest urgency bound in them, without those of places inside: a tier's
/// signs are not its parent's.
fn own<'a>(cx: &Context<'a>, span: Span) -> (Vec<&'a Block>, Option<Urgency>) {
    let places = cx.article.places(Role::RedFlags).map(|place| place.span);
    let inner: Vec<Span> = places
        .filter(|inner| span.contains(*inner) && *inner != span)
        .collect();
    let blocks = cx.article.blocks().map(|(_, block)| block);
    let blocks: Vec<&Block> = blocks
        .filter(|block| block.span.overlaps(span))
        .filter(|block| !inner.iter().any(|inner| inner.overlaps(block.span)))
        .collect();
    let urgency = if inner.is_empty() {
        cx.facts.urgency_in(span)
    } else {
        let urgencies = blocks.iter().map(|block| cx.facts.urgency_in(block.span));
        urgencies.max().flatten()
    };
    (blocks, urgency)
}

/// The id of the deepest section that holds `span`.
fn section_at(article: &article::Article, span: Span) -> Option<String> {
    let sections = article.sections().into_iter();
    let mut holding = sections.filter(|section| section.span.contains(span));
    holding.next_back().map(|section| section.id.clone())
}

fn faq(cx: &Context<'_>) -> Vec<FaqEntry> {
    let article = cx.article;
    let pairs = article.faq.iter().zip(question_ids(article));
    pairs
        .map(|(pair, id)| {
            let question = one_line(&prose_text(cx, &pair.question));
            let answer_html = html::blocks(&pair.answer);
            FaqEntry {
                id,
                hash: hash(&format!("{question}\n{answer_html}")),
                question,
                answer_text: texts(cx, &pair.answer),
                answer_html,
                source: lines(article, pair.span),
            }
        })
        .collect()
}

/// The ids of the questions of the FAQ, in order, each given once.
pub(in crate::export) fn question_ids(article: &article::Article) -> Vec<String> {
    let mut given = BTreeSet::new();
    let mut ids = Vec::new();
    let sections = article.sections().into_iter();
    let headed = sections.filter_map(|section| {
        let heading = section.heading.as_ref()?;
        Some((heading.whole(), section.id.as_str()))
    });
    let mut headings: Vec<(Span, &str)> = headed.collect();
    headings.sort_unstable();
    for pair in &article.faq {
        let base = question_id(&headings, pair);
        let mut id = base.clone();
        let mut number = 1;
        while !given.insert(id.clone()) {
            number += 1;
            id = format!("{base}-{number}");
        }
        ids.push(id);
    }
    ids
}

/// The id of a question: that of the section whose heading asks it, among `headings`, which are in order.
fn question_id(headings: &[(Span, &str)], pair: &article::FaqPair) -> String {
    let question = pair.question.whole();
    let after = headings.partition_point(|(span, _)| span.start() <= question.start());
    let heading = after.checked_sub(1).and_then(|at| headings.get(at));
    if let Some((_, id)) = heading.filter(|(span, _)| span.contains(question)) {
        return (*id).to_owned();
    }
    Some(slug(pair.question.text()))
        .filter(|slug| !slug.is_empty())
        .unwrap_or_else(|| "question".to_owned())
}

fn links(article: &article::Article) -> Vec<Link> {
    let mut links = Vec::new();
    for text in article.texts() {
        for (mark, url) in text.prose.links() {
            let words = text.prose.text().get(mark.range.clone()).unwrap_or("");
            if is_safe(url) {
                links.push(Link {
                    text: one_line(words),
                    href: url.to_owned(),
                    section: Some(text.section.id.clone()).filter(|id| !id.is_empty()),
                    source: lines(article, mark.span),
                });
            }
        }
    }
    links
}

fn role(article: &article::Article, place: &article::RolePlace) -> RolePlace {
    RolePlace {
        role: place.role.name(),
        kind: place.kind.name(),
        title: place.title.clone(),
        found_by: place.source.name(),
        source: lines(article, place.span),
    }
}

fn footnotes(cx: &Context<'_>) -> Vec<Footnote> {
    let footnotes = cx.article.footnotes.iter();
    footnotes
        .map(|note| Footnote {
            number: note.number,
            label: note.label.clone(),
            blocks: blocks(cx, &format!("note-{}", note.number), &note.blocks),
        })
        .collect()
}
