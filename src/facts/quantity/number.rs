//! Numbers in digits and in English words.

use super::unit::Unit;
use crate::lexicon::Tokens;
use crate::lexicon::number_words::{below_twenty, tens};

/// A number in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub value: f64,
    /// The word after it.
    pub end: usize,
    /// A unit written on to it: "10mg".
    pub unit: Option<Unit>,
    /// Whether it is written in words.
    pub is_word: bool,
    /// Whether it is "a few" or the like.
    pub is_vague: bool,
}

/// The number that starts at word `at`.
pub(super) fn number_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    match word.as_bytes().first()? {
        b'0'..=b'9' => digits_at(text, tokens, at),
        b'a'..=b'z' => words_at(text, tokens, at),
        _ => fraction_char(word.chars().next()?).map(|value| Number {
            value,
            end: at + 1,
            unit: None,
            is_word: false,
            is_vague: false,
        }),
    }
}

fn digits_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    let split = word
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(word.len());
    let (digits, rest) = word.split_at_checked(split)?;
    let mut value = value_of(digits)?;
    let mut rest = rest;
    if let Some(part) = rest.chars().next().and_then(fraction_char) {
        value += part;
        rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..)?;
    }
    let unit = match rest {
        "" => None,
        "c" | "f" => Some(scale_of(text, tokens, at, value)?),
        // "1.5 m" is a length, "1.5m" of money or people is not.
        "m" | "d" | "l" => return None,
        rest => Some(Unit::from_word(rest).filter(|unit| *unit != Unit::None)?),
    };
    let mut end = at + 1;
    if unit.is_none() {
        if let Some(part) = simple_fraction(text, tokens, at) {
            value = part;
            end = at + 2;
        }
        // A decimal point with nothing before it: ".5".
        if tokens.gap_before(text, at).ends_with('.') && is_naked(text, tokens, at) {
            value /= 10_f64.powi(i32::try_from(digits.len()).unwrap_or(0));
        }
        if let Some(scale) = scale(tokens.word(end)) {
            value *= scale;
            end += 1;
        }
    }
    Some(Number {
        value,
        end,
        unit,
        is_word: false,
        is_vague: false,
    })
}

/// The scale of "38C" and "100F"; a code such as "686c" is none.
fn scale_of(text: &str, tokens: &Tokens, at: usize, value: f64) -> Option<Unit> {
    let raw = text.get(tokens.place(at..at + 1))?;
    match raw.chars().next_back()? {
        'C' if value <= 100.0 => Some(Unit::Celsius),
        'F' if value <= 250.0 => Some(Unit::Fahrenheit),
        _ => None,
    }
}

/// Whether the point before word `at` has no digit before it: a space, a bracket or the text's start.
pub(super) fn is_naked(text: &str, tokens: &Tokens, at: usize) -> bool {
    naked_mark(text, tokens, at) == Some('.')
}

/// The point or comma that stands before word `at` and has nothing but a space, a bracket or the text's start before it.
pub(super) fn naked_mark(text: &str, tokens: &Tokens, at: usize) -> Option<char> {
    let start = tokens.place(at..at + 1).start;
    let mut before = text.get(..start).unwrap_or("").chars().rev();
    let mark = before.next().filter(|mark| matches!(mark, '.' | ','))?;
    let is_naked = before
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '<' | '>' | '≤' | '≥' | '~'));
    is_naked.then_some(mark)
}

/// "1/2", "3/4": not a date, not a score.
fn simple_fraction(text: &str, tokens: &Tokens, at: usize) -> Option<f64> {
    let is_slash = |index| tokens.gap_before(text, index) == "/";
    if !is_slash(at + 1) || is_slash(at + 2) || is_slash(at) {
        return None;
    }
    match (tokens.word(at), tokens.word(at + 1)) {
        ("1", "2") => Some(0.5),
        ("1", "3") => Some(1.0 / 3.0),
        ("2", "3") => Some(2.0 / 3.0),
        ("1", "4") => Some(0.25),
        ("3", "4") => Some(0.75),
        _ => None,
    }
}

/// The value of digits with commas between thousands, or one decimal point or comma.
fn value_of(digits: &str) -> Option<f64> {
    let is_thousands = digits.contains(',')
        && digits
            .split('.')
            .next()
            .unwrap_or("")
            .split(',')
            .skip(1)
            .all(|group| group.len() == 3);
    let plain: String = if is_thousands {
        digits.chars().filter(|c| *c != ',').collect()
    } else if digits.contains(',') {
        digits.replace(',', ".")
    } else {
        return digits.parse().ok();
    };
    plain.parse().ok()
}

fn fraction_char(c: char) -> Option<f64> {
    match c {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        '⅓' => Some(1.0 / 3.0),
        '⅔' => Some(2.0 / 3.0),
        _ => None,
    }
}

fn scale(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(100.0),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        _ => None,
    }
}

fn words_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    let next = tokens.word(at + 1);
    let found = |value: f64, end: usize, is_vague: bool| {
        let (value, end) = scale(tokens.word(end)).map_or((value, end), |s| (value * s, end + 1));
        let number = Number {
            value,
            end,
            unit: None,
            is_word: true,
            is_vague,
        };
        Some(number)
    };
    match word {
        "a" | "an" => match next {
            "dozen" => found(12.0, at + 2, false),
            "hundred" | "thousand" | "million" | "billion" => found(1.0, at + 1, false),
            "few" => found(3.0, at + 2, true),
            "couple" => found(2.0, skip_of(tokens, at + 2), true),
            "half" => found(0.5, at + 2, false),
            "fortnight" => Some(fortnight(at + 2)),
            "full" if tokens.word(at + 2) == "fortnight" => Some(fortnight(at + 3)),
            // "A quarter of an hour".
            "quarter"
                if matches!(
                    (
                        tokens.word(at + 2),
                        tokens.word(at + 3),
                        tokens.word(at + 4)
                    ),
                    ("of", "an", "hour")
                ) =>
            {
                found(0.25, at + 4, false)
            }
            _ => None,
        },
        "few" | "several" => found(3.0, at + 1, true),
        "couple" => found(2.0, skip_of(tokens, at + 1), true),
        "dozen" => found(12.0, at + 1, false),
        "half" if matches!(next, "a" | "an") => found(0.5, at + 2, false),
        _ => {
            if let Some(tens) = tens(word) {
                let joined = matches!(tokens.gap_before(text, at + 1), "-" | " ");
                return match below_twenty(next).filter(|ones| joined && *ones < 10.0) {
                    Some(ones) => found(tens + ones, at + 2, false),
                    None => found(tens, at + 1, false),
                };
            }
            let ones = below_twenty(word)?;
            let is_half =
                next == "and" && tokens.word(at + 2) == "a" && tokens.word(at + 3) == "half";
            if is_half {
                return found(ones + 0.5, at + 4, false);
            }
            found(ones, at + 1, false)
        }
    }
}

/// A fortnight that ends before word `end`.
fn fortnight(end: usize) -> Number {
    Number {
        value: 2.0,
        end,
        unit: Some(Unit::Week),
        is_word: true,
        is_vague: false,
    }
}

fn skip_of(tokens: &Tokens, at: usize) -> usize {
    if tokens.word(at) == "of" { at + 1 } else { at }
}
