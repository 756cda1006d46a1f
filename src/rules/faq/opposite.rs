//! Yes and no in the FAQ against a sentence of the article that says the plain opposite: "Can lice jump? Yes", "lice cannot jump".

use super::ELSEWHERE;
use crate::facts::words::{ContentWords, Stem, stem_of};
use crate::facts::{Asked, Facts};
use crate::lexicon::Tokens;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
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

/// Reports answers that a sentence elsewhere denies, or that deny one; the sentences of the answers, in order.
pub fn check(cx: &Context<'_>, findings: &mut Findings<'_>) -> Vec<usize> {
    let mut reported = Vec::new();
    if cx.article.base_lang() != "en" {
        return reported;
    }
    let elsewhere = Elsewhere::new(cx);
    for asked in &cx.facts.asked() {
        if let Some((sentence, told)) = elsewhere.opposite(asked) {
            let answer = cx.facts.span_of(sentence, 0..1);
            let words = cx.article.source.slice(told);
            reported.push(sentence);
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
    reported.sort_unstable();
    reported
}

/// So many sentences are compared with one answer.
const MOST_PLACES: usize = 64;

/// The short sentences outside of the FAQ that say a thing without any limit.
struct Elsewhere<'f> {
    facts: &'f Facts<'f>,
    title: ContentWords,
    /// Them by each stem of their words, once a question asks.
    by_stem: OnceCell<FxHashMap<Stem, Vec<usize>>>,
}

impl<'f> Elsewhere<'f> {
    fn new(cx: &Context<'f>) -> Self {
        Self {
            facts: cx.facts,
            title: ContentWords::of(cx.article.title().unwrap_or(""), "en"),
            by_stem: OnceCell::new(),
        }
    }

    /// The sentence of an answer that says yes or no, and the words elsewhere that say the opposite.
    fn opposite(&self, asked: &Asked<'_>) -> Option<(usize, Span)> {
        let first = *asked.answer.first()?;
        let tokens = self.facts.tokens_of(first);
        let is_yes = self.facts.yes_or_no(first)?;
        let said = Said::of(self.facts.tokens_of(*asked.question.first()?), &self.title)?;
        // "Help" is part of an answer, unless it is what was asked.
        let is_deed = |hit: &Hit| {
            let mut words = tokens.words_of(hit.words.clone());
            words.all(|word| stem_of(word, "en") == said.deed)
        };
        let mut parts = self.facts.hits_in(Table::PartAnswer, first).iter();
        if !parts.all(is_deed) {
            return None;
        }
        let mut near = self.near(&said).iter().take(MOST_PLACES);
        near.find_map(|index| {
            let words = said.told(self.facts.tokens_of(*index), !is_yes)?;
            Some((first, self.facts.span_of(*index, words)))
        })
    }

    /// The sentences that have the rarest of the words that are asked about; none where one of these stands nowhere.
    fn near(&self, said: &Said<'_>) -> &[usize] {
        let by_stem = self.by_stem.get_or_init(|| self.gathered());
        let places = |stem: &Stem| by_stem.get(stem).map_or(&[][..], Vec::as_slice);
        let named = said.named.different().iter();
        let all = named.chain([&said.deed]).map(places);
        all.min_by_key(|places| places.len()).unwrap_or(&[])
    }

    fn gathered(&self) -> FxHashMap<Stem, Vec<usize>> {
        let mut by_stem: FxHashMap<Stem, Vec<usize>> = FxHashMap::default();
        for index in 0..self.facts.sentences.len() {
            let tokens = self.facts.tokens_of(index);
            if !is_short(tokens) || self.facts.is_in_roles(index, ELSEWHERE) {
                continue;
            }
            for word in tokens.words() {
                let places = by_stem.entry(stem_of(word, "en")).or_default();
                if places.last() != Some(&index) {
                    places.push(index);
                }
            }
        }
        by_stem
    }
}

/// Whether a sentence says one thing, without any limit.
fn is_short(tokens: &Tokens) -> bool {
    tokens.len() <= MOST_WORDS && !is_limited(tokens)
}

/// What a question asks of the subject of the article, or of something that it names: "can ... jump", "do antibiotics help".
struct Said<'t> {
    /// The words of the article's title.
    title: &'t ContentWords,
    /// What it names beside the subject of the article.
    named: ContentWords,
    /// The verb that the question opens with.
    opens: &'t str,
    /// The stem of what is asked.
    deed: Stem,
}

impl<'t> Said<'t> {
    /// What the question with the words `tokens` asks; `None` where it asks of something else, or of more than one thing.
    fn of(tokens: &'t Tokens, title: &'t ContentWords) -> Option<Self> {
        let opens = tokens.word(0);
        if !is_short(tokens) || !matches!(opens, "can" | "do" | "does" | "is" | "are") {
            return None;
        }
        let last = tokens.len().checked_sub(1)?;
        let named = (1..last).map(|at| tokens.word(at));
        let named: Vec<&str> = named.filter(|word| !is_subject(word, title)).collect();
        let is_small = named.len() <= MOST_NAMED && !named.iter().any(|word| is_pronoun(word));
        let deed = stem_of(tokens.word(last), "en");
        (last >= 2 && is_small && !title.contains(&deed)).then(|| Self {
            named: ContentWords::of_words(named.into_iter(), "en"),
            title,
            opens,
            deed,
        })
    }

    /// The words of a short sentence that say it of the same subject, or deny it.
    fn told(&self, tokens: &Tokens, is_yes: bool) -> Option<Range<usize>> {
        let at = (0..tokens.len()).find(|at| stem_of(tokens.word(*at), "en") == self.deed)?;
        // "Lice jump" needs no verb before it.
        let start = if is_yes && matches!(self.opens, "do" | "does") {
            0
        } else {
            let verb = (0..at).rev().find(|at| !is_joined(tokens, *at))?;
            self.verb_start(tokens, verb, is_yes)?
        };
        // Where the verb is the deed itself, the subject reaches up to it.
        let end = if start == 0 { at } else { start };
        let subject = (0..end).map(|at| tokens.word(at));
        let named = subject.filter(|word| !is_subject(word, self.title));
        let named = ContentWords::of_words(named, "en");
        let is_whole = at + 1 == tokens.len() || self.named.is_empty();
        let is_same = end > 0 && named.different() == self.named.different() && is_whole;
        is_same.then_some(start..at + 1)
    }

    /// Where the verb of the question starts that ends at word `end`; with "not" unless `is_yes`.
    fn verb_start(&self, tokens: &Tokens, end: usize, is_yes: bool) -> Option<usize> {
        let word = tokens.word(end);
        let before = end.checked_sub(1);
        let is_verb = |word: &str| match self.opens {
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
        || title.contains(&stem_of(word, "en"))
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
