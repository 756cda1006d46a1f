//! The reading figures of an article for people: the whole, a row a section, and what to change first.

use super::visible;
use super::wrap::wrapped;
use crate::config::ReadingLimits;
use crate::facts::Facts;
use crate::facts::readability::changes::{self, CostlySentence, CostlyWord};
use crate::facts::readability::figures::{self, Figures, Named, SectionFigures};
use crate::source::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// So many sentences and words are named as the first to change.
const SENTENCES: usize = 5;
const WORDS: usize = 10;

/// The columns of a terminal that has the usual width.
const WIDTH: usize = 80;

/// The figures of one article with what they were measured by.
#[derive(Debug)]
pub struct Stats<'a> {
    /// The facts that were measured.
    pub(super) facts: &'a Facts<'a>,
    /// The limits that they are compared with.
    pub(super) limits: &'a ReadingLimits,
    /// The figures of the whole.
    pub(super) whole: Figures,
    /// The sections, in the order in which they are shown.
    pub(super) sections: Vec<SectionFigures<'a>>,
    /// The sentences to change first.
    pub(super) sentences: Vec<CostlySentence>,
    /// The words to change first.
    pub(super) words: Vec<CostlyWord>,
    /// What the word lists name.
    pub(super) named: Named,
}

impl<'a> Stats<'a> {
    /// Measures the article of `facts`; grades and what to change are found in English articles only.
    pub fn of(facts: &'a Facts<'a>, limits: &'a ReadingLimits) -> Self {
        let named = Named::of(facts);
        let found = figures::figures(facts, &named, limits.paragraph_words);
        let is_graded = is_graded(facts);
        Self {
            facts,
            limits,
            whole: found.whole,
            sections: found.sections,
            named,
            sentences: if is_graded {
                changes::sentences(facts, SENTENCES)
            } else {
                Vec::new()
            },
            words: if is_graded {
                changes::words(facts, WORDS)
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
    pub(super) fn is_graded(&self) -> bool {
        is_graded(self.facts)
    }

    /// The line on which `span` starts.
    pub(super) fn line(&self, span: Span) -> usize {
        self.facts.article.source.line(span.start())
    }

    /// The line of a section's heading, or of the first text before the first heading.
    pub(super) fn section_line(&self, row: &SectionFigures<'_>) -> usize {
        let heading = row
            .section
            .heading
            .as_ref()
            .map(crate::article::Prose::whole);
        let first = row.section.blocks.first().map(|block| block.span);
        self.line(heading.or(first).unwrap_or(row.section.span))
    }

    /// The text of sentence `index` with its line.
    pub(super) fn sentence(&self, index: usize) -> (usize, &'a str) {
        let sentence = self.facts.sentences.get(index);
        sentence.map_or((1, ""), |sentence| {
            (self.line(sentence.span()), sentence.text())
        })
    }
}

fn is_graded(facts: &Facts<'_>) -> bool {
    facts.article.base_lang() == "en"
}

/// The figures in lines of at most 80 columns.
pub fn text(stats: &Stats<'_>) -> String {
    let article = stats.facts.article;
    let title = one_line(article.title().unwrap_or("(no title)"));
    let mut text = format!("{}: {title}\n\n", visible(article.source.name()));
    for (name, value) in whole(stats) {
        let lines = wrapped(&value, WIDTH, &format!("  {name:<15} "), &" ".repeat(18));
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
    sections(stats, &mut text);
    first_sentences(stats, &mut text);
    first_words(stats, &mut text);
    text
}

fn whole(stats: &Stats<'_>) -> Vec<(&'static str, String)> {
    let of = &stats.whole;
    let sentences = of.counts.sentences;
    let mut rows = vec![("Reading grade", grade(stats))];
    let length = of.counts.words as f64 / sentences.max(1) as f64;
    let length = if sentences == 0 {
        String::new()
    } else {
        format!(", {length:.0} words a sentence")
    };
    rows.push((
        "Length",
        format!(
            "{}, {}{length}",
            super::counted(of.words, "word"),
            super::counted(sentences, "sentence")
        ),
    ));
    if stats.is_graded() {
        rows.push((
            "Complex words",
            format!(
                "{} of all (long words, jargon, unexplained abbreviations)",
                percent(of.complex_share())
            ),
        ));
        rows.push((
            "Passive voice",
            format!(
                "{} of {}",
                of.passive,
                super::counted(sentences, "sentence")
            ),
        ));
        rows.push((
            "To the reader",
            format!(
                "{} of {} say \"you\" or give an order",
                of.direct,
                super::counted(sentences, "sentence")
            ),
        ));
        if of.labelling > 0 {
            rows.push((
                "People",
                format!(
                    "{} by their illness",
                    super::counted(of.labelling, "wording")
                ),
            ));
        }
    }
    rows.push((
        "Paragraphs",
        format!(
            "{} of {} longer than {} words",
            of.long_paragraphs, of.paragraphs, stats.limits.paragraph_words
        ),
    ));
    if of.words > 0 {
        let diversity = of
            .diversity
            .map(|share| format!("; of 50 in a row, {} are different", percent(Some(share))));
        rows.push((
            "Vocabulary",
            format!(
                "{} of words carry content{}",
                percent(of.density()),
                diversity.unwrap_or_default()
            ),
        ));
    }
    rows
}

fn grade(stats: &Stats<'_>) -> String {
    if !stats.is_graded() {
        return "none: the formulas are made for English".to_owned();
    }
    let counts = &stats.whole.counts;
    let (Some(smog), Some(kincaid), Some(ease)) =
        (counts.smog(), counts.kincaid(), counts.flesch())
    else {
        return "none: there is no complete sentence".to_owned();
    };
    let estimate = if counts.is_estimate() {
        " (an estimate)"
    } else {
        ""
    };
    let target = stats
        .limits
        .grade
        .map(|target| format!("; target {target:.0}"));
    format!(
        "{smog:.1} SMOG{estimate}, {kincaid:.1} Flesch-Kincaid{}; reading ease {ease:.0} of 100",
        target.unwrap_or_default()
    )
}

fn sections(stats: &Stats<'_>, text: &mut String) {
    if stats.sections.is_empty() {
        return;
    }
    text.push_str(
        "\n  line  section                  words sent.  SMOG   F-K complex passive long  you\n",
    );
    for row in &stats.sections {
        let of = &row.figures;
        let counts = &of.counts;
        let graded = stats.is_graded();
        let number = |value: Option<f64>| {
            value
                .filter(|_| graded)
                .map_or("-".to_owned(), |value| format!("{value:.1}"))
        };
        let count = |value: usize| {
            if graded {
                value.to_string()
            } else {
                "-".to_owned()
            }
        };
        let complex = of.complex_share().filter(|_| graded);
        let line = format!(
            "{:>6}  {} {:>6} {:>5} {:>5} {:>5} {:>7} {:>7} {:>4} {:>4}\n",
            stats.section_line(row),
            cut(&section_name(row), 23),
            of.words,
            counts.sentences,
            number(counts.smog()),
            number(counts.kincaid()),
            complex.map_or("-".to_owned(), |share| percent(Some(share))),
            count(of.passive),
            of.long_paragraphs,
            count(of.direct),
        );
        text.push_str(&line);
    }
    let legend = "A row is a section's own text. SMOG and F-K (Flesch-Kincaid) are school grades of its complete sentences, \
        estimates under 30; complex: share of complex words; passive: sentences in the passive voice; long: paragraphs that \
        are too long; you: sentences that speak to the reader.";
    text.push_str(&wrapped(legend, WIDTH, "  ", "  ").join("\n"));
    text.push('\n');
}

pub(super) fn section_name(row: &SectionFigures<'_>) -> String {
    match row.section.heading {
        Some(_) => one_line(row.section.title()),
        None => "(before the sections)".to_owned(),
    }
}

fn first_sentences(stats: &Stats<'_>, text: &mut String) {
    if stats.sentences.is_empty() {
        return;
    }
    text.push_str("\n  Sentences to change first (and how much each adds to the grade)\n");
    for costly in &stats.sentences {
        let (line, sentence) = stats.sentence(costly.index);
        let counts = &costly.counts;
        let figures = format!(
            "{line:>6}  +{:.2}  {}, {} long\n",
            costly.cost,
            super::counted(counts.words, "word"),
            counts.polysyllables
        );
        text.push_str(&figures);
        let sentence = one_line(sentence);
        let lines = wrapped(&sentence, WIDTH, "        ", "        ");
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
}

fn first_words(stats: &Stats<'_>, text: &mut String) {
    if stats.words.is_empty() {
        return;
    }
    text.push_str(
        "\n  Words to change first (* is in the title: explain it, or say it less often)\n",
    );
    text.push_str("   adds  word                      syllables  uses  lines\n");
    for costly in &stats.words {
        let star = if costly.is_topic { "*" } else { "" };
        let line = format!(
            "  +{:.2}  {} {:>9} {:>5}  {}\n",
            costly.cost,
            cut(&format!("{}{star}", one_line(&costly.word)), 25),
            costly.syllables,
            costly.places.len(),
            lines(stats, &costly.places)
        );
        text.push_str(&line);
        if let Some(plain) = stats.named.plain(&costly.word) {
            let lines = wrapped(&format!("plain: {plain}"), WIDTH, "         ", "         ");
            text.push_str(&lines.join("\n"));
            text.push('\n');
        }
    }
}

/// The lines of `places`, each once, the first of them where there are many.
fn lines(stats: &Stats<'_>, places: &[Span]) -> String {
    const SHOWN: usize = 5;
    let mut lines: Vec<usize> = places.iter().map(|place| stats.line(*place)).collect();
    lines.dedup();
    let more = if lines.len() > SHOWN { ", ..." } else { "" };
    let shown: Vec<String> = lines.iter().take(SHOWN).map(ToString::to_string).collect();
    format!("{}{more}", shown.join(", "))
}

fn percent(share: Option<f64>) -> String {
    share.map_or("-".to_owned(), |share| format!("{:.0}%", share * 100.0))
}

/// `text` in exactly `width` columns, cut with an ellipsis where it is longer.
fn cut(text: &str, width: usize) -> String {
    let mut cut = String::new();
    let mut columns = 0;
    let fits = text.width() <= width;
    for char in text.chars() {
        let more = char.width().unwrap_or(0);
        if !fits && columns + more > width - 1 {
            cut.push('…');
            columns += 1;
            break;
        }
        cut.push(char);
        columns += more;
    }
    cut.push_str(&" ".repeat(width.saturating_sub(columns)));
    cut
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_to_their_column() {
        assert_eq!(cut("Causes", 8), "Causes  ");
        assert_eq!(cut("When to get help", 8), "When to…");
        assert_eq!(cut("痛みの原因について", 8), "痛みの… ");
    }
}
