//! What an article says, found once and typed, before any rule runs.
//!
//! Sentences come first; then the advice to get help, with its urgency; then the lists with what leads to them; then the
//! concepts (symptoms and events of topic packs and of the article's own red flags) and the advice that each is bound to.

mod about;
mod address;
mod asked;
mod at;
mod binding;
mod candidate;
mod cases;
mod concept;
mod counsel;
mod gloss;
mod guidance;
mod lazy;
mod list;
mod naming;
mod own;
mod row;
mod synonym;
mod tongue;

pub mod abbreviation;
pub mod alike;
pub mod citation;
pub mod claim;
pub mod credit;
pub mod date;
pub mod definition;
pub mod disclaimer;
pub mod images;
pub mod instruction;
pub mod intervention;
pub mod medicine;
pub mod parts;
pub mod placeholder;
pub mod pointer;
pub mod printed;
pub mod promise;
pub mod quantity;
pub mod question;
pub mod readability;
pub mod reference;
pub mod resource;
pub mod sentence;
pub mod spans;
pub mod spelled;
pub mod stance;
pub mod term;
pub mod things;
pub mod words;

pub use crate::lexicon::Urgency;
pub use address::Address;
pub use asked::{Asked, yes_or_no};
pub use binding::{Binding, Via};
pub use concept::{ConceptUse, Mention, Sense};
pub use counsel::Counsel;
pub use list::ListUse;
pub use quantity::{Bound, Quantity, QuantityKind, Unit};
pub use readability::Readability;
pub use sentence::Sentence;
pub use synonym::is_telling as telling_sign;
pub use term::TermUse;

use crate::article::{Article, FaqPair, Kind, Role, Text};
use crate::config::{Settings, TopicPack};
use crate::lexicon::Tokens;
use crate::lexicon::advice::{self, Advice};
use crate::lexicon::lists::Lists;
use crate::lexicon::phrasebook::{Hit, Hits, Phrasebook};
use crate::lexicon::phrases::{self, Table};
use crate::source::{Cover, Span};
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

/// Builds what the first article of a run would have to wait for: the English word lists.
///
/// Nothing depends on it; done beside other work, it shortens the start.
pub fn prepare() {
    Lists::built_in();
}

/// Everything found in one article.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The article.
    pub article: &'a Article,
    /// Every piece of its prose; see [`Article::texts`].
    pub texts: Vec<Text<'a>>,
    /// Every sentence of every paragraph, item, cell and heading, in reading order.
    pub sentences: Vec<Sentence<'a>>,
    /// The words of each sentence.
    pub tokens: &'a [Tokens],
    /// The questions that have an answer; found when they are asked for.
    asked: OnceCell<Vec<asked::Place>>,
    /// The matches of the phrase tables and of the word lists, all found in one pass.
    phrases: Hits,
    /// The word lists.
    word_lists: Arc<Lists>,
    /// The rows of the tables.
    rows: row::Rows<'a>,
    /// The advice words of the article's language.
    pub advice: &'static Advice,
    /// A sentence without words.
    no_sentence: Sentence<'a>,
    /// The places of the sentences in the order of the source, each with its index; sentences never overlap.
    places: Vec<(Span, usize)>,
    /// The base tag of the article's language.
    lang: &'static str,
    /// What kind of document it is: as it says, or as the settings of a kind of a team's own have it.
    kind: Kind,
    /// The places of each role, in the order of [`Role::ALL`].
    roles: Vec<Cover>,
    /// For each sentence the roles of the places that hold it, one bit each, once a rule asks.
    sentence_roles: OnceCell<Vec<u64>>,
    /// The questions of the FAQ in the order of the source, each with its pair's index.
    questions: Vec<(Span, usize)>,
    /// The topic packs that apply.
    packs: Vec<&'static TopicPack>,
    /// Advice, lists and concepts.
    guidance: guidance::Guidance,
    /// What only some rules ask for.
    lazy: lazy::Lazy,
    /// The quantities, once a rule has asked for them.
    quantities: OnceCell<Vec<quantity::Quantity>>,
    /// Found when a rule asks for them.
    citations: OnceCell<Vec<citation::Citation>>,
    references: OnceCell<Vec<reference::Reference>>,
    credits: OnceCell<credit::Credits>,
    /// The medicines that it names; found when first asked for.
    medicines: OnceCell<Vec<String>>,
    intervention: OnceCell<Option<intervention::Intervention>>,
    printed: OnceCell<printed::Printed>,
    /// What was counted in the sentences, once a rule asks.
    readability: OnceCell<Readability>,
    /// How the sentences speak to the reader, once a rule asks.
    addresses: OnceCell<Vec<Address>>,
}

impl<'a> Facts<'a> {
    /// Finds the facts of `article`.
    pub fn find(article: &'a Article, settings: &Settings) -> Self {
        let texts = article.texts();
        let sentences = sentence::sentences(article, &texts);
        let tokens = article.reading.tokens();
        let mut places: Vec<(Span, usize)> = sentences
            .iter()
            .enumerate()
            .map(|(index, sentence)| (sentence.span(), index))
            .collect();
        places.sort_unstable();
        let lang = article.base_lang();
        Self {
            article,
            texts,
            no_sentence: at::no_sentence(article),
            places,
            lang,
            kind: settings.kind,
            roles: roles(article),
            sentence_roles: OnceCell::new(),
            questions: questions(article),
            packs: settings.packs.clone(),
            guidance: guidance::Guidance::default(),
            lazy: lazy::Lazy::default(),
            asked: OnceCell::new(),
            phrases: book(lang, &settings.word_lists).find(tokens),
            word_lists: Arc::clone(&settings.word_lists),
            quantities: OnceCell::new(),
            citations: OnceCell::new(),
            references: OnceCell::new(),
            credits: OnceCell::new(),
            medicines: OnceCell::new(),
            intervention: OnceCell::new(),
            printed: OnceCell::new(),
            readability: OnceCell::new(),
            addresses: OnceCell::new(),
            sentences,
            tokens,
            rows: row::Rows::of(article),
            advice: advice::advice(lang),
        }
    }

    /// The base tag of the language whose word tables read the article: `en`, `es`.
    pub fn base_lang(&self) -> &'static str {
        self.lang
    }

    /// What kind of document the article is: as it says, or what a kind of a team's own builds on.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What finds the phrase tables in other words than those of the sentences; of its matches, only those of tables count.
    pub fn book(&self) -> &Phrasebook {
        book(self.lang, &self.word_lists)
    }

    /// The matches of a phrase table, in reading order; of those that start together the longest first.
    pub fn hits(&self, table: Table) -> &[Hit] {
        self.phrases.of(table.index())
    }

    /// The matches of a phrase table in one sentence, in order; of those that start together the longest first.
    pub fn hits_in(&self, table: Table, sentence: usize) -> &[Hit] {
        self.phrases.in_sentence(table.index(), sentence)
    }

    /// The counts of every sentence, for reading grades.
    pub fn readability(&self) -> &Readability {
        self.readability.get_or_init(|| Readability::of(self))
    }

    /// The disclaimer in the article's text; `None` where there is none, or none with words.
    pub fn disclaimer(&self) -> Option<disclaimer::Disclaimer<'a>> {
        disclaimer::Disclaimer::find(self.article, &self.texts)
    }

    /// How each sentence speaks to the reader, by its index.
    pub fn addresses(&self) -> &[Address] {
        self.addresses.get_or_init(|| address::addresses(self))
    }

    /// Where the words `words` of a sentence stand in the source.
    pub fn span_of(&self, sentence: usize, words: Range<usize>) -> Span {
        let (Some(within), Some(tokens)) =
            (self.sentences.get(sentence), self.tokens.get(sentence))
        else {
            return Span::default();
        };
        let place = tokens.place(words);
        let start = within.range.start;
        within
            .within
            .prose
            .span(start + place.start..start + place.end)
    }

    /// The words `words` of a sentence as a reader sees them.
    pub fn text_of(&self, sentence: usize, words: Range<usize>) -> &'a str {
        let tokens = self.tokens.get(sentence);
        let text = self.sentences.get(sentence).map(Sentence::text);
        let place = tokens.map(|tokens| tokens.place(words));
        text.zip(place)
            .and_then(|(text, place)| text.get(place))
            .unwrap_or("")
    }

    /// The indices of the sentences that lie inside `span`, in the order of the source.
    pub fn sentences_in(&self, span: Span) -> impl Iterator<Item = usize> {
        self.sentences_at(span)
            .filter(move |(place, _)| span.contains(*place))
            .map(|(_, index)| index)
    }

    /// The advice that stands inside `span`, in the order of the source.
    pub fn counsels_in(&self, span: Span) -> impl Iterator<Item = &Counsel> {
        self.numbered_counsels_in(span).map(|(_, counsel)| counsel)
    }

    /// The advice that stands inside `span`, each with its index.
    fn numbered_counsels_in(&self, span: Span) -> impl Iterator<Item = (usize, &Counsel)> {
        self.sentences_at(span)
            .flat_map(|(_, index)| self.counsels_of(index))
            .filter(move |(_, counsel)| span.contains(counsel.span))
    }

    /// The lists that hold all of `span`, the innermost first.
    pub fn lists_around(&self, span: Span) -> impl Iterator<Item = &ListUse> {
        let around = self.list_nest().around(span);
        around.filter_map(|index| self.lists().get(index))
    }

    /// The lists that lie inside `span`, in reading order.
    pub fn lists_in(&self, span: Span) -> impl Iterator<Item = &ListUse> {
        let first = self
            .lists()
            .partition_point(|list| list.span.start() < span.start());
        let after = self.lists().iter().skip(first);
        after
            .take_while(move |list| list.span.start() <= span.end())
            .filter(move |list| span.contains(list.span))
    }

    /// The table row that holds all of `span`.
    pub(crate) fn row_around(&self, span: Span) -> Option<Span> {
        self.rows.around(span).map(|row| row.span)
    }

    /// The number of rows of all tables, headers left out.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The first pair of the FAQ whose question shares a byte with `span`.
    fn pair_asking(&self, span: Span) -> Option<&'a FaqPair> {
        let first = self
            .questions
            .partition_point(|(question, _)| question.end() <= span.start());
        let after = self.questions.iter().skip(first);
        let near = after.take_while(|(question, _)| question.start() < span.end());
        let index = near.map(|(_, index)| *index).min()?;
        self.article.faq.get(index)
    }

    /// The pairs of the FAQ whose whole question, if it has words, lies inside `span`, in reading order.
    pub fn pairs_asked_in(&self, span: Span) -> Vec<&'a FaqPair> {
        let first = self
            .questions
            .partition_point(|(question, _)| question.start() < span.start());
        let after = self.questions.iter().skip(first);
        let near = after.take_while(|(question, _)| question.start() < span.end());
        let inside = near.filter(|(question, _)| !question.is_empty() && span.contains(*question));
        let mut indices: Vec<usize> = inside.map(|(_, index)| *index).collect();
        indices.sort_unstable();
        let pairs = indices.into_iter();
        pairs
            .filter_map(|index| self.article.faq.get(index))
            .collect()
    }

    /// Whether `span` lies inside a place that plays `role`.
    pub fn is_in_role(&self, role: Role, span: Span) -> bool {
        let places = self.roles.get(role as usize);
        places.is_some_and(|places| places.contains(span))
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
        let (indices, counsels) = self.counsels_by_sentence(sentence);
        indices.zip(counsels)
    }

    /// The advice of one sentence whose scope touches `words`, with its index. A sentence may hold a lot of advice; scopes are
    /// in order and never overlap.
    fn counsels_near(
        &self,
        sentence: usize,
        words: Range<usize>,
    ) -> impl Iterator<Item = (usize, &Counsel)> {
        let (indices, counsels) = self.counsels_by_sentence(sentence);
        let first = counsels.partition_point(|counsel| counsel.frame.scope.end <= words.start);
        let near = indices.zip(counsels).skip(first);
        near.take_while(move |(_, counsel)| counsel.frame.scope.start <= words.end)
    }

    /// The words of its sentence that a piece of advice is about: its condition, its label or what stands beside it.
    pub fn about(&self, counsel: &Counsel) -> Range<usize> {
        about::about(self, counsel.sentence, &counsel.frame)
    }

    /// Whether sentence `index` stands in a place that plays one of `roles`.
    pub fn is_in_roles(&self, index: usize, roles: &[Role]) -> bool {
        let played = self
            .sentence_roles
            .get_or_init(|| self.roles_of_sentences());
        let played = played.get(index).copied().unwrap_or(0);
        roles.iter().any(|role| played & bit(*role) != 0)
    }

    fn roles_of_sentences(&self) -> Vec<u64> {
        let mut played = vec![0; self.sentences.len()];
        for (role, places) in Role::ALL.iter().zip(&self.roles) {
            for index in places.places().flat_map(|place| self.sentences_in(place)) {
                if let Some(roles) = played.get_mut(index) {
                    *roles |= bit(*role);
                }
            }
        }
        played
    }

    /// The advice that governs the red flags in `span`: what leads to its lists, stands over them or points back at them,
    /// and what its items say; where it has no list, all advice in it.
    pub fn governing(&self, span: Span) -> Vec<&Counsel> {
        let lists: Vec<&ListUse> = self.lists_in(span).collect();
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
            span.contains(counsel.span) || !self.is_in_role(Role::Faq, counsel.span)
        });
        governing
    }

    fn bound_in(&self, span: Span) -> impl Iterator<Item = &Counsel> {
        let here = self.numbered_counsels_in(span);
        let bound = here.filter(|(index, _)| self.is_bound(*index));
        bound.map(|(_, counsel)| counsel)
    }

    /// The highest urgency of the advice that governs the red flags in `span`; `None` if none does.
    pub fn urgency_in(&self, span: Span) -> Option<Urgency> {
        self.governing(span)
            .into_iter()
            .map(|counsel| counsel.frame.level)
            .max()
    }
}

/// The phrase tables of a language, given by its base tag: English for every language but Spanish.
fn book<'l>(base_lang: &str, word_lists: &'l Lists) -> &'l Phrasebook {
    match base_lang {
        "es" => phrases::spanish(),
        _ => word_lists.book(),
    }
}

/// A bit for each role.
fn bit(role: Role) -> u64 {
    1 << (role as u32)
}

/// The places of each role of an article, in the order of [`Role::ALL`].
fn roles(article: &Article) -> Vec<Cover> {
    let mut roles = vec![Cover::default(); Role::ALL.len()];
    for place in &article.roles {
        if let Some(places) = roles.get_mut(place.role as usize) {
            places.insert(place.span);
        }
    }
    roles
}

/// The questions of an article's FAQ in the order of the source, each with its pair's index.
fn questions(article: &Article) -> Vec<(Span, usize)> {
    let pairs = article.faq.iter().enumerate();
    let mut questions: Vec<(Span, usize)> = pairs
        .map(|(index, pair)| (pair.question.whole(), index))
        .collect();
    questions.sort_unstable();
    questions
}
