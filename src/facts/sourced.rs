//! Whether a sentence says where it comes from.

use super::{Facts, Sentence};
use crate::article::MarkKind;

impl Facts<'_> {
    /// Whether sentence `index` carries a source: a link, a footnote, a superscript, "[3]" or "(Lee, 2024)".
    pub fn has_source(&self, index: usize) -> bool {
        self.sentences.get(index).is_some_and(has_source)
    }

    /// As [`Facts::has_source`]; a source at the end of the sentence's paragraph counts too.
    pub fn is_sourced(&self, index: usize) -> bool {
        let Some(sentence) = self.sentences.get(index) else {
            return false;
        };
        let after = self.sentences.iter().skip(index);
        let same =
            after.take_while(|other| std::ptr::eq(other.within.prose, sentence.within.prose));
        has_source(sentence) || same.last().is_some_and(has_source)
    }
}

fn has_source(sentence: &Sentence<'_>) -> bool {
    let marked = sentence.within.prose.marks().iter().any(|mark| {
        matches!(
            mark.kind,
            MarkKind::Link { .. } | MarkKind::Footnote { .. } | MarkKind::Superscript
        ) && mark.range.start < sentence.range.end
            && sentence.range.start < mark.range.end
    });
    marked || cites(sentence.text())
}

/// Whether `text` has numbers in square brackets or a year at the end of round ones.
fn cites(text: &str) -> bool {
    let numbered = text.split('[').skip(1).any(|rest| {
        let inside = rest.split_once(']').map_or("", |(inside, _)| inside);
        inside.starts_with(|c: char| c.is_ascii_digit())
            && inside
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ' '))
    });
    numbered
        || text.split('(').skip(1).any(|rest| {
            let inside = rest.split_once(')').map_or("", |(inside, _)| inside);
            ends_with_year(inside)
        })
}

fn ends_with_year(inside: &str) -> bool {
    let inside = inside
        .strip_suffix(|c: char| c.is_ascii_lowercase())
        .unwrap_or(inside);
    let Some((before, year)) = inside
        .len()
        .checked_sub(4)
        .and_then(|at| inside.split_at_checked(at))
    else {
        return false;
    };
    year.bytes().all(|byte| byte.is_ascii_digit())
        && (year.starts_with("19") || year.starts_with("20"))
        && !before.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::cites;

    #[test]
    fn numbers_in_brackets_and_years_at_the_end_of_brackets_cite() {
        for text in [
            "So it is [2].",
            "So it is [2, 3–5].",
            "So it is (Lee, 2024).",
            "So it is (2019b).",
        ] {
            assert!(cites(text), "{text}");
        }
        for text in [
            "So it is.",
            "See [here].",
            "Call (555) 010-2024 (today).",
            "It (and 2024 more) is.",
            "It is (2 to 12024).",
        ] {
            assert!(!cites(text), "{text}");
        }
    }
}
