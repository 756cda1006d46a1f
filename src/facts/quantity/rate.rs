//! How often something is, and how many of how many: "twice a day", "every 4 hours", "1 in 10".

use super::date::is_year;
use super::name::is_label;
use super::number::Number;
use super::read::Reader;
use super::{Quantity, QuantityKind, Unit, around, spanish};

impl Reader<'_, '_> {
    /// "once a day", "twice daily", "every 4 hours".
    pub(super) fn how_often(&self, at: usize) -> Option<Quantity> {
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

    /// "1 in 10", "3 out of 100", "one in every five", "una de cada diez".
    pub(super) fn ratio(&self, at: usize) -> Option<Quantity> {
        let part = self.part(at)?;
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
        let is_measured = Unit::from_word(word(all.end)).is_some();
        if is_measured
            || part.value >= all.value
            || all.value < 2.0
            || part.value.fract() > 0.0
            || self.is_in_year(at, &part, next, &all)
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

    /// The part of a ratio at word `at`.
    fn part(&self, at: usize) -> Option<Number> {
        let part = if self.is_spanish {
            spanish::part_at(self.text, self.tokens, at)
        } else {
            self.number(at)
        };
        part.filter(|part| part.unit.is_none() && !part.is_vague)
    }

    /// Whether the whole of a ratio at word `whole_at` is a year: "two deaths, one in 2019", but not "1 in 2000" or "one in
    /// 2000 babies".
    fn is_in_year(&self, at: usize, part: &Number, whole_at: usize, whole: &Number) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.tokens.word(at));
        let is_share = part.value < 2.0 && !is_label(before);
        // Shares are told in round numbers.
        let is_round = !part.is_word && whole.value % 50.0 < 1.0;
        let is_of_people = is_person(self.tokens.word(whole.end))
            || matches!(
                self.tokens.word(whole.end),
                "births" | "pregnancies" | "cases" | "users"
            );
        is_year(self.tokens.word(whole_at)) && !(is_share && (is_round || is_of_people))
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
