//! The reading figures of one place as a short list in Markdown: what an editor shows beside a heading.

use super::Stats;
use super::text::{percent, whole};
use crate::report::counted;
use crate::source::Span;
use std::fmt::Write;

/// The figures of the whole article.
pub fn of_article(stats: &Stats<'_>) -> String {
    let mut card = String::from("**How hard this article is to read**\n\n");
    for (name, value) in whole(stats) {
        let _ = writeln!(card, "- {name}: {value}");
    }
    card
}

/// The figures of the section at `span`, without those of its subsections; `None` where it has no text of its own.
pub fn of_section(stats: &Stats<'_>, span: Span) -> Option<String> {
    let row = stats
        .sections
        .iter()
        .find(|row| row.section.heading.is_some() && row.section.span == span)?;
    let of = &row.figures;
    let sentences = counted(of.counts.sentences, "sentence");
    let mut card = String::from("**How hard this section is to read**, its own text alone\n\n");
    let _ = writeln!(card, "- Length: {}, {sentences}", counted(of.words, "word"));
    if stats.is_graded() {
        if let (Some(smog), Some(kincaid)) = (of.counts.smog(), of.counts.kincaid()) {
            let estimate = if of.counts.is_estimate() {
                " (an estimate)"
            } else {
                ""
            };
            let target = stats.settings.limits.reading.grade;
            let target = target.map(|target| format!("; target {target:.0}"));
            let _ = writeln!(
                card,
                "- Reading grade: {smog:.1} SMOG{estimate}, {kincaid:.1} Flesch-Kincaid{}",
                target.unwrap_or_default()
            );
        }
        let _ = writeln!(card, "- Complex words: {}", percent(of.complex_share()));
        let _ = writeln!(card, "- Passive voice: {} of {sentences}", of.passive);
        let _ = writeln!(card, "- To the reader: {} of {sentences}", of.direct);
    }
    let _ = writeln!(
        card,
        "- Paragraphs: {} of {} too long",
        of.long_paragraphs, of.paragraphs
    );
    Some(card)
}
