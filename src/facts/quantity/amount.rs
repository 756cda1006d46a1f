//! A number or range with its unit, and what the words around it make of it.

use super::number::Number;
use super::other::{before, other_at};
use super::read::Reader;
use super::{Quantity, QuantityKind, Unit, around};
use std::ops::Range;

/// A number or range with its unit.
#[derive(Debug)]
pub(super) struct Amount {
    pub(super) words: Range<usize>,
    pub(super) unit: Unit,
    pub(super) low: f64,
    pub(super) high: f64,
    is_word: bool,
    pub(super) is_vague: bool,
}

impl Reader<'_, '_> {
    /// "a week", "an hour" after a word that makes it a length of time.
    pub(super) fn one_unit(&self, at: usize) -> Option<Quantity> {
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
        if self.tokens.word(at) != "one" && !self.is_length(at) {
            return None;
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

    /// Whether the words around "a week" at word `at` make it a length of time.
    fn is_length(&self, at: usize) -> bool {
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
        let is_before = follows && !is_rate && !before.starts_with(|c: char| c.is_ascii_digit());
        (is_span || is_before) && !(before == "or" && at < 2)
    }

    /// The number or range at word `at` with its unit.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
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
            let is_other =
                !number.is_word && other_at(self.text, self.tokens, at, self.lang()).is_some();
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
        let joins = match self.tokens.word(end) {
            "to" | "through" => {
                second.value > first.value || second.unit.is_some() || self.has_unit(&second)
            }
            "or" => (second.value - first.value - 1.0).abs() < 1e-9,
            "a" | "o" | "u" if self.is_spanish => second.value > first.value,
            "and" | "y" => self.is_between(at),
            _ => false,
        };
        joins.then_some((second, place))
    }

    /// "Between 4 and 6", "between the ages of 4 and 6": whether the number at word `at` is the first of two.
    fn is_between(&self, at: usize) -> bool {
        let before = (at.saturating_sub(4)..at).rev();
        let mut named = before.map(|index| self.tokens.word(index));
        named
            .find(|word| {
                !matches!(
                    *word,
                    "the" | "ages" | "age" | "of" | "about" | "los" | "las"
                )
            })
            .is_some_and(|word| matches!(word, "between" | "entre"))
    }

    fn has_unit(&self, number: &Number) -> bool {
        self.unit_after(number).0 != Unit::None
    }

    /// The quantity that an amount is, with its bound, rate and noun; `None` for a number word that counts nothing.
    pub(super) fn measured(&self, amount: &Amount) -> Option<Quantity> {
        let mut words = amount.words.clone();
        let (mut kind, mut unit) = self.kind(amount);
        // "mg/dL", "mmol/L", "mg per kg".
        if self.is_lab(kind, words.end) {
            kind = QuantityKind::Lab;
            words.end += 1;
        }
        let (mut low, mut high) = (amount.low, amount.high);
        let rate = self.per(words.end);
        let per = rate.map(|(rate, _)| rate);
        match rate {
            Some((rate, end)) if unit == Unit::Time => {
                let day = Unit::Day.factor() / rate.factor();
                (low, high) = (low * day, high * day);
                words.end = end;
            }
            // "2 times" and "3 times as likely" are counts.
            None if unit == Unit::Time => kind = QuantityKind::Count,
            _ => {}
        }
        let (bound, _) = around::bound(self.text, self.tokens, &words);
        if kind == QuantityKind::Count && self.is_bare_age(&words, bound) {
            (kind, unit) = (QuantityKind::Age, Unit::Year);
            (low, high) = (unit.in_base(low), unit.in_base(high));
        } else if kind == QuantityKind::Duration && self.is_age(&words, unit) {
            kind = QuantityKind::Age;
        } else if kind == QuantityKind::Count && self.is_bare_temperature(&words, low) {
            (kind, unit) = (QuantityKind::Temperature, Unit::Degree);
        }
        let noun = self.counted(kind, words.end);
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

    /// What an amount measures by its unit, or by the sign of money before it.
    fn kind(&self, amount: &Amount) -> (QuantityKind, Unit) {
        let before = before(self.text, self.tokens, amount.words.start);
        if before.ends_with(['$', '£', '€']) {
            (QuantityKind::Money, Unit::Money)
        } else {
            (amount.unit.kind(), amount.unit)
        }
    }

    /// Whether a stroke and a unit other than one of time follow before word `end`: "mg/dL".
    fn is_lab(&self, kind: QuantityKind, end: usize) -> bool {
        matches!(
            kind,
            QuantityKind::Dose | QuantityKind::Volume | QuantityKind::Lab | QuantityKind::Weight
        ) && self.tokens.gap_before(self.text, end) == "/"
            && !Unit::from_word(self.tokens.word(end)).is_some_and(Unit::is_time)
    }

    /// The noun that a number before word `end` counts.
    fn counted(&self, kind: QuantityKind, end: usize) -> Range<usize> {
        match kind {
            QuantityKind::Count => around::noun(self.text, self.tokens, end),
            QuantityKind::Percentage if self.tokens.word(end) == "of" => {
                around::noun(self.text, self.tokens, end + 1)
            }
            _ => end..end,
        }
    }
}
