//! Terms with what they mean.

use super::Blocks;
use crate::article::{Definition, Prose};
use crate::parse::draft::Draft;
use crate::source::Span;
use comrak::nodes::{AstNode, NodeValue};

impl Blocks<'_> {
    /// The terms of a list; what is said of one term in several places is put together.
    pub(super) fn definitions<'a>(
        &mut self,
        node: &'a AstNode<'a>,
        depth: usize,
    ) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        for part in node.children().flat_map(AstNode::children) {
            if matches!(part.data().value, NodeValue::DescriptionTerm) {
                let mut term = Draft::default();
                let area = self.term_area(part);
                for paragraph in part.children() {
                    term.append(" ", self.inline(paragraph, area).draft);
                }
                definitions.push(Definition {
                    term: term.prose(area),
                    details: Vec::new(),
                });
                continue;
            }
            let details = self.blocks(part, depth + 1);
            match definitions.last_mut() {
                Some(definition) => definition.details.extend(details),
                None => definitions.push(Definition {
                    term: Prose::default(),
                    details,
                }),
            }
        }
        definitions
    }

    /// The lines of a term: comrak ends it wherever it likes.
    fn term_area<'a>(&self, term: &'a AstNode<'a>) -> Span {
        let start = self.span(term).start();
        let end = term.next_sibling().map(|details| {
            let line = details.data().sourcepos.start.line;
            self.lines.end(line.saturating_sub(1))
        });
        Span::new(start, end.unwrap_or(start).max(start))
    }
}
