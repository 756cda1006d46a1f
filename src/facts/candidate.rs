//! The places that may name a sign: questions, what advice is about, and what stands in one item or row with advice.

use super::words::ContentWords;
use super::{Facts, about, binding};
use std::collections::BTreeMap;
use std::ops::Range;

/// A sign with fewer content words is known only where it is all that advice is about.
pub(super) const MIN_WORDS: usize = 2;

/// A place that may name a sign.
pub(super) struct Candidate {
    /// The sentence.
    pub(super) sentence: usize,
    /// The words of it that may name a sign.
    pub(super) words: Range<usize>,
    /// The content words of the whole and of its parts.
    sets: Vec<ContentWords>,
    /// Whether it is a question, which is full of other words.
    pub(super) asks: bool,
}

impl Candidate {
    /// Whether it names the sign with the content words `way`; `neutral` words beside it make no other sign of it.
    pub(super) fn names(&self, way: &ContentWords, neutral: &ContentWords) -> bool {
        let mut sets = self.sets.iter();
        if self.asks {
            return way.len() >= MIN_WORDS && sets.any(|set| way.share_in(set) >= 1.0);
        }
        let sets = sets.take(if way.len() < MIN_WORDS { 1 } else { usize::MAX });
        let mut near = sets.filter(|set| !way.is_empty() && way.share_in(set) >= 1.0);
        near.any(|set| {
            // A baby's fever is not a child's: beside a single word the age counts.
            let mut beside = set.in_order().iter().filter(|stem| !way.contains(stem));
            beside.all(|stem| neutral.contains(stem) && (way.len() >= MIN_WORDS || stem != "babi"))
        })
    }
}

/// Where each word stands, so that signs are not looked for in every place.
pub(super) struct Places<'c>(BTreeMap<&'c str, Vec<usize>>);

impl<'c> Places<'c> {
    pub(super) fn of(candidates: &'c [Candidate]) -> Self {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, candidate) in candidates.iter().enumerate() {
            for stem in candidate
                .sets
                .iter()
                .take(1)
                .flat_map(ContentWords::in_order)
            {
                places.entry(stem).or_default().push(index);
            }
        }
        Self(places)
    }

    /// The candidates, by their index, that have the rarest word of `way`.
    pub(super) fn near(&self, way: &ContentWords) -> Vec<usize> {
        let stems = way.in_order().iter();
        let of = stems.map(|stem| self.0.get(stem.as_str()).map_or(&[][..], Vec::as_slice));
        of.min_by_key(|found| found.len()).unwrap_or(&[]).to_vec()
    }
}

/// Every such place, in reading order.
pub(super) fn candidates(facts: &Facts<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for index in 0..facts.sentences.len() {
        let all = 0..facts.tokens[index].len();
        let span = facts.sentences[index].span();
        let asks = facts
            .article
            .faq
            .iter()
            .any(|pair| pair.question.whole().overlaps(span));
        if asks {
            candidates.push(candidate(facts, index, all, true));
        } else if facts.counsels_of(index).next().is_some() {
            let of = facts.counsels_of(index);
            let about = of.map(|(_, counsel)| about::about(facts, index, &counsel.frame));
            candidates.extend(about.map(|words| candidate(facts, index, words, false)));
        } else if binding::beside(facts, index).is_some()
            || binding::imperative_after(facts, index).is_some()
        {
            candidates.push(candidate(facts, index, all, false));
        }
    }
    candidates
}

fn candidate(facts: &Facts<'_>, sentence: usize, words: Range<usize>, asks: bool) -> Candidate {
    let lang = facts.article.base_lang();
    let tokens = &facts.tokens[sentence];
    let parts = about::parts(facts.sentences[sentence].text(), tokens, &words);
    let all = std::iter::once(words.clone()).chain(parts);
    let sets = all.map(|words| ContentWords::of(slice(facts, sentence, &words), lang));
    Candidate {
        sentence,
        sets: sets.collect(),
        words,
        asks,
    }
}

/// The text of `words` of a sentence.
pub(super) fn slice<'f>(facts: &'f Facts<'_>, sentence: usize, words: &Range<usize>) -> &'f str {
    let range = facts.tokens[sentence].place(words.clone());
    facts.sentences[sentence].text().get(range).unwrap_or("")
}
