//! Dates with a year, wherever they stand in a text: "3 March 2026", "March 3rd, 2026", "marzo de 2026", "2026-03-03".

use crate::article::Date;
use crate::lexicon::constant::regex;
use crate::lexicon::months;
use crate::lexicon::token::folded;
use crate::source::PartOf;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A date as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The date, as far as it is known.
    pub date: Date,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

static YEAR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b"));

/// Bytes of a whole date in ISO order.
const ISO: usize = 10;

/// The first date with a year that starts in `range` of `text`; months are named in the language with this base tag or in
/// English.
///
/// The month and the day are read where they are in words or in ISO order: "3/4/2026" is another day in another country.
pub fn date_in(text: &str, range: Range<usize>, base_lang: &str) -> Option<Written> {
    let part = text.get(range.clone())?;
    let found = YEAR.find(part)?;
    let start = range.start + found.start();
    let end = range.start + found.end();
    let iso = text.get(start..start + ISO).and_then(Date::from_iso);
    if let Some(date) = iso.filter(|date| date.day.is_some()) {
        return Some(Written {
            date,
            range: start..start + ISO,
        });
    }
    let year = year_of(found.as_str())?;
    let before = text.part(range.start..start);
    let (month, day, from) = before_year(before, base_lang);
    Some(Written {
        date: Date { year, month, day },
        range: range.start + from.unwrap_or(before.len())..end,
    })
}

/// The year of "2026", "3/3/2026" or "3/3/26".
fn year_of(written: &str) -> Option<i32> {
    let digits = written.rsplit(['/', '.', '-']).next()?;
    let year: i32 = digits.parse().ok()?;
    Some(if digits.len() == 2 { 2000 + year } else { year })
}

/// The month and the day that end `text`, with the byte where they start.
fn before_year(text: &str, base_lang: &str) -> (Option<u8>, Option<u8>, Option<usize>) {
    let month = |word: &str| {
        let word = folded(word);
        months::number(&word, base_lang).or_else(|| months::number(&word, "en"))
    };
    let Some((near_at, near)) = last_word(text) else {
        return (None, None, None);
    };
    let far = last_word(text.part(..near_at));
    if let Some(month) = month(near) {
        let day = far.and_then(|(at, word)| Some((at, day(&folded(word))?)));
        let from = day.map_or(near_at, |(at, _)| at);
        return (Some(month), day.map(|(_, day)| day), Some(from));
    }
    // "March 3, 2026", but not "by May Lee, 2026".
    let named = far.and_then(|(at, word)| Some((at, month(word)?)));
    match named.zip(day(&folded(near))) {
        Some(((at, month), day)) => (Some(month), Some(day), Some(at)),
        None => (None, None, None),
    }
}

/// The last word of a text and where it starts; "of" and "de" are passed over.
fn last_word(text: &str) -> Option<(usize, &str)> {
    let mut text = text;
    loop {
        text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let letters = text.char_indices().rev();
        let (start, _) = letters.take_while(|(_, c)| c.is_alphanumeric()).last()?;
        let word = text.get(start..)?;
        if !matches!(word, "of" | "de" | "del") {
            return Some((start, word));
        }
        text = text.part(..start);
    }
}

/// The day of a month that a folded word counts: "3", "3rd".
pub fn day(word: &str) -> Option<u8> {
    let mut ends = ["st", "nd", "rd", "th"].iter();
    let digits = ends.find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let day = is_number.then(|| digits.parse::<u8>().ok()).flatten();
    day.filter(|day| (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_words_and_in_iso_order() {
        for (text, lang, expected) in [
            ("on 4 May 2023.", "en", "4 May 2023 = 2023-05-04"),
            ("May 4th, 2023", "en", "May 4th, 2023 = 2023-05-04"),
            ("the 4th of May 2023", "en", "4th of May 2023 = 2023-05-04"),
            ("in Sept. 2023", "en", "Sept. 2023 = 2023-09"),
            ("2023-05-04", "en", "2023-05-04 = 2023-05-04"),
            ("05/04/2023", "en", "05/04/2023 = 2023"),
            ("3/3/26", "en", "3/3/26 = 2026"),
            (
                "el 3 de abril de 2026",
                "es",
                "3 de abril de 2026 = 2026-04-03",
            ),
            ("diciembre del 2025", "es", "diciembre del 2025 = 2025-12"),
            ("March 2026", "es", "March 2026 = 2026-03"),
            ("Mayo Clinic 2023", "en", "2023 = 2023"),
            ("by the Mayo 2023", "en", "2023 = 2023"),
            ("May Lee, 2023", "en", "2023 = 2023"),
            ("decision 2023", "en", "2023 = 2023"),
        ] {
            let found = date_in(text, 0..text.len(), lang)
                .map(|found| format!("{} = {}", &text[found.range], found.date.to_iso()));
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(date_in("on 4 May", 0..8, "en"), None);
    }
}
