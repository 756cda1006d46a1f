//! From a flat run of headings and blocks to the tree of sections.

use super::slug::Slugs;
use crate::article::{Block, BlockKind, Prose, Section};
use crate::source::Span;

/// A heading or a block, in reading order.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// A heading.
    Heading(Heading),
    /// Anything else.
    Block(Block),
}

/// A heading that may open a section.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// 1 to 6.
    pub(super) level: u8,
    /// Its text.
    pub(super) prose: Prose,
    /// The id that it gives itself.
    pub(super) id: Option<String>,
    /// Its source with its markers.
    pub(super) span: Span,
}

impl Part {
    /// The part's source.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Heading(heading) => heading.span,
            Self::Block(block) => block.span,
        }
    }

    /// The part as a block: a heading opens no section.
    pub(super) fn into_block(self) -> Block {
        match self {
            Self::Block(block) => block,
            Self::Heading(heading) => Block {
                kind: BlockKind::Heading {
                    level: heading.level,
                    prose: heading.prose,
                },
                span: heading.span,
            },
        }
    }
}

/// The article's visible title and its tree.
///
/// The first heading of level 1 is the title and opens no section, unless a section stands before it: then it is a
/// section like the others and the article has no visible title.
pub(super) fn tree(parts: Vec<Part>) -> (Option<Heading>, Section) {
    let mut title = None;
    let mut slugs = Slugs::default();
    // The path from the root to the section that is being filled.
    let mut path = vec![Section::default()];
    for part in settled(parts) {
        match part {
            Part::Heading(heading)
                if heading.level == 1
                    && title.is_none()
                    && matches!(path.as_slice(), [root] if root.children.is_empty()) =>
            {
                title = Some(heading);
            }
            Part::Heading(heading) => open(&mut path, heading, &mut slugs),
            Part::Block(block) => {
                if let Some(section) = path.last_mut() {
                    section.blocks.push(block);
                }
            }
        }
    }
    close(&mut path, 0);
    let mut root = path.pop().unwrap_or_default();
    set_spans(&mut root);
    (title, root)
}

/// The parts as they come, unless a heading is misplaced in an element that cannot hold it, such as a table beside its rows.
///
/// Such headings come before the element, though they stand in it. Then the parts come in the order of the source, and a heading
/// that lies in a block opens no section: sections would overlap.
fn settled(mut parts: Vec<Part>) -> Vec<Part> {
    if headings_part_the_source(&parts) {
        return parts;
    }
    parts.sort_by_key(|part| part.span().start());
    let mut end = 0;
    let parts = parts.into_iter().map(|part| {
        let lies_in_a_block = part.span().start() < end;
        end = end.max(part.span().end());
        if lies_in_a_block {
            Part::Block(part.into_block())
        } else {
            part
        }
    });
    parts.collect()
}

/// Whether what comes before each heading also stands before it in the source, and what comes after it after it.
fn headings_part_the_source(parts: &[Part]) -> bool {
    let mut end = 0;
    let mut last_heading = 0;
    parts.iter().all(|part| {
        let span = part.span();
        let is_in_order = match part {
            Part::Heading(_) => end <= span.start(),
            Part::Block(_) => last_heading <= span.start(),
        };
        if matches!(part, Part::Heading(_)) {
            last_heading = span.start();
        }
        end = end.max(span.end());
        is_in_order
    })
}

fn open(path: &mut Vec<Section>, heading: Heading, slugs: &mut Slugs) {
    close(path, heading.level);
    path.push(Section {
        id: slugs.next(heading.prose.text(), heading.id.as_deref()),
        level: heading.level,
        heading: Some(heading.prose),
        span: heading.span,
        ..Section::default()
    });
}

/// Closes the sections of `level` and below; the root stays open.
fn close(path: &mut Vec<Section>, level: u8) {
    while path.len() > 1 && path.last().is_some_and(|section| section.level >= level) {
        let done = path.pop();
        if let (Some(done), Some(parent)) = (done, path.last_mut()) {
            parent.children.push(done);
        }
    }
}

/// Stretches each section over its blocks and subsections.
fn set_spans(section: &mut Section) -> Option<Span> {
    let mut span = section.heading.is_some().then_some(section.span);
    let mut widen = |part: Span| span = Some(span.map_or(part, |span| span.cover(part)));
    for block in &section.blocks {
        widen(block.span);
    }
    for child in &mut section.children {
        if let Some(part) = set_spans(child) {
            widen(part);
        }
    }
    section.span = span.unwrap_or_default();
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(level: u8, text: &str, at: usize) -> Part {
        let span = Span::new(at, at + text.len());
        Part::Heading(Heading {
            level,
            prose: Prose::verbatim(text, span),
            id: None,
            span,
        })
    }

    fn paragraph(text: &str, at: usize) -> Part {
        let span = Span::new(at, at + text.len());
        Part::Block(Block {
            kind: BlockKind::Paragraph(Prose::verbatim(text, span)),
            span,
        })
    }

    fn shown(section: &Section) -> String {
        let children: Vec<_> = section.children.iter().map(shown).collect();
        format!(
            "{}{}[{}]",
            section.title(),
            section.blocks.len(),
            children.join(" ")
        )
    }

    #[test]
    fn sections_nest_by_level_and_skipped_levels_still_nest() {
        let (title, root) = tree(vec![
            paragraph("before", 0),
            heading(1, "T", 10),
            paragraph("intro", 20),
            heading(2, "a", 30),
            heading(4, "b", 40),
            paragraph("deep", 50),
            heading(3, "c", 60),
            heading(2, "d", 70),
            heading(1, "e", 80),
        ]);
        assert_eq!(title.unwrap().prose.text(), "T");
        assert_eq!(shown(&root), "2[a0[b1[] c0[]] d0[] e0[]]");
        assert_eq!(root.children[0].span, Span::new(30, 61));
        assert_eq!(root.children[0].children[0].span, Span::new(40, 54));
    }

    #[test]
    fn a_heading_that_lies_in_a_block_opens_no_section() {
        let table = "table with b and c in it";
        let parts = vec![
            heading(2, "a", 0),
            heading(2, "b", 20),
            heading(2, "c", 25),
            paragraph(table, 10),
            heading(2, "d", 40),
        ];
        let (_, root) = tree(parts);
        assert_eq!(shown(&root), "0[a3[] d0[]]");
        assert_eq!(root.children[0].span, Span::new(0, 10 + table.len()));
    }

    #[test]
    fn headings_that_come_before_what_stands_before_them_open_sections_in_the_order_of_the_source()
    {
        let parts = vec![
            heading(2, "a", 20),
            heading(2, "b", 30),
            paragraph("caption", 5),
        ];
        let (_, root) = tree(parts);
        assert_eq!(shown(&root), "1[a0[] b0[]]");
    }

    #[test]
    fn a_heading_of_level_1_after_a_section_is_no_title() {
        let (title, root) = tree(vec![heading(2, "a", 0), heading(1, "b", 5)]);
        assert!(title.is_none());
        assert_eq!(shown(&root), "0[a0[] b0[]]");
    }
}
