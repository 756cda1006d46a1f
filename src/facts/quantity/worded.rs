//! Numbers in English words.

use super::number::Number;
use super::unit::Unit;
use crate::lexicon::Tokens;
use crate::lexicon::number_words::{below_twenty, scale, tens};

/// The number in words that starts at word `at`.
pub(super) fn number_at(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    let next = tokens.word(at + 1);
    let found = |value, end, is_vague| Some(found(text, tokens, value, end, is_vague));
    match word {
        "a" | "an" => with_article(text, tokens, at),
        "few" | "several" => found(3.0, at + 1, true),
        "couple" => found(2.0, skip_of(tokens, at + 1), true),
        "dozen" => found(12.0, at + 1, false),
        "half" if matches!(next, "a" | "an") => found(0.5, at + 2, false),
        _ => {
            let (value, end) = below_hundred(text, tokens, at)?;
            let is_half = value < 20.0
                && next == "and"
                && tokens.word(at + 2) == "a"
                && tokens.word(at + 3) == "half";
            if is_half {
                return found(value + 0.5, at + 4, false);
            }
            found(value, end, false)
        }
    }
}

/// A number that opens with an article at word `at`: "a dozen", "a hundred", "a couple of".
fn with_article(text: &str, tokens: &Tokens, at: usize) -> Option<Number> {
    let found = |value, end, is_vague| Some(found(text, tokens, value, end, is_vague));
    match tokens.word(at + 1) {
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
    }
}

/// A number in words with what goes on with it behind word `end`.
fn found(text: &str, tokens: &Tokens, value: f64, end: usize, is_vague: bool) -> Number {
    let (value, end) = scaled(text, tokens, value, end);
    Number {
        value,
        end,
        unit: None,
        is_word: true,
        is_vague,
    }
}

/// A number below a hundred at word `at`, with the word after it: "fifty", "fifty-five", "fifteen".
fn below_hundred(text: &str, tokens: &Tokens, at: usize) -> Option<(f64, usize)> {
    let word = tokens.word(at);
    let Some(tens) = tens(word) else {
        return below_twenty(word).map(|ones| (ones, at + 1));
    };
    let joined = matches!(tokens.gap_before(text, at + 1), "-" | " ");
    let ones = below_twenty(tokens.word(at + 1)).filter(|ones| joined && *ones < 10.0);
    Some(ones.map_or((tens, at + 1), |ones| (tens + ones, at + 2)))
}

/// `value` with the scale at word `end` and the words that go on with it: "one hundred and fifty", "two thousand five
/// hundred", "two hundred thousand".
fn scaled(text: &str, tokens: &Tokens, value: f64, end: usize) -> (f64, usize) {
    let Some(size) = scale(tokens.word(end)) else {
        return (value, end);
    };
    let (mut value, mut end) = (value * size, end + 1);
    if let Some((rest, after)) = rest_below(text, tokens, end, size) {
        (value, end) = (value + rest, after);
    }
    match scale(tokens.word(end)).filter(|next| *next > size) {
        Some(next) => (value * next, end + 1),
        None => (value, end),
    }
}

/// What a number goes on with after a scale of `size`.
///
/// "Between one hundred and two hundred" are two numbers, and so are those of "one in a hundred and one in a thousand".
fn rest_below(text: &str, tokens: &Tokens, at: usize, size: f64) -> Option<(f64, usize)> {
    let is_near = |at: usize| matches!(tokens.gap_before(text, at), " " | "\n" | "-");
    let start = at + usize::from(tokens.word(at) == "and");
    if size > 1e3 || !is_near(at) || !is_near(start) {
        return None;
    }
    let (rest, end) = below_hundred(text, tokens, start)?;
    let Some(next) = scale(tokens.word(end)) else {
        return (!matches!(tokens.word(end), "in" | "out")).then_some((rest, end));
    };
    if next < size {
        // "Five hundred" after a thousand.
        let (rest, end) = (rest * next, end + 1);
        let more = rest_below(text, tokens, end, next);
        return Some(more.map_or((rest, end), |(more, end)| (rest + more, end)));
    }
    // "One hundred and fifty thousand"; "one hundred and two thousand" may be a range.
    (next > size && size < 1e3 && rest >= 10.0).then_some((rest, end))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_on_after_a_scale() {
        for (text, value, words) in [
            ("one hundred and fifty mg", 150.0, 4),
            ("a hundred and five tablets", 105.0, 4),
            ("two hundred fifty-five mg", 255.0, 4),
            ("five hundred mg", 500.0, 2),
            ("one thousand five hundred mg", 1500.0, 4),
            ("one thousand two hundred and fifty mg", 1250.0, 6),
            ("two hundred thousand people", 200_000.0, 3),
            ("one hundred and fifty thousand people", 150_000.0, 5),
            ("one hundred and two hundred mg", 100.0, 2),
            ("a hundred and one in a thousand", 100.0, 2),
            ("a hundred, fifty of them men", 100.0, 2),
            ("three million and two", 3e6, 2),
            ("one and a half hours", 1.5, 4),
            ("twenty-one days", 21.0, 2),
        ] {
            let found = number_at(text, &Tokens::of(text), 0).map(|n| (n.value, n.end));
            assert_eq!(found, Some((value, words)), "{text}");
        }
    }
}
