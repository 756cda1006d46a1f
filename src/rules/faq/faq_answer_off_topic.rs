//! Answers that have no word of their question.

use crate::facts::Asked;
use crate::facts::question::is_polar;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::rules::prelude::*;

rule! {
    /// An answer that shares no word with its question.
    ///
    /// ## Why it matters
    /// Answers slip out of place when a list of questions is edited. A reader who asked about cost and reads about anatomy
    /// gives up.
    ///
    /// The catalogue makes it a warning; as it compares words and knows no synonyms, it is a note here. Short answers, answers
    /// that say yes or no, give advice, or go on with "it", "they" or "you", and questions that ask for a time, an amount, a
    /// person or a list ("What are the risks?") are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### What does a block cost?
    ///
    /// Small joints link the bones of the spine, and nerves run across the back of each joint.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### What does a block cost?
    ///
    /// The cost depends on your insurance plan and on the clinic.
    ///
    /// ### Why is the spine scanned?
    ///
    /// It shows the doctor where the needle has to go.
    ///
    /// ### What are the main risks?
    ///
    /// A sore spot or a bruise is common, and an infection is rare.
    /// ```
    RULE { name: "faq-answer-off-topic", severity: Info, since: "0.1.0",
        standard: "PEMAT 9",
        summary: "an answer shares no word with its question" }
}

/// Shorter answers need not repeat the question.
const WORDS: usize = 10;
/// Words that begin with the same letters are forms of one word here.
const STEM: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for asked in &cx.facts.asked() {
        let Some(first) = asked
            .answer
            .first()
            .and_then(|index| cx.facts.sentences.get(*index))
        else {
            continue;
        };
        if is_off_topic(cx, asked) {
            findings
                .report(first.span(), "the answer shares no word with its question")
                .label(asked.pair.question.trimmed().whole(), "the question")
                .help("If it belongs to another question, move it. If not, take up a word of the question in the first sentence.");
        }
    }
}

fn is_off_topic(cx: &Context<'_>, asked: &Asked<'_>) -> bool {
    let lang = cx.article.base_lang();
    if is_polar(asked.pair.question.text(), lang) {
        return false; // faq-polar-unanswered weighs these
    }
    let content = |word: &&str| word.len() > 2 && !is_stop_word(word, lang);
    let words = |indices: &[usize]| -> Vec<&str> {
        let tokens = indices
            .iter()
            .filter_map(|index| cx.facts.tokens.get(*index));
        tokens.flat_map(Tokens::words).collect()
    };
    let question: Vec<&str> = words(asked.question).into_iter().filter(content).collect();
    let answer = words(asked.answer);
    let opens = answer.first().copied().unwrap_or("");
    let is_short = answer.len() < WORDS || question.len() < 2;
    let refers = answer
        .iter()
        .any(|word| REFERRING.contains(word) || word.bytes().any(|byte| byte.is_ascii_digit()));
    let advises = asked
        .answer
        .iter()
        .any(|index| cx.facts.counsels_of(*index).next().is_some());
    if is_short
        || refers
        || advises
        || matches!(opens, "yes" | "no" | "si" | "because" | "porque")
        || asked.asks(cx.facts, Table::AskAmount)
    {
        return false;
    }
    let beginning = |word: &str| word.get(..STEM).unwrap_or(word).to_owned();
    let told: Vec<String> = answer
        .iter()
        .filter(|word| content(word))
        .map(|word| beginning(word))
        .collect();
    !question.iter().any(|word| told.contains(&beginning(word)))
}

/// Words that go on from the question.
const REFERRING: &[&str] = &[
    "it", "its", "they", "their", "them", "this", "that", "these", "those", "you", "your", "we",
    "our", "he", "she", "su", "sus", "se", "le", "esto", "este", "esta", "estos", "estas", "usted",
];
