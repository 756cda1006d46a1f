//! Set-off boxes: `> [!WARNING]` and `:::warning`.

use super::Blocks;
use super::DEEPEST;
use super::leaves::leaves_of;
use crate::article::{Block, BlockKind, Callout, Prose};
use crate::parse::draft::Draft;
use crate::parse::sections::Part;
use crate::source::{PartOf, Span};
use comrak::nodes::{AstNode, NodeValue};

impl Blocks<'_> {
    /// A quote that names its kind in its first line.
    pub(super) fn callout<'a>(
        &mut self,
        node: &'a AstNode<'a>,
        kind: String,
        depth: usize,
    ) -> Callout {
        let mut title = None;
        let mut nodes = Vec::new();
        for child in node.children() {
            if !matches!(child.data().value, NodeValue::CalloutTitle) {
                nodes.push(child);
                continue;
            }
            for part in child.children() {
                if title.is_none() && matches!(part.data().value, NodeValue::Paragraph) {
                    let span = self.span(part);
                    let inline = self.inline(part, span);
                    title = Some(inline.draft.prose(span)).filter(|title| !title.is_blank());
                } else {
                    nodes.push(part);
                }
            }
        }
        self.note_depth(node, depth + 1);
        let nodes = if depth >= DEEPEST {
            nodes.into_iter().flat_map(leaves_of).collect()
        } else {
            nodes
        };
        let parts = self.parts(nodes, depth + 1);
        let blocks = parts.into_iter().map(Part::into_block).collect();
        Callout {
            kind,
            title,
            blocks,
        }
    }

    /// A fenced box: a callout where it names its kind, else no more than what it holds.
    pub(super) fn directive<'a>(
        &mut self,
        node: &'a AstNode<'a>,
        info: &str,
        span: Span,
        depth: usize,
    ) -> Vec<Part> {
        let blocks = self.blocks(node, depth + 1);
        let kind = info.split([' ', '[', '{']).next().unwrap_or("");
        if kind.is_empty() {
            return blocks.into_iter().map(Part::Block).collect();
        }
        let title = self.directive_title(info.part(kind.len()..).trim(), span);
        let kind = BlockKind::Callout(Callout {
            kind: kind.to_lowercase(),
            title,
            blocks,
        });
        vec![Part::Block(Block { kind, span })]
    }

    /// The title on the first line of a fenced box; attributes are none.
    fn directive_title(&self, rest: &str, span: Span) -> Option<Prose> {
        let inside = rest
            .strip_prefix('[')
            .and_then(|rest| rest.split(']').next());
        let title = inside.unwrap_or(rest).trim();
        if title.is_empty() || title.starts_with('{') {
            return None;
        }
        let line = self.lines.text().get(span.range())?.lines().next()?;
        let Some(at) = line.rfind(title) else {
            let whole = Span::new(span.start(), span.start() + line.len());
            let mut draft = Draft::default();
            draft.push_atomic(title, whole);
            return Some(draft.finish(whole));
        };
        let start = span.start() + at;
        Some(Prose::verbatim(
            title,
            Span::new(start, start + title.len()),
        ))
    }
}
