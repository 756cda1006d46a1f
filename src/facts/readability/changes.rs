//! What to change first: the sentences and words that cost the reading grade most.

use super::{Counts, ReadWord, read_words};
use crate::facts::Facts;
use crate::facts::words::ContentWords;
use crate::lexicon::phrases::Table;
use crate::source::Span;
use std::collections::BTreeMap;

/// A sentence with what it costs.
#[derive(Debug, Clone, PartialEq)]
pub struct CostlySentence {
    /// Its index among the facts' sentences.
    pub index: usize,
    /// Its counts.
    pub counts: Counts,
    /// By how much the grade falls if the sentence goes.
    pub cost: f64,
}

/// A long word with what it costs.
#[derive(Debug, Clone, PartialEq)]
pub struct CostlyWord {
    /// The word, folded.
    pub word: String,
    /// Its syllables.
    pub syllables: usize,
    /// Every place where it stands, in reading order.
    pub places: Vec<Span>,
    /// By how much the grade falls if a word of two syllables stands in every place of it.
    pub cost: f64,
    /// Whether the title has it, too: it is what the article is about, and to be explained more than replaced.
    pub is_topic: bool,
}

/// The `most` complete sentences that cost most, the dearest first; none that costs nothing.
pub fn sentences(facts: &Facts<'_>, most: usize) -> Vec<CostlySentence> {
    let reading = facts.readability();
    let total = reading.total();
    let complete = reading.complete();
    let mut costly: Vec<CostlySentence> = complete
        .filter_map(|index| {
            let counts = reading.sentence(index)?.counts;
            let cost = total.grade()? - total.without(&counts).grade()?;
            Some(CostlySentence {
                index,
                counts,
                cost,
            })
        })
        .filter(|sentence| sentence.cost > 0.0)
        .collect();
    costly.sort_by(|a, b| b.cost.total_cmp(&a.cost).then(a.index.cmp(&b.index)));
    costly.truncate(most);
    costly
}

/// The `most` words of three syllables or more that cost most, the dearest first; those that everyone knows left out.
pub fn words(facts: &Facts<'_>, most: usize) -> Vec<CostlyWord> {
    let total = facts.readability().total();
    let title = ContentWords::of(facts.article.title().unwrap_or(""), facts.lang);
    let mut costly: Vec<CostlyWord> = long_words(facts)
        .into_iter()
        .filter_map(|(word, (syllables, places))| {
            let uses = places.len();
            let shorter = Counts {
                polysyllables: uses,
                syllables: uses * syllables.saturating_sub(ReadWord::LONG - 1),
                ..Counts::default()
            };
            let cost = total.grade()? - total.without(&shorter).grade()?;
            let is_topic = ContentWords::of(&word, facts.lang).share_in(&title) > 0.0;
            Some(CostlyWord {
                word,
                syllables,
                places,
                cost,
                is_topic,
            })
        })
        .collect();
    costly.sort_by(|a, b| {
        b.cost
            .total_cmp(&a.cost)
            .then_with(|| a.places.cmp(&b.places))
    });
    costly.truncate(most);
    costly
}

/// The long words of the complete sentences, those that everyone knows left out, with their syllables and places, by the word.
fn long_words(facts: &Facts<'_>) -> BTreeMap<String, (usize, Vec<Span>)> {
    let mut long: BTreeMap<String, (usize, Vec<Span>)> = BTreeMap::new();
    for index in facts.readability().complete() {
        let (Some(sentence), Some(tokens)) = (facts.sentences.get(index), facts.tokens.get(index))
        else {
            continue;
        };
        let everyday = facts.hits_in(Table::Everyday, index);
        for word in read_words(sentence.text(), tokens).filter(ReadWord::is_long) {
            if everyday
                .iter()
                .any(|hit| hit.words.start == word.tokens.start)
            {
                continue;
            }
            let parts: Vec<&str> = word.tokens.clone().map(|at| tokens.word(at)).collect();
            let entry = long
                .entry(parts.join("-"))
                .or_insert((word.syllables, Vec::new()));
            entry.1.push(facts.span_of(index, word.tokens));
        }
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn the_longest_sentence_and_the_commonest_long_word_come_first() {
        let text = "# Physiotherapy\n\nIt helps. Physiotherapy is not for everybody and everybody may wait for some time until it helps. We know.\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let dear = sentences(&facts, 5);
        assert_eq!(
            facts.sentences[dear[0].index].text().split(' ').next(),
            Some("Physiotherapy")
        );
        assert_eq!(dear.len(), 1);
        let words: Vec<_> = words(&facts, 10)
            .into_iter()
            .map(|word| (word.word, word.places.len(), word.is_topic))
            .collect();
        assert_eq!(
            words,
            [
                ("everybody".to_owned(), 2, false),
                ("physiotherapy".to_owned(), 1, true)
            ]
        );
    }
}
