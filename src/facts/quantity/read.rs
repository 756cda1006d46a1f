//! Reads the quantities of an article sentence by sentence, each in one pass over its words.

use super::number::{Number, number_at};
use super::other::{Other, after, before, other_at};
use super::unit::Unit;
use super::{Bound, Quantity, QuantityKind, spanish};
use crate::article::{MarkKind, Prose, ProseKind, TextKind};
use crate::facts::{Facts, Sentence};
use crate::lexicon::{Tokens, months, number_words};
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

impl Reader<'_, '_> {
    /// The base tag of the language whose number words are read.
    pub(super) fn lang(&self) -> &'static str {
        if self.is_spanish { "es" } else { "en" }
    }

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
            match other_at(self.text, self.tokens, at, self.lang()) {
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

    /// The number at word `at`, in the words of the article's language.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        if self.is_spanish {
            spanish::number_at(self.text, self.tokens, at)
        } else {
            number_at(self.text, self.tokens, at)
        }
    }

    pub(super) fn quantity(
        &self,
        words: Range<usize>,
        kind: QuantityKind,
        unit: Unit,
        low: f64,
        high: f64,
    ) -> Quantity {
        let place = self.place(&words, kind, unit);
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

    /// The bytes of the sentence that a quantity takes up, with the signs that belong to it: "50%", "38°", "$20", "(555) 01".
    fn place(&self, words: &Range<usize>, kind: QuantityKind, unit: Unit) -> Range<usize> {
        let mut place = self.tokens.place(words.clone());
        let last = words.end.saturating_sub(1);
        let rest = after(self.text, self.tokens, last);
        place.end += match unit {
            Unit::Percent => rest.find('%').map_or(0, |at| at + 1),
            Unit::Degree | Unit::Angle => rest.find(['°', 'º']).map_or(0, |at| at + 2),
            _ => 0,
        };
        let before = before(self.text, self.tokens, words.start);
        let sign = before.chars().next_back();
        if unit == Unit::Money && sign.is_some_and(|sign| matches!(sign, '$' | '£' | '€')) {
            place.start -= sign.map_or(0, char::len_utf8);
        }
        if kind == QuantityKind::Phone && before.ends_with(['(', '+']) {
            place.start -= 1;
        }
        place
    }

    /// A date, year or phone number.
    fn label(&self, kind: QuantityKind, at: usize, end: usize) -> Quantity {
        let is_after_month = kind == QuantityKind::Date
            && at
                .checked_sub(1)
                .is_some_and(|before| months::is_month(self.tokens.word(before)));
        let start = if is_after_month { at - 1 } else { at };
        self.quantity(start..end, kind, Unit::None, 0.0, 0.0)
    }
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
