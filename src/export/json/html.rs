//! Blocks as HTML from a short list of harmless tags; everything else is escaped.

use crate::article::{Block, BlockKind, Definition, List, Mark, MarkKind, Piece, Prose, Table};
use crate::export::markup::{Attribute, Element, Markup, Tag};

/// The blocks one after another, paragraphs in `p`.
pub(in crate::export) fn blocks(blocks: &[Block]) -> String {
    Markup::of(|into| wholes(into, blocks)).into_string()
}

/// The block's HTML; a paragraph's without its `p`.
pub(super) fn block(block: &Block) -> String {
    Markup::of(|into| bare(into, block)).into_string()
}

/// An item's blocks; a single paragraph stands without its `p`.
pub(super) fn item(blocks: &[&Block]) -> String {
    Markup::of(|into| item_blocks(into, blocks)).into_string()
}

/// Prose with its marks as tags, which nest properly however the marks overlap.
pub(super) fn inline(prose: &Prose) -> String {
    Markup::of(|into| write_inline(into, prose)).into_string()
}

fn wholes(into: &mut Markup, blocks: &[Block]) {
    for block in blocks {
        whole(into, block);
    }
}

fn bare(into: &mut Markup, block: &Block) {
    match &block.kind {
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) | BlockKind::Heading { prose, .. } => {
            write_inline(into, prose);
        }
        _ => whole(into, block),
    }
}

fn whole(into: &mut Markup, block: &Block) {
    match &block.kind {
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) if prose.is_blank() => {}
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) => {
            into.element(Tag::P, |p| write_inline(p, prose));
        }
        BlockKind::Heading { level, prose } => {
            into.element(Tag::heading(*level), |out| write_inline(out, prose));
        }
        BlockKind::List(list) => write_list(into, list),
        BlockKind::Definitions(definitions) => into.element(Tag::Dl, |dl| {
            for one in definitions {
                definition(dl, one);
            }
        }),
        BlockKind::Table(table) => write_table(into, table),
        BlockKind::Image(image) => picture(into, &image.url, image.alt.text()),
        BlockKind::Quote(quoted) => into.element(Tag::Blockquote, |out| wholes(out, quoted)),
        BlockKind::Callout(callout) => into.element(Tag::Blockquote, |out| {
            if let Some(title) = &callout.title {
                strong(out, title);
            }
            wholes(out, &callout.blocks);
        }),
        BlockKind::Details {
            summary,
            blocks: folded,
        } => {
            strong(into, summary);
            wholes(into, folded);
        }
        BlockKind::Code { prose, .. } => into.element(Tag::Pre, |pre| {
            pre.element(Tag::Code, |code| code.verbatim(prose.text()));
        }),
        BlockKind::Rule => into.void(Tag::Hr),
    }
}

fn item_blocks(into: &mut Markup, blocks: &[&Block]) {
    match blocks {
        [only] => bare(into, only),
        _ => blocks.iter().for_each(|block| whole(into, block)),
    }
}

fn write_list(into: &mut Markup, list: &List) {
    let element = match list.start {
        None => Element::from(Tag::Ul),
        Some(1) => Element::from(Tag::Ol),
        Some(start) => Element::from(Tag::Ol).with(Attribute::Start, &start.to_string()),
    };
    into.element(element, |out| {
        for (entry, number) in list.items.iter().zip(list.jumps()) {
            let is_list = |block: &&Block| matches!(block.kind, BlockKind::List(_));
            let (nested, own): (Vec<&Block>, Vec<&Block>) = entry.blocks.iter().partition(is_list);
            out.element(item_element(number), |li| {
                li.text(match entry.checked {
                    Some(true) => "☑ ",
                    Some(false) => "☐ ",
                    None => "",
                });
                item_blocks(li, &own);
                for block in nested {
                    whole(li, block);
                }
            });
        }
    });
}

/// An item, with its number where that does not follow on the one before.
fn item_element(number: Option<u64>) -> Element {
    let item = Element::from(Tag::Li);
    match number {
        Some(number) => item.with(Attribute::Value, &number.to_string()),
        None => item,
    }
}

fn definition(dl: &mut Markup, definition: &Definition) {
    dl.element(Tag::Dt, |dt| write_inline(dt, &definition.term));
    let details: Vec<&Block> = definition.details.iter().collect();
    dl.element(Tag::Dd, |dd| item_blocks(dd, &details));
}

fn write_table(into: &mut Markup, table: &Table) {
    let row = |out: &mut Markup, cells: &[Prose], tag: Tag| {
        out.element(Tag::Tr, |tr| {
            for cell in cells {
                tr.element(tag, |out| write_inline(out, cell));
            }
        });
    };
    into.element(Tag::Table, |out| {
        if table.header.iter().any(|cell| !cell.is_blank()) {
            out.element(Tag::Thead, |head| row(head, &table.header, Tag::Th));
        }
        out.element(Tag::Tbody, |body| {
            for cells in &table.rows {
                row(body, cells, Tag::Td);
            }
        });
    });
}

fn strong(into: &mut Markup, prose: &Prose) {
    into.element(Tag::P, |p| {
        p.element(Tag::Strong, |out| write_inline(out, prose));
    });
}

fn write_inline(into: &mut Markup, prose: &Prose) {
    let prose = prose.trimmed();
    let mut open: Vec<&Mark> = Vec::new();
    for piece in prose.pieces() {
        let marks: Vec<&Mark> = piece.marks.iter().map(|(_, mark)| *mark).collect();
        let kept = open
            .iter()
            .zip(&marks)
            .take_while(|(a, b)| std::ptr::eq(**a, **b));
        let kept = kept.count();
        for mark in open.drain(kept..).rev() {
            end(into, &mark.kind);
        }
        for mark in marks.into_iter().skip(kept) {
            if let Some(element) = element(&mark.kind) {
                into.open(&element);
            }
            open.push(mark);
        }
        text(into, &piece);
    }
    for mark in open.into_iter().rev() {
        end(into, &mark.kind);
    }
}

fn text(into: &mut Markup, piece: &Piece<'_>) {
    let image = piece.marks.iter().find_map(|(_, mark)| match &mark.kind {
        MarkKind::Image { url } => Some((url, mark.range == piece.range)),
        _ => None,
    });
    match image {
        Some((url, true)) => picture(into, url, piece.text),
        // A bare raised number behind a dose is read as its power.
        _ if calls_note(piece) => into.text(&format!("[{}]", piece.text)),
        _ => into.text(piece.text),
    }
}

fn calls_note(piece: &Piece<'_>) -> bool {
    let mut marks = piece.marks.iter();
    marks.any(|(_, mark)| matches!(mark.kind, MarkKind::Footnote { .. }))
}

/// An image; where its target could run a script, only its alternative.
fn picture(into: &mut Markup, url: &str, alt: &str) {
    match Element::picture(url, alt) {
        Some(element) => into.void(element),
        None => into.text(alt),
    }
}

fn end(into: &mut Markup, kind: &MarkKind) {
    if let Some(element) = element(kind) {
        into.close(element.tag());
    }
}

fn element(kind: &MarkKind) -> Option<Element> {
    let tag = match kind {
        MarkKind::Link { url, .. } => return Element::link(url),
        MarkKind::Image { .. } => return None,
        MarkKind::Emphasis => Tag::Em,
        MarkKind::Strong => Tag::Strong,
        MarkKind::Strikethrough => Tag::Del,
        MarkKind::Code => Tag::Code,
        MarkKind::Superscript | MarkKind::Footnote { .. } => Tag::Sup,
        MarkKind::Subscript => Tag::Sub,
    };
    Some(tag.into())
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
            (
                "2. a\n4. b\n5. c",
                "<ol start=\"2\"><li>a</li><li value=\"4\">b</li><li>c</li></ol>",
            ),
            (
                "Up to 4[^n] a day\n\n[^n]: Note.",
                "<p>Up to 4<sup>[1]</sup> a day</p>",
            ),
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
