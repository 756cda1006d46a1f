//! The reading figures for people: the whole, then a row a section, in at most 80 columns.

use super::{Stats, changes, section_name};
use crate::facts::readability::figures::{Figures, SectionFigures};
use crate::report::wrap::wrapped;
use crate::report::{counted, one_line};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns of a terminal that has the usual width.
pub(super) const WIDTH: usize = 80;

/// The figures in lines of at most 80 columns.
pub fn text(stats: &Stats<'_>) -> String {
    let article = stats.facts.article;
    let title = one_line(article.title().unwrap_or("(no title)"));
    let name = format!("{}: {title}", article.source.name());
    let mut text = wrapped(&name, WIDTH, "", "  ").join("\n");
    text.push_str("\n\n");
    for (name, value) in whole(stats) {
        let lines = wrapped(&value, WIDTH, &format!("  {name:<15} "), &" ".repeat(18));
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
    push_sections(stats, &mut text);
    changes::push_sentences(stats, &mut text);
    changes::push_words(stats, &mut text);
    text
}

/// The names and values of the figures of the whole.
pub(super) fn whole(stats: &Stats<'_>) -> Vec<(&'static str, String)> {
    let of = &stats.whole;
    let mut rows = vec![("Reading grade", grade(stats)), ("Length", length(of))];
    if stats.is_graded() {
        rows.extend(safety(stats).map(|grade| ("Safety part", grade)));
        let sentences = counted(of.counts.sentences, "sentence");
        let complex = percent(of.complex_share());
        rows.push((
            "Complex words",
            format!("{complex} of all (long words, jargon, unexplained abbreviations)"),
        ));
        rows.push(("Passive voice", format!("{} of {sentences}", of.passive)));
        rows.push((
            "To the reader",
            format!("{} of {sentences} say \"you\" or give an order", of.direct),
        ));
    }
    if of.labelling > 0 {
        rows.push((
            "People",
            format!("{} by their illness", counted(of.labelling, "wording")),
        ));
    }
    let long = format!(
        "{} of {} longer than {} words",
        of.long_paragraphs, of.paragraphs, stats.settings.limits.reading.paragraph_words
    );
    rows.push(("Paragraphs", long));
    if of.words > 0 {
        rows.push(("Vocabulary", vocabulary(of)));
    }
    rows
}

/// The grade of the warning signs and the aftercare; an easy introduction must not hide a hard warning.
fn safety(stats: &Stats<'_>) -> Option<String> {
    let (smog, kincaid) = (stats.safety.smog()?, stats.safety.kincaid()?);
    let sentences = counted(stats.safety.sentences, "sentence");
    Some(format!(
        "{smog:.1} SMOG, {kincaid:.1} Flesch-Kincaid in {sentences} of warning signs and aftercare"
    ))
}

fn length(of: &Figures) -> String {
    let sentences = of.counts.sentences;
    let length = format!(
        "{}, {}",
        counted(of.words, "word"),
        counted(sentences, "sentence")
    );
    if sentences == 0 {
        return length;
    }
    let mean = of.counts.words as f64 / sentences as f64;
    format!("{length}, {mean:.0} words a sentence")
}

fn vocabulary(of: &Figures) -> String {
    let density = percent(of.density());
    let diversity = of
        .diversity
        .map(|share| format!("; of 50 in a row, {} are different", percent(Some(share))));
    format!(
        "{density} of words carry content{}",
        diversity.unwrap_or_default()
    )
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
        .settings
        .limits
        .reading
        .grade
        .map(|target| format!("; target {target:.0}"));
    format!(
        "{smog:.1} SMOG{estimate}, {kincaid:.1} Flesch-Kincaid{}; reading ease {ease:.0} of 100",
        target.unwrap_or_default()
    )
}

const LEGEND: &str = "A row is a section's own text. SMOG and F-K (Flesch-Kincaid) are school grades of its complete sentences, \
    estimates under 30; complex: share of complex words; passive: sentences in the passive voice; long: paragraphs that are \
    too long; you: sentences that speak to the reader.";

fn push_sections(stats: &Stats<'_>, text: &mut String) {
    if stats.sections.is_empty() {
        return;
    }
    text.push_str(
        "\n  line  section                  words sent.  SMOG   F-K complex passive long  you\n",
    );
    for row in &stats.sections {
        text.push_str(&section(stats, row));
    }
    text.push_str(&wrapped(LEGEND, WIDTH, "  ", "  ").join("\n"));
    text.push('\n');
}

fn section(stats: &Stats<'_>, row: &SectionFigures<'_>) -> String {
    let of = &row.figures;
    let graded = |value: Option<String>| {
        value
            .filter(|_| stats.is_graded())
            .unwrap_or_else(|| "-".to_owned())
    };
    let grade = |value: Option<f64>| graded(value.map(|value| format!("{value:.1}")));
    format!(
        "{:>6}  {} {:>6} {:>5} {:>5} {:>5} {:>7} {:>7} {:>4} {:>4}\n",
        stats.section_line(row),
        cut(&section_name(row), 23),
        of.words,
        of.counts.sentences,
        grade(of.counts.smog()),
        grade(of.counts.kincaid()),
        graded(Some(percent(of.complex_share()))),
        graded(Some(of.passive.to_string())),
        of.long_paragraphs,
        graded(Some(of.direct.to_string())),
    )
}

pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or("-".to_owned(), |share| format!("{:.0}%", share * 100.0))
}

/// `text` in exactly `width` columns, cut with an ellipsis where it is longer.
pub(super) fn cut(text: &str, width: usize) -> String {
    let mut cut = String::new();
    let mut columns = 0;
    let fits = text.width() <= width;
    for char in text.chars() {
        let more = char.width().unwrap_or(0);
        if !fits && columns + more > width.saturating_sub(1) {
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
