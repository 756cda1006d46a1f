//! Words that stay on one line: a dose that is read in two parts is read wrongly.

use std::ops::Range;

/// Units that stay on the line of their number. Several with slashes between them, as in `mg/kg/day`, do too.
const UNITS: &[&str] = &[
    "mg", "mcg", "µg", "μg", "ug", "ng", "g", "kg", "mL", "ml", "L", "l", "dL", "dl", "IU",
    "units", "mol", "mmol", "mEq", "mmHg", "mm", "cm", "m", "km", "°C", "°F", "°", "deg", "%",
    "bpm", "kcal", "kPa", "Pa", "ms", "s", "sec", "min", "h", "hr", "hrs", "x", "×", "AM", "PM",
    "am", "pm", "a.m", "p.m",
];

/// What stands behind a slash in a unit, besides units.
const PER: &[&str] = &[
    "day", "d", "week", "hour", "minute", "dose", "m²", "m2", "mm3", "mm³",
];

/// Signs that change what the number after them says.
pub(super) const SIGNS: &[char] = &['≥', '≤', '<', '>', '=', '±', '≈', '~', '+', '−', '×'];

/// The longest word behind a range of numbers that stays with it: `10–15 minutes`.
const LONGEST_COUNTED: usize = 8;

/// Whether no line breaks at the space `range` of `source`: it stands between a number and its unit, sign or range, inside
/// `1 in 2,000`, or before the number of a link.
pub(super) fn keeps_together(source: &str, range: &Range<usize>) -> bool {
    if source.get(range.clone()) != Some(" ") {
        return false;
    }
    let before = source.get(..range.start).unwrap_or("");
    let after = source.get(range.end..).unwrap_or("");
    let next = after.split(char::is_whitespace).next().unwrap_or("");
    if let Some(number) = next.strip_prefix('[') {
        let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        return number.contains(']') && !digits.is_empty() && digits.len() <= 3;
    }
    let last = before.chars().next_back();
    if starts_number(next) && last.is_some_and(|c| SIGNS.contains(&c)) {
        return true;
    }
    let word = next.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
    if last.is_some_and(|c| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾')) {
        return is_unit(word)
            || is_sign(next)
            || is_odds(before, next, after)
            || is_range(last_word(before)) && is_counted(word);
    }
    match last_word(before) {
        // "p < 0.05"
        letter if letter.chars().count() == 1 && last.is_some_and(char::is_alphabetic) => {
            matches!(next, "<" | ">" | "=" | "≤" | "≥")
        }
        "in" => starts_number(next) && ends_number(before.trim_end_matches("in").trim_end()),
        "mm" => word == "Hg",
        "deg" => matches!(word, "C" | "F"),
        _ => false,
    }
}

/// Whether no line breaks behind the dash `range` of `source`: it stands between two numbers, as in `8.2–10.4`.
pub(super) fn is_inside_range(source: &str, range: &Range<usize>) -> bool {
    source.get(range.clone()) == Some("–")
        && source.get(..range.start).is_some_and(ends_number)
        && source.get(range.end..).is_some_and(starts_number)
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or("")
}

fn starts_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn ends_number(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

fn is_unit(word: &str) -> bool {
    let mut parts = word.split('/');
    let is_known = parts.next().is_some_and(|first| UNITS.contains(&first));
    is_known && parts.all(|part| UNITS.contains(&part) || PER.contains(&part))
}

/// Whether a word is nothing but a sign.
fn is_sign(word: &str) -> bool {
    let mut chars = word.chars();
    let sign = chars.next().is_some_and(|c| SIGNS.contains(&c));
    sign && chars.next().is_none()
}

/// Whether the word that follows `before`, and starts `after`, is the middle of `1 in 2,000`.
fn is_odds(before: &str, next: &str, after: &str) -> bool {
    let rest = after.get(next.len()..).unwrap_or("").trim_start();
    next == "in" && starts_number(rest) && ends_number(last_word(before))
}

/// Whether a word is two numbers with a dash between them.
fn is_range(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“', '"']);
    let is_number = |part: &str| {
        starts_number(part) && part.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    let mut parts = word.split(['–', '-']);
    let both = [parts.next(), parts.next()];
    both.into_iter().all(|part| part.is_some_and(is_number)) && parts.next().is_none()
}

fn is_counted(word: &str) -> bool {
    (1..=LONGEST_COUNTED).contains(&word.len()) && word.chars().all(|c| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{is_inside_range, keeps_together};

    #[test]
    fn a_range_of_numbers_stays_on_one_line() {
        for (text, expected) in [
            ("8.2–10.4 kg", true),
            ("5–10", true),
            ("Monday–Friday", false),
            ("in 2020– and", false),
        ] {
            let at = text.find('–').unwrap_or(0);
            assert_eq!(
                is_inside_range(text, &(at..at + '–'.len_utf8())),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_stay_with_their_units_signs_and_ranges() {
        for (text, expected) in [
            ("take 500 mg now", "take 500_mg now"),
            ("38.5 °C, then", "38.5_°C, then"),
            ("½ g", "½_g"),
            ("if ≥ 4 hours", "if ≥_4 hours"),
            ("2 × 500 mg.", "2_×_500_mg."),
            ("5 ± 2 mg", "5_±_2_mg"),
            ("25 mg/kg/day or", "25_mg/kg/day or"),
            ("100 mg/ml", "100_mg/ml"),
            ("2 L/min", "2_L/min"),
            ("5 µg for 15 s", "5_µg for 15_s"),
            ("word p < 0.05 word", "word p_<_0.05 word"),
            ("about 1 in 2,000 people", "about 1_in_2,000 people"),
            ("for 10–15 minutes", "for 10–15_minutes"),
            ("120/80 mm Hg", "120/80_mm_Hg"),
            ("at 5:00 PM or 8 a.m. on", "at 5:00_PM or 8_a.m. on"),
            ("the guide [12].", "the guide_[12]."),
            ("3 days", "3 days"),
            ("some mg", "some mg"),
            ("a [note] b", "a [note] b"),
            ("born in 2004", "born in 2004"),
            ("day 3 in bed", "day 3 in bed"),
            ("in 2 weeks", "in 2 weeks"),
        ] {
            let held = text.char_indices().map(|(at, ch)| {
                let keeps = ch == ' ' && keeps_together(text, &(at..at + 1));
                if keeps { '_' } else { ch }
            });
            assert_eq!(held.collect::<String>(), expected);
        }
    }
}
