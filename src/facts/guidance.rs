//! The advice to get help, the lists, and the concepts bound to the advice: each is found when it is first asked for, and kept.

use super::binding;
use super::concept::{self, ConceptUse, Mention};
use super::counsel::{self, Advised, Counsel};
use super::list::{self, ListUse};
use super::{Facts, own};
use crate::source::{Nest, Span};
use std::cell::OnceCell;
use std::ops::Range;

/// What was asked for so far.
#[derive(Debug, Default)]
pub(super) struct Guidance {
    advised: OnceCell<Advised>,
    lists: OnceCell<(Vec<ListUse>, Nest)>,
    counsels: OnceCell<Counsels>,
    concepts: OnceCell<Concepts>,
}

#[derive(Debug)]
struct Counsels {
    all: Vec<Counsel>,
    /// For each sentence the index of its first piece of advice, and of the next one's where it has none; then their number.
    starts: Vec<usize>,
}

#[derive(Debug)]
struct Concepts {
    all: Vec<ConceptUse>,
    /// For each piece of advice, whether a concept is bound to it.
    is_bound: Vec<bool>,
    /// The mentions by their sentence: each with the index of its concept and its own among that concept's mentions.
    mentions: Vec<(usize, usize, usize)>,
}

impl Facts<'_> {
    /// The advice to get help, in reading order.
    pub fn counsels(&self) -> &[Counsel] {
        &self.numbered_counsels().all
    }

    /// The advice of one sentence, with its indices.
    pub(super) fn counsels_by_sentence(&self, sentence: usize) -> (Range<usize>, &[Counsel]) {
        let Counsels { all, starts } = self.numbered_counsels();
        let start = |sentence: usize| starts.get(sentence).copied().unwrap_or_default();
        let indices = start(sentence)..start(sentence + 1);
        (indices.clone(), all.get(indices).unwrap_or_default())
    }

    fn numbered_counsels(&self) -> &Counsels {
        self.guidance.counsels.get_or_init(|| {
            let all = self.advised().with_signs_put_off(self);
            let mut starts = Vec::with_capacity(self.sentences.len() + 1);
            for (index, counsel) in all.iter().enumerate() {
                while starts.len() <= counsel.sentence {
                    starts.push(index);
                }
            }
            starts.resize(self.sentences.len() + 1, all.len());
            Counsels { all, starts }
        })
    }

    /// The lists, nested ones too, in reading order.
    pub fn lists(&self) -> &[ListUse] {
        &self.nested_lists().0
    }

    /// The lists that hold all of others, by their index.
    pub(super) fn list_nest(&self) -> &Nest {
        &self.nested_lists().1
    }

    /// The concepts that are mentioned, by their first mention.
    pub fn concepts(&self) -> &[ConceptUse] {
        &self.bound_concepts().all
    }

    /// The mentions of concepts in one sentence, each with the index of its concept; by concept.
    pub fn mentions_of(&self, sentence: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let concepts = self.bound_concepts();
        let first = concepts
            .mentions
            .partition_point(|(before, ..)| *before < sentence);
        let of = concepts.mentions.iter().skip(first);
        let of = of.take_while(move |(at, ..)| *at == sentence);
        of.filter_map(|(_, concept, mention)| {
            let mention = concepts.all.get(*concept)?.mentions.get(*mention)?;
            Some((*concept, mention))
        })
    }

    /// The indices of the concepts of which a mention in a sentence that touches `span` is `wanted`, in order.
    pub fn concepts_at(&self, span: Span, wanted: impl Fn(&Mention) -> bool) -> Vec<usize> {
        let mentions = self
            .sentences_at(span)
            .flat_map(|(_, sentence)| self.mentions_of(sentence));
        let wanted = mentions.filter(|(_, mention)| wanted(mention));
        let mut concepts: Vec<usize> = wanted.map(|(concept, _)| concept).collect();
        concepts.sort_unstable();
        concepts.dedup();
        concepts
    }

    /// Whether a concept is bound to the advice with this index.
    pub(super) fn is_bound(&self, counsel: usize) -> bool {
        self.bound_concepts().is_bound.get(counsel) == Some(&true)
    }

    /// Whether a sentence gives advice by its own words, whatever the lists of signs say.
    pub(super) fn advises(&self, sentence: usize) -> bool {
        self.advised().has(sentence)
    }

    fn advised(&self) -> &Advised {
        let advised = &self.guidance.advised;
        advised.get_or_init(|| counsel::counsels(self))
    }

    fn nested_lists(&self) -> &(Vec<ListUse>, Nest) {
        self.guidance.lists.get_or_init(|| {
            let lists = list::lists(self);
            let nest = Nest::of(lists.iter().map(|list| list.span));
            (lists, nest)
        })
    }

    fn bound_concepts(&self) -> &Concepts {
        self.guidance.concepts.get_or_init(|| {
            let mut all = concept::from_packs(self);
            all.extend(own::from_red_flags(self, &all));
            binding::bind(self, &mut all);
            all.sort_by_key(|concept| concept.mentions.first().map(|mention| mention.span));
            let mut is_bound = vec![false; self.counsels().len()];
            for binding in all.iter().flat_map(|concept| &concept.bindings) {
                if let Some(is_bound) = is_bound.get_mut(binding.counsel) {
                    *is_bound = true;
                }
            }
            let numbered = all.iter().enumerate().flat_map(|(index, concept)| {
                let mentions = concept.mentions.iter().enumerate();
                mentions.map(move |(number, mention)| (mention.sentence, index, number))
            });
            let mut mentions: Vec<(usize, usize, usize)> = numbered.collect();
            mentions.sort_unstable();
            Concepts {
                all,
                is_bound,
                mentions,
            }
        })
    }
}
