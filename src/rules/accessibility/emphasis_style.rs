//! Capitals and slanted type where words should carry the weight.

use crate::rules::prelude::*;
use crate::source::bytes::count;

rule! {
    /// Four or more words in capitals, or a whole paragraph in italics.
    ///
    /// ## Why it matters
    /// Words in capitals lose their shape and are read letter by letter; so is slanted type by many people. In both, warnings
    /// are skipped rather than heeded.
    ///
    /// Headings, tables and rows of abbreviations are left alone. All places are in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// SEEK HELP IMMEDIATELY IF YOU cannot walk.
    ///
    /// *Do not stop any of your medicines before you have talked with the clinic.*
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// **Get help now if you cannot walk.** Your doctor may order an MRI, CT, ECG, EMG. *Facet joints* are small.
    /// ```
    RULE {
        name: "emphasis-style", severity: Info, since: "0.1.0",
        standard: "NHS Formatting; CDC Simply Put",
        summary: "capitals or italics are used for whole phrases",
    }
}

/// Fewer words in capitals may be a name or a label.
const CAPITALS: usize = 4;
/// Fewer slanted words may be a title or a note under a picture.
const SLANTED: usize = 8;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut places: Vec<(Span, &str)> = Vec::new();
    for text in cx.facts.texts.iter().copied() {
        let is_running = match text.kind {
            TextKind::In(kind) => matches!(
                kind,
                ProseKind::Paragraph | ProseKind::Item | ProseKind::Html
            ),
            TextKind::Title | TextKind::Heading => false,
        };
        if !is_running || cx.facts.is_in_role(Role::References, text.prose.whole()) {
            continue;
        }
        let prose = text.prose;
        if let Some(range) = capitals(prose.text()) {
            places.push((prose.span(range), "capitals"));
        } else if prose
            .marks()
            .iter()
            .any(|mark| mark.kind == MarkKind::Emphasis)
            && prose.is_wholly(|kind| *kind == MarkKind::Emphasis)
            && prose.word_count() >= SLANTED
        {
            places.push((prose.whole(), "italics"));
        }
    }
    let Some(((span, what), rest)) = places.split_first() else {
        return;
    };
    let finding = findings.report(*span, format!("{what} for emphasis are hard to read"));
    finding.help("Many readers skip them. Write it as a normal sentence in bold, or put it in a box of its own.");
    for (span, what) in rest {
        finding.label(*span, format!("{what} here, too"));
    }
}

/// The first run of words in capitals that no mark parts.
fn capitals(text: &str) -> Option<std::ops::Range<usize>> {
    // A letter for each word, and four for a long one.
    if text.is_ascii() && count(text, |byte| byte.is_ascii_uppercase()) < CAPITALS + 3 {
        return None;
    }
    let mut run: Option<(usize, usize, usize, bool)> = None;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        // Nearly every word ends here.
        let is_quiet = word.bytes().any(|byte| byte.is_ascii_lowercase());
        let letters = if is_quiet {
            0
        } else {
            word.chars().filter(|char| char.is_alphabetic()).count()
        };
        let is_loud = letters > 0
            && word.chars().all(|char| !char.is_lowercase())
            && !word.contains(|char: char| char.is_ascii_digit());
        let ends = word.ends_with([',', '.', ';', ':', '/', '!', '?']);
        run = match run {
            Some((from, count, _, long)) if is_loud => {
                Some((from, count + 1, start + word.len(), long || letters >= 4))
            }
            None if is_loud => Some((start, 1, start + word.len(), letters >= 4)),
            _ => None,
        };
        if let Some((from, count, to, true)) = run
            && count >= CAPITALS
        {
            return Some(from..to);
        }
        if ends {
            run = None;
        }
    }
    None
}
