//! Where the words of the word lists stand, and whether they are the writer's own words there.

use super::{Facts, sentence::Sentence};
use crate::article::{BlockKind, MarkKind, Prose, ProseKind, Role, Text, TextKind};
use crate::lexicon::lists::{List, Row};
use crate::source::Span;
use std::ops::Range;

/// A longer quotation is rare; the bound keeps the search linear.
const QUOTATION: usize = 2000;
/// Marks seldom lie deeper in one another.
const NESTED: usize = 8;

/// A use of a word of a list.
#[derive(Debug, Clone)]
pub struct TermUse<'f> {
    /// The row that found it.
    pub row: &'f Row,
    /// The index of the sentence.
    pub sentence: usize,
    /// Its words in the sentence.
    pub words: Range<usize>,
}

impl<'a> Facts<'a> {
    /// The uses of the words of `list` in reading order, without overlaps; guarded ones are left out.
    pub fn terms(&self, list: List) -> Vec<TermUse<'_>> {
        let uses = self
            .word_lists
            .uses(list, &self.phrases, self.tokens)
            .into_iter();
        uses.map(|(row, hit)| TermUse {
            row,
            sentence: hit.sentence,
            words: hit.words.clone(),
        })
        .collect()
    }

    /// Whether word `index` of a sentence is part of a match of `list`, guarded ones too.
    pub fn is_listed(&self, list: List, sentence: usize, index: usize) -> bool {
        let hits = self.word_lists.hits_in(list, &self.phrases, sentence);
        hits.iter().any(|hit| hit.words.contains(&index))
    }

    /// Where a use stands in the source.
    pub fn span_of_term(&self, term: &TermUse<'_>) -> Span {
        self.span_of(term.sentence, term.words.clone())
    }

    /// The use as a reader sees it.
    pub fn text_of_term(&self, term: &TermUse<'_>) -> &'a str {
        self.text_of(term.sentence, term.words.clone())
    }

    /// Whether the words `words` of a sentence are the article's own, as [`Facts::is_said`], and no part of a longer name in
    /// capitals.
    pub fn is_own_wording(&self, sentence: usize, words: &Range<usize>) -> bool {
        let within = self.sentences.get(sentence);
        self.is_said(sentence, words)
            && within.is_some_and(|within| !self.is_in_name(within, sentence, words))
    }

    /// Whether the article itself says the words `words` of a sentence: not quoted, not code, not in the references.
    pub fn is_said(&self, sentence: usize, words: &Range<usize>) -> bool {
        let (Some(within), Some(tokens)) =
            (self.sentences.get(sentence), self.tokens.get(sentence))
        else {
            return false;
        };
        let place = tokens.place(words.clone());
        let range = within.range.start + place.start..within.range.start + place.end;
        is_readable(&within.within)
            && !self.is_in_roles(sentence, &[Role::References, Role::Authorship])
            && !is_quoted(within.within.prose.text(), &range)
            && !is_marked_off(&within.within, &range)
    }

    /// Whether the words stand inside a name: with a capital, in a sentence whose words beside them have one too.
    fn is_in_name(&self, within: &Sentence<'_>, sentence: usize, words: &Range<usize>) -> bool {
        if !matches!(
            within.within.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Item)
        ) {
            return false;
        }
        let is_capital = |index: usize| {
            let word = self.text_of(sentence, index..index + 1);
            word.starts_with(char::is_uppercase)
        };
        let before = words.start.checked_sub(1);
        let joined = |index: usize| {
            let gap = self.tokens_of(sentence).gap_before(within.text(), index);
            gap.chars().all(|c| matches!(c, ' ' | '-' | '&' | '\u{a0}'))
        };
        let first = words.start;
        let beside_before = before.is_some_and(|index| {
            index > 0
                && is_capital(index)
                && joined(first)
                && self.text_of(sentence, index..first) != "I"
        });
        let beside_after = is_capital(words.end) && joined(words.end);
        let is_title = words.len() > 1 && first > 0 && words.clone().all(is_capital);
        is_title || (is_capital(first) && (beside_before || beside_after))
    }
}

/// Whether readers meet `text` as running text.
fn is_readable(text: &Text<'_>) -> bool {
    let is_quote = text
        .block
        .is_some_and(|block| matches!(block.kind, BlockKind::Quote(_)));
    !is_quote && !matches!(text.kind, TextKind::In(ProseKind::Code | ProseKind::Html))
}

/// Whether `range` of `text` stands between quotation marks.
///
/// Marks are looked for within [`QUOTATION`] bytes on either side.
pub fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let from = text.ceil_char_boundary(range.start.saturating_sub(QUOTATION));
    let to = text.floor_char_boundary(range.end.saturating_add(QUOTATION));
    let (Some(before), Some(after)) = (text.get(from..range.start), text.get(range.end..to)) else {
        return false;
    };
    let curly = |open: char, close: char| {
        let opened = before.rfind(open);
        let closed = before.rfind(close);
        opened.is_some_and(|at| closed.is_none_or(|end| end < at)) && after.contains(close)
    };
    let straight = || {
        let marks = before.bytes().filter(|byte| *byte == b'"').count();
        marks % 2 == 1 && after.contains('"')
    };
    curly('“', '”') || curly('«', '»') || curly('‘', '’') || straight()
}

/// Whether `range` is code.
fn is_marked_off(text: &Text<'_>, range: &Range<usize>) -> bool {
    is_marked(text.prose, range, |kind| *kind == MarkKind::Code)
}

/// Whether one of the marks that start last before `range` is `wanted` and holds all of it.
pub(super) fn is_marked(
    prose: &Prose,
    range: &Range<usize>,
    wanted: impl Fn(&MarkKind) -> bool,
) -> bool {
    let marks = prose.marks();
    let end = marks.partition_point(|mark| mark.range.start <= range.start);
    let mut near = marks.iter().take(end).rev().take(NESTED);
    near.any(|mark| mark.range.end >= range.end && wanted(&mark.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_are_told_from_words_beside_a_quotation() {
        for (text, word, expected) in [
            ("He said “it is a cure” and left.", "cure", true),
            ("He said “it works” of the cure.", "cure", false),
            ("The \"miracle\" cure", "miracle", true),
            ("The \"miracle\" cure", "cure", false),
            ("It’s a cure, isn’t it", "cure", false),
            ("", "", false),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(is_quoted(text, &(at..at + word.len())), expected, "{text}");
        }
    }
}
