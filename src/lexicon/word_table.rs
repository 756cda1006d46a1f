//! Tables of words that are found by a hash made when the program is compiled.

/// A set of words.
#[derive(Debug)]
pub struct WordTable {
    words: &'static [&'static str],
    /// The place of a word in `words`, counted from 1, in the first free slot from that of its [`slot`] on; 0 where none is.
    /// A power of two, at least twice the number of words, so that a search ends soon.
    slots: &'static [u16],
}

impl WordTable {
    /// A table of `words` with the slots that [`filled`] gives them; [`crate::lexicon::words`] makes one.
    pub const fn new(words: &'static [&'static str], slots: &'static [u16]) -> Self {
        Self { words, slots }
    }

    /// Whether `word` is in the table, in these very letters.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        let mut at = slot(word.as_bytes(), self.slots.len());
        while let Some(place) = self.slots.get(at).and_then(|place| place.checked_sub(1)) {
            if self.words.get(usize::from(place)) == Some(&word) {
                return true;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        false
    }

    /// The words in the order in which they were given.
    pub fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// The number of slots for so many words.
pub const fn slot_count(words: usize) -> usize {
    (words * 3 + 4).next_power_of_two()
}

/// The slots of `words`; fails to compile for a word that stands twice, and for one that no folded word can equal.
#[expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "runs when the program is compiled, and does not compile where a table were too long"
)]
pub const fn filled<const SLOTS: usize>(words: &[&str]) -> [u16; SLOTS] {
    assert!(words.len() < u16::MAX as usize);
    let mut slots = [0; SLOTS];
    let mut place = 0;
    while place < words.len() {
        let word = words[place].as_bytes();
        assert!(is_folded(word));
        let mut at = slot(word, SLOTS);
        while slots[at] != 0 {
            assert!(!same(words[slots[at] as usize - 1].as_bytes(), word));
            at = (at + 1) & (SLOTS - 1);
        }
        place += 1;
        slots[at] = place as u16;
    }
    slots
}

/// Whether a word can come out of a text: words have no space, hyphen, capital or letter with an accent (which starts with
/// one of three bytes).
#[expect(clippy::indexing_slicing, reason = "runs when the program is compiled")]
const fn is_folded(word: &[u8]) -> bool {
    let mut at = 0;
    while at < word.len() {
        if matches!(word[at], b' ' | b'-' | b'A'..=b'Z' | 0xC3..=0xC5) {
            return false;
        }
        at += 1;
    }
    true
}

#[expect(clippy::indexing_slicing, reason = "runs when the program is compiled")]
const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The slot of a word among a power of two of them, by its length and its first and last four bytes: enough to tell words
/// of a language apart, and as fast for long ones as for short ones.
const fn slot(word: &[u8], slots: usize) -> usize {
    let (start, end) = match (word.first_chunk(), word.last_chunk()) {
        (Some(start), Some(end)) => (u32::from_le_bytes(*start), u32::from_le_bytes(*end)),
        _ => match word {
            [one] => (*one as u32, 0),
            [one, two] => (u32::from_le_bytes([*one, *two, 0, 0]), 0),
            [one, two, three] => (u32::from_le_bytes([*one, *two, *three, 0]), 0),
            _ => (0, 0),
        },
    };
    let bytes = start as u64 | (end as u64) << 32;
    let mixed = (bytes ^ word.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 40) as usize & (slots - 1)
}

/// A [`WordTable`] of these words.
macro_rules! words {
    ($($word:literal),* $(,)?) => {{
        const WORDS: &[&str] = &[$($word),*];
        const SLOTS: [u16; $crate::lexicon::word_table::slot_count(WORDS.len())] =
            $crate::lexicon::word_table::filled(WORDS);
        &$crate::lexicon::word_table::WordTable::new(WORDS, &SLOTS)
    }};
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_table_are_found_and_no_others() {
        let table: &WordTable = words!["", "a", "an", "be", "e", "thing", "things"];
        assert!(table.words().iter().all(|word| table.has(word)));
        for word in ["b", "bee", "am", "z", "é", "thong", "things's"] {
            assert!(!table.has(word), "{word}");
        }
        let none: &WordTable = words![];
        assert!(!none.has("") && !none.has("a"));
    }
}
