//! The items of the article's own red flags as concepts, so that a conflict is found on any topic.
//!
//! An item is matched elsewhere by its content words, all of them; "numbness or weakness in the legs" also by either side
//! of its "or". Items of a single word and sentences that soften the symptom are left alone.

use super::words::ContentWords;
use super::{ConceptUse, Facts, Mention};
use crate::article::TextKind;

/// An item with fewer content words is too common to be matched elsewhere.
const MIN_WORDS: usize = 2;
/// A longer item is a story.
const MAX_WORDS: usize = 12;

/// The items of red-flag lists in which `known` concepts are not mentioned, with their mentions elsewhere.
pub(super) fn from_red_flags(facts: &Facts<'_>, known: &[ConceptUse]) -> Vec<ConceptUse> {
    let lang = facts.article.base_lang();
    let covered: Vec<usize> = known
        .iter()
        .flat_map(|concept| &concept.mentions)
        .map(|mention| mention.sentence)
        .collect();
    let elsewhere: Vec<(usize, ContentWords)> = (0..facts.sentences.len())
        .filter(|index| is_candidate(facts, *index))
        .map(|index| (index, ContentWords::of(facts.sentences[index].text(), lang)))
        .collect();
    let mut found: Vec<(ConceptUse, ContentWords)> = Vec::new();
    for list in facts.lists.iter().filter(|list| list.is_red_flags) {
        for item in &list.items {
            let Some(first) = facts.sentences_in(*item).next() else {
                continue;
            };
            if covered.contains(&first) || facts.sentences[first].within.kind == TextKind::Heading {
                continue;
            }
            let text = facts.sentences[first].text();
            let words = ContentWords::of(text, lang);
            if let Some((twin, _)) = found.iter_mut().find(|(_, twin)| *twin == words) {
                twin.mentions.push(mention(facts, first));
                continue;
            }
            let mut concept = ConceptUse {
                known: None,
                label: label(text),
                mentions: vec![mention(facts, first)],
                bindings: Vec::new(),
            };
            let ways = ways(text, lang);
            let named = elsewhere.iter().filter(|(index, words)| {
                !list.span.contains(facts.sentences[*index].span())
                    && ways.iter().any(|way| way.share_in(words) >= 1.0)
            });
            concept
                .mentions
                .extend(named.map(|(index, _)| mention(facts, *index)));
            concept.mentions.sort_by_key(|mention| mention.span);
            found.push((concept, words));
        }
    }
    found.into_iter().map(|(concept, _)| concept).collect()
}

/// Sentences that may name an item of the red flags: those that give advice, and questions of the FAQ.
fn is_candidate(facts: &Facts<'_>, index: usize) -> bool {
    let span = facts.sentences[index].span();
    let asks =
        facts.article.faq.iter().any(|pair| {
            pair.question.whole().contains(span) || span.contains(pair.question.whole())
        });
    asks || facts.counsels_of(index).next().is_some()
}

fn mention(facts: &Facts<'_>, index: usize) -> Mention {
    Mention::new(facts, index, 0..facts.tokens[index].len())
}

/// The sets of content words by which an item may be named.
fn ways(text: &str, lang: &str) -> Vec<ContentWords> {
    let mut ways = Vec::new();
    for way in alternatives(text) {
        let words = ContentWords::of(&way, lang);
        if (MIN_WORDS..=MAX_WORDS).contains(&words.len()) {
            ways.push(words);
        }
    }
    ways
}

/// "Numbness or weakness in the legs": the whole, and the whole with only one side of the "or".
fn alternatives(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut all = vec![text.to_owned()];
    let or = words
        .iter()
        .position(|word| matches!(*word, "or" | "o" | "u"));
    if let Some(at) = or.filter(|at| *at > 0 && at + 1 < words.len()) {
        let without =
            |left: usize, right: usize| [&words[..left], &words[right..]].concat().join(" ");
        all.push(without(at, at + 2));
        all.push(without(at - 1, at + 1));
    }
    all
}

/// The item as it is called in findings: its words without the full stop, cut at a word where it is long.
fn label(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']);
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut label = String::new();
    for word in text.split_whitespace() {
        if label.chars().count() + word.chars().count() + 1 > LONGEST {
            break;
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(word);
    }
    label.push('…');
    label
}
