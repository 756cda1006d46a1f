//! What to change first, for people: sentences and words with their lines.

use super::Stats;
use super::text::{WIDTH, cut};
use crate::report::wrap::wrapped;
use crate::report::{counted, one_line};
use crate::source::Span;

pub(super) fn push_sentences(stats: &Stats<'_>, text: &mut String) {
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
            counted(counts.words, "word"),
            counts.polysyllables
        );
        text.push_str(&figures);
        let sentence = one_line(&sentence);
        let lines = wrapped(&sentence, WIDTH, "        ", "        ");
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
}

pub(super) fn push_words(stats: &Stats<'_>, text: &mut String) {
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
