//! Blocks as HTML from a short list of harmless tags; everything else is escaped.

use crate::article::{Block, BlockKind, Definition, List, Mark, MarkKind, Piece, Prose, Table};
use crate::handout::{scheme, visible};

/// The schemes that a link may have; one without a scheme is relative and may stand too.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Whether a browser may follow `url`: it runs no script.
pub(super) fn is_safe(url: &str) -> bool {
    scheme(url).is_none_or(|scheme| SCHEMES.contains(&scheme.as_str()))
}

/// The blocks one after another, paragraphs in `p`.
pub(super) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(whole).collect()
}

/// The block's HTML; a paragraph's without its `p`.
pub(super) fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) | BlockKind::Heading { prose, .. } => {
            inline(prose)
        }
        _ => whole(block),
    }
}

fn whole(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) if prose.is_blank() => String::new(),
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) => tag("p", &inline(prose)),
        BlockKind::Heading { level, prose } => tag(heading(*level), &inline(prose)),
        BlockKind::List(list) => html_list(list),
        BlockKind::Definitions(definitions) => tag(
            "dl",
            &definitions.iter().map(definition).collect::<String>(),
        ),
        BlockKind::Table(table) => html_table(table),
        BlockKind::Image(image) => picture(&image.url, image.alt.text()),
        BlockKind::Quote(quoted) => tag("blockquote", &blocks(quoted)),
        BlockKind::Callout(callout) => {
            let title = callout.title.as_ref().map(strong).unwrap_or_default();
            tag("blockquote", &(title + &blocks(&callout.blocks)))
        }
        BlockKind::Details {
            summary,
            blocks: folded,
        } => strong(summary) + &blocks(folded),
        BlockKind::Code { prose, .. } => tag("pre", &tag("code", &escaped(&visible(prose.text())))),
        BlockKind::Rule => "<hr>".to_owned(),
    }
}

/// An item's blocks; a single paragraph stands without its `p`.
pub(super) fn item(blocks: &[&Block]) -> String {
    match blocks {
        [only] => block(only),
        _ => blocks.iter().map(|block| whole(block)).collect(),
    }
}

fn html_list(list: &List) -> String {
    let mut items = String::new();
    for entry in &list.items {
        let lists_last = |block: &&Block| matches!(block.kind, BlockKind::List(_));
        let (nested, own): (Vec<&Block>, Vec<&Block>) = entry.blocks.iter().partition(lists_last);
        let nested: String = nested.into_iter().map(whole).collect();
        let boxed = match entry.checked {
            Some(true) => "☑ ",
            Some(false) => "☐ ",
            None => "",
        };
        items.push_str(&tag("li", &format!("{boxed}{}{nested}", item(&own))));
    }
    match list.start {
        None => tag("ul", &items),
        Some(1) => tag("ol", &items),
        Some(start) => format!("<ol start=\"{start}\">{items}</ol>"),
    }
}

fn definition(definition: &Definition) -> String {
    let term = tag("dt", &inline(&definition.term));
    let details: Vec<&Block> = definition.details.iter().collect();
    term + &tag("dd", &item(&details))
}

fn html_table(table: &Table) -> String {
    let row = |cells: &[Prose], name| {
        let cells = cells.iter().map(|cell| tag(name, &inline(cell)));
        tag("tr", &cells.collect::<String>())
    };
    let has_header = table.header.iter().any(|cell| !cell.is_blank());
    let header = has_header.then(|| tag("thead", &row(&table.header, "th")));
    let rows: String = table.rows.iter().map(|cells| row(cells, "td")).collect();
    tag(
        "table",
        &(header.unwrap_or_default() + &tag("tbody", &rows)),
    )
}

fn strong(prose: &Prose) -> String {
    tag("p", &tag("strong", &inline(prose)))
}

fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// Prose with its marks as tags, which nest properly however the marks overlap.
pub(super) fn inline(prose: &Prose) -> String {
    let prose = prose.trimmed();
    let mut html = String::new();
    let mut open: Vec<&Mark> = Vec::new();
    for piece in prose.pieces() {
        let marks: Vec<&Mark> = piece.marks.iter().map(|(_, mark)| *mark).collect();
        let kept = open
            .iter()
            .zip(&marks)
            .take_while(|(a, b)| std::ptr::eq(**a, **b));
        let kept = kept.count();
        for mark in open.drain(kept..).rev() {
            html.push_str(&closing(&mark.kind));
        }
        for mark in marks.into_iter().skip(kept) {
            html.push_str(&opening(&mark.kind));
            open.push(mark);
        }
        html.push_str(&text(&piece));
    }
    for mark in open.into_iter().rev() {
        html.push_str(&closing(&mark.kind));
    }
    html
}

fn text(piece: &Piece<'_>) -> String {
    let image = piece.marks.iter().find_map(|(_, mark)| match &mark.kind {
        MarkKind::Image { url } => Some((url, mark.range == piece.range)),
        _ => None,
    });
    match image {
        Some((url, true)) => picture(url, piece.text),
        _ => escaped(&visible(piece.text)).replace('\n', "<br>"),
    }
}

/// An image; where its target could run a script, only its alternative.
fn picture(url: &str, alt: &str) -> String {
    let alt = escaped(&visible(alt));
    if is_safe(url) {
        format!("<img src=\"{}\" alt=\"{alt}\">", escaped(&visible(url)))
    } else {
        alt
    }
}

fn opening(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Link { url, .. } if is_safe(url) => {
            format!("<a href=\"{}\">", escaped(&visible(url)))
        }
        kind => name(kind).map_or_else(String::new, |name| format!("<{name}>")),
    }
}

fn closing(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Link { url, .. } if is_safe(url) => "</a>".to_owned(),
        kind => name(kind).map_or_else(String::new, |name| format!("</{name}>")),
    }
}

fn name(kind: &MarkKind) -> Option<&'static str> {
    match kind {
        MarkKind::Emphasis => Some("em"),
        MarkKind::Strong => Some("strong"),
        MarkKind::Strikethrough => Some("del"),
        MarkKind::Code => Some("code"),
        MarkKind::Superscript | MarkKind::Footnote { .. } => Some("sup"),
        MarkKind::Subscript => Some("sub"),
        MarkKind::Link { .. } | MarkKind::Image { .. } => None,
    }
}

fn tag(name: &str, inner: &str) -> String {
    format!("<{name}>{inner}</{name}>")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::source::{Format, Source};

    fn html(markdown: &str) -> String {
        let source = Source::new("a.md", format!("# T\n\n{markdown}"), Format::Markdown);
        blocks(&parse::article(source).root.blocks)
    }

    #[test]
    fn marks_become_tags_and_the_rest_is_escaped() {
        for (markdown, expected) in [
            ("A **b *c*** d", "<p>A <strong>b <em>c</em></strong> d</p>"),
            ("1 < 2 & \"x\"", "<p>1 &lt; 2 &amp; &quot;x&quot;</p>"),
            (
                "[a](https://e.org/?b=1&c=2)",
                "<p><a href=\"https://e.org/?b=1&amp;c=2\">a</a></p>",
            ),
            ("![a < b](p.png)", "<img src=\"p.png\" alt=\"a &lt; b\">"),
            (
                "- a\n- b\n  1. c",
                "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>",
            ),
            ("3. a", "<ol start=\"3\"><li>a</li></ol>"),
            ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
            (
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "<table><thead><tr><th>a</th><th>b</th></tr></thead>\
                 <tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            ),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn nothing_that_could_run_a_script_is_written() {
        for (markdown, expected) in [
            ("[a](javascript:alert%281%29)", "<p>a</p>"),
            ("[a](<java&#9;script:alert(1)>)", "<p>a</p>"),
            ("[a](data:text/html,x)", "<p>a</p>"),
            ("![a](javascript:x)", "a"),
            (
                "a \\<script>b\\</script>",
                "<p>a &lt;script&gt;b&lt;/script&gt;</p>",
            ),
        ] {
            assert_eq!(html(markdown), expected, "{markdown}");
        }
    }
}
