//! Numbers, rates and ages in Spanish words.

use super::number::{self, Number};
use super::{Bound, Unit};
use crate::lexicon::Tokens;
use std::ops::Range;

/// Whether a quantity may start with this folded word.
pub(super) fn may_start(word: &str) -> bool {
    let first = word.chars().next();
    first
        .is_some_and(|first| first.is_ascii_digit() || matches!(first, '½' | '¼' | '¾' | '⅓' | '⅔'))
        || value(word).is_some()
        || matches!(
            word,
            "un" | "una" | "cada" | "medio" | "media" | "varios" | "varias"
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
        _ => match value(word) {
            Some(value) => found(value, at + 1),
            None => digits(number::number_at(text, tokens, at)?, word),
        },
    };
    Some(one)
}

/// "1.200" is twelve hundred.
fn digits(number: Number, word: &str) -> Number {
    let mut groups = word.split('.');
    let first = groups.next().unwrap_or("");
    let is_group =
        |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = word.contains('.')
        && (1..=3).contains(&first.len())
        && first != "0"
        && groups.all(is_group);
    let plain = word.replace('.', "");
    match plain
        .parse()
        .ok()
        .filter(|_| is_grouped && number.unit.is_none())
    {
        Some(value) => Number { value, ..number },
        None => number,
    }
}

/// The value of a number word.
fn value(word: &str) -> Option<f64> {
    Some(match word {
        "dos" => 2.0,
        "tres" => 3.0,
        "cuatro" => 4.0,
        "cinco" => 5.0,
        "seis" => 6.0,
        "siete" => 7.0,
        "ocho" => 8.0,
        "nueve" => 9.0,
        "diez" => 10.0,
        "once" => 11.0,
        "doce" => 12.0,
        "catorce" => 14.0,
        "quince" => 15.0,
        "veinte" => 20.0,
        "treinta" => 30.0,
        "cuarenta" => 40.0,
        "cincuenta" => 50.0,
        "sesenta" => 60.0,
        "noventa" => 90.0,
        "cien" => 100.0,
        "mil" => 1000.0,
        _ => return None,
    })
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
