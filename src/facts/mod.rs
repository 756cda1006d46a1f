//! What an article says, found once and typed, before any rule runs.
//!
//! Sentences come first; then the advice to get help, with its urgency; then the lists with what leads to them; then the
//! concepts (symptoms and events of topic packs and of the article's own red flags) and the advice that each is bound to.

mod about;
mod binding;
mod candidate;
mod concept;
mod counsel;
mod list;
mod own;

pub mod disclaimer;
pub mod images;
pub mod placeholder;
pub mod question;
pub mod resource;
pub mod sentence;
pub mod spans;
pub mod words;

pub use crate::lexicon::Urgency;
pub use binding::{Binding, Via};
pub use concept::{ConceptUse, Mention};
pub use counsel::Counsel;
pub use list::ListUse;
pub use sentence::Sentence;

use crate::article::{Article, Role};
use crate::config::Settings;
use crate::lexicon::Tokens;
use crate::lexicon::advice::{self, Advice};
use crate::source::Span;

/// Everything found in one article.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The article.
    pub article: &'a Article,
    /// Every sentence of every paragraph, item, cell and heading, in reading order.
    pub sentences: Vec<Sentence<'a>>,
    /// The words of each sentence.
    pub tokens: Vec<Tokens>,
    /// The advice to get help, in reading order.
    pub counsels: Vec<Counsel>,
    /// The lists, nested ones too, in reading order.
    pub lists: Vec<ListUse>,
    /// The rows of the tables, headers left out, in reading order.
    pub rows: Vec<Span>,
    /// The concepts that are mentioned, by their first mention.
    pub concepts: Vec<ConceptUse>,
    /// The advice words of the article's language.
    pub advice: &'static Advice,
    /// The places of the sentences in the order of the source, each with its index; sentences never overlap.
    places: Vec<(Span, usize)>,
}

impl<'a> Facts<'a> {
    /// Finds the facts of `article`.
    pub fn find(article: &'a Article, settings: &Settings) -> Self {
        let sentences = sentence::sentences(article);
        let tokens: Vec<Tokens> = sentences
            .iter()
            .map(|sentence| Tokens::of(sentence.text()))
            .collect();
        let mut places: Vec<(Span, usize)> = sentences
            .iter()
            .enumerate()
            .map(|(index, sentence)| (sentence.span(), index))
            .collect();
        places.sort_unstable();
        let mut facts = Self {
            article,
            places,
            sentences,
            tokens,
            counsels: Vec::new(),
            lists: Vec::new(),
            rows: list::rows(article),
            concepts: Vec::new(),
            advice: advice::advice(article.base_lang()),
        };
        facts.counsels = counsel::counsels(&facts);
        facts.lists = list::lists(&facts);
        let mut concepts = concept::from_packs(&facts, settings);
        concepts.extend(own::from_red_flags(&facts, &concepts));
        binding::bind(&facts, &mut concepts);
        concepts.sort_by_key(|concept| concept.mentions.first().map(|mention| mention.span));
        facts.concepts = concepts;
        facts
    }

    /// The indices of the sentences that lie inside `span`, in the order of the source.
    pub fn sentences_in(&self, span: Span) -> impl Iterator<Item = usize> {
        self.sentences_at(span)
            .filter(move |(place, _)| span.contains(*place))
            .map(|(_, index)| index)
    }

    /// The advice that stands inside `span`, in the order of the source.
    pub fn counsels_in(&self, span: Span) -> impl Iterator<Item = &Counsel> {
        self.sentences_at(span)
            .flat_map(|(_, index)| self.counsels_of(index))
            .map(|(_, counsel)| counsel)
            .filter(move |counsel| span.contains(counsel.span))
    }

    /// The sentences that touch `span`, with their places.
    fn sentences_at(&self, span: Span) -> impl Iterator<Item = (Span, usize)> {
        let first = self
            .places
            .partition_point(|(place, _)| place.end() <= span.start());
        let after = self.places.iter().skip(first).copied();
        after.take_while(move |(place, _)| place.start() < span.end())
    }

    /// The advice of one sentence, with its index.
    pub fn counsels_of(&self, sentence: usize) -> impl Iterator<Item = (usize, &Counsel)> {
        let start = self
            .counsels
            .partition_point(|counsel| counsel.sentence < sentence);
        let of = self.counsels.iter().enumerate().skip(start);
        of.take_while(move |(_, counsel)| counsel.sentence == sentence)
    }

    /// Whether sentence `index` stands in a place that plays one of `roles`.
    pub fn is_in_roles(&self, index: usize, roles: &[Role]) -> bool {
        let span = self
            .sentences
            .get(index)
            .map(Sentence::span)
            .unwrap_or_default();
        roles
            .iter()
            .any(|role| self.article.is_in_role(*role, span))
    }

    /// The advice that governs the red flags in `span`: what leads to its lists, stands over them or points back at them,
    /// and what its items say; where it has no list, all advice in it.
    pub fn governing(&self, span: Span) -> Vec<&Counsel> {
        let lists: Vec<&ListUse> = self
            .lists
            .iter()
            .filter(|list| span.contains(list.span))
            .collect();
        if lists.is_empty() {
            return self.counsels_in(span).collect();
        }
        let mut governing: Vec<&Counsel> = Vec::new();
        for list in &lists {
            let around = [list.lead, list.heading, list.after];
            for sentence in around.into_iter().flatten() {
                governing.extend(self.counsels_of(sentence).map(|(_, counsel)| counsel));
            }
            governing.extend(self.counsels_in(list.span));
        }
        let bound = self.bound_in(span);
        governing.extend(bound);
        governing.sort_by_key(|counsel| counsel.span);
        governing.dedup_by_key(|counsel| counsel.span);
        governing.retain(|counsel| {
            span.contains(counsel.span) || !self.article.is_in_role(Role::Faq, counsel.span)
        });
        governing
    }

    fn bound_in(&self, span: Span) -> impl Iterator<Item = &Counsel> {
        let bindings = self.concepts.iter().flat_map(|concept| &concept.bindings);
        let counsels = bindings.filter_map(|binding| self.counsels.get(binding.counsel));
        counsels.filter(move |counsel| span.contains(counsel.span))
    }

    /// The highest urgency of the advice that governs the red flags in `span`; `None` if none does.
    pub fn urgency_in(&self, span: Span) -> Option<Urgency> {
        self.governing(span)
            .into_iter()
            .map(|counsel| counsel.frame.level)
            .max()
    }
}
