//! Which fixes a person must look at, whatever their rule says of them: those that change red flags or a number.

use crate::article::{Article, Role};
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety};
use crate::facts::Unit;
use crate::lexicon::number_words;
use crate::lexicon::token::folded;
use crate::source::{Source, Span};
use std::ops::Range;

/// Marks every fix for review that changes something inside red flags, or a dose, number, age or time.
pub(super) fn mark(article: &Article, findings: &mut [Diagnostic]) {
    let red_flags = red_flags(article);
    for finding in findings {
        if let Some(fix) = &mut finding.fix
            && fix.safety == Safety::KeepsMeaning
            && (fix.edits.iter().any(|edit| touches(&red_flags, edit.span))
                || changes_number(&article.source, fix))
        {
            fix.safety = Safety::NeedsReview;
        }
    }
}

/// The places of red flags, in order; those that touch are one.
fn red_flags(article: &Article) -> Vec<Span> {
    let mut places: Vec<Span> = article
        .places(Role::RedFlags)
        .map(|place| place.span)
        .collect();
    places.sort_unstable();
    let mut runs: Vec<Span> = Vec::with_capacity(places.len());
    for place in places {
        match runs.last_mut() {
            Some(last) if place.start() <= last.end() => *last = last.cover(place),
            _ => runs.push(place),
        }
    }
    runs
}

/// Whether `span` shares a byte with one of `runs`, or stands at its edge.
fn touches(runs: &[Span], span: Span) -> bool {
    let first = runs.partition_point(|run| run.end() < span.start());
    runs.get(first).is_some_and(|run| run.start() <= span.end())
}

/// Whether the numbers beside the edits differ before and after.
fn changes_number(source: &Source, fix: &Fix) -> bool {
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut rest = edits.as_slice();
    while let Some(first) = rest.first() {
        let mut lines = lines_around(source.text(), first.span.range());
        let mut together = 1;
        while let Some(next) = rest.get(together)
            && next.span.start() <= lines.end
        {
            lines.end = lines_around(source.text(), next.span.range())
                .end
                .max(lines.end);
            together += 1;
        }
        let (here, later) = rest.split_at(together);
        if is_changed(source.text(), lines, here) {
            return true;
        }
        rest = later;
    }
    false
}

/// Bytes on either side of an edit that are looked at, to the next space: more than a dose with all that belongs to it.
const BESIDE: usize = 120;

/// The part of the line around `range`; what is cut off is the same before and after.
fn lines_around(text: &str, range: Range<usize>) -> Range<usize> {
    let least = range.start.saturating_sub(BESIDE);
    let bytes = text.as_bytes();
    let mut start = range.start;
    while start > 0
        && bytes.get(start - 1) != Some(&b'\n')
        && !(start < least && bytes.get(start - 1) == Some(&b' '))
    {
        start -= 1;
    }
    let most = range.end + BESIDE;
    let mut end = range.end;
    while end < bytes.len()
        && bytes.get(end) != Some(&b'\n')
        && !(end > most && bytes.get(end) == Some(&b' '))
    {
        end += 1;
    }
    start..end
}

fn is_changed(text: &str, lines: Range<usize>, edits: &[&Edit]) -> bool {
    let mut after = String::new();
    let mut at = lines.start;
    for edit in edits {
        after.push_str(text.get(at..edit.span.start()).unwrap_or(""));
        after.push_str(&edit.text);
        at = edit.span.end();
    }
    after.push_str(text.get(at..lines.end).unwrap_or(""));
    let before = text.get(lines).unwrap_or("");
    !numbers(before).eq(numbers(&after))
}

/// The runs of words that tell a number, dose, age or time, as they are written; those without digits in small letters.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let mut runs: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric() && !"%°<>≤≥±+-–".contains(c));
        let open = runs.last_mut();
        if is_telling(core) {
            if let Some(run) = open {
                run.push(' ');
                run.push_str(core);
            }
        } else if open.is_some_and(|run| !run.is_empty()) {
            runs.push(String::new());
        }
    }
    runs.into_iter().filter(|run| !run.is_empty()).map(|run| {
        if run.contains(char::is_numeric) {
            run
        } else {
            run.to_lowercase()
        }
    })
}

/// Whether a word is or holds a number, or is a unit or a word of time.
fn is_telling(word: &str) -> bool {
    let is_word = |part: &str| {
        let part = folded(part);
        Unit::from_word(&part).is_some()
            || number_words::value(&part).is_some()
            || number_words::scale(&part).is_some()
            || number_words::spanish(&part).is_some()
            || NUMBER_WORDS.contains(&part.as_str())
    };
    word.contains(char::is_numeric)
        || word.contains(['%', '°'])
        || word.split(['-', '–', '/']).any(is_word)
}

/// Words of numbers, doses, ages and times in the two languages that rules read, besides units and plain numbers; those
/// that only may be one are here, too.
const NUMBER_WORDS: &[&str] = &[
    "a.m",
    "afternoon",
    "age",
    "aged",
    "ages",
    "always",
    "am",
    "bedtime",
    "ciento",
    "daily",
    "diaria",
    "diarias",
    "diario",
    "diarios",
    "dose",
    "doses",
    "dosis",
    "doble",
    "double",
    "dozen",
    "drop",
    "edad",
    "evening",
    "every",
    "first",
    "fortnight",
    "gota",
    "gotas",
    "half",
    "hourly",
    "media",
    "medio",
    "midday",
    "midnight",
    "monthly",
    "morning",
    "never",
    "nightly",
    "nunca",
    "old",
    "once",
    "p.m",
    "pm",
    "primer",
    "primera",
    "primero",
    "quarter",
    "siempre",
    "spray",
    "sprays",
    "third",
    "thrice",
    "todas",
    "todos",
    "today",
    "tomorrow",
    "tonight",
    "triple",
    "twice",
    "un",
    "una",
    "uno",
    "weekly",
    "yearly",
    "zero",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Format;

    /// Whether writing `new` for the first `old` in `text` changes a number.
    fn changes(text: &str, old: &str, new: &str) -> bool {
        let start = text.find(old).unwrap();
        let fix = Fix {
            title: String::new(),
            edits: vec![Edit {
                span: Span::new(start, start + old.len()),
                text: new.to_owned(),
            }],
            safety: Safety::KeepsMeaning,
        };
        changes_number(&Source::new("a.md", text, Format::Markdown), &fix)
    }

    #[test]
    fn numbers_and_what_they_count_are_watched() {
        for (text, old, new) in [
            ("Take 5 mg.", "5", "50"),
            ("Take 5 mg.", "5 mg", "5mg"),
            ("Take 5 mg.", "mg", "mcg"),
            ("Take it twice a day.", "twice", "two times"),
            ("Wait 2 & 3 weeks.", "2 & 3", "2–3"),
            ("Children aged five", "five", "six"),
            ("Below 38 °C", "38 ", "38"),
            ("Take a tablet.", "Take", "Take 2"),
            ("Rest for 2 weeks.\n", " for 2 weeks", ""),
            ("At 8 a.m.", "a.m.", "p.m."),
            ("Use the drops at night.", "drops", "sprays"),
            ("Take a teaspoon of it.", "teaspoon", "tablespoon"),
            ("Tome quince gotas.", "quince", "cinco"),
            ("Tome un comprimido.", "comprimido", "sobre"),
        ] {
            assert!(changes(text, old, new), "{old} in {text}");
        }
        for (text, old, new) in [
            ("Can I run after 2 weeks", "weeks", "weeks?"),
            ("Rest & sleep", "&", "and"),
            ("Two Weeks Later", "Weeks Later", "weeks later"),
            ("# Pain: 5 Ways To Rest", "To", "to"),
        ] {
            assert!(!changes(text, old, new), "{old} in {text}");
        }
    }

    #[test]
    fn edits_on_several_lines_are_compared_line_by_line() {
        let text = "# Take 1\n\nA & B\n\n## Take 2\n";
        assert!(!changes(text, "A & B", "A and B"));
        assert!(changes(
            text,
            "A & B\n\n## Take 2",
            "## Take 2\n\nA & B\n\n9"
        ));
    }
}
