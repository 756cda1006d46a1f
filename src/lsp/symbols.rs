//! The section tree as the editor's outline.

use super::client::Client;
use super::document::Document;
use crate::article::{Article, Prose, Section};
use crate::source::Span;
use lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind};

/// The outline of `document`: the title with the sections below it, each with the parts that it plays.
pub(super) fn of(document: &Document, client: &Client) -> Option<DocumentSymbolResponse> {
    let article = &document.analysis.as_ref()?.checked()?.article;
    let sections = article.root.children.iter();
    let sections: Vec<DocumentSymbol> = sections
        .map(|section| symbol(section, article, document))
        .collect();
    let tree = match &article.heading {
        None => sections,
        Some(title) => vec![root(title, sections, article, document)],
    };
    if client.tree {
        return Some(DocumentSymbolResponse::Nested(tree));
    }
    let mut flat = Vec::new();
    for symbol in &tree {
        flatten(symbol, None, document, &mut flat);
    }
    Some(DocumentSymbolResponse::Flat(flat))
}

fn root(
    title: &Prose,
    sections: Vec<DocumentSymbol>,
    article: &Article,
    document: &Document,
) -> DocumentSymbol {
    let whole = title.whole().cover(Span::empty(document.text.len()));
    let detail = article
        .meta
        .kind
        .as_ref()
        .map(|kind| kind.value.name().to_owned());
    made(
        title.text(),
        detail,
        whole,
        title.whole(),
        sections,
        document,
    )
}

fn symbol(section: &Section, article: &Article, document: &Document) -> DocumentSymbol {
    let children = section.children.iter();
    let children = children
        .map(|child| symbol(child, article, document))
        .collect();
    let roles: Vec<&str> = article
        .roles
        .iter()
        .filter(|place| place.span == section.span)
        .map(|place| place.role.name())
        .collect();
    let detail = (!roles.is_empty()).then(|| roles.join(", "));
    let heading = section.heading.as_ref();
    let heading_span = heading.map_or(Span::empty(section.span.start()), Prose::whole);
    made(
        section.title(),
        detail,
        section.span.cover(heading_span),
        heading_span,
        children,
        document,
    )
}

#[expect(
    deprecated,
    reason = "the type has a field that the protocol has given up"
)]
fn made(
    name: &str,
    detail: Option<String>,
    whole: Span,
    heading: Span,
    children: Vec<DocumentSymbol>,
    document: &Document,
) -> DocumentSymbol {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    DocumentSymbol {
        // An empty name is against the protocol.
        name: if name.is_empty() {
            "(no text)".to_owned()
        } else {
            name
        },
        detail,
        kind: SymbolKind::STRING,
        tags: None,
        deprecated: None,
        range: document.lines.range(&document.text, whole),
        selection_range: document.lines.range(&document.text, heading),
        children: (!children.is_empty()).then_some(children),
    }
}

#[expect(
    deprecated,
    reason = "the type has a field that the protocol has given up"
)]
fn flatten(
    symbol: &DocumentSymbol,
    container: Option<&str>,
    document: &Document,
    into: &mut Vec<SymbolInformation>,
) {
    into.push(SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol.kind,
        tags: None,
        deprecated: None,
        location: Location::new(document.uri.clone(), symbol.range),
        container_name: container.map(str::to_owned),
    });
    for child in symbol.children.iter().flatten() {
        flatten(child, Some(&symbol.name), document, into);
    }
}
