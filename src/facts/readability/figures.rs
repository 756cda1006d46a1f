//! The figures of an article and of each of its sections: what the `SHeLL` Health Literacy Editor measures
//! (Ayre and others, JMIR Formative Research 2023, doi 10.2196/40645).
//!
//! Grades are of complete sentences; every other figure is of all running text: paragraphs, items and cells.

use super::variety::Variety;
use super::{Counts, ReadWord, read_words};
use crate::article::{ProseKind, Section, TextKind};
use crate::facts::{Facts, Sentence};
use crate::lexicon::lists::List;
use crate::lexicon::stop_words::is_stop_word;
use crate::lexicon::verbs;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The figures of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// The counts of the complete sentences.
    pub counts: Counts,
    /// Words of running text, in sentences or not.
    pub words: usize,
    /// Words of three syllables or more, jargon, and abbreviations that are not explained; each word once.
    pub complex: usize,
    /// Complete sentences with a verb in the passive voice.
    pub passive: usize,
    /// Complete sentences that speak to the reader: "you", or an order.
    pub direct: usize,
    /// Wordings that name people by their illness.
    pub labelling: usize,
    /// Paragraphs.
    pub paragraphs: usize,
    /// Paragraphs with more words than the limit.
    pub long_paragraphs: usize,
    /// Words that carry subject matter.
    pub content: usize,
    /// How many of fifty words in a row are different ones, as a share: the mean over all runs of fifty.
    pub diversity: Option<f64>,
}

impl Figures {
    /// The share of complex words, `None` without words.
    pub fn complex_share(&self) -> Option<f64> {
        super::counts::ratio(self.complex, self.words)
    }

    /// The share of words that carry subject matter (Ure 1971), `None` without words.
    pub fn density(&self) -> Option<f64> {
        super::counts::ratio(self.content, self.words)
    }
}

/// Words of the article that lists and other facts name; a place is a sentence's index with that of a word.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// Words of jargon.
    jargon: BTreeSet<(usize, usize)>,
    /// Abbreviations that are nowhere explained.
    abbreviations: BTreeSet<(usize, usize)>,
    /// The first words of wordings that name people by their illness.
    labelling: BTreeSet<(usize, usize)>,
    /// Plain words for words of jargon, both folded.
    plain: BTreeMap<String, String>,
}

impl Named {
    /// What the word lists name, and the abbreviations that are nowhere explained.
    pub fn of(facts: &Facts<'_>) -> Self {
        let mut named = Self::default();
        for term in facts.terms(List::Jargon) {
            let word = facts.text_of_term(&term).to_lowercase();
            named.add_plain(&word, &term.row.plain);
            named.add_jargon(term.sentence, term.words);
        }
        let unexplained = facts.abbreviations().iter();
        for abbreviation in unexplained.filter(|one| one.meanings.is_empty()) {
            for at in &abbreviation.uses {
                named.add_abbreviation(at.sentence, at.word..at.word + 1);
            }
        }
        for term in facts.terms(List::PersonFirst) {
            if facts.is_said(term.sentence, &term.words) {
                named.add_labelling(term.sentence, &term.words);
            }
        }
        named
    }

    /// Adds the jargon in the words `words` of sentence `sentence`.
    pub fn add_jargon(&mut self, sentence: usize, words: Range<usize>) {
        self.jargon.extend(words.map(|at| (sentence, at)));
    }

    /// Adds an abbreviation that is not explained.
    pub fn add_abbreviation(&mut self, sentence: usize, words: Range<usize>) {
        self.abbreviations.extend(words.map(|at| (sentence, at)));
    }

    /// Adds a wording that names people by their illness.
    pub fn add_labelling(&mut self, sentence: usize, words: &Range<usize>) {
        self.labelling.insert((sentence, words.start));
    }

    /// Adds what to say in place of `word`, which is folded.
    pub fn add_plain(&mut self, word: &str, plain: &str) {
        self.plain.insert(word.to_owned(), plain.to_owned());
    }

    /// What to say in place of `word`, which is folded.
    pub fn plain(&self, word: &str) -> Option<&str> {
        self.plain.get(word).map(String::as_str)
    }

    fn has_complex(&self, sentence: usize, word: &ReadWord) -> bool {
        let mut tokens = word.tokens.clone();
        tokens.any(|at| {
            self.jargon.contains(&(sentence, at)) || self.abbreviations.contains(&(sentence, at))
        })
    }
}

/// A section with the figures of its own text, that of its subsections left out.
#[derive(Debug)]
pub struct SectionFigures<'a> {
    /// The section; the root for what stands before the first heading.
    pub section: &'a Section,
    /// Its figures.
    pub figures: Figures,
}

/// The figures of an article.
#[derive(Debug)]
pub struct ArticleFigures<'a> {
    /// Of the whole.
    pub whole: Figures,
    /// Of each section that has running text, in reading order.
    pub sections: Vec<SectionFigures<'a>>,
}

/// The figures of an article; a paragraph with more than `paragraph_words` words is long.
pub fn figures<'a>(
    facts: &'a Facts<'a>,
    named: &Named,
    paragraph_words: usize,
) -> ArticleFigures<'a> {
    let mut whole = Tally::new(facts, named, paragraph_words);
    let mut tallies: BTreeMap<(usize, u8), (&Section, Tally<'_, '_>)> = BTreeMap::new();
    for (index, sentence) in facts.sentences.iter().enumerate() {
        let measured = facts.readability().sentence(index);
        if !measured.is_some_and(|one| one.is_running) {
            continue;
        }
        whole.add(index);
        let section = sentence.within.section;
        let (_, tally) = tallies
            .entry((section.span.start(), section.level))
            .or_insert_with(|| (section, Tally::new(facts, named, paragraph_words)));
        tally.add(index);
    }
    let in_order = facts.article.all_sections();
    let mut sections: Vec<SectionFigures<'_>> = Vec::new();
    for section in in_order {
        if let Some((section, tally)) = tallies.remove(&(section.span.start(), section.level)) {
            sections.push(SectionFigures {
                section,
                figures: tally.finish(),
            });
        }
    }
    ArticleFigures {
        whole: whole.finish(),
        sections,
    }
}

/// Figures in the making.
struct Tally<'f, 'a> {
    facts: &'f Facts<'a>,
    named: &'f Named,
    paragraph_words: usize,
    figures: Figures,
    /// The paragraph that the last sentence stood in, with its words so far.
    paragraph: Option<(usize, usize)>,
    variety: Variety<'f>,
}

impl<'f, 'a> Tally<'f, 'a> {
    fn new(facts: &'f Facts<'a>, named: &'f Named, paragraph_words: usize) -> Self {
        Self {
            facts,
            named,
            paragraph_words,
            figures: Figures::default(),
            paragraph: None,
            variety: Variety::default(),
        }
    }

    fn add(&mut self, index: usize) {
        let facts = self.facts;
        let (Some(sentence), Some(tokens)) = (facts.sentences.get(index), facts.tokens.get(index))
        else {
            return;
        };
        let mut words = 0;
        for word in read_words(sentence.text(), tokens) {
            words += 1;
            let is_complex = word.is_long() || self.named.has_complex(index, &word);
            self.figures.complex += usize::from(is_complex);
            let first = tokens.word(word.tokens.start);
            self.figures.content += usize::from(!is_stop_word(first, facts.lang));
            self.variety.add(first);
        }
        self.figures.words += words;
        let of_this = (index, 0)..(index + 1, 0);
        self.figures.labelling += self.named.labelling.range(of_this).count();
        self.add_to_paragraph(sentence, words);
        if let Some(measured) = facts
            .readability()
            .sentence(index)
            .filter(|one| one.is_complete)
        {
            self.figures.counts += measured.counts;
            self.figures.passive += usize::from(verbs::passives(tokens).next().is_some());
            let address = facts.addresses().get(index).copied().unwrap_or_default();
            self.figures.direct += usize::from(address.is_direct());
        }
    }

    fn add_to_paragraph(&mut self, sentence: &Sentence<'_>, words: usize) {
        if !matches!(
            sentence.within.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Html)
        ) {
            return;
        }
        let start = sentence.within.prose.whole().start();
        match &mut self.paragraph {
            Some((at, sum)) if *at == start => *sum += words,
            _ => {
                self.close_paragraph();
                self.paragraph = Some((start, words));
            }
        }
    }

    fn close_paragraph(&mut self) {
        if let Some((_, words)) = self.paragraph.take() {
            self.figures.paragraphs += 1;
            self.figures.long_paragraphs += usize::from(words > self.paragraph_words);
        }
    }

    fn finish(mut self) -> Figures {
        self.close_paragraph();
        self.figures.diversity = self.variety.mean();
        self.figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn figures_are_of_a_sections_own_text() {
        let text = "# A\n\nYou may feel it.\n\n## One\n\nThe needle is placed. Everybody knows it.\n\n### Two\n\n- Immediate evaluation\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let mut named = Named::default();
        named.add_jargon(1, 1..2);
        let found = figures(&facts, &named, 3);
        let rows: Vec<_> = found
            .sections
            .iter()
            .map(|row| {
                let of = &row.figures;
                (
                    row.section.title(),
                    of.words,
                    of.counts.sentences,
                    of.complex,
                    of.passive,
                    of.direct,
                    of.long_paragraphs,
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                ("", 4, 1, 1, 0, 1, 1),
                ("One", 7, 2, 1, 1, 0, 1),
                ("Two", 2, 0, 2, 0, 0, 0)
            ]
        );
        assert_eq!((found.whole.words, found.whole.counts.sentences), (13, 3));
    }
}
