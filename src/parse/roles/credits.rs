//! Authorship by content: who wrote or reviewed an article, and when, in a short paragraph without a label.

use super::{Finder, content};
use crate::article::{BlockKind, PlaceKind, Prose, Role, RoleSource};
use crate::lexicon::Tokens;
use crate::lexicon::sentence;
use crate::source::PartOf;

/// A paragraph with more words tells something else.
const CREDIT_WORDS: usize = 40;
/// How many blocks from the start a byline may stand.
const BYLINE_BLOCKS: usize = 3;
/// A byline with more words is a sentence.
const BYLINE_WORDS: usize = 25;

/// Finds the credit lines of an article that no heading or label names.
pub(super) fn find(finder: &mut Finder<'_>) {
    let article = finder.article;
    for (index, (_, block)) in article.blocks().enumerate() {
        let BlockKind::Paragraph(prose) = &block.kind else {
            continue;
        };
        let told =
            tells_credit(finder, prose) || (index < BYLINE_BLOCKS && is_byline(prose.text()));
        if told
            && !finder.is_in(Role::Authorship, block.span)
            && !finder.is_in(Role::References, block.span)
        {
            finder.add(
                Role::Authorship,
                block.span,
                PlaceKind::Paragraph,
                None,
                RoleSource::Content,
            );
        }
    }
}

fn tells_credit(finder: &Finder<'_>, prose: &Prose) -> bool {
    let opens = |(_, sentence): (_, &Tokens)| content::opens_credit(finder.lang, sentence);
    finder.sentences(prose).any(opens) && !prose.has_more_words_than(CREDIT_WORDS)
}

/// Whether a short text says who wrote or reviewed something or when.
pub(in crate::parse) fn is_credit(lang: &str, text: &str) -> bool {
    text.split_whitespace().count() <= CREDIT_WORDS
        && sentence::split(text)
            .into_iter()
            .any(|range| content::opens_credit(lang, &Tokens::of(text.part(range))))
}

/// "By Jane Doe, physiotherapist": "by" with a name after it.
pub(in crate::parse) fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().map(str::to_lowercase);
    let is_by = first.is_some_and(|word| word == "by" || word == "por");
    let is_name = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) || word == "la" || word == "el")
        && words
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase));
    is_by && is_name && text.split_whitespace().count() <= BYLINE_WORDS
}
