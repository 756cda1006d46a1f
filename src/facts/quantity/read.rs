//! Reads the quantities of an article sentence by sentence, each in one pass over its words.

use super::number::{Number, number_at};
use super::other::{Other, after, before, other_at};
use super::spanish;
use super::unit::Unit;
use super::{Bound, Quantity, QuantityKind, around};
use crate::article::{MarkKind, Prose, ProseKind, TextKind};
use crate::facts::{Facts, Sentence};
use crate::lexicon::{Tokens, number_words};
use crate::source::{Cover, Span};
use std::ops::Range;

/// Every quantity, in the order of the source.
pub(super) fn quantities(facts: &Facts<'_>) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut raised: Option<(&Prose, Cover)> = None;
    for (index, sentence) in facts.sentences.iter().enumerate() {
        let Some(tokens) = facts.tokens.get(index) else {
            continue;
        };
        if matches!(
            sentence.within.kind,
            TextKind::In(ProseKind::Code | ProseKind::Alt)
        ) {
            continue;
        }
        let prose = sentence.within.prose;
        let raised = match &raised {
            Some((known, raised)) if std::ptr::eq(*known, prose) => raised,
            _ => &raised.insert((prose, raised_in(prose))).1,
        };
        Reader {
            raised,
            index,
            sentence,
            text: sentence.text(),
            tokens,
            is_spanish: facts.lang == "es",
        }
        .read_into(&mut found);
    }
    found.sort_by_key(|quantity: &Quantity| quantity.span);
    found
}

/// What stands in superscript, or calls a footnote: bytes of the text.
fn raised_in(prose: &Prose) -> Cover {
    let raised = prose
        .marks()
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Superscript | MarkKind::Footnote { .. }));
    raised
        .map(|mark| Span::new(mark.range.start, mark.range.end))
        .collect()
}

/// One sentence that is read.
pub(super) struct Reader<'s, 'a> {
    raised: &'s Cover,
    index: usize,
    sentence: &'s Sentence<'a>,
    pub(super) text: &'a str,
    pub(super) tokens: &'s Tokens,
    /// Whether number words and rates are Spanish ones.
    pub(super) is_spanish: bool,
}

/// A number or range with its unit.
#[derive(Debug)]
struct Amount {
    words: Range<usize>,
    unit: Unit,
    low: f64,
    high: f64,
    is_word: bool,
    is_vague: bool,
}

impl Reader<'_, '_> {
    fn read_into(&self, found: &mut Vec<Quantity>) {
        let mut at = 0;
        while at < self.tokens.len() {
            at = match self.read_at(at) {
                Some((quantity, end)) => {
                    found.extend(quantity.filter(|quantity| !self.is_mark(&quantity.words)));
                    end.max(at + 1)
                }
                None => at + 1,
            };
        }
    }

    /// What starts at word `at`, with the word to go on at.
    fn read_at(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        let word = self.tokens.word(at);
        let may_start = if self.is_spanish {
            spanish::may_start
        } else {
            may_start
        };
        if !may_start(word) {
            return None;
        }
        if word.as_bytes().first()?.is_ascii_digit() {
            match other_at(self.text, self.tokens, at) {
                Some(Other::Skipped(end)) => return Some((None, end)),
                Some(Other::Kept(kind, end)) => {
                    return Some((Some(self.label(kind, at, end)), end));
                }
                None => {}
            }
        }
        if self.is_some_day(at) {
            return Some((None, at + 2));
        }
        let quantity = self
            .how_often(at)
            .or_else(|| self.ratio(at))
            .or_else(|| self.one_unit(at))
            .or_else(|| self.amount(at).and_then(|amount| self.measured(&amount)))?;
        let end = quantity.words.end;
        // "660 mg in 24 hours": the hours are no time of their own.
        let is_amount = matches!(quantity.kind, QuantityKind::Dose | QuantityKind::Volume);
        let is_rate =
            is_amount && quantity.per.is_some() && matches!(self.tokens.word(end), "in" | "en");
        let rate = self.per(end).filter(|_| is_rate);
        Some((Some(quantity), rate.map_or(end, |(_, after)| after)))
    }

    /// "It may one day help."
    fn is_some_day(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .map_or("", |before| self.tokens.word(before));
        self.tokens.word(at) == "one"
            && self.tokens.word(at + 1) == "day"
            && matches!(before, "may" | "might" | "could" | "can" | "will" | "would")
    }

    /// Whether the words stand in a superscript or a footnote's call.
    fn is_mark(&self, words: &Range<usize>) -> bool {
        let place = self.tokens.place(words.clone());
        let start = self.sentence.range.start + place.start;
        let end = self.sentence.range.start + place.end;
        self.raised.contains(Span::new(start, end))
    }

    fn quantity(
        &self,
        words: Range<usize>,
        kind: QuantityKind,
        unit: Unit,
        low: f64,
        high: f64,
    ) -> Quantity {
        let mut place = self.tokens.place(words.clone());
        let last = words.end.saturating_sub(1);
        let rest = after(self.text, self.tokens, last);
        // The signs belong to the number: "50%", "38°".
        place.end += match unit {
            Unit::Percent => rest.find('%').map_or(0, |at| at + 1),
            Unit::Degree | Unit::Angle => rest.find(['°', 'º']).map_or(0, |at| at + 2),
            _ => 0,
        };
        if unit == Unit::Money {
            place.start -= before(self.text, self.tokens, words.start)
                .chars()
                .next_back()
                .map_or(0, |c| {
                    if matches!(c, '$' | '£' | '€') {
                        c.len_utf8()
                    } else {
                        0
                    }
                });
        }
        if kind == QuantityKind::Phone
            && before(self.text, self.tokens, words.start).ends_with(['(', '+'])
        {
            place.start -= 1;
        }
        let offset = self.sentence.range.start;
        Quantity {
            sentence: self.index,
            span: self
                .sentence
                .within
                .prose
                .span(offset + place.start..offset + place.end),
            words,
            kind,
            unit,
            low: low.min(high),
            high: high.max(low),
            bound: Bound::Exact,
            per: None,
            of: None,
            noun: 0..0,
            is_vague: false,
        }
    }

    /// A date, year or phone number.
    fn label(&self, kind: QuantityKind, at: usize, end: usize) -> Quantity {
        let is_after_month = kind == QuantityKind::Date
            && at
                .checked_sub(1)
                .is_some_and(|before| super::other::is_month(self.tokens.word(before)));
        let start = if is_after_month { at - 1 } else { at };
        self.quantity(start..end, kind, Unit::None, 0.0, 0.0)
    }

    /// "once a day", "twice daily", "every 4 hours".
    fn how_often(&self, at: usize) -> Option<Quantity> {
        let times = match self.tokens.word(at) {
            "once" => 1.0,
            "twice" => 2.0,
            "thrice" => 3.0,
            "every" | "cada" => return self.every(at),
            _ => return None,
        };
        // In Spanish "once" is eleven.
        if self.is_spanish {
            return None;
        }
        let (per, end) = self.per(at + 1)?;
        let day = times * Unit::Day.factor() / per.factor();
        let mut found = self.quantity(at..end, QuantityKind::Frequency, Unit::Time, day, day);
        found.per = Some(per);
        found.bound = around::bound(self.text, self.tokens, &(at..end)).0;
        Some(found)
    }

    fn every(&self, at: usize) -> Option<Quantity> {
        let amount = self.amount(at + 1).filter(|amount| amount.unit.is_time())?;
        let day = Unit::Day.factor();
        let (low, high) = (day / amount.high.max(0.01), day / amount.low.max(0.01));
        let mut found = self.quantity(
            at..amount.words.end,
            QuantityKind::Frequency,
            Unit::Time,
            low,
            high,
        );
        found.is_vague = amount.is_vague;
        found.per = Some(amount.unit);
        Some(found)
    }

    /// "1 in 10", "3 out of 100", "one in every five".
    fn ratio(&self, at: usize) -> Option<Quantity> {
        let part = self
            .number(at)
            .filter(|part| part.unit.is_none() && !part.is_vague)?;
        let word = |index| self.tokens.word(index);
        // "1 person in 100".
        let after = part.end + usize::from(is_person(word(part.end)));
        let mut next = match (word(after), word(after + 1)) {
            ("in", _) => after + 1,
            ("out", "of") | ("de", "cada") => after + 2,
            _ => return None,
        };
        if word(next) == "every" {
            next += 1;
        }
        let all = self
            .number(next)
            .filter(|all| all.unit.is_none() && !all.is_vague)?;
        let is_year =
            word(next).len() == 4 && (1900.0..2100.0).contains(&all.value) && !all.is_word;
        let is_measured = Unit::from_word(word(all.end)).is_some();
        if is_year
            || is_measured
            || part.value >= all.value
            || all.value < 2.0
            || part.value.fract() > 0.0
        {
            return None;
        }
        let share = part.value / all.value;
        let mut found = self.quantity(at..all.end, QuantityKind::Ratio, Unit::Share, share, share);
        found.of = Some(all.value);
        found.bound = around::bound(self.text, self.tokens, &found.words).0;
        found.noun = around::noun(self.text, self.tokens, all.end);
        Some(found)
    }

    /// "a week", "an hour" after a word that makes it a length of time.
    fn one_unit(&self, at: usize) -> Option<Quantity> {
        if self.is_spanish {
            return None;
        }
        if !matches!(self.tokens.word(at), "a" | "an" | "one") {
            return None;
        }
        let unit = Unit::from_word(self.tokens.word(at + 1)).filter(|unit| unit.is_time())?;
        let is_second = unit == Unit::Second && self.tokens.word(at) != "one";
        if is_second {
            return None;
        }
        if self.tokens.word(at) != "one" {
            let before = at
                .checked_sub(1)
                .map_or("", |before| self.tokens.word(before));
            let is_span = matches!(
                before,
                "after"
                    | "for"
                    | "within"
                    | "in"
                    | "than"
                    | "least"
                    | "about"
                    | "around"
                    | "over"
                    | "under"
                    | "to"
                    | "lasts"
                    | "last"
                    | "lasting"
                    | "takes"
                    | "take"
                    | "half"
                    | "or"
                    | "nearly"
                    | "almost"
            );
            // "A week before the test", not "three times a week before meals".
            let follows = matches!(self.tokens.word(at + 2), "before" | "beforehand" | "later");
            let is_rate =
                matches!(before, "once" | "twice" | "times") || Unit::from_word(before).is_some();
            let is_before =
                follows && !is_rate && !before.starts_with(|c: char| c.is_ascii_digit());
            if !(is_span || is_before) || before == "or" && at < 2 {
                return None;
            }
        }
        let value = unit.in_base(1.0);
        let amount = Amount {
            words: at..at + 2,
            unit,
            low: value,
            high: value,
            is_word: true,
            is_vague: false,
        };
        self.measured(&amount)
    }

    /// The number or range at word `at` with its unit.
    fn amount(&self, at: usize) -> Option<Amount> {
        let first = self.number(at)?;
        let (first_unit, first_end) = self.unit_after(&first);
        let (low, mut high, mut unit, mut end) = (first.value, first.value, first_unit, first_end);
        let mut low_unit = first_unit;
        let mut is_vague = first.is_vague;
        if let Some((second, second_at)) = self.second(at, &first, first_end) {
            let (second_unit, second_end) = self.unit_after(&second);
            let fits = first_unit == Unit::None || first_unit.base() == second_unit.base();
            if fits && second_at > at {
                high = second.value;
                unit = second_unit;
                low_unit = if first_unit == Unit::None {
                    second_unit
                } else {
                    first_unit
                };
                end = second_end;
                is_vague |= second.is_vague;
            }
        }
        Some(Amount {
            words: at..end,
            unit,
            low: low_unit.in_base(low),
            high: unit.in_base(high),
            is_word: first.is_word,
            is_vague,
        })
    }

    /// The second number of a range, with the word it starts at.
    fn second(&self, at: usize, first: &Number, end: usize) -> Option<(Number, usize)> {
        let gap = self.tokens.gap_before(self.text, end);
        let bare = gap.trim_matches(['%', '°', 'º', ' ', '\u{a0}', '"']);
        let number = |at: usize| {
            let number = self.number(at)?;
            let is_other = !number.is_word && other_at(self.text, self.tokens, at).is_some();
            (!is_other).then_some((number, at))
        };
        if matches!(bare, "-" | "–" | "—" | "\u{2011}" | "−") {
            let found = number(end)?;
            return (!found.0.is_word || first.is_word).then_some(found);
        }
        if !bare.is_empty() {
            return None;
        }
        let (second, place) = number(end + 1)
            .filter(|(second, _)| !second.is_vague || self.tokens.word(end) == "to")?;
        // "Between 4 and 6", "between the ages of 4 and 6".
        let before = (at.saturating_sub(4)..at).rev();
        let mut named = before.map(|index| self.tokens.word(index));
        let is_between = named
            .find(|word| {
                !matches!(
                    *word,
                    "the" | "ages" | "age" | "of" | "about" | "los" | "las"
                )
            })
            .is_some_and(|word| matches!(word, "between" | "entre"));
        let joins = match self.tokens.word(end) {
            "to" | "through" => {
                second.value > first.value || second.unit.is_some() || self.has_unit(&second)
            }
            "or" => (second.value - first.value - 1.0).abs() < 1e-9,
            "a" | "o" | "u" if self.is_spanish => second.value > first.value,
            "and" | "y" => is_between,
            _ => false,
        };
        joins.then_some((second, place))
    }

    /// The number at word `at`, in the words of the article's language.
    fn number(&self, at: usize) -> Option<Number> {
        if self.is_spanish {
            spanish::number_at(self.text, self.tokens, at)
        } else {
            number_at(self.text, self.tokens, at)
        }
    }

    fn has_unit(&self, number: &Number) -> bool {
        self.unit_after(number).0 != Unit::None
    }

    /// The quantity that an amount is, with its bound, rate and noun; `None` for a number word that counts nothing.
    fn measured(&self, amount: &Amount) -> Option<Quantity> {
        let mut kind = amount.unit.kind();
        let mut unit = amount.unit;
        let mut words = amount.words.clone();
        let (mut low, mut high) = (amount.low, amount.high);
        if before(self.text, self.tokens, words.start).ends_with(['$', '£', '€']) {
            (kind, unit) = (QuantityKind::Money, Unit::Money);
        }
        // "mg/dL", "mmol/L", "mg per kg".
        if matches!(
            kind,
            QuantityKind::Dose | QuantityKind::Volume | QuantityKind::Lab | QuantityKind::Weight
        ) && self.tokens.gap_before(self.text, words.end) == "/"
            && !Unit::from_word(self.tokens.word(words.end)).is_some_and(Unit::is_time)
        {
            kind = QuantityKind::Lab;
            words.end += 1;
        }
        let mut per = None;
        if let Some((rate, end)) = self.per(words.end) {
            per = Some(rate);
            if unit == Unit::Time {
                let day = Unit::Day.factor() / rate.factor();
                (low, high) = (low * day, high * day);
                words.end = end;
            }
        }
        if unit == Unit::Time && per.is_none() {
            // "2 times" and "3 times as likely" are counts.
            kind = QuantityKind::Count;
        }
        let (bound, _) = around::bound(self.text, self.tokens, &words);
        let is_age = kind == QuantityKind::Duration && self.is_age(&words, unit)
            || kind == QuantityKind::Count && self.is_bare_age(&words, bound);
        if is_age {
            if kind == QuantityKind::Count {
                (low, high, unit) = (
                    Unit::Year.in_base(low),
                    Unit::Year.in_base(high),
                    Unit::Year,
                );
            }
            kind = QuantityKind::Age;
        }
        let is_fever = kind == QuantityKind::Count && self.is_bare_temperature(&words, low);
        if is_fever {
            (kind, unit) = (QuantityKind::Temperature, Unit::Degree);
        }
        let noun = match kind {
            QuantityKind::Count => around::noun(self.text, self.tokens, words.end),
            QuantityKind::Percentage if self.tokens.word(words.end) == "of" => {
                around::noun(self.text, self.tokens, words.end + 1)
            }
            _ => words.end..words.end,
        };
        let is_pronoun = amount.is_word
            && kind == QuantityKind::Count
            && unit == Unit::None
            && (noun.is_empty() || self.tokens.word(words.start) == "one" || amount.is_vague);
        if is_pronoun {
            return None;
        }
        let mut found = self.quantity(words, kind, unit, low, high);
        found.bound = bound;
        found.per = per;
        found.noun = noun;
        found.is_vague = amount.is_vague;
        Some(found)
    }
}

/// Words that may stand between the part and the whole of a ratio: "1 person in 100".
fn is_person(word: &str) -> bool {
    matches!(
        word,
        "person"
            | "people"
            | "woman"
            | "women"
            | "man"
            | "men"
            | "child"
            | "children"
            | "adult"
            | "adults"
            | "baby"
            | "babies"
            | "patient"
            | "patients"
    )
}

/// Whether a quantity may start with this folded word.
fn may_start(word: &str) -> bool {
    match word.as_bytes().first() {
        None => false,
        Some(b'0'..=b'9') => true,
        Some(byte) if !byte.is_ascii() => matches!(word, "½" | "¼" | "¾" | "⅓" | "⅔"),
        Some(_) => {
            matches!(
                word,
                "a" | "an"
                    | "few"
                    | "several"
                    | "couple"
                    | "dozen"
                    | "half"
                    | "once"
                    | "twice"
                    | "thrice"
                    | "every"
            ) || number_words::value(word).is_some()
        }
    }
}
