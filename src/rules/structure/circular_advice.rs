//! Advice that names nothing to do.

use super::lists::section_at;
use crate::facts::words::{ContentWords, stem, stem_of};
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// Advice that says again what the heading says and names nothing that the reader can do.
    ///
    /// ## Why it matters
    /// "Self-care can help you care for yourself" sounds like advice. A reader who wants to act finds nothing to act on.
    ///
    /// Looked at are sentences about treatment, self-care and prevention. One is circular if all its words are in the
    /// heading, the title or the line that leads to it, are the article's topic (a word in every tenth sentence), or are
    /// empty of matter ("techniques", "support", "focus", "management"), and no action ("walk", "ice", "take") is named.
    /// Lead-ins to lists are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain in runners
    ///
    /// ## Self-care
    /// - Walk for ten minutes a day.
    /// - Self-care strategies that focus on your back can support pain management.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain in runners
    ///
    /// ## Self-care
    /// - Walk for ten minutes a day.
    /// - Self-care for back pain can help to avoid surgery.
    /// - Good shoes help your back.
    ///
    /// To help with the pain:
    ///
    /// - use a cold pack
    /// ```
    RULE {
        name: "circular-advice", severity: Info, since: "0.1.0",
        standard: "PEMAT 20, 22",
        summary: "advice repeats its heading and names nothing to do",
    }
}

/// Parts that give advice.
const ADVICE: &[Role] = &[
    Role::SelfCare,
    Role::Treatment,
    Role::Prevention,
    Role::Exercises,
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    if cx.article.base_lang() != "en" || facts.hits(Table::EmptyAdvice).is_empty() {
        return;
    }
    let mut topic: Option<Topic> = None;
    let mut last = None;
    for hit in facts.hits(Table::EmptyAdvice) {
        let index = hit.sentence;
        // A sentence of two empty words is looked at once.
        if last.replace(index) == Some(index) {
            continue;
        }
        let Some(sentence) = facts.sentences.get(index) else {
            continue;
        };
        let is_advice = sentence.within.block.is_some()
            && !sentence.text().trim_end().ends_with(':')
            && ADVICE
                .iter()
                .any(|role| facts.is_in_role(*role, sentence.span()))
            && facts.hits_in(Table::Action, index).is_empty()
            && facts.counsels_of(index).next().is_none();
        if !is_advice {
            continue;
        }
        let topic = topic.get_or_insert_with(|| Topic::of(cx));
        if is_circular(cx, index, topic) {
            findings
                .report(sentence.span(), "this says again what the heading says and names nothing to do")
                .help("A reader who wants to act finds nothing to act on. Say what to do, how often and for how long, or take it out.");
        }
    }
}

/// The words that stand in every tenth sentence, or in the title.
struct Topic(ContentWords);

impl Topic {
    fn of(cx: &Context<'_>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for tokens in cx.facts.tokens {
            for word in tokens.words().filter(|word| !is_stop_word(word, "en")) {
                *counts.entry(word).or_default() += 1;
            }
        }
        let least = (cx.facts.sentences.len() / 10).max(4);
        let frequent = counts.into_iter().filter(|(_, count)| *count >= least);
        let title = ContentWords::of(cx.article.title().unwrap_or(""), "en");
        let title = title.different().to_vec();
        let stems = frequent.map(|(word, _)| stem_of(word, "en")).chain(title);
        Self(ContentWords::from_stems(stems))
    }
}

fn is_circular(cx: &Context<'_>, index: usize, topic: &Topic) -> bool {
    let facts = cx.facts;
    let (Some(sentence), Some(tokens)) = (facts.sentences.get(index), facts.tokens.get(index))
    else {
        return false;
    };
    if tokens.len() < 4
        || tokens
            .words()
            .any(|word| word.bytes().any(|b| b.is_ascii_digit()))
    {
        return false;
    }
    let span = sentence.span();
    let heading = ContentWords::of(section_at(cx.article, span.start()).title(), "en");
    let lead = facts.lists_around(span).next().and_then(|list| list.lead);
    let lead = lead.and_then(|lead| facts.sentences.get(lead));
    let lead = ContentWords::of(lead.map_or("", |lead| lead.text()), "en");
    let empty = facts.hits_in(Table::EmptyAdvice, index);
    let mut matter = (0..tokens.len()).filter(|at| {
        !empty.iter().any(|hit| hit.words.contains(at)) && !is_stop_word(tokens.word(*at), "en")
    });
    empty.len() >= 2
        && matter.all(|at| {
            let stem = stem(tokens.word(at), "en");
            topic.0.contains(&stem) || heading.contains(&stem) || lead.contains(&stem)
        })
}
