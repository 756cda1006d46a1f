//! The reading figures for programs: one JSON document. Shares are 0 to 1; what cannot be measured is null.

use super::{Stats, section_name};
use crate::article::Role;
use crate::facts::readability::changes::{CostlySentence, CostlyWord};
use crate::facts::readability::figures::{Figures, SectionFigures};
use crate::report::Failure;
use crate::report::json::{FailureEntry, failures};
use crate::report::visible::escaped_json;
use serde::Serialize;
use std::io::{self, Write};

/// The figures of one article, detached from it.
#[derive(Debug, Serialize)]
pub struct StatsEntry {
    file: String,
    title: Option<String>,
    lang: &'static str,
    target_grade: Option<f64>,
    safety: SafetyEntry,
    #[serde(flatten)]
    whole: FiguresEntry,
    sections: Vec<SectionEntry>,
    change_first: ChangesEntry,
}

impl StatsEntry {
    /// The entry of `stats`.
    pub fn of(stats: &Stats<'_>) -> Self {
        let article = stats.facts.article;
        Self {
            file: article.source.name().to_owned(),
            title: article.title().map(str::to_owned),
            lang: article.base_lang(),
            safety: safety(stats),
            target_grade: stats.settings.limits.reading.grade,
            whole: figures(stats, &stats.whole),
            sections: stats
                .sections
                .iter()
                .map(|row| section(stats, row))
                .collect(),
            change_first: ChangesEntry {
                sentences: stats
                    .sentences
                    .iter()
                    .map(|one| sentence(stats, one))
                    .collect(),
                words: stats.words.iter().map(|one| word(stats, one)).collect(),
            },
        }
    }
}

/// Writes `entries` and `unread` as one document with a newline at the end.
pub fn write(entries: &[StatsEntry], unread: &[Failure], out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        files: entries,
        errors: failures(unread),
    };
    let json = serde_json::to_string_pretty(&document)?;
    writeln!(out, "{}", escaped_json(&json))
}

#[derive(Debug, Serialize)]
struct Document<'a> {
    files: &'a [StatsEntry],
    errors: Vec<FailureEntry<'a>>,
}

/// The warning signs and the aftercare by themselves.
#[derive(Debug, Serialize)]
struct SafetyEntry {
    sentences: usize,
    smog: Option<f64>,
    flesch_kincaid: Option<f64>,
}

#[derive(Debug, Serialize)]
struct FiguresEntry {
    words: usize,
    sentences: usize,
    words_in_sentences: usize,
    syllables: Option<usize>,
    polysyllables: Option<usize>,
    smog: Option<f64>,
    flesch_kincaid: Option<f64>,
    reading_ease: Option<f64>,
    estimate: bool,
    complex_words: Option<usize>,
    complex_share: Option<f64>,
    passive_sentences: Option<usize>,
    direct_sentences: Option<usize>,
    labelling: Option<usize>,
    paragraphs: usize,
    long_paragraphs: usize,
    lexical_density: Option<f64>,
    lexical_diversity: Option<f64>,
}

#[derive(Debug, Serialize)]
struct SectionEntry {
    title: String,
    level: u8,
    role: Option<&'static str>,
    line: usize,
    #[serde(flatten)]
    figures: FiguresEntry,
}

#[derive(Debug, Serialize)]
struct ChangesEntry {
    sentences: Vec<SentenceEntry>,
    words: Vec<WordEntry>,
}

#[derive(Debug, Serialize)]
struct SentenceEntry {
    line: usize,
    words: usize,
    polysyllables: usize,
    adds: f64,
    text: String,
}

#[derive(Debug, Serialize)]
struct WordEntry {
    word: String,
    syllables: usize,
    uses: usize,
    in_title: bool,
    plain: Option<String>,
    adds: f64,
    lines: Vec<usize>,
}

fn safety(stats: &Stats<'_>) -> SafetyEntry {
    let grade = |value: Option<f64>| value.filter(|_| stats.is_graded()).map(rounded);
    SafetyEntry {
        sentences: stats.safety.sentences,
        smog: grade(stats.safety.smog()),
        flesch_kincaid: grade(stats.safety.kincaid()),
    }
}

fn figures(stats: &Stats<'_>, of: &Figures) -> FiguresEntry {
    let counts = &of.counts;
    let graded = |count: usize| stats.is_graded().then_some(count);
    let grade = |value: Option<f64>| value.filter(|_| stats.is_graded()).map(rounded);
    FiguresEntry {
        words: of.words,
        sentences: counts.sentences,
        words_in_sentences: counts.words,
        syllables: graded(counts.syllables),
        polysyllables: graded(counts.polysyllables),
        smog: grade(counts.smog()),
        flesch_kincaid: grade(counts.kincaid()),
        reading_ease: grade(counts.flesch()),
        estimate: counts.is_estimate(),
        complex_words: graded(of.complex),
        complex_share: grade(of.complex_share()),
        passive_sentences: graded(of.passive),
        direct_sentences: graded(of.direct),
        labelling: graded(of.labelling),
        paragraphs: of.paragraphs,
        long_paragraphs: of.long_paragraphs,
        lexical_density: of.density().map(rounded),
        lexical_diversity: of.diversity.map(rounded),
    }
}

fn section(stats: &Stats<'_>, row: &SectionFigures<'_>) -> SectionEntry {
    SectionEntry {
        title: section_name(row),
        level: row.section.level,
        role: row.section.role.map(Role::name),
        line: stats.section_line(row),
        figures: figures(stats, &row.figures),
    }
}

fn sentence(stats: &Stats<'_>, of: &CostlySentence) -> SentenceEntry {
    let (line, text) = stats.sentence(of.index);
    SentenceEntry {
        line,
        words: of.counts.words,
        polysyllables: of.counts.polysyllables,
        adds: rounded(of.cost),
        text,
    }
}

fn word(stats: &Stats<'_>, of: &CostlyWord) -> WordEntry {
    WordEntry {
        word: of.word.clone(),
        syllables: of.syllables,
        uses: of.places.len(),
        in_title: of.is_topic,
        plain: stats.named.plain(&of.word).map(str::to_owned),
        adds: rounded(of.cost),
        lines: of.places.iter().map(|place| stats.line(*place)).collect(),
    }
}

/// Two decimals: the same on every machine.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
