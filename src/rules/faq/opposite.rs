//! Yes and no in the FAQ against a sentence of the article that says the plain opposite: "Can lice jump? Yes", "lice cannot jump".

use super::ELSEWHERE;
use crate::facts::Asked;
use crate::facts::words::{ContentWords, stem};
use crate::lexicon::Tokens;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::ops::Range;

/// A longer question or sentence says more than one thing.
const MOST_WORDS: usize = 12;

/// So many words has the name of what is asked of, beside the subject of the article.
const MOST_NAMED: usize = 3;

/// Words that make what is said hold for some cases only.
const LIMITS: &[&str] = &[
    "after",
    "alone",
    "always",
    "any",
    "before",
    "during",
    "every",
    "everyone",
    "if",
    "less",
    "longer",
    "more",
    "most",
    "often",
    "only",
    "really",
    "same",
    "should",
    "so",
    "some",
    "sometimes",
    "still",
    "too",
    "unless",
    "until",
    "usually",
    "when",
    "while",
    "without",
    "yet",
];

/// Reports answers that a sentence elsewhere denies, or that deny one; where they stand.
pub fn check(cx: &Context<'_>, findings: &mut Findings<'_>) -> Vec<Span> {
    let mut reported = Vec::new();
    if cx.article.base_lang() != "en" {
        return reported;
    }
    for asked in &cx.facts.asked() {
        if let Some((answer, told)) = opposite(cx, asked) {
            let words = cx.article.source.slice(told);
            reported.push(answer);
            findings
                .report(
                    answer,
                    format!(
                        "the answer says \"{}\", but elsewhere the article says \"{words}\"",
                        cx.article.source.slice(answer)
                    ),
                )
                .severity(Severity::Warning)
                .label(asked.pair.question.trimmed().whole(), "the question")
                .label(told, "the opposite")
                .help("Readers who see both trust neither. Check which is right and say it in both places.");
        }
    }
    reported
}

/// The yes or no of an answer, and the words elsewhere that say the opposite.
fn opposite(cx: &Context<'_>, asked: &Asked<'_>) -> Option<(Span, Span)> {
    let first = *asked.answer.first()?;
    let is_yes = match cx.facts.tokens.get(first)?.word(0) {
        "yes" => true,
        "no" => false,
        _ => return None,
    };
    let said = Said::of(cx, *asked.question.first()?)?;
    let tokens = cx.facts.tokens.get(first)?;
    // "Help" is part of an answer, unless it is what was asked.
    let is_deed = |hit: &Hit| {
        let mut words = tokens.words_of(hit.words.clone());
        words.all(|word| stem(word, "en") == said.deed)
    };
    let mut parts = cx.facts.hits_in(Table::PartAnswer, first).iter();
    if !parts.all(is_deed) {
        return None;
    }
    let told = (0..cx.facts.sentences.len())
        .filter(|index| !cx.facts.is_in_roles(*index, ELSEWHERE))
        .find_map(|index| Some((index, said.told(cx.facts.tokens.get(index)?, !is_yes)?)));
    let (index, words) = told?;
    Some((
        cx.facts.span_of(first, 0..1),
        cx.facts.span_of(index, words),
    ))
}

/// What a question asks of the subject of the article, or of something that it names: "can ... jump", "do antibiotics help".
struct Said {
    title: ContentWords,
    /// What it names beside the subject of the article.
    named: ContentWords,
    /// The verb that the question opens with.
    opens: String,
    /// The stem of what is asked.
    deed: String,
}

impl Said {
    /// `None` where the question asks of something else, or of more than one thing.
    fn of(cx: &Context<'_>, question: usize) -> Option<Self> {
        let tokens = cx.facts.tokens.get(question)?;
        let opens = tokens.word(0).to_owned();
        let is_plain = tokens.len() <= MOST_WORDS && !is_limited(tokens);
        if !is_plain || !matches!(opens.as_str(), "can" | "do" | "does" | "is" | "are") {
            return None;
        }
        let title = ContentWords::of(cx.article.title().unwrap_or(""), "en");
        let last = tokens.len().checked_sub(1)?;
        let named = (1..last).map(|at| tokens.word(at));
        let named: Vec<&str> = named.filter(|word| !is_subject(word, &title)).collect();
        let is_small = named.len() <= MOST_NAMED && !named.iter().any(|word| is_pronoun(word));
        let deed = stem(tokens.word(last), "en");
        (last >= 2 && is_small && !title.contains(&deed)).then(|| Self {
            named: ContentWords::of_words(named.into_iter(), "en"),
            title,
            opens,
            deed,
        })
    }

    /// The words that say it of the same subject, or deny it.
    fn told(&self, tokens: &Tokens, is_yes: bool) -> Option<Range<usize>> {
        if tokens.len() > MOST_WORDS || is_limited(tokens) {
            return None;
        }
        let at = (0..tokens.len()).find(|at| stem(tokens.word(*at), "en") == self.deed)?;
        // "Lice jump" needs no verb before it.
        let start = if is_yes && matches!(self.opens.as_str(), "do" | "does") {
            0
        } else {
            let verb = (0..at).rev().find(|at| !is_joined(tokens, *at))?;
            self.verb_start(tokens, verb, is_yes)?
        };
        // Where the verb is the deed itself, the subject reaches up to it.
        let end = if start == 0 { at } else { start };
        let subject = (0..end).map(|at| tokens.word(at));
        let named = subject.filter(|word| !is_subject(word, &self.title));
        let named = ContentWords::of_words(named, "en");
        let is_whole = at + 1 == tokens.len() || self.named.is_empty();
        let is_same = end > 0 && named.different() == self.named.different() && is_whole;
        is_same.then_some(start..at + 1)
    }

    /// Where the verb of the question starts that ends at word `end`; with "not" unless `is_yes`.
    fn verb_start(&self, tokens: &Tokens, end: usize, is_yes: bool) -> Option<usize> {
        let word = tokens.word(end);
        let before = end.checked_sub(1);
        let is_verb = |word: &str| match self.opens.as_str() {
            "can" => word == "can",
            "is" | "are" => matches!(word, "is" | "are"),
            _ => matches!(word, "do" | "does"),
        };
        if is_yes {
            return is_verb(word).then_some(end);
        }
        if matches!(word, "not" | "never") {
            return before.filter(|before| is_verb(tokens.word(*before)));
        }
        let bare = word.strip_suffix("n't").unwrap_or("");
        let is_short = is_verb(bare) || matches!(word, "cannot" | "can't") && is_verb("can");
        is_short.then_some(end)
    }
}

/// Whether word `at` may stand between "cannot" and the deed: "cannot fly or jump".
fn is_joined(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.word(at), "or" | "and") || matches!(tokens.word(at + 1), "or" | "and")
}

fn is_subject(word: &str, title: &ContentWords) -> bool {
    matches!(word, "they" | "it" | "the" | "a" | "an" | "these" | "this")
        || title.contains(&stem(word, "en"))
}

/// Words for somebody or something that stands elsewhere.
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "i" | "you"
            | "we"
            | "he"
            | "she"
            | "my"
            | "your"
            | "our"
            | "his"
            | "her"
            | "there"
            | "that"
            | "those"
    )
}

fn is_limited(tokens: &Tokens) -> bool {
    tokens
        .words()
        .any(|word| LIMITS.binary_search(&word).is_ok())
}
