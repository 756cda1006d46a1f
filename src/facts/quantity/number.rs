//! Numbers in digits.

use super::unit::Unit;
use super::worded;
use crate::lexicon::{Tokens, number_words};

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

/// How digits with points and commas among them are read; `None` where that is not sure.
pub(super) type Marks = fn(&str) -> Option<f64>;

/// The number that starts at word `at`, in digits or in English words.
pub(super) fn number_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    match tokens.word(at).as_bytes().first()? {
        b'a'..=b'z' => worded::number_at(text, tokens, at),
        _ => digits_at(text, tokens, at, value_of),
    }
}

/// The number in digits or the sign of a fraction ("½") at word `at`.
pub(super) fn digits_at(text: &str, tokens: &Tokens, at: usize, marks: Marks) -> Option<Number> {
    let word = tokens.word(at);
    if let Some(value) = word.chars().next().and_then(fraction_char) {
        return Some(Number {
            value,
            end: at + 1,
            unit: None,
            is_word: false,
            is_vague: false,
        });
    }
    let split = word
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(word.len());
    let (digits, rest) = word.split_at_checked(split)?;
    let mut value = marks(digits)?;
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
        if let Some(scale) = number_words::scale(tokens.word(end)) {
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
    match last_mark(digits) {
        Some(',') if is_grouped(digits, ',') => ungrouped(digits, ','),
        mark => decimal(digits, mark),
    }
}

/// The last point or comma of a number.
pub(super) fn last_mark(digits: &str) -> Option<char> {
    digits.chars().rev().find(|c| matches!(c, '.' | ','))
}

/// Whether `mark` and no other parts `digits` by thousands: "1,250", but not "0,125", in which it is decimal.
pub(super) fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or("");
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// The value of `digits` in which `mark` stands between thousands.
pub(super) fn ungrouped(digits: &str, mark: char) -> Option<f64> {
    digits.replace(mark, "").parse().ok()
}

/// The value of `digits` whose last mark is the decimal one; another before it stands between thousands.
pub(super) fn decimal(digits: &str, mark: Option<char>) -> Option<f64> {
    let Some(mark) = mark else {
        return digits.parse().ok();
    };
    let (whole, part) = digits.rsplit_once(mark)?;
    let other = if mark == '.' { ',' } else { '.' };
    let whole = if whole.contains(other) {
        is_grouped(whole, other).then(|| whole.replace(other, ""))?
    } else {
        whole.to_owned()
    };
    format!("{whole}.{part}").parse().ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_parts_thousands_or_is_decimal() {
        for (digits, value) in [
            ("1,250", Some(1250.0)),
            ("1,250,000", Some(1_250_000.0)),
            ("0,125", Some(0.125)),
            ("1,25", Some(1.25)),
            ("1,250.5", Some(1250.5)),
            ("1.250,5", Some(1250.5)),
            ("1.250", Some(1.25)),
            ("1.2.3", None),
            ("2,1,3", None),
        ] {
            assert_eq!(value_of(digits), value, "{digits}");
        }
    }
}
