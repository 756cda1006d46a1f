//! Lines that work as headings without being headings: a bold line of its own, or a bold start with a colon.

use super::{Finder, headings};
use crate::article::{Block, BlockKind, MarkKind, PlaceKind, Prose, RoleSource, Section};
use crate::source::{PartOf, Span};

/// A bold line with more words is a shouted paragraph.
const LINE_WORDS: usize = 16;

/// Finds the roles that bold lines of `section` give to the blocks after them.
pub(super) fn find(finder: &mut Finder<'_>, section: &Section) {
    for (index, block) in section.blocks.iter().enumerate() {
        let Some(line) = bold_line(block) else {
            continue;
        };
        if finder.faq.overlaps(block.span) {
            continue;
        }
        let below: Vec<&Block> = section
            .blocks
            .part(index + 1..)
            .iter()
            .take_while(|next| bold_line(next).is_none())
            .collect();
        let Some(last) = below.last() else { continue };
        let text = line.text().trim();
        let tokens = headings::tokens(text);
        let mut roles = finder.words.roles(&tokens);
        if roles.is_empty() && finder.asks_for_help(text, &tokens) {
            roles.push(crate::article::Role::RedFlags);
        }
        let kind = match below.first().map(|next| &next.kind) {
            Some(BlockKind::List(_)) => PlaceKind::List,
            _ => PlaceKind::Paragraph,
        };
        let span: Span = block.span.cover(last.span);
        for role in roles {
            if !finder.is_in(role, span) {
                finder.add(role, span, kind, Some(text), RoleSource::Heading);
            }
        }
    }
}

/// The prose of a short paragraph that is bold from end to end.
fn bold_line(block: &Block) -> Option<&Prose> {
    match &block.kind {
        BlockKind::Paragraph(prose) => {
            let is_bold = prose.is_wholly(|kind| *kind == MarkKind::Strong);
            let is_line = is_bold
                && !prose.has_more_words_than(LINE_WORDS)
                && !prose.text().trim().contains('\n');
            is_line.then_some(prose)
        }
        BlockKind::Heading { prose, .. } => Some(prose),
        _ => None,
    }
}
