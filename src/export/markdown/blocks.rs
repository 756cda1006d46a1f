//! Blocks as Markdown.

use super::inline::{Place, address, clean, inline, title_of};
use crate::article::{
    Alignment, Article, Block, BlockKind, Definition, Image, List, Section, Table,
};

/// The article without its front matter.
pub(super) fn body(article: &Article) -> String {
    let mut parts = Vec::new();
    if let Some(heading) = &article.heading {
        parts.push(heading_line(1, &inline(heading, Place::Heading)));
    }
    section(&article.root, &mut parts);
    for footnote in &article.footnotes {
        parts.extend(blocks(&footnote.blocks));
    }
    parts.join("\n\n")
}

fn section(section: &Section, parts: &mut Vec<String>) {
    if let Some(heading) = &section.heading {
        parts.push(heading_line(
            section.level,
            &inline(heading, Place::Heading),
        ));
    }
    parts.extend(blocks(&section.blocks));
    for child in &section.children {
        self::section(child, parts);
    }
}

fn heading_line(level: u8, text: &str) -> String {
    format!("{} {text}", "#".repeat(usize::from(level.clamp(1, 6))))
}

/// The blocks, each as text without a line end at its end; empty ones are left out.
fn blocks(blocks: &[Block]) -> Vec<String> {
    let mut parts = Vec::new();
    let mut bullet = '-';
    let mut was_list = false;
    for one in blocks {
        let is_list = matches!(one.kind, BlockKind::List(_));
        // Of two lists side by side, the second has another sign, or they would be one.
        bullet = match (was_list && is_list, bullet) {
            (true, '-') => '*',
            _ => '-',
        };
        let text = block(one, bullet);
        if !text.trim().is_empty() {
            was_list = is_list;
            parts.push(text);
        }
    }
    parts
}

fn block(block: &Block, bullet: char) -> String {
    match &block.kind {
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) => inline(prose, Place::Lines),
        BlockKind::Heading { level, prose } => heading_line(*level, &inline(prose, Place::Heading)),
        BlockKind::List(list) => self::list(list, bullet),
        BlockKind::Definitions(definitions) => definitions
            .iter()
            .map(definition)
            .collect::<Vec<_>>()
            .join("\n\n"),
        BlockKind::Table(table) => self::table(table),
        BlockKind::Image(image) => self::image(image),
        BlockKind::Quote(inner) => prefixed("> ", "> ", &blocks(inner).join("\n\n")),
        BlockKind::Callout(callout) => {
            let title = callout.title.as_ref().map_or(String::new(), |title| {
                format!(" {}", inline(title, Place::Heading))
            });
            let kind = if callout.kind.is_empty() || callout.kind == "aside" {
                "note"
            } else {
                &callout.kind
            };
            let inner = blocks(&callout.blocks).join("\n\n");
            prefixed(
                "> ",
                "> ",
                &format!("[!{}]{title}\n{inner}", kind.to_uppercase()),
            )
        }
        BlockKind::Details {
            summary,
            blocks: inner,
        } => {
            let summary = clean(summary.text())
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('\n', " ");
            format!(
                "<details><summary>{}</summary>\n\n{}\n\n</details>",
                summary.trim(),
                blocks(inner).join("\n\n")
            )
        }
        BlockKind::Code { prose, info } => {
            let text = prose.text();
            let longest = text
                .split(|ch| ch != '`')
                .map(str::len)
                .max()
                .unwrap_or(0)
                .max(2);
            let fence = "`".repeat(longest + 1);
            format!("{fence}{info}\n{text}\n{fence}")
        }
        // Not "---": "- - ---" would be one rule and no list.
        BlockKind::Rule => "***".to_owned(),
    }
}

fn image(image: &Image) -> String {
    let title = title_of(image.title.as_deref());
    format!(
        "![{}]({}{title})",
        inline(&image.alt, Place::Heading),
        address(&image.url)
    )
}

fn list(list: &List, bullet: char) -> String {
    // A list right below a paragraph is read as one only if it has bullets or starts at 1.
    let may_follow = |block: &Block| matches!(&block.kind, BlockKind::List(list) if list.start.is_none_or(|start| start == 1));
    let is_tight = list.items.iter().all(|item| match &item.blocks[..] {
        [] | [_] => true,
        [_, rest @ ..] => rest.iter().all(may_follow),
    });
    let joint = if is_tight { "\n" } else { "\n\n" };
    let mut items = Vec::new();
    let numbers = list.numbers();
    for (index, item) in list.items.iter().enumerate() {
        let inner = blocks(&item.blocks).join(joint);
        if inner.is_empty() {
            continue;
        }
        let marker = match numbers.get(index) {
            Some(number) => format!("{}. ", number.min(&999_999_999)),
            None => format!("{bullet} "),
        };
        let task = match item.checked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let indent = " ".repeat(marker.len());
        items.push(prefixed(&format!("{marker}{task}"), &indent, &inner));
    }
    items.join(joint)
}

fn definition(definition: &Definition) -> String {
    let details = blocks(&definition.details).join("\n\n");
    let term = inline(&definition.term, Place::Line);
    match (term.is_empty(), details.is_empty()) {
        (true, _) => details,
        (false, true) => term,
        (false, false) => format!("{term}\n\n{}", prefixed(": ", "  ", &details)),
    }
}

fn table(table: &Table) -> String {
    let row = |cells: &[crate::article::Prose]| {
        let cells: Vec<String> = cells.iter().map(|cell| inline(cell, Place::Cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let columns = table.header.len();
    let lines = (0..columns).map(|column| match table.alignments.get(column) {
        Some(Alignment::Left) => ":---",
        Some(Alignment::Center) => ":---:",
        Some(Alignment::Right) => "---:",
        Some(Alignment::None) | None => "---",
    });
    let rule = format!("| {} |", lines.collect::<Vec<_>>().join(" | "));
    let mut rows = vec![row(&table.header), rule];
    rows.extend(table.rows.iter().map(|cells| row(cells)));
    rows.join("\n")
}

/// `text` with `first` before its first line and `rest` before the others; blank lines get no white space at their end.
fn prefixed(first: &str, rest: &str, text: &str) -> String {
    let mut lines = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let lead = if index == 0 { first } else { rest };
        lines.push(format!("{lead}{line}").trim_end().to_owned());
    }
    lines.join("\n")
}
