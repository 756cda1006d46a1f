//! Finds what is filed under the words of a text, and under their beginnings.

use super::pattern::{Literal, Word};
use super::token::{BEGINNING_BYTES, Tokens};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Things filed under words and stems.
#[derive(Debug)]
pub(super) struct WordIndex<T> {
    drawers: Vec<Drawer<T>>,
    /// The drawers of words, by each [key](Literal::keys) that their word may have.
    words: FxHashMap<u64, SmallVec<[usize; 2]>>,
    /// The drawers of stems, by what they [begin](beginning) with.
    stems: FxHashMap<u64, Vec<Stem>>,
    /// The drawers of stems that are too short for that.
    short_stems: Vec<Stem>,
    /// What may be found in `words` and in `stems`.
    known_words: Known,
    known_stems: Known,
}

/// The number of bits in [`Known`], as a power of two.
const KNOWN_BITS: u32 = 14;

/// Which numbers a map may have. Quick; a yes may be wrong, a no never is.
#[derive(Debug)]
struct Known(Vec<u64>);

impl Default for Known {
    fn default() -> Self {
        Self(vec![0; 1 << (KNOWN_BITS - u64::BITS.ilog2())])
    }
}

impl Known {
    /// The place of the bit of a number: the upper bits of the product are the mixed ones.
    fn place(number: u64) -> (usize, u64) {
        let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - KNOWN_BITS);
        let word = usize::try_from(mixed / 64).unwrap_or(0);
        (word, 1 << (mixed % 64))
    }

    fn insert(&mut self, number: u64) {
        let (word, bit) = Self::place(number);
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= bit;
        }
    }

    #[inline]
    fn may_have(&self, number: u64) -> bool {
        let (word, bit) = Self::place(number);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// The drawer of a stem, with its key and the bits of it that count: most words can be turned away by these.
#[derive(Debug)]
struct Stem {
    key: u64,
    filled: u64,
    drawer: usize,
}

/// What is filed under one word or stem.
#[derive(Debug)]
struct Drawer<T> {
    literal: Literal,
    things: SmallVec<[T; 1]>,
}

impl<T> Default for WordIndex<T> {
    fn default() -> Self {
        Self {
            drawers: Vec::new(),
            words: FxHashMap::default(),
            stems: FxHashMap::default(),
            short_stems: Vec::new(),
            known_words: Known::default(),
            known_stems: Known::default(),
        }
    }
}

/// The bits of a word's key that the beginning of a word has.
fn beginning(key: u64) -> u64 {
    key >> (u64::BITS as usize - 8 * BEGINNING_BYTES)
}

impl<T> WordIndex<T> {
    /// Files `thing` under a word or a stem; under any other word of a pattern it cannot be filed, and is not.
    pub(super) fn insert(&mut self, word: &Word, thing: T) {
        let new = self.drawers.len();
        let drawers = &mut self.drawers;
        match word {
            Word::Exact(literal) => {
                let [key, of_owner] = literal.keys();
                self.known_words.insert(key);
                self.known_words.insert(of_owner);
                let there = self.words.entry(key).or_default();
                if file(drawers, there.iter().copied(), literal, thing) {
                    there.push(new);
                    if of_owner != key {
                        self.words.entry(of_owner).or_default().push(new);
                    }
                }
            }
            Word::Prefix(literal) => {
                let [key, _] = literal.keys();
                let there = if literal.len() < BEGINNING_BYTES {
                    &mut self.short_stems
                } else {
                    self.known_stems.insert(beginning(key));
                    self.stems.entry(beginning(key)).or_default()
                };
                let drawer = there.iter().map(|stem| stem.drawer);
                if file(drawers, drawer, literal, thing) {
                    let filled = literal.filled();
                    there.push(Stem {
                        key,
                        filled,
                        drawer: new,
                    });
                }
            }
            Word::Negated | Word::Number | Word::Any => {}
        }
    }

    /// Gives `each` all that is filed under word `at` of `tokens`.
    #[inline]
    pub(super) fn each(&self, tokens: &Tokens, at: usize, mut each: impl FnMut(&T)) {
        let key = tokens.key(at);
        let may_be_word = self.known_words.may_have(key);
        let words = may_be_word.then(|| self.words.get(&key)).flatten();
        for drawer in words.into_iter().flatten() {
            if let Some(drawer) = self.drawers.get(*drawer)
                && drawer.literal.is(key, tokens, at)
            {
                drawer.things.iter().for_each(&mut each);
            }
        }
        let may_be_stem = self.known_stems.may_have(beginning(key));
        let stems = may_be_stem.then(|| self.stems.get(&beginning(key)));
        let stems = stems.flatten().into_iter().flatten();
        for stem in stems.chain(&self.short_stems) {
            if stem.key == key & stem.filled
                && let Some(drawer) = self.drawers.get(stem.drawer)
                && drawer.literal.starts(key, tokens, at)
            {
                drawer.things.iter().for_each(&mut each);
            }
        }
    }
}

impl<T> Drawer<T> {
    fn of(literal: &Literal, thing: T) -> Self {
        Self {
            literal: literal.clone(),
            things: smallvec::smallvec![thing],
        }
    }
}

/// Puts `thing` in the drawer of `literal`, one of those that are `there`, or in a new one at the end; tells whether it is new.
fn file<T>(
    drawers: &mut Vec<Drawer<T>>,
    there: impl Iterator<Item = usize>,
    literal: &Literal,
    thing: T,
) -> bool {
    let mut there = there;
    let known = there.find(|index| {
        let drawer = drawers.get(*index);
        drawer.is_some_and(|drawer| drawer.literal == *literal)
    });
    if let Some(drawer) = known.and_then(|index| drawers.get_mut(index)) {
        drawer.things.push(thing);
        return false;
    }
    drawers.push(Drawer::of(literal, thing));
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Pattern;

    /// What is filed under each word of `text`, where every one of `filed` is filed under itself.
    fn found(filed: &[&'static str], text: &str) -> Vec<Vec<&'static str>> {
        let mut index = WordIndex::default();
        for name in filed {
            let pattern = Pattern::new(name).unwrap();
            for word in pattern.anchor().unwrap().any {
                index.insert(word, *name);
            }
        }
        let tokens = Tokens::of(text);
        let words = 0..tokens.len();
        let found = words.map(|at| {
            let mut of = Vec::new();
            index.each(&tokens, at, |name| of.push(*name));
            of
        });
        found.collect()
    }

    #[test]
    fn a_word_finds_what_is_filed_under_it_its_owner_form_and_its_beginning() {
        let filed = [
            "a",
            "doctor",
            "doct*",
            "do*",
            "surgeons",
            "surgeon",
            "nurse",
            "physiotherapist",
            "physiotherapy",
            "physiother*",
            "doctor",
        ];
        let cases: [(&str, &[&str]); 9] = [
            ("a", &["a"]),
            ("doctor", &["doctor", "doctor", "doct*", "do*"]),
            ("doctor's", &["doctor", "doctor", "doct*", "do*"]),
            ("doctors", &["doct*", "do*"]),
            ("surgeon's", &["surgeon"]),
            ("surgeon", &["surgeon"]),
            ("nurse's", &["nurse"]),
            ("physiotherapist's", &["physiotherapist", "physiother*"]),
            ("physiotherapies", &["physiother*"]),
        ];
        for (word, wanted) in cases {
            assert_eq!(found(&filed, word), [wanted], "{word}");
        }
    }
}
