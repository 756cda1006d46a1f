//! Answers that bring in what the article does not cover.

use crate::facts::Asked;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::rules::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

rule! {
    /// An answer is mostly about something that the article does not mention.
    ///
    /// ## Why it matters
    /// The FAQ is for what the article has said, in the reader's own words. What is new there is missed by everyone who reads
    /// the article, and forgotten when the article is revised.
    ///
    /// The rule compares words, not meaning, so it is a note: at least six longer words of the answer, and more than two thirds, stand
    /// nowhere in the rest of the article. Questions about cost, travel, work and the like are left alone, and so are short
    /// articles.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Tennis elbow
    ///
    /// Tennis elbow is pain on the outside of the elbow. It starts when the muscles of the forearm are used too much. Rest
    /// helps most people. An ice pack eases the pain in the first days. A strap around the forearm takes load off the
    /// tendon. Exercises make the muscles strong again. Most people are well after a year. An operation is rarely needed,
    /// and a steroid injection helps for a few weeks at most. Change how you lift, and how you hold tools at work.
    ///
    /// ## FAQ
    ///
    /// ### Is there anything else?
    ///
    /// Shockwave therapy, acupuncture, platelet plasma and botulinum toxin have been tried in clinical studies.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Tennis elbow
    ///
    /// Tennis elbow is pain on the outside of the elbow. It starts when the muscles of the forearm are used too much. Rest
    /// helps most people. An ice pack eases the pain in the first days. A strap around the forearm takes load off the
    /// tendon. Exercises make the muscles strong again. Most people are well after a year. An operation is rarely needed,
    /// and a steroid injection helps for a few weeks at most. Change how you lift, and how you hold tools at work.
    ///
    /// ## FAQ
    ///
    /// ### Do I need an operation?
    ///
    /// Rarely. Most people get well with rest and exercises within a year.
    ///
    /// ### What does a strap cost?
    ///
    /// Pharmacies sell simple neoprene bands from fifteen dollars; insurers seldom reimburse them.
    /// ```
    RULE { name: "faq-new-information", severity: Info, since: "0.1.0",
        standard: "PEMAT 10",
        summary: "an answer is about something that the article does not cover" }
}

/// Words that begin with the same letters are forms of one word here.
const STEM: usize = 5;
/// With fewer words outside the FAQ there is no article that could cover anything.
const BODY_WORDS: usize = 80;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let asked = cx.facts.asked();
    if asked.is_empty() {
        return;
    }
    let body = body(cx);
    if body.1 < BODY_WORDS {
        return;
    }
    for asked in &asked {
        if !asked.asks(cx.facts, Table::Logistics) {
            look(cx, findings, asked, &body.0);
        }
    }
}

/// The beginnings of the long words outside the FAQ, with the number of all words.
fn body<'c>(cx: &Context<'c>) -> (FxHashSet<&'c str>, usize) {
    let mut stems = FxHashSet::default();
    let mut count = 0;
    let pairs: crate::source::Cover = cx.article.faq.iter().map(|pair| pair.span).collect();
    for (sentence, tokens) in cx.facts.sentences.iter().zip(cx.facts.tokens) {
        if !pairs.contains(sentence.span()) {
            count += tokens.len();
            stems.extend(tokens.words().filter(is_long).map(beginning));
        }
    }
    (stems, count)
}

/// Whether a word is looked at: a short one says little.
fn is_long(word: &&str) -> bool {
    word.len() > 4
}

fn beginning(word: &str) -> &str {
    word.get(..STEM).unwrap_or(word)
}

fn look(cx: &Context<'_>, findings: &mut Findings<'_>, asked: &Asked<'_>, body: &FxHashSet<&str>) {
    let lang = cx.article.base_lang();
    let tokens = asked
        .answer
        .iter()
        .filter_map(|index| cx.facts.tokens.get(*index));
    let words: BTreeSet<&str> = tokens
        .flat_map(Tokens::words)
        .filter(|word| is_long(word) && !is_stop_word(word, lang))
        .collect();
    let new: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !body.contains(beginning(word)))
        .collect();
    let first = asked
        .answer
        .first()
        .and_then(|index| cx.facts.sentences.get(*index));
    let Some(first) = first else {
        return;
    };
    if new.len() >= cx.settings.limits.answer_new_words && new.len() * 3 > words.len() * 2 {
        let shown: Vec<String> = new
            .iter()
            .take(4)
            .map(|word| format!("\"{word}\""))
            .collect();
        findings
            .report(
                first.span(),
                format!(
                    "this answer brings in what the article does not cover: {}",
                    shown.join(", ")
                ),
            )
            .label(asked.pair.question.trimmed().whole(), "the question")
            .help("Say it in the article too, where readers look for it, or leave it out.");
    }
}
