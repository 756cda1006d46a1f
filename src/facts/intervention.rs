//! What is done to a person: the procedure or medicine that an article is about, and what is said for and against it.

use super::Facts;
use crate::article::{Kind, Role, TextKind};
use crate::config::Settings;
use crate::lexicon::phrases::Table;
use crate::source::Span;

/// The procedure or medicine that an article is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intervention {
    /// Its name as the title has it; `None` where only the kind of document says that there is one.
    pub name: Option<String>,
    /// Where the title names it, else the front matter's kind.
    pub span: Span,
}

/// Parts in which harm is not harm done by a treatment, or a benefit is none of its benefits.
const APART: &[Role] = &[
    Role::References,
    Role::Disclaimer,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
    Role::Prevention,
];

impl Facts<'_> {
    /// The procedure or medicine that the article is about: the one that its title names, or what its kind says.
    pub fn intervention(&self, settings: &Settings) -> Option<&Intervention> {
        let found = self
            .intervention
            .get_or_init(|| intervention(self, settings));
        found.as_ref()
    }

    /// The sentences that say something good of an operation, an injection or the like, in reading order.
    pub fn benefits(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for hit in self.hits(Table::Benefit) {
            let index = hit.sentence;
            if found.last() == Some(&index) || !self.is_text(index) {
                continue;
            }
            if self.is_about_intervention(index)
                && self.hits_in(Table::HarmNot, index).is_empty()
                && self.hits_in(Table::Uncertainty, index).is_empty()
                && !self.is_in_roles(index, APART)
                && !self.is_in_roles(index, &[Role::Risks])
            {
                found.push(index);
            }
        }
        found
    }

    /// The sentences, items and cells that name a concrete harm of an operation, an injection, a medicine, in reading order:
    /// those of the part on risks, and those that announce a harm and speak of what is done.
    pub fn harms(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for hit in self.hits(Table::Harm) {
            let index = hit.sentence;
            if found.last() == Some(&index) || self.is_in_roles(index, APART) {
                continue;
            }
            if self.is_in_roles(index, &[Role::Risks]) || self.announces_harm(index) {
                found.push(index);
            }
        }
        found
    }

    fn announces_harm(&self, index: usize) -> bool {
        let is_cued = !self.hits_in(Table::HarmCue, index).is_empty()
            && self.hits_in(Table::HarmNot, index).is_empty();
        let kind = self.article.meta.kind.as_ref().map(|kind| kind.value);
        is_cued
            && (kind == Some(Kind::Medicine)
                || self.is_about_intervention(index)
                || self.is_in_roles(index, &[Role::Aftercare, Role::Procedure]))
    }

    /// Whether the sentence names something done to a person, or points back with "it" or "they" at one that does; in an
    /// answer, its question counts.
    fn is_about_intervention(&self, index: usize) -> bool {
        if self.names_intervention(index) {
            return true;
        }
        let first = self.tokens.get(index).map_or("", |tokens| tokens.word(0));
        let points_back = matches!(
            first,
            "it" | "they"
                | "this"
                | "these"
                | "the"
                | "common"
                | "rare"
                | "some"
                | "possible"
                | "yes"
                | "no"
                | "side"
        );
        let before = index.checked_sub(1);
        let is_answer = self
            .sentences
            .get(index)
            .is_some_and(|sentence| self.is_in_role(Role::Faq, sentence.span()));
        points_back && before.is_some_and(|before| self.names_intervention(before))
            || is_answer && before.is_some_and(|before| self.names_intervention(before))
    }

    fn names_intervention(&self, index: usize) -> bool {
        !self.hits_in(Table::Intervention, index).is_empty()
    }

    fn is_text(&self, index: usize) -> bool {
        self.sentences.get(index).is_some_and(|sentence| {
            matches!(sentence.within.kind, TextKind::In(_)) && !sentence.text().ends_with('?')
        })
    }
}

fn intervention(facts: &Facts<'_>, settings: &Settings) -> Option<Intervention> {
    let hits = facts.hits(Table::Intervention);
    let titled = hits.iter().find(|hit| {
        let sentence = facts.sentences.get(hit.sentence);
        sentence.is_some_and(|sentence| sentence.within.kind == TextKind::Title)
    });
    if let Some(hit) = titled {
        return Some(Intervention {
            name: Some(
                facts
                    .text_of(hit.sentence, hit.words.clone())
                    .to_lowercase(),
            ),
            span: facts.span_of(hit.sentence, hit.words.clone()),
        });
    }
    let kind = facts.article.meta.kind.as_ref();
    let span = kind.map_or(facts.article.title_span(), |kind| kind.span);
    match settings.kind {
        Kind::Procedure | Kind::Medicine => Some(Intervention { name: None, span }),
        Kind::Condition | Kind::Exercise | Kind::Article => None,
    }
}
