//! The known name that a mistyped one is nearest to.

/// The candidate that looks most like `name`, if one is near enough to be meant; of two equally near, the first.
///
/// Near is a name with all the words of `name` among its own, or one that is at most an edit for every three characters
/// away. Case and the choice between `_`, space and `-` do not count.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.trim().to_lowercase().replace(['_', ' '], "-");
    let allowed = name.chars().count().div_ceil(3);
    candidates
        .into_iter()
        .map(|candidate| {
            (
                has_words(candidate, &name),
                distance(&name, candidate),
                candidate,
            )
        })
        .filter(|(has_words, distance, _)| *has_words || *distance <= allowed)
        .min_by_key(|(has_words, distance, _)| (!has_words, *distance))
        .map(|(_, _, candidate)| candidate)
}

/// Whether every word of `name` is one of `candidate`'s.
fn has_words(candidate: &str, name: &str) -> bool {
    name.split('-')
        .all(|word| candidate.split('-').any(|own| own == word))
}

/// The number of characters to put in, take out or change to make `a` of `b` (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let changed = diagonal + usize::from(x != *y);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    if b.is_empty() {
        return a.chars().count();
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_what_was_meant_and_another_word_finds_nothing() {
        let names = [
            "faq",
            "red-flags",
            "risks",
            "references",
            "urgency-conflict",
        ];
        let cases = [
            ("urgency-conflct", Some("urgency-conflict")),
            ("Urgency_Conflict", Some("urgency-conflict")),
            ("faqs", Some("faq")),
            ("red_flag", Some("red-flags")),
            ("refrences", Some("references")),
            ("risk", Some("risks")),
            ("urgency", Some("urgency-conflict")),
            ("conflict of urgency", None),
            ("flags-red", Some("red-flags")),
            ("banana", None),
            ("", None),
        ];
        for (written, meant) in cases {
            assert_eq!(nearest(written, names), meant, "{written}");
        }
    }

    #[test]
    fn distances_count_edits() {
        let cases = [
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("abc", "abc", 0),
            ("ab", "ba", 2),
        ];
        for (a, b, edits) in cases {
            assert_eq!(distance(a, b), edits, "{a} {b}");
        }
    }
}
