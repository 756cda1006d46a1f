//! Roles by a label at the start of a paragraph: "Medical disclaimer: ...", "Sources: ...".

use super::{Finder, content};
use crate::article::{Block, BlockKind, PlaceKind, Prose, Role, RoleSource};
use crate::lexicon::Tokens;

/// A label with more words is a sentence that happens to have a colon.
const LABEL_WORDS: usize = 6;

/// The parts that are often no more than a labelled paragraph.
const LABELLED: &[Role] = &[
    Role::Summary,
    Role::RedFlags,
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

pub(super) fn find(finder: &mut Finder<'_>, block: &Block) {
    match &block.kind {
        BlockKind::Paragraph(prose) | BlockKind::Html(prose) => paragraph(finder, block, prose),
        BlockKind::Quote(blocks) => {
            if let Some(BlockKind::Paragraph(prose)) = blocks.first().map(|first| &first.kind) {
                paragraph(finder, block, prose);
            }
        }
        BlockKind::Callout(callout) => {
            let title = callout
                .title
                .as_ref()
                .map(|title| title.text().trim().to_owned());
            let tokens = Tokens::of(title.as_deref().unwrap_or(""));
            for role in finder.words.roles(&tokens) {
                finder.add(
                    role,
                    block.span,
                    PlaceKind::Paragraph,
                    title.as_deref(),
                    RoleSource::Heading,
                );
            }
            if let Some(BlockKind::Paragraph(prose)) =
                callout.blocks.first().map(|first| &first.kind)
            {
                paragraph(finder, block, prose);
            }
        }
        BlockKind::Details { summary, .. } => {
            let tokens = Tokens::of(summary.text());
            if !summary.text().trim_end().ends_with('?') {
                for role in finder.words.roles(&tokens) {
                    finder.add(
                        role,
                        block.span,
                        PlaceKind::Paragraph,
                        Some(summary.text().trim()),
                        RoleSource::Heading,
                    );
                }
            }
        }
        BlockKind::Heading { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Image(_)
        | BlockKind::Code { .. }
        | BlockKind::Rule => {}
    }
}

fn paragraph(finder: &mut Finder<'_>, block: &Block, prose: &Prose) {
    let Some((label, rest)) = label(prose.text()) else {
        return;
    };
    let tokens = Tokens::of(label);
    for role in LABELLED {
        let is_named = finder.words.names(*role, &tokens)
            || (*role == Role::Disclaimer && finder.words.may_name(*role, &tokens));
        if !is_named || finder.is_in(*role, block.span) {
            continue;
        }
        // "Important: take it with food" is no disclaimer, and "Call your doctor: ..." needs what follows to be advice.
        let is_said = match role {
            Role::Disclaimer => {
                tokens.words().any(|word| {
                    word.starts_with("disclaim")
                        || word.starts_with("descargo")
                        || word.starts_with("exencion")
                }) || content::is_disclaimer(finder.lang, rest)
            }
            _ => true,
        };
        if is_said {
            finder.add(
                *role,
                block.span,
                PlaceKind::Paragraph,
                Some(label),
                RoleSource::Label,
            );
        }
    }
}

/// The label and the text after it.
pub(super) fn label(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (label, rest) = text.split_once(':')?;
    let words = label.split_whitespace().count();
    let is_label = (1..=LABEL_WORDS).contains(&words)
        && !label.contains(['.', '?', '!', '/'])
        && !rest.trim().is_empty();
    is_label.then_some((label.trim(), rest.trim()))
}
