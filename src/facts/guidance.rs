//! The advice to get help, the lists, and the concepts bound to the advice: each is found when it is first asked for, and kept.

use super::binding;
use super::concept::{self, ConceptUse};
use super::counsel::{self, Advised, Counsel};
use super::list::{self, ListUse};
use super::{Facts, own};
use crate::source::Nest;
use std::cell::OnceCell;

/// What was asked for so far.
#[derive(Debug, Default)]
pub(super) struct Guidance {
    advised: OnceCell<Advised>,
    lists: OnceCell<(Vec<ListUse>, Nest)>,
    counsels: OnceCell<Vec<Counsel>>,
    concepts: OnceCell<Concepts>,
}

#[derive(Debug)]
struct Concepts {
    all: Vec<ConceptUse>,
    /// For each piece of advice, whether a concept is bound to it.
    is_bound: Vec<bool>,
}

impl Facts<'_> {
    /// The advice to get help, in reading order.
    pub fn counsels(&self) -> &[Counsel] {
        let counsels = &self.guidance.counsels;
        counsels.get_or_init(|| self.advised().with_signs_put_off(self))
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
            Concepts { all, is_bound }
        })
    }
}
