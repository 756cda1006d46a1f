//! The reading figures of an article: what is shown of them, for people and for programs.

mod changes;
mod text;

pub mod card;
pub mod json;

pub use text::text;

use crate::article::Role;
use crate::config::Settings;
use crate::facts::Facts;
use crate::facts::readability::changes::{CostlySentence, CostlyWord};
use crate::facts::readability::figures::{Figures, Named, SectionFigures};
use crate::facts::readability::{Counts, changes as costs, figures};
use crate::handout::spelled;
use crate::source::Span;

/// So many sentences and words are named as the first to change.
const SENTENCES: usize = 5;
const WORDS: usize = 10;

/// The figures of one article with what they were measured by.
#[derive(Debug)]
pub struct Stats<'a> {
    /// The facts that were measured.
    facts: &'a Facts<'a>,
    /// What they are compared with.
    settings: &'a Settings,
    /// The counts of the warning signs and of the time after a procedure.
    safety: Counts,
    /// The figures of the whole.
    whole: Figures,
    /// The sections, in the order in which they are shown.
    sections: Vec<SectionFigures<'a>>,
    /// The sentences to change first.
    sentences: Vec<CostlySentence>,
    /// The words to change first.
    words: Vec<CostlyWord>,
    /// What the word lists name.
    named: Named,
}

impl<'a> Stats<'a> {
    /// Measures the article of `facts`; grades and what to change are found in English articles only.
    pub fn of(facts: &'a Facts<'a>, settings: &'a Settings) -> Self {
        let named = Named::of(facts);
        let found = figures::figures(facts, &named, settings.limits.reading.paragraph_words);
        let is_graded = is_graded(facts);
        Self {
            facts,
            settings,
            safety: facts.counts_of(&[Role::RedFlags, Role::Aftercare]),
            whole: found.whole,
            sections: found.sections,
            named,
            sentences: if is_graded {
                costs::sentences(facts, SENTENCES)
            } else {
                Vec::new()
            },
            words: if is_graded {
                costs::words(facts, WORDS)
            } else {
                Vec::new()
            },
        }
    }

    /// Puts the sections with the highest grade first; those without a grade come last.
    pub fn sort_worst_first(&mut self) {
        let grade =
            |row: &SectionFigures<'_>| row.figures.counts.grade().unwrap_or(f64::NEG_INFINITY);
        self.sections.sort_by(|a, b| grade(b).total_cmp(&grade(a)));
    }

    /// Whether the formulas, which are made for English, say something of the article.
    fn is_graded(&self) -> bool {
        is_graded(self.facts)
    }

    /// The line on which `span` starts.
    fn line(&self, span: Span) -> usize {
        self.facts.article.source.line(span.start())
    }

    /// The line of a section's heading, or of the first text before the first heading.
    fn section_line(&self, row: &SectionFigures<'_>) -> usize {
        let heading = row
            .section
            .heading
            .as_ref()
            .map(crate::article::Prose::whole);
        let first = row.section.blocks.first().map(|block| block.span);
        self.line(heading.or(first).unwrap_or(row.section.span))
    }

    /// The text of sentence `index`, spelled as in plain text, with its line.
    fn sentence(&self, index: usize) -> (usize, String) {
        let Some(sentence) = self.facts.sentences.get(index) else {
            return (1, String::new());
        };
        let prose = sentence.within.prose.slice(sentence.range.clone());
        let footnotes = &self.facts.article.footnotes;
        let text = spelled(&prose, self.settings.labels(), footnotes);
        (self.line(sentence.span()), text)
    }
}

fn is_graded(facts: &Facts<'_>) -> bool {
    facts.article.base_lang() == "en"
}

fn section_name(row: &SectionFigures<'_>) -> String {
    match row.section.heading {
        Some(_) => super::one_line(row.section.title()),
        None => "(before the sections)".to_owned(),
    }
}
