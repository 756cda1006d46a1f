//! Finds all concepts of a pack in one pass over the words of an article.

use super::Concept;
use crate::lexicon::Tokens;
use crate::lexicon::phrasebook::Phrasebook;
use std::ops::Range;

/// The patterns of a pack's concepts: for each concept those that name it and those that rule it out.
#[derive(Debug)]
pub(super) struct PackBook {
    book: Phrasebook,
    concepts: usize,
}

impl PackBook {
    pub(super) fn of(concepts: &[Concept]) -> Self {
        let lists = concepts.iter().flat_map(|concept| {
            [
                concept.patterns.all().to_vec(),
                concept.not_patterns.all().to_vec(),
            ]
        });
        Self {
            book: Phrasebook::new(lists.collect()),
            concepts: concepts.len(),
        }
    }

    /// As [`TopicPack::named_in`](super::TopicPack::named_in).
    pub(super) fn named_in(&self, sentences: &[Tokens]) -> Vec<(usize, usize, Range<usize>)> {
        let hits = self.book.find(sentences);
        let mut named: Vec<(usize, usize, Range<usize>)> = Vec::new();
        for concept in 0..self.concepts {
            for hit in hits.of(2 * concept) {
                // The first of a sentence is the earliest, and the longest of those.
                let again = named.last().is_some_and(|(sentence, last, _)| {
                    (*sentence, *last) == (hit.sentence, concept)
                });
                if !again && hits.in_sentence(2 * concept + 1, hit.sentence).is_empty() {
                    named.push((hit.sentence, concept, hit.words.clone()));
                }
            }
        }
        named.sort_by_key(|(sentence, concept, _)| (*sentence, *concept));
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::pack;

    #[test]
    fn one_pass_finds_what_each_concept_finds_by_itself() {
        for pack in pack::all() {
            let tests = pack.concepts.iter().flat_map(|concept| &concept.tests);
            let sentences: Vec<Tokens> = tests.map(|test| Tokens::of(&test.text)).collect();
            let mut alone = Vec::new();
            for (sentence, tokens) in sentences.iter().enumerate() {
                for (index, concept) in pack.concepts.iter().enumerate() {
                    alone.extend(concept.find(tokens).map(|words| (sentence, index, words)));
                }
            }
            assert_eq!(pack.named_in(&sentences), alone, "{}", pack.id);
        }
    }
}
