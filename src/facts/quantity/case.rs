//! Numbers that tell of which case a sentence speaks, not what holds in it.

use super::{Quantity, QuantityKind};
use crate::facts::Facts;
use crate::facts::words::Stem;
use crate::source::Span;

impl Facts<'_> {
    /// Whether a number is only asked about, looks back on what has been ("in the last 48 hours"), is a condition ("as long
    /// as 12 hours have passed", "above 39 °C, call us") or counts what a case is told by ("3 or 4 stones: once a year", "with one or two stones").
    pub(crate) fn is_of_case(&self, quantity: &Quantity) -> bool {
        let (Some(sentence), Some(tokens)) = (
            self.sentences.get(quantity.sentence),
            self.tokens.get(quantity.sentence),
        ) else {
            return true;
        };
        let text = sentence.text();
        if sentence.is_question() || self.is_asked(quantity.span) {
            return true;
        }
        let start = quantity.words.start;
        let back = |by: usize| start.checked_sub(by).map_or("", |at| tokens.word(at));
        let looks_back = quantity.kind == QuantityKind::Duration
            && match (back(3), back(2), back(1)) {
                (into, "the", "last" | "past" | "previous") => {
                    matches!(into, "in" | "within" | "over" | "during")
                }
                ("en", "las" | "los", "ultimas" | "ultimos") => true,
                _ => false,
            };
        let clause = self.clause_of(quantity);
        let opens = |words: &[&str]| {
            let mut words = words.iter().enumerate();
            words.all(|(by, word)| tokens.word(clause.start + by) == *word)
        };
        let is_condition = [["as", "long", "as"], ["siempre", "que", "hayan"]]
            .iter()
            .any(|words| opens(words));
        // "Above 400 mg, go to hospital."
        let bounded = self.bounded_words(quantity);
        let is_opening = bounded.start <= 3
            && matches!(
                tokens.word(0),
                "above" | "over" | "below" | "under" | "beyond" | "por"
            )
            && (bounded.end..bounded.end + 3).any(|at| tokens.gap_before(text, at).contains(','));
        let end = quantity.noun.end.max(quantity.words.end);
        let is_label = start == 0 && tokens.gap_before(text, end).contains(':');
        // "With one or two stones" is no range yet.
        let named = if matches!(back(1), "or" | "o" | "u") {
            back(3)
        } else {
            back(1)
        };
        let is_counted =
            quantity.kind == QuantityKind::Count && (is_label || matches!(named, "with" | "con"));
        looks_back || is_condition || is_opening || is_counted
    }

    /// Whether it stands in a question of the FAQ: "I am 20 hours late. Am I protected?"
    fn is_asked(&self, span: Span) -> bool {
        let faq = &self.article.faq;
        let after = faq.partition_point(|pair| pair.span.start() <= span.start());
        let pair = after.checked_sub(1).and_then(|index| faq.get(index));
        pair.is_some_and(|pair| {
            let answer = pair.answer_span();
            pair.question.whole().contains(span) && !answer.is_some_and(|all| all.contains(span))
        })
    }

    /// The numbers of the condition right behind a clause that ends before word `end`: "2 weeks if you are over 60".
    pub(crate) fn condition_behind(&self, sentence: usize, end: usize) -> Vec<Stem> {
        let place = self.sentences.get(sentence).zip(self.tokens.get(sentence));
        let Some((sentence, tokens)) = place else {
            return Vec::new();
        };
        if !matches!(tokens.word(end), "if" | "si") {
            return Vec::new();
        }
        let text = sentence.text();
        let is_part = |at: &usize| {
            let gap = tokens.gap_before(text, *at);
            !gap.contains([',', ';', ':', '(', '.'])
        };
        let words = (end + 1..tokens.len()).take_while(is_part);
        let words = words.map(|at| tokens.word(at));
        let is_telling = |word: &&str| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || matches!(
                    *word,
                    "over" | "under" | "older" | "younger" | "mas" | "menos"
                )
        };
        let telling = words.filter(is_telling);
        telling.map(|word| format!("~{word}").into()).collect()
    }
}
