//! The quantities of an article: numbers with what they count or measure.
//!
//! Dates, years, phone and emergency numbers are among them, so that no rule takes them for counts. Reference numbers,
//! versions, clock times, scores ("120/80"), names ("type 2", "L4-L5", "COVID-19") and ordinals are left out. Number words
//! and units are English or Spanish; digits and symbols are read in every language.

mod amount;
mod around;
mod bare;
mod case;
mod date;
mod gathering;
mod name;
mod number;
mod other;
mod phone;
mod rate;
mod read;
mod spanish;
mod topic;
mod unit;
mod units_of;
mod worded;

pub(crate) use topic::MOST_BACK;
pub use topic::{Class, TitleStems, Topic};
pub use unit::Unit;

use super::Facts;
use crate::source::Span;
use std::ops::Range;

/// A number or range with its unit, in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The sentence that holds it, by its index in the facts.
    pub sentence: usize,
    /// Its words in that sentence, from the number to the unit.
    pub words: Range<usize>,
    /// Where it stands in the source: "4 to 6 weeks", "1 in 10", "38 °C".
    pub span: Span,
    /// What it measures.
    pub kind: QuantityKind,
    /// Its unit as written; of the second number where a range has two.
    pub unit: Unit,
    /// The lowest value in the base of its unit ([`Unit::factor`]): minutes, mg, ml, metres, kg, °C, a share of 1, times a day.
    pub low: f64,
    /// The highest value in the same base; the same as `low` for a single number.
    pub high: f64,
    /// What stands around the number: "up to", "or more".
    pub bound: Bound,
    /// What it is given for: "a day" in "2 tablets a day".
    pub per: Option<Unit>,
    /// The words of the noun that is counted: "warning signs" in "five warning signs"; empty where there is none.
    pub noun: Range<usize>,
    /// The whole that a ratio is a share of: 10 in "1 in 10".
    pub of: Option<f64>,
    /// Whether the number is no number but "a few", "several", "a couple of".
    pub is_vague: bool,
}

/// What a quantity measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// How many of something.
    Count,
    /// How long; time limits too.
    Duration,
    /// How old.
    Age,
    /// Of a body or a place.
    Temperature,
    /// So many percent.
    Percentage,
    /// So many in so many.
    Ratio,
    /// A dose of a medicine by mass or in units.
    Dose,
    /// How often.
    Frequency,
    /// An amount of money.
    Money,
    /// How long, high or far.
    Length,
    /// How heavy.
    Weight,
    /// How much of a liquid.
    Volume,
    /// A laboratory value or concentration: "mg/dL".
    Lab,
    /// Something else with a unit: an angle, calories.
    Other,
    /// A phone number.
    Phone,
    /// A number to call in an emergency or a crisis.
    Emergency,
    /// A day or a month of a year.
    Date,
    /// A year.
    Year,
}

impl Quantity {
    /// Whether it is a chance that ends a scale: "common (up to 1 in 10)", "fewer than 1 in 1,000".
    ///
    /// The bands of side effects in leaflets are 1 in 10, 100, 1,000 and 10,000 (European Commission, A guideline on summary of
    /// product characteristics, 2009, section 4.8).
    pub fn is_band(&self) -> bool {
        let is_power = |of: f64| (of.log10() - of.log10().round()).abs() < 1e-9;
        let is_one_of = |of: f64| is_power(of) && (self.low * of - 1.0).abs() < 1e-6;
        matches!(self.bound, Bound::AtMost | Bound::AtLeast) && self.of.is_some_and(is_one_of)
    }
}

impl QuantityKind {
    /// Whether it says how much, and not when or whom to call.
    pub fn is_measure(self) -> bool {
        match self {
            Self::Phone | Self::Emergency | Self::Date | Self::Year => false,
            Self::Count
            | Self::Duration
            | Self::Age
            | Self::Temperature
            | Self::Percentage
            | Self::Ratio
            | Self::Dose
            | Self::Frequency
            | Self::Money
            | Self::Length
            | Self::Weight
            | Self::Volume
            | Self::Lab
            | Self::Other => true,
        }
    }
}

/// Which side of a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The number itself.
    Exact,
    /// Near the number: "about", "around".
    About,
    /// The number or less: "up to", "within", "no more than", "under".
    AtMost,
    /// The number or more: "at least", "more than", "or older".
    AtLeast,
}

impl Facts<'_> {
    /// Every quantity of the article, in the order of the source; found when first asked for.
    pub fn quantities(&self) -> &[Quantity] {
        self.quantities.get_or_init(|| read::quantities(self))
    }

    /// The quantities that lie inside `span`, in the order of the source.
    pub fn quantities_in(&self, span: Span) -> impl Iterator<Item = &Quantity> {
        let all = self.quantities();
        let first = all.partition_point(|found| found.span.start() < span.start());
        let after = all.iter().skip(first);
        after
            .take_while(move |found| found.span.start() < span.end())
            .filter(move |found| span.contains(found.span))
    }

    /// The quantities of sentence `index`, in order.
    pub fn quantities_of(&self, index: usize) -> impl Iterator<Item = &Quantity> {
        let span = self.sentences.get(index).map(super::Sentence::span);
        self.quantities_in(span.unwrap_or_default())
            .filter(move |found| found.sentence == index)
    }

    /// The quantities of sentence `index` that have one of `words`, in order.
    pub(crate) fn quantities_at(
        &self,
        index: usize,
        words: Range<usize>,
    ) -> impl Iterator<Item = &Quantity> {
        let all = self.quantities();
        let place = self.span_of(index, words.clone());
        let first = all.partition_point(|found| found.span.start() < place.start());
        // One that starts before the first word may reach into it.
        let near = all.iter().skip(first.saturating_sub(1));
        near.take_while(move |found| found.span.start() < place.end())
            .filter(move |found| {
                let own = &found.words;
                found.sentence == index && own.start < words.end && words.start < own.end
            })
    }

    /// The words of the clause that holds `quantity`: up to a comma, a bracket or a word like "if" or "but" on either side.
    pub fn clause_of(&self, quantity: &Quantity) -> Range<usize> {
        let (Some(sentence), Some(tokens)) = (
            self.sentences.get(quantity.sentence),
            self.tokens.get(quantity.sentence),
        ) else {
            return quantity.words.clone();
        };
        around::clause(sentence.text(), tokens, &quantity.words)
    }

    /// The words of `quantity` with those of its bound: "up to 6 weeks", "6 weeks or more".
    pub fn bounded_words(&self, quantity: &Quantity) -> Range<usize> {
        let sentence = self.sentences.get(quantity.sentence);
        match sentence.zip(self.tokens.get(quantity.sentence)) {
            Some((sentence, tokens)) => around::bound(sentence.text(), tokens, &quantity.words).1,
            None => quantity.words.clone(),
        }
    }

    /// The decimal mark of a number that has no digit before it, where word `word` of sentence `index` is one: ".5". A comma is
    /// one in other languages than English only.
    pub fn naked_decimal_mark(&self, index: usize, word: usize) -> Option<char> {
        let (sentence, tokens) = self.sentences.get(index).zip(self.tokens.get(index))?;
        let is_number = tokens.word(word).starts_with(|c: char| c.is_ascii_digit());
        let mark = number::naked_mark(sentence.text(), tokens, word).filter(|_| is_number)?;
        (mark == '.' || self.lang != "en").then_some(mark)
    }

    /// The words of a quantity as they stand in the source.
    pub fn quantity_text(&self, quantity: &Quantity) -> &str {
        self.article.source.slice(quantity.span)
    }
}

#[cfg(test)]
mod tests;
