//! Numbers that are no amount: dates, years, phone numbers, names, scores, clock times and reference marks.

use super::QuantityKind;
use crate::lexicon::{Tokens, number_words};

/// What stands at a number that is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    /// A date, year or phone number up to the word at the index.
    Kept(QuantityKind, usize),
    /// Something that no rule counts, up to the word at the index.
    Skipped(usize),
}

/// The number at word `at` if it is no amount.
pub(super) fn other_at(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    if !is_digits(tokens.word(at)) {
        return clock(text, tokens, at).or_else(|| name(text, tokens, at));
    }
    date(text, tokens, at)
        .or_else(|| clock(text, tokens, at))
        .or_else(|| phone(text, tokens, at))
        .or_else(|| emergency(tokens, at))
        .or_else(|| name(text, tokens, at))
        .or_else(|| reference(text, tokens, at))
        .or_else(|| score(text, tokens, at))
        .or_else(|| year(text, tokens, at))
}

/// Whether all of `word` is digits.
fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a folded word is a month's name or its short form.
pub(super) fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}

fn number(word: &str) -> Option<u32> {
    is_digits(word).then(|| word.parse().ok()).flatten()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && number(word).is_some_and(|year| (1900..2100).contains(&year))
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    word.len() <= 4 && number(digits).is_some_and(|day| (1..=31).contains(&day))
}

fn date(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let kept = |end| Some(Other::Kept(QuantityKind::Date, end));
    let word = tokens.word(at);
    let gap = |index| tokens.gap_before(text, index);
    let same = |gap: &str, other: &str| matches!(gap, "/" | "-" | ".") && gap == other;
    let (second, third) = (tokens.word(at + 1), tokens.word(at + 2));
    if same(gap(at + 1), gap(at + 2)) && is_digits(second) && is_digits(third) {
        let is_iso = is_year(word) && second.len() == 2 && third.len() == 2;
        let is_numeric =
            word.len() <= 2 && second.len() <= 2 && (is_year(third) || third.len() == 2);
        let in_range = |word: &str| number(word).is_some_and(|n| (1..=31).contains(&n));
        if is_iso || (is_numeric && in_range(word) && in_range(second)) {
            return kept(at + 3);
        }
    }
    // "3 April 2026", "3 April", "3rd of April".
    if is_day(word) {
        let month = if second == "of" { at + 2 } else { at + 1 };
        if is_month(tokens.word(month)) && !starts_clause(tokens, month) {
            let has_year = is_year(tokens.word(month + 1));
            return kept(month + 1 + usize::from(has_year));
        }
    }
    // "April 3, 2026", "April 2026": the month stands before.
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    if is_month(before) && is_capital(text, tokens, at - 1) {
        if is_day(word) {
            let has_year = is_year(tokens.word(at + 1));
            return kept(at + 1 + usize::from(has_year));
        }
        return is_year(word).then_some(Other::Kept(QuantityKind::Date, at + 1));
    }
    None
}

/// "May" and "March" after a number may be verbs: "2 may help".
fn starts_clause(tokens: &Tokens, month: usize) -> bool {
    matches!(tokens.word(month), "may" | "march")
        && tokens
            .word(month + 1)
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_lowercase())
}

fn is_capital(text: &str, tokens: &Tokens, at: usize) -> bool {
    let place = tokens.place(at..at + 1);
    let first = text.get(place).and_then(|word| word.chars().next());
    first.is_some_and(char::is_uppercase)
}

/// "8:30", "9am", "9 a.m.", "10 o'clock".
fn clock(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let word = tokens.word(at);
    let is_suffixed = ["am", "pm"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(is_digits));
    if is_suffixed {
        return Some(Other::Skipped(at + 1));
    }
    if !is_digits(word) {
        return None;
    }
    let next = tokens.word(at + 1);
    if tokens.gap_before(text, at + 1) == ":" && next.as_bytes().first()?.is_ascii_digit() {
        return Some(Other::Skipped(at + 2));
    }
    let is_dotted = matches!(next, "a" | "p") && tokens.gap_before(text, at + 2) == ".";
    let is_named =
        matches!(next, "am" | "pm" | "o'clock") || (is_dotted && tokens.word(at + 2) == "m");
    is_named.then_some(Other::Skipped(at + 2))
}

/// Groups of digits that together make a phone number.
fn phone(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let mut digits = tokens.word(at).len();
    let mut groups = vec![digits];
    let mut end = at + 1;
    while is_digits(tokens.word(end)) {
        let gap = tokens.gap_before(text, end);
        if !matches!(
            gap,
            "-" | "\u{2011}" | "." | " " | ") " | ")" | " (" | "-(" | ")-" | "\u{a0}"
        ) {
            break;
        }
        let length = tokens.word(end).len();
        digits += length;
        groups.push(length);
        end += 1;
    }
    // "1-800-QUIT-NOW": letters for digits.
    let is_lettered =
        groups.len() == 2 && groups.first() == Some(&1) && tokens.gap_before(text, end) == "-";
    if is_lettered && groups.get(1) == Some(&3) {
        return Some(Other::Kept(QuantityKind::Phone, end));
    }
    let before = before(text, tokens, at);
    let is_marked = before.ends_with('+') || before.ends_with('(');
    let is_shape = match groups.as_slice() {
        [single] => {
            (10..=12).contains(single) && is_called(tokens, at)
                || is_short_code(tokens, at, *single)
        }
        // "2019-2021" and "1000-1500" are ranges.
        [4, 4] => is_called(tokens, at),
        // A postcode: "20892-1190".
        [5, 4] if !is_called(tokens, at) => return Some(Other::Skipped(end)),
        [3, 4] => tokens.gap_before(text, at + 1) != " " || is_called(tokens, at),
        // "Directive 2007-039".
        [first, second] if (*first, *second) != (5, 6) => is_called(tokens, at) && *second >= 3,
        [first, rest @ ..] => {
            let long = rest.iter().all(|group| *group >= 3);
            let pairs = rest.len() >= 3 && rest.iter().all(|group| *group >= 2);
            (*first >= 3 || *first == 1 || is_marked || pairs) && (long || pairs)
        }
        [] => false,
    };
    let least = if groups.len() == 1 { 5 } else { 7 };
    (is_shape && (least..=15).contains(&digits)).then_some(Other::Kept(QuantityKind::Phone, end))
}

/// "Text 838255".
fn is_short_code(tokens: &Tokens, at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    (5..=6).contains(&length) && before == "text"
}

/// Whether a word of calling stands at most five words before.
fn is_called(tokens: &Tokens, at: usize) -> bool {
    (at.saturating_sub(5)..at).any(|index| {
        matches!(
            tokens.word(index),
            "call"
                | "contact"
                | "calling"
                | "called"
                | "phone"
                | "dial"
                | "dialing"
                | "dialling"
                | "ring"
                | "text"
                | "texting"
                | "tel"
                | "telephone"
                | "fax"
                | "tty"
                | "tdd"
                | "hotline"
                | "helpline"
                | "line"
                | "llame"
                | "llamar"
        )
    })
}

fn emergency(tokens: &Tokens, at: usize) -> Option<Other> {
    let is_known = matches!(
        tokens.word(at),
        "911"
            | "999"
            | "112"
            | "111"
            | "000"
            | "988"
            | "711"
            | "211"
            | "311"
            | "101"
            | "118"
            | "119"
            | "120"
            | "811"
    );
    let next = tokens.word(at + 1);
    let is_service = matches!(next, "call" | "calls" | "service" | "services" | "operator");
    (is_known
        && (is_called(tokens, at)
            || is_service
            || matches!(tokens.word(at), "911" | "999" | "988")))
    .then_some(Other::Kept(QuantityKind::Emergency, at + 1))
}

/// "type 2", "stage 3", "COVID-19", "L4-5", "page 12".
fn name(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    let gap = tokens.gap_before(text, at);
    let is_lettered = before
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic());
    let is_joined = matches!(gap, "-" | "\u{2011}" | "_" | "/" | ".") && is_lettered;
    let is_label = matches!(gap, " " | "\u{a0}" | " #" | ". ")
        && matches!(
            before,
            "type"
                | "types"
                | "stage"
                | "stages"
                | "grade"
                | "grades"
                | "phase"
                | "class"
                | "level"
                | "levels"
                | "step"
                | "steps"
                | "chapter"
                | "figure"
                | "fig"
                | "table"
                | "part"
                | "section"
                | "page"
                | "pages"
                | "pp"
                | "no"
                | "nos"
                | "number"
                | "numbers"
                | "vol"
                | "volume"
                | "issue"
                | "version"
                | "item"
                | "question"
                | "group"
                | "option"
                | "form"
                | "box"
                | "room"
                | "suite"
                | "floor"
                | "title"
                | "code"
                | "factor"
                | "vitamin"
                | "omega"
                | "law"
                | "covid"
                | "category"
                | "tier"
                | "schedule"
                | "chromosome"
                | "chromosomes"
                | "route"
                | "unit"
                | "medicare"
                | "highway"
                | "interstate"
                | "public"
                | "bridge"
                | "line"
                | "agenda"
                | "world"
        );
    if !(is_joined && before.len() > 1 || is_label || is_joined && before.len() == 1) {
        return None;
    }
    // "over-65s" and "two-thirds" are no names.
    if is_joined
        && (number_words::below_twenty(before).is_some()
            || matches!(before, "over" | "under" | "mid" | "to" | "or"))
    {
        return None;
    }
    if before == "number" && matches!(tokens.word(at.saturating_sub(2)), "a" | "the") {
        return None;
    }
    // The rest of the name: "stages 1 to 3", "type 1 or 2".
    let mut end = at + 1;
    while matches!(tokens.word(end), "to" | "or" | "and" | "through")
        && is_digits(tokens.word(end + 1))
    {
        end += 2;
    }
    while is_digits(tokens.word(end))
        && matches!(tokens.gap_before(text, end), "-" | "–" | "/" | ", ")
    {
        end += 1;
    }
    Some(Other::Skipped(end))
}

/// "[12]", "[3, 4]", "(2)".
fn reference(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let before = before(text, tokens, at);
    let after = after(text, tokens, at);
    let is_open = before.ends_with('[') || before.ends_with('(');
    if is_open && (after.starts_with(']') || after.starts_with(')')) {
        return Some(Other::Skipped(at + 1));
    }
    if !before.ends_with('[') {
        return None;
    }
    let mut end = at + 1;
    while is_digits(tokens.word(end))
        && matches!(tokens.gap_before(text, end), "," | ", " | "-" | "–")
    {
        end += 1;
    }
    let closed = after_word(text, tokens, end).starts_with(']');
    closed.then_some(Other::Skipped(end))
}

fn after_word<'t>(text: &'t str, tokens: &Tokens, end: usize) -> &'t str {
    end.checked_sub(1)
        .map_or("", |last| after(text, tokens, last))
}

/// "120/80", "24/7": two numbers with a stroke that are no fraction.
fn score(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    let is_pair = tokens.gap_before(text, at + 1) == "/" && is_digits(tokens.word(at + 1));
    let is_fraction = matches!(
        (tokens.word(at), tokens.word(at + 1)),
        ("1", "2" | "3" | "4") | ("2", "3") | ("3", "4")
    );
    (is_pair && !is_fraction).then_some(Other::Skipped(at + 2))
}

/// A year: four digits with a word of time or a bracket before, or nothing to count after.
fn year(text: &str, tokens: &Tokens, at: usize) -> Option<Other> {
    if !is_year(tokens.word(at)) {
        return None;
    }
    let mut end = at + 1;
    let dash = matches!(tokens.gap_before(text, end), "-" | "–" | "/");
    if dash && is_digits(tokens.word(end)) && tokens.word(end).len() != 3 {
        end += 1;
    }
    let is_unit = super::Unit::from_word(tokens.word(end)).is_some();
    (!is_unit).then_some(Other::Kept(QuantityKind::Year, end))
}

/// What stands in the text before word `at`, from the end of the word before.
pub(super) fn before<'t>(text: &'t str, tokens: &Tokens, at: usize) -> &'t str {
    let from = at
        .checked_sub(1)
        .map_or(0, |before| tokens.place(before..at).end);
    let to = tokens.place(at..at + 1).start;
    text.get(from..to).unwrap_or("")
}

/// What stands in the text after word `at`, up to the next word or the end.
pub(super) fn after<'t>(text: &'t str, tokens: &Tokens, at: usize) -> &'t str {
    let from = tokens.place(at..at + 1).end;
    let to = if at + 1 < tokens.len() {
        tokens.place(at + 1..at + 2).start
    } else {
        text.len()
    };
    text.get(from..to).unwrap_or("")
}
