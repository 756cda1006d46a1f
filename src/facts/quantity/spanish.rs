//! Numbers, rates and ages in Spanish words.

use super::number::{Number, decimal, digits_at, is_grouped, last_mark, ungrouped};
use super::{Bound, Unit};
use crate::lexicon::Tokens;
use crate::lexicon::number_words::{spanish, spanish_below_thirty, spanish_hundreds, spanish_tens};
use std::ops::Range;

/// Whether a quantity may start with this folded word.
pub(super) fn may_start(word: &str) -> bool {
    let first = word.chars().next();
    first
        .is_some_and(|first| first.is_ascii_digit() || matches!(first, '½' | '¼' | '¾' | '⅓' | '⅔'))
        || spanish(word).is_some()
        || matches!(
            word,
            "un" | "una" | "uno" | "cada" | "medio" | "media" | "varios" | "varias" | "ciento"
        )
}

/// The number that starts at word `at`: in digits with a point between thousands, or in words.
pub(super) fn number_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    let found = |value: f64, end: usize| Number {
        value,
        end,
        unit: None,
        is_word: true,
        is_vague: false,
    };
    let one = match word {
        "un" | "una" | "medio" | "media" => {
            let is_half = matches!(word, "medio" | "media")
                || matches!(tokens.word(at + 1), "medio" | "media");
            let end = at + 1 + usize::from(is_half && word.starts_with("un"));
            // "Una" before anything but a measure is an article.
            Unit::from_word(tokens.word(end))?;
            found(if is_half { 0.5 } else { 1.0 }, end)
        }
        "varios" | "varias" => Number {
            is_vague: true,
            ..found(3.0, at + 1)
        },
        _ => match in_words(text, tokens, at) {
            Some((value, end)) => found(value, end),
            None => digits_at(text, tokens, at, value_of)?,
        },
    };
    Some(one)
}

/// The value of digits with points between thousands, or a decimal comma or point.
///
/// "1,250" is none: it is one and a quarter in Spain and twelve hundred and fifty in Mexico.
fn value_of(digits: &str) -> Option<f64> {
    match last_mark(digits) {
        Some(mark) if is_grouped(digits, mark) => {
            let is_sure = mark == '.' || digits.matches(mark).count() > 1;
            is_sure.then(|| ungrouped(digits, mark))?
        }
        mark => decimal(digits, mark),
    }
}

/// A number in words at word `at`, with the word after it: "dos", "treinta y cinco", "ciento veinte", "mil quinientos".
fn in_words(text: &str, tokens: &Tokens, at: usize) -> Option<(f64, usize)> {
    let is_near = |at: usize| matches!(tokens.gap_before(text, at), " " | "\n");
    let after = |end: usize| {
        let rest = below_thousand(tokens, end).filter(|_| is_near(end));
        rest.unwrap_or((0.0, end))
    };
    if tokens.word(at) == "mil" {
        let (rest, end) = after(at + 1);
        return Some((1e3 + rest, end));
    }
    let (value, end) = below_thousand(tokens, at)?;
    if tokens.word(end) != "mil" || !is_near(end) {
        return Some((value, end));
    }
    let (rest, end) = after(end + 1);
    Some((value * 1e3 + rest, end))
}

fn below_thousand(tokens: &Tokens, at: usize) -> Option<(f64, usize)> {
    let word = tokens.word(at);
    if word == "cien" {
        return Some((100.0, at + 1));
    }
    if word == "ciento" {
        return below_hundred(tokens, at + 1).map(|(rest, end)| (100.0 + rest, end));
    }
    let Some(hundreds) = spanish_hundreds(word) else {
        return below_hundred(tokens, at);
    };
    let rest = below_hundred(tokens, at + 1);
    Some(rest.map_or((hundreds, at + 1), |(rest, end)| (hundreds + rest, end)))
}

fn below_hundred(tokens: &Tokens, at: usize) -> Option<(f64, usize)> {
    let word = tokens.word(at);
    let Some(tens) = spanish_tens(word) else {
        return spanish_below_thirty(word).map(|value| (value, at + 1));
    };
    let ones = match tokens.word(at + 2) {
        "un" | "una" | "uno" => Some(1.0),
        word => spanish_below_thirty(word).filter(|ones| *ones < 10.0),
    };
    let ones = ones.filter(|_| tokens.word(at + 1) == "y");
    Some(ones.map_or((tens, at + 1), |ones| (tens + ones, at + 3)))
}

/// The part of a ratio that starts at word `at`: a number, or the "una" of "una de cada diez".
pub(super) fn part_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let is_one = matches!(tokens.word(at), "un" | "una" | "uno");
    let is_share = (tokens.word(at + 1), tokens.word(at + 2)) == ("de", "cada");
    if is_one && is_share {
        return Some(Number {
            value: 1.0,
            end: at + 1,
            unit: None,
            is_word: true,
            is_vague: false,
        });
    }
    number_at(text, tokens, at)
}

/// What a rate is given for: "al dia", "por semana", "cada dia", "diarios"; with the word after it.
pub(super) fn per(tokens: &Tokens, at: usize) -> Option<(Unit, usize)> {
    let time = |at: usize| Unit::from_word(tokens.word(at)).filter(|unit| unit.is_time());
    match (tokens.word(at), tokens.word(at + 1)) {
        ("diario" | "diarios" | "diaria" | "diarias", _) => Some((Unit::Day, at + 1)),
        ("semanal" | "semanales", _) => Some((Unit::Week, at + 1)),
        ("en" | "cada", "24") => (time(at + 2) == Some(Unit::Hour)).then_some((Unit::Day, at + 3)),
        ("a", "la") | ("en", "un" | "una") => time(at + 2).map(|unit| (unit, at + 3)),
        ("al" | "por" | "cada", _) => time(at + 1).map(|unit| (unit, at + 2)),
        _ => None,
    }
}

/// "menores de 16 años", "a partir de los 60 años", "2 años de edad", "a los 15 meses".
pub(super) fn is_age(tokens: &Tokens, words: &Range<usize>) -> bool {
    let back = |by: usize| words.start.checked_sub(by).map_or("", |at| tokens.word(at));
    let is_edad = (tokens.word(words.end), tokens.word(words.end + 1)) == ("de", "edad");
    let is_year = matches!(tokens.word(words.end.saturating_sub(1)), "ano" | "anos");
    let is_side = |word: &str| matches!(word, "menor" | "menores" | "mayor" | "mayores" | "edad");
    is_edad
        || back(1) == "de" && is_side(back(2))
        || is_year && matches!(back(1), "los" | "tiene" | "cumplir")
        || back(1) == "los" && matches!(back(2), "de" | "desde" | "hasta") && is_year
}

/// The bound in the words after a number: "o más", "como máximo".
pub(super) fn bound_after(first: &str, second: &str) -> Option<Bound> {
    match (first, second) {
        ("o", "mas") | ("como", "minimo") => Some(Bound::AtLeast),
        ("o", "menos") | ("como", "maximo" | "mucho") => Some(Bound::AtMost),
        _ => None,
    }
}

/// The bound in the words before a number, with how many words it is; `word` gives the word so many places back.
pub(super) fn bound_before<'w>(word: impl Fn(usize) -> &'w str) -> Option<(Bound, usize)> {
    match (word(2), word(1)) {
        ("mas" | "superior" | "mayor" | "mayores", "de" | "a") => {
            let is_ban = (3..=5).any(|back| matches!(word(back), "no" | "nunca" | "sin"));
            Some((
                if is_ban {
                    Bound::AtMost
                } else {
                    Bound::AtLeast
                },
                2,
            ))
        }
        ("menos" | "menor" | "menores" | "inferior" | "maximo", "de" | "a")
        | ("como", "maximo" | "mucho") => Some((Bound::AtMost, 2)),
        ("al", "menos") | ("como", "minimo") | ("partir", "de" | "del") => {
            Some((Bound::AtLeast, 2))
        }
        ("de", "los" | "las") if word(3) == "partir" => Some((Bound::AtLeast, 3)),
        ("alrededor" | "cerca", "de") => Some((Bound::About, 2)),
        (_, "hasta") => Some((Bound::AtMost, 1)),
        (_, "unos" | "unas" | "aproximadamente" | "casi") => Some((Bound::About, 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_comma_before_three_digits_is_no_number() {
        for (digits, value) in [
            ("1,250", None),
            ("0,125", Some(0.125)),
            ("1,25", Some(1.25)),
            ("1.250", Some(1250.0)),
            ("1.250,5", Some(1250.5)),
            ("1,250.5", Some(1250.5)),
            ("1.250.000", Some(1_250_000.0)),
            ("1,250,000", Some(1_250_000.0)),
            ("0.125", Some(0.125)),
            ("38.5", Some(38.5)),
        ] {
            assert_eq!(value_of(digits), value, "{digits}");
        }
    }

    #[test]
    fn numbers_of_several_words_are_one() {
        for (text, value, words) in [
            ("dieciocho años", 18.0, 1),
            ("treinta y cinco años", 35.0, 3),
            ("ciento veinte mg", 120.0, 2),
            ("quinientos mg", 500.0, 1),
            ("mil quinientos mg", 1500.0, 2),
            ("dos mil pasos", 2000.0, 2),
            ("treinta y los demás", 30.0, 1),
        ] {
            let found = number_at(text, &Tokens::of(text), 0).map(|n| (n.value, n.end));
            assert_eq!(found, Some((value, words)), "{text}");
        }
        let percent = "ciento de los casos";
        assert_eq!(number_at(percent, &Tokens::of(percent), 0), None);
    }
}
