//! The places that may name a sign: questions, what advice is about, and what stands in one item or row with advice.

use super::words::{ContentWords, Stem};
use super::{Facts, about, binding, synonym};
use crate::lexicon::Urgency;
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
            let told = way.len() >= MIN_WORDS
                || way.different().iter().any(|stem| synonym::is_telling(stem));
            return told && sets.any(|set| way.share_in(set) >= 1.0);
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
pub(super) struct Places<'c> {
    /// The questions that have a word.
    asking: BTreeMap<&'c str, Vec<usize>>,
    /// The other candidates, by the words of a part of theirs that are not neutral: a sign that they name has the same.
    telling: BTreeMap<Vec<&'c str>, Vec<usize>>,
}

impl<'c> Places<'c> {
    pub(super) fn of(candidates: &'c [Candidate], neutral: &ContentWords) -> Self {
        let mut places = Self {
            asking: BTreeMap::new(),
            telling: BTreeMap::new(),
        };
        for (index, candidate) in candidates.iter().enumerate() {
            if candidate.asks {
                let whole = candidate.sets.iter().take(1);
                for stem in whole.flat_map(ContentWords::different) {
                    places.asking.entry(stem).or_default().push(index);
                }
            } else {
                for set in &candidate.sets {
                    let of = places.telling.entry(telling(set, neutral)).or_default();
                    of.push(index);
                }
            }
        }
        places
    }

    /// The candidates, by their index, that may name the sign with the content words `way`: the questions that have the
    /// rarest of them, and the others that have the same ones.
    pub(super) fn near(&self, way: &ContentWords, neutral: &ContentWords) -> Vec<usize> {
        let of = |stem: &Stem| {
            self.asking
                .get(stem.as_str())
                .map_or(&[][..], Vec::as_slice)
        };
        let asking = way
            .different()
            .iter()
            .map(of)
            .min_by_key(|found| found.len());
        let telling = self.telling.get(&telling(way, neutral));
        let telling = telling.into_iter().flatten();
        asking
            .unwrap_or(&[])
            .iter()
            .chain(telling)
            .copied()
            .collect()
    }
}

/// The different words of `set` that tell one sign from another.
fn telling<'s>(set: &'s ContentWords, neutral: &ContentWords) -> Vec<&'s str> {
    let stems = set.different().iter().map(Stem::as_str);
    stems.filter(|stem| !neutral.contains(stem)).collect()
}

/// Every such place, in reading order.
pub(super) fn candidates(facts: &Facts<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for index in 0..facts.sentences.len() {
        let all = 0..facts.tokens_of(index).len();
        let span = facts.sentence(index).span();
        let asks = facts.pair_asking(span).is_some();
        if asks {
            candidates.push(candidate(facts, index, all, true));
        } else if facts.counsels_of(index).next().is_some() {
            let of = facts.counsels_of(index);
            let about = of.map(|(_, counsel)| about::about(facts, index, &counsel.frame));
            candidates.extend(about.map(|words| candidate(facts, index, words, false)));
        } else if binding::beside(facts, index).is_some()
            || binding::imperative_after(facts, index).is_some()
        {
            let named = binding::signal(facts, index).map_or(all, |end| 0..end);
            candidates.push(candidate(facts, index, named, false));
        }
    }
    candidates
}

fn candidate(facts: &Facts<'_>, sentence: usize, words: Range<usize>, asks: bool) -> Candidate {
    let tokens = facts.tokens_of(sentence);
    let parts = about::parts(facts.sentence(sentence).text(), tokens, &words);
    let clauses = if asks {
        Vec::new()
    } else {
        clauses_of_slow_advice(facts, sentence, &words)
    };
    let all = std::iter::once(words.clone()).chain(parts).chain(clauses);
    let sets = all.map(|words| ContentWords::of_sign_in(tokens.words_of(words), facts.lang));
    Candidate {
        sentence,
        sets: sets.collect(),
        words,
        asks,
    }
}

/// "If your pump fails and your sugar is over 300": what follows "and" with a subject of its own, under advice that is no
/// faster than an ordinary appointment. A sign that comes with more than itself cannot be less urgent.
fn clauses_of_slow_advice(
    facts: &Facts<'_>,
    sentence: usize,
    words: &Range<usize>,
) -> Vec<Range<usize>> {
    if facts
        .counsels_of(sentence)
        .any(|(_, counsel)| counsel.level() > Urgency::Routine)
    {
        return Vec::new();
    }
    let tokens = facts.tokens_of(sentence);
    let opens = |at: &usize| {
        matches!(tokens.word(*at), "and" | "y")
            && matches!(
                tokens.word(at + 1),
                "your" | "you" | "the" | "he" | "she" | "there" | "su" | "usted"
            )
    };
    let clauses = words.clone().filter(opens);
    clauses.map(|at| at + 1..words.end).collect()
}

/// The text of `words` of a sentence.
pub(super) fn slice<'f>(facts: &'f Facts<'_>, sentence: usize, words: &Range<usize>) -> &'f str {
    let range = facts.tokens_of(sentence).place(words.clone());
    facts.sentence(sentence).text().get(range).unwrap_or("")
}
