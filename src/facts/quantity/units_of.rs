//! The unit after a number, and what a rate is given for.

use super::Unit;
use super::number::Number;
use super::other::after;
use super::read::Reader;

impl Reader<'_, '_> {
    /// The unit after a number, with the word after it.
    pub(super) fn unit_after(&self, number: &Number) -> (Unit, usize) {
        if let Some(unit) = number.unit {
            return (unit, number.end);
        }
        let last = number.end.saturating_sub(1);
        let sign = after(self.text, self.tokens, last);
        let word = self.tokens.word(number.end);
        if sign.trim_start().starts_with('%') {
            return (Unit::Percent, number.end);
        }
        if sign.trim_start().starts_with(['°', 'º']) {
            return match word {
                "c" | "celsius" => (Unit::Celsius, number.end + 1),
                "f" | "fahrenheit" => (Unit::Fahrenheit, number.end + 1),
                _ => (self.degrees(number.value), number.end),
            };
        }
        if !matches!(
            sign,
            "" | " " | "-" | "\u{a0}" | " - " | "\u{202f}" | "\u{2011}" | "\n"
        ) || word.is_empty()
        {
            return (Unit::None, number.end);
        }
        self.named_unit(number, word, sign)
    }

    pub(super) fn named_unit(&self, number: &Number, word: &str, sign: &str) -> (Unit, usize) {
        let next = self.tokens.word(number.end + 1);
        let raw = self.text.get(self.tokens.place(number.end..number.end + 1));
        match word {
            "per" | "por" if matches!(next, "cent" | "ciento") => (Unit::Percent, number.end + 2),
            "degree" | "degrees" | "grado" | "grados" => match next {
                "c" | "celsius" | "centigrade" => (Unit::Celsius, number.end + 2),
                "f" | "fahrenheit" => (Unit::Fahrenheit, number.end + 2),
                _ => (self.degrees(number.value), number.end + 1),
            },
            "c" if raw == Some("C") && (30.0..45.0).contains(&number.value) => {
                (Unit::Celsius, number.end + 1)
            }
            "f" if raw == Some("F") && (90.0..115.0).contains(&number.value) => {
                (Unit::Fahrenheit, number.end + 1)
            }
            // "2 g" and "5 m" are units, "vitamins d" and the like are not.
            "d" => (Unit::None, number.end),
            "second" if (number.value - 1.0).abs() > 0.0 && sign == " " => (Unit::None, number.end),
            "unit" | "units" if number.is_word => (Unit::None, number.end),
            _ => Unit::from_word(word)
                .map_or((Unit::None, number.end), |unit| (unit, number.end + 1)),
        }
    }

    /// Degrees without a scale: of a temperature where the sentence speaks of one, else of an angle.
    pub(super) fn degrees(&self, value: f64) -> Unit {
        let may_be_body = (35.0..=43.0).contains(&value) || (95.0..=110.0).contains(&value);
        if may_be_body && self.speaks_of_temperature() {
            Unit::Degree
        } else {
            Unit::Angle
        }
    }

    pub(super) fn speaks_of_temperature(&self) -> bool {
        let mut words = self.tokens.words();
        words.any(|word| {
            matches!(
                word,
                "fever"
                    | "fevers"
                    | "temperature"
                    | "temperatures"
                    | "feverish"
                    | "fiebre"
                    | "temperatura"
            )
        })
    }

    /// What a rate is given for: "a day", "per week", "daily", "/day", "in 24 hours"; with the word after it.
    pub(super) fn per(&self, at: usize) -> Option<(Unit, usize)> {
        let daily = match self.tokens.word(at) {
            "daily" => Some(Unit::Day),
            "hourly" => Some(Unit::Hour),
            "weekly" => Some(Unit::Week),
            "monthly" => Some(Unit::Month),
            "yearly" | "annually" => Some(Unit::Year),
            _ => None,
        };
        if let Some(unit) = daily {
            return Some((unit, at + 1));
        }
        let time = |at: usize| Unit::from_word(self.tokens.word(at)).filter(|unit| unit.is_time());
        if self.is_spanish {
            return super::spanish::per(self.tokens, at);
        }
        match self.tokens.word(at) {
            "in" | "every" | "per" if self.tokens.word(at + 1) == "24" => {
                (time(at + 2) == Some(Unit::Hour)).then_some((Unit::Day, at + 3))
            }
            "a" | "an" | "per" | "each" | "every" => time(at + 1).map(|unit| (unit, at + 2)),
            "in" if matches!(self.tokens.word(at + 1), "a" | "one") => time(at + 2)
                .filter(|unit| *unit == Unit::Day)
                .map(|unit| (unit, at + 3)),
            _ if self.tokens.gap_before(self.text, at) == "/" => {
                time(at).map(|unit| (unit, at + 1))
            }
            _ => None,
        }
    }
}
