//! What an introduction says that the article holds: "This page explains the causes, exercises and surgery."

use super::Facts;
use crate::article::{Role, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::source::Span;
use std::ops::Range;

/// One thing that an introduction announces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The sentence.
    pub sentence: usize,
    /// The words that name it.
    pub words: Range<usize>,
    /// Their place.
    pub span: Span,
}

/// The most sentences into an article that an introduction reaches.
const REACH: usize = 16;

/// A longer piece is a clause, not a name.
const LONGEST: usize = 7;

/// Every promise, in reading order.
pub(super) fn promises(facts: &Facts<'_>) -> Vec<Promise> {
    let mut found = Vec::new();
    let mut before = None;
    for hit in facts.hits(Table::Announces) {
        if hit.sentence > REACH || before == Some(hit.sentence) {
            continue;
        }
        before = Some(hit.sentence);
        let is_text = matches!(
            facts
                .sentences
                .get(hit.sentence)
                .map(|sentence| sentence.within.kind),
            Some(TextKind::In(_))
        );
        let section = facts
            .sentences
            .get(hit.sentence)
            .map(|sentence| sentence.within.section);
        let first = facts.article.root.children.first();
        let is_start = section.is_some_and(|section| {
            section.heading.is_none()
                || section.level <= 1
                || first.is_some_and(|first| first.span.start() == section.span.start())
        });
        if is_text && (is_start || facts.is_in_roles(hit.sentence, &[Role::Introduction])) {
            in_sentence(facts, hit.sentence, hit.words.end, &mut found);
        }
    }
    found
}

/// The pieces of the list that the announcement at word `from` leads to: at least three, so that it is a list.
fn in_sentence(facts: &Facts<'_>, index: usize, from: usize, found: &mut Vec<Promise>) {
    let text = facts.sentence(index).text();
    let tokens = facts.tokens_of(index);
    let start = last_lead(text, tokens, from);
    let pieces = pieces(text, tokens, start);
    if pieces.len() < 2 {
        return;
    }
    found.extend(
        pieces
            .into_iter()
            .filter(|words| words.len() <= LONGEST)
            .map(|words| Promise {
                sentence: index,
                span: facts.span_of(index, words.clone()),
                words,
            }),
    );
}

/// "... a summary of blocks, highlighting causes": where the list starts that the last of such words leads to.
fn last_lead(text: &str, tokens: &Tokens, from: usize) -> usize {
    let leads = |at: &usize| {
        matches!(
            tokens.word(*at),
            "highlighting"
                | "including"
                | "covering"
                | "describing"
                | "explaining"
                | "discussing"
                | "outlining"
        ) && tokens.gap_before(text, *at).contains(',')
    };
    (from..tokens.len()).find(leads).map_or(from, |at| at + 1)
}

/// The list from word `start` on, cut at commas and "and".
fn pieces(text: &str, tokens: &Tokens, start: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut from = start;
    for at in start..tokens.len() {
        let gap = tokens.gap_before(text, at);
        let comma = at > start && gap.contains([',', ';']);
        let joint =
            tokens.word(at) == "and" || (tokens.word(at) == "as" && tokens.word(at + 1) == "well");
        if comma || joint {
            pieces.push(from..at);
            from = at;
        }
        if joint {
            from = at + 1;
        }
        // ", which takes 4 weeks" announces nothing.
        let tells_more = comma && matches!(tokens.word(at), "which" | "who" | "because" | "so");
        if at > start && gap.contains([':', '(', '–', '—']) || tells_more {
            return pieces;
        }
    }
    pieces.push(from..tokens.len());
    pieces.retain(|words| !words.is_empty());
    pieces
}
