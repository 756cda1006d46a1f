//! Sentences: where they end in running text, English or Spanish, without a model.

use super::abbreviations::{self, Stop};
use crate::source::PartOf;
use std::ops::Range;

/// The sentences of `text` as ranges without white space at their ends, in order; together they hold every word.
///
/// A blank line ends a sentence, a single line break does not. Time is linear in the text's length.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = None;
    let mut before = "";
    let mut words = words(text).peekable();
    while let Some(range) = words.next() {
        let word = text.part(range.clone());
        let first = *start.get_or_insert(range.start);
        let mut open = first;
        if !word.is_ascii() {
            for end in inner_stops(word).map(|at| range.start + at) {
                sentences.push(open..end);
                open = end;
            }
        }
        let ends = match words.peek() {
            None => true,
            Some(next) => {
                next.start - range.end > 1 && is_blank_line(text.part(range.end..next.start))
                    || ends(&Place {
                        before,
                        word: text.part(open.max(range.start)..range.end),
                        next: text.part(next.clone()),
                        opens: open == range.start,
                    })
            }
        };
        start = Some(open);
        if ends {
            if open < range.end {
                sentences.push(open..range.end);
            }
            start = None;
        } else if open == range.end {
            start = None;
        }
        before = word;
    }
    sentences
}

/// The runs without white space, as ranges.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        // Nearly every gap is one space.
        let is_space = matches!(text.as_bytes().get(at..)?, [b' ', b'!'..=b'~', ..]);
        let start = if is_space {
            at + 1
        } else {
            let rest = text.get(at..)?;
            at + (rest.len() - rest.trim_start().len())
        };
        let word = text.get(start..).filter(|word| !word.is_empty())?;
        at = start + unbroken(word);
        Some(start..at)
    })
}

/// The bytes of the run without white space that `text` starts with.
fn unbroken(text: &str) -> usize {
    // Letter by letter only from the first byte on that may be white space of any kind.
    let plain = text.bytes().position(|byte| byte <= b' ' || byte > b'~');
    let plain = plain.unwrap_or(text.len());
    if text.as_bytes().get(plain).is_none_or(|byte| *byte == b' ') {
        return plain;
    }
    let rest = text.part(plain..);
    plain + rest.find(char::is_whitespace).unwrap_or(rest.len())
}

/// The places in `word` after stops that need no space behind them.
fn inner_stops(word: &str) -> impl Iterator<Item = usize> {
    word.match_indices(['。', '！', '？', '।', '؟'])
        .map(|(at, stop)| {
            let end = at + stop.len();
            let rest = word.part(end..);
            end + (rest.len() - rest.trim_start_matches(['」', '』', '）', '”']).len())
        })
}

fn is_blank_line(gap: &str) -> bool {
    gap.bytes().filter(|byte| *byte == b'\n').nth(1).is_some()
}

/// A word with what decides whether a sentence ends at it.
struct Place<'a> {
    before: &'a str,
    word: &'a str,
    next: &'a str,
    /// The word is the first of its sentence.
    opens: bool,
}

fn ends(place: &Place<'_>) -> bool {
    let Some(stopped) = without_closers(place.word) else {
        return false;
    };
    let next = place.next.trim_start_matches(is_opening);
    if !can_open(next) {
        return false;
    }
    let Some(token) = stopped
        .strip_suffix('.')
        .filter(|rest| !rest.ends_with('.'))
    else {
        return true;
    };
    let token = token.trim_start_matches(is_opening);
    let next_word = next.trim_end_matches([',', ':', '”', '"', ')']);
    if place.opens && is_list_marker(token) {
        return false;
    }
    match abbreviations::stop(token) {
        Some(Stop::Never) => return false,
        Some(Stop::NotBeforeNumber) => return !next.starts_with(|c: char| c.is_ascii_digit()),
        Some(Stop::NotBeforeDay) => return !abbreviations::is_day(next_word.trim_end_matches('.')),
        Some(Stop::NotBeforeName) => return abbreviations::is_opener(next_word),
        None => {}
    }
    if is_initial(token) {
        let before = place.before.trim_start_matches(is_opening);
        return abbreviations::takes_letter(before) || abbreviations::is_opener(next_word);
    }
    !is_dotted_capitals(token)
        || abbreviations::is_degree(token)
        || abbreviations::is_opener(next_word)
}

/// The word up to its stop, the stop included, without quotes, brackets and note numbers behind it; `None` where it has
/// no stop.
fn without_closers(word: &str) -> Option<&str> {
    let last = word.as_bytes().last();
    if last.is_some_and(u8::is_ascii_alphabetic) {
        return None;
    }
    let mut rest = word;
    loop {
        let shorter = rest.trim_end_matches(is_closing);
        let shorter = without_note(shorter);
        if shorter.len() == rest.len() {
            break;
        }
        rest = shorter;
    }
    rest.ends_with(['.', '!', '?', '…', '‽']).then_some(rest)
}

/// Takes off the call of a note: `only.1`, `pregnancy.[2]`.
fn without_note(word: &str) -> &str {
    if let Some(inside) = word.strip_suffix(']') {
        let stem = inside.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
        return match stem.strip_suffix('[') {
            Some(stem) if stem.len() + 1 < inside.len() => stem,
            _ => word,
        };
    }
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = stem.strip_suffix('.').map_or(0, |stem| {
        stem.chars()
            .rev()
            .take(3)
            .filter(|c| c.is_lowercase())
            .count()
    });
    if letters == 3 { stem } else { word }
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '"' | '\'' | '“' | '‘' | '«' | '„' | '*' | '_' | '¿' | '¡'
    )
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | '}'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '*'
            | '_'
            | '¹'
            | '²'
            | '³'
            | '⁴'
            | '⁵'
            | '⁶'
            | '⁷'
            | '⁸'
            | '⁹'
    )
}

/// Whether a sentence may start with `word`, which has no opening quote or bracket any more.
fn can_open(word: &str) -> bool {
    // A list's letter; "9 a. m." is none.
    if let [b'a'..=b'h', b'.'] = word.as_bytes() {
        return true;
    }
    let mut chars = word.chars();
    match chars.next() {
        None | Some('-' | '–' | '—' | '…' | '&' | ')' | ',' | ';' | ':' | '/' | '.') => false,
        // "iPads", "mRNA", "pH": names that keep their small letter.
        Some(first) if first.is_lowercase() => chars.take(2).any(char::is_uppercase),
        Some(_) => true,
    }
}

fn is_list_marker(token: &str) -> bool {
    let mut chars = token.chars();
    let lettered = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next().is_none();
    let numbered =
        (1..=4).contains(&token.len()) && token.chars().all(|c| c.is_ascii_digit() || c == '.');
    lettered || numbered
}

fn is_initial(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// `U.S`, `A.D.A`: capitals with a stop between each two.
fn is_dotted_capitals(token: &str) -> bool {
    token.len() <= 16
        && token.contains('.')
        && token
            .split('.')
            .all(|part| abbreviations::is_degree(token) || is_initial(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 103 blocks; ` | ` marks the ends of sentences inside one. A line that goes on the next is one block too.
    const MEDICAL: &str = include_str!("testdata/medical_sentences.txt");

    fn sentences(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|range| &text[range]).collect()
    }

    fn medical_blocks() -> Vec<String> {
        let lines: Vec<&str> = MEDICAL.lines().filter(|line| !line.is_empty()).collect();
        let text = lines
            .join("\n\n")
            .replace("The symptoms\n\n", "The symptoms\n")
            .replace("Most people\n\n", "Most people\n");
        text.split("\n\n").map(str::to_owned).collect()
    }

    #[test]
    fn every_medical_block_is_split_right() {
        let blocks = medical_blocks();
        let wrong: Vec<_> = blocks
            .iter()
            .filter(|block| {
                let wanted: Vec<&str> = block.split(" | ").collect();
                sentences(&block.replace(" | ", " ")) != wanted
            })
            .collect();
        assert_eq!(blocks.len(), 103);
        assert!(wrong.is_empty(), "wrong: {wrong:#?}");
    }

    #[test]
    fn sentences_end_where_readers_end_them() {
        let cases = [
            "1. Wash your hands. | 2. Dry them well.",
            "a. Sit down. | b. Breathe out.",
            "Is it safe? | No. | It is not.",
            "See Sra. García. | Ella le ayudará.",
            "Tome un analgésico (p. ej. Paracetamol). | ¿Le duele? | ¡Llame al 112!",
            "La Dra. Ruiz atiende de 9 a. m. a 2 p. m. | Pida cita.",
            "En EE. UU. llame al 911. | En España, al 112.",
            "¿Cuándo debo ir al médico? | Vaya hoy mismo si tiene fiebre.",
            "Beba 1,5 l de agua. | Descanse.",
            "She said: “Is it safe?” | “Yes,” he said.",
            "Open 9 a.m. Monday to Friday. | Closed on Sunday.",
            "服药前请洗手。 | 多喝水。",
            "तुरंत मदद लें। | फिर आराम करें।",
            "Ändern Sie die Dosis nicht. | Öffnen Sie das Fenster.",
            "Rest for a day … then walk. | 👍 Well done!",
        ];
        for case in cases {
            let wanted: Vec<&str> = case.split(" | ").collect();
            assert_eq!(sentences(&case.replace(" | ", " ")), wanted, "{case}");
        }
    }

    #[test]
    fn a_blank_line_ends_a_sentence_and_a_line_break_does_not() {
        assert_eq!(
            sentences("a heading\n\nand text\ngoes on"),
            ["a heading", "and text\ngoes on"]
        );
    }

    #[test]
    fn no_word_is_lost_and_ranges_are_trimmed_and_in_order() {
        for text in [
            "",
            " ",
            ".",
            "...",
            "? ! .",
            " a. B ",
            "。",
            "x。y",
            "A。 。B",
            "“”. (",
            "[1].[2] A",
        ] {
            let mut end = 0;
            for range in split(text) {
                assert!(range.start >= end && !range.is_empty(), "{text:?}");
                assert!(text[end..range.start].trim().is_empty(), "{text:?}");
                assert_eq!(text[range.clone()].trim().len(), range.len(), "{text:?}");
                end = range.end;
            }
            assert!(text[end..].trim().is_empty(), "{text:?}");
        }
    }

    #[test]
    fn time_is_linear() {
        for piece in [".", "A. ", "e.g. ", "a.[1]", "x)", "1.", "。", "\n"] {
            let text = piece.repeat(1_000_000 / piece.len());
            let _ = split(&text);
        }
    }
}
