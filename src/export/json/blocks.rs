//! Sections and blocks of the JSON.

use super::html;
use super::model::{Alignment, Block, BlockKind, Cell, Definition, Item, Lines, Section};
use crate::article::{self, Article, PlaceKind, Prose};
use crate::facts::spelled::spelled;
use crate::handout::{caption_below, visible};
use crate::rules::Context;
use crate::source::{Span, sha256};

/// Hexadecimal digits of a hash of content.
const HASH_DIGITS: usize = 12;

/// The section with all below it.
pub(super) fn section(cx: &Context<'_>, section: &article::Section) -> Section {
    let heading = section.heading.as_ref();
    let title = heading.map_or_else(String::new, |heading| prose_text(cx, heading));
    let blocks = blocks(cx, &section.id, &section.blocks);
    let sections = sections(cx, &section.children);
    let inside = blocks.iter().map(|block| &block.hash);
    let inside: Vec<&str> = inside
        .chain(sections.iter().map(|section| &section.hash))
        .map(String::as_str)
        .collect();
    Section {
        id: section.id.clone(),
        level: section.level,
        hash: hash(&format!("{title}\n{}", inside.join("\n"))),
        title,
        role: section.role.map(article::Role::name),
        source: lines(cx.article, section.span),
        blocks,
        sections,
    }
}

/// The first digits of the hash of `content`.
pub(super) fn hash(content: &str) -> String {
    sha256(content).chars().take(HASH_DIGITS).collect()
}

/// The sections with all below them.
pub(super) fn sections(cx: &Context<'_>, sections: &[article::Section]) -> Vec<Section> {
    sections.iter().map(|one| section(cx, one)).collect()
}

/// The blocks of the section called `section`, "" for those before the first.
pub(super) fn blocks(cx: &Context<'_>, section: &str, blocks: &[article::Block]) -> Vec<Block> {
    let numbered = blocks.iter().enumerate().zip(1..);
    numbered
        .map(|((index, one), number)| {
            let id = if section.is_empty() {
                format!("b{number}")
            } else {
                format!("{section}/b{number}")
            };
            block(cx, id, one, blocks.get(index + 1))
        })
        .collect()
}

fn block(
    cx: &Context<'_>,
    id: String,
    block: &article::Block,
    next: Option<&article::Block>,
) -> Block {
    let kind = kind(cx, block, next);
    let text = text(cx, block);
    let html = html::block(block);
    let hash = hash(&format!("{}\n{text}\n{html}", type_name(&block.kind)));
    Block {
        id,
        kind,
        role: role(cx.article, block),
        text,
        html,
        words: block.word_count(),
        source: lines(cx.article, block.span),
        hash,
    }
}

/// The role that the block plays by itself, not the one of its section.
fn role(article: &Article, block: &article::Block) -> Option<&'static str> {
    let own = |kind| matches!(kind, PlaceKind::Paragraph | PlaceKind::List);
    let mut places = article.roles.iter();
    let place = places.find(|place| own(place.kind) && place.span.overlaps(block.span))?;
    Some(place.role.name())
}

/// The first and last line of `span`.
pub(super) fn lines(article: &Article, span: Span) -> Lines {
    let (line, end_line) = article.source.line_range(span);
    Lines { line, end_line }
}

/// The type as it is written, for the hash.
fn type_name(kind: &article::BlockKind) -> &'static str {
    match kind {
        article::BlockKind::Paragraph(_) => "paragraph",
        article::BlockKind::Heading { .. } => "heading",
        article::BlockKind::List(_) => "list",
        article::BlockKind::Definitions(_) => "definitions",
        article::BlockKind::Table(_) => "table",
        article::BlockKind::Image(_) => "image",
        article::BlockKind::Quote(_) => "quote",
        article::BlockKind::Callout(_) => "callout",
        article::BlockKind::Details { .. } => "details",
        article::BlockKind::Code { .. } => "code",
        article::BlockKind::Html(_) => "html",
        article::BlockKind::Rule => "rule",
    }
}

fn kind(cx: &Context<'_>, block: &article::Block, next: Option<&article::Block>) -> BlockKind {
    match &block.kind {
        article::BlockKind::Paragraph(_) => BlockKind::Paragraph,
        article::BlockKind::Heading { level, .. } => BlockKind::Heading { level: *level },
        article::BlockKind::List(list) => BlockKind::List {
            ordered: list.start.is_some(),
            start: list.start,
            items: items(cx, list),
        },
        article::BlockKind::Definitions(definitions) => BlockKind::Definitions {
            items: definitions.iter().map(|one| definition(cx, one)).collect(),
        },
        article::BlockKind::Table(table) => BlockKind::Table {
            header: cells(cx, &table.header),
            rows: table.rows.iter().map(|row| cells(cx, row)).collect(),
            alignments: table.alignments.iter().copied().map(alignment).collect(),
        },
        article::BlockKind::Image(image) => BlockKind::Image {
            url: image.url.clone(),
            decorative: image.decorative,
            caption: caption(cx, image, block.span, next),
        },
        article::BlockKind::Quote(_) => BlockKind::Quote,
        article::BlockKind::Callout(callout) => BlockKind::Callout {
            callout: callout.kind.clone(),
            title: callout.title.as_ref().map(|title| prose_text(cx, title)),
        },
        article::BlockKind::Details { summary, .. } => BlockKind::Details {
            summary: prose_text(cx, summary),
        },
        article::BlockKind::Code { info, .. } => BlockKind::Code {
            language: info.clone(),
        },
        article::BlockKind::Html(_) => BlockKind::Html,
        article::BlockKind::Rule => BlockKind::Rule,
    }
}

/// The caption of an image: the block below it, else its title.
fn caption(
    cx: &Context<'_>,
    image: &article::Image,
    span: Span,
    next: Option<&article::Block>,
) -> Option<String> {
    if let Some(caption) = next.and_then(|next| caption_below(cx, span, next)) {
        return Some(prose_text(cx, caption));
    }
    let title = visible(image.title.as_deref()?.trim()).into_owned();
    (!title.is_empty() && title != image.alt.text().trim()).then_some(title)
}

fn alignment(alignment: article::Alignment) -> Option<Alignment> {
    match alignment {
        article::Alignment::None => None,
        article::Alignment::Left => Some(Alignment::Left),
        article::Alignment::Center => Some(Alignment::Center),
        article::Alignment::Right => Some(Alignment::Right),
    }
}

fn items(cx: &Context<'_>, list: &article::List) -> Vec<Item> {
    { list.items.iter().zip(list.jumps()) }
        .map(|(one, number)| item(cx, one, number))
        .collect()
}

fn item(cx: &Context<'_>, item: &article::ListItem, number: Option<u64>) -> Item {
    let mut own = Vec::new();
    let mut items = Vec::new();
    for block in &item.blocks {
        match &block.kind {
            article::BlockKind::List(list) => items.extend(self::items(cx, list)),
            _ => own.push(block),
        }
    }
    Item {
        text: joined(own.iter().map(|block| text(cx, block))),
        html: html::item(&own),
        checked: item.checked,
        number,
        items,
    }
}

fn definition(cx: &Context<'_>, definition: &article::Definition) -> Definition {
    let details: Vec<&article::Block> = definition.details.iter().collect();
    Definition {
        term: prose_text(cx, &definition.term),
        text: texts(cx, &definition.details),
        html: html::item(&details),
    }
}

fn cells(cx: &Context<'_>, cells: &[Prose]) -> Vec<Cell> {
    let cells = cells.iter().map(|cell| Cell {
        text: prose_text(cx, cell),
        html: html::inline(cell),
    });
    cells.collect()
}

/// The text of blocks, a line for each.
pub(super) fn texts(cx: &Context<'_>, blocks: &[article::Block]) -> String {
    joined(blocks.iter().map(|block| text(cx, block)))
}

/// The text of a block: a line for each paragraph, item or row.
pub(super) fn text(cx: &Context<'_>, block: &article::Block) -> String {
    match &block.kind {
        article::BlockKind::Table(table) => {
            let row = |cells: &Vec<Prose>| {
                let cells = cells.iter().map(|cell| prose_text(cx, cell));
                let cells: Vec<String> = cells.collect();
                cells.join("\t").trim().to_owned()
            };
            joined(std::iter::once(&table.header).chain(&table.rows).map(row))
        }
        article::BlockKind::Code { prose, .. } => visible(prose.text()).into_owned(),
        _ => joined(
            block
                .proses()
                .into_iter()
                .map(|(_, prose)| prose_text(cx, prose)),
        ),
    }
}

/// The text of a prose without white space at its ends; what is struck out, raised or a note's call is spelled out.
pub(super) fn prose_text(cx: &Context<'_>, prose: &Prose) -> String {
    let text = spelled(prose, cx.settings.labels(), &cx.article.footnotes);
    visible(&text).into_owned()
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}
