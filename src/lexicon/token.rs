//! Words as phrase lists see them: folded, with their place in the text.

use crate::source::PartOf;
use std::ops::Range;

/// The words of one text.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    folded: String,
    words: Vec<Token>,
    /// The beginnings of the words; see [`beginning`].
    beginnings: u128,
}

/// One word.
#[derive(Debug, Clone)]
struct Token {
    folded: Range<usize>,
    place: Range<usize>,
    key: u64,
    /// Whether it ends in "n't".
    negated: bool,
    /// Whether a space and nothing else stands before it.
    spaced: bool,
}

/// The first eight bytes of `word`, zeros behind a shorter one: words of fewer bytes have the same key only if they are
/// the same.
pub(super) fn key(word: &str) -> u64 {
    if let Some(whole) = word.as_bytes().first_chunk() {
        return u64::from_be_bytes(*whole);
    }
    word.bytes()
        .rfold(0, |key, byte| (key >> 8) | (u64::from(byte) << 56))
}

/// The [`key`] of `word` with "'s" behind it.
pub(super) fn key_of_owner(word: &str) -> u64 {
    let mut bytes = [0; KEY_BYTES];
    for (byte, of) in bytes.iter_mut().zip(word.bytes().chain(*b"'s")) {
        *byte = of;
    }
    u64::from_be_bytes(bytes)
}

/// The bytes of a [`key`].
pub(super) const KEY_BYTES: usize = 8;

/// The bytes of a word that [`beginning`] and [`mark`] look at.
pub(super) const BEGINNING_BYTES: usize = 3;

/// A number of 32 mixed bits for the first three bytes of a word with this [`key`].
fn hash(key: u64) -> u32 {
    let first = u32::try_from(key >> 40).unwrap_or(0);
    // Knuth's multiplicative hashing: the upper bits are the mixed ones.
    first.wrapping_mul(2_654_435_761)
}

/// The bit that a text with a number has among its [`beginnings`](Tokens::beginnings); some words share it.
pub(super) const HAS_NUMBER: u128 = 1;

/// The bit that a text with a word in "n't" has among its [`beginnings`](Tokens::beginnings); some words share it.
pub(super) const HAS_NEGATED: u128 = 2;

/// One bit for the first three bytes of the word with this [`key`], or for all of a shorter one. Different beginnings may
/// share a bit.
pub(super) fn beginning(key: u64) -> u128 {
    1 << (hash(key) >> 25)
}

/// The number of marks.
pub(super) const MARKS: usize = 1024;

/// The mark of the words that start with a digit.
pub(super) const DIGITS: u16 = 0;

/// The mark that a word in "n't" has beside its own; some other words have it too.
pub(super) const NEGATED: u16 = 1;

/// A number below [`MARKS`] that words which begin alike share: by the first three bytes, [`DIGITS`] for those that start
/// with a digit.
pub(super) fn mark(key: u64) -> u16 {
    if starts_with_digit(key) {
        return DIGITS;
    }
    u16::try_from(hash(key) >> 22).unwrap_or(DIGITS)
}

/// Whether the word with this [`key`] starts with a digit.
pub(super) fn starts_with_digit(key: u64) -> bool {
    (0x30..=0x39).contains(&(key >> 56))
}

impl Tokens {
    /// The words of `text`: runs of letters and digits, lower case, without accents.
    ///
    /// An apostrophe between letters belongs to its word (`can't`), as do a dot or comma between digits (`38.5`) and an
    /// ampersand between single letters (`a&e`). Everything else parts words, hyphens too.
    pub fn of(text: &str) -> Self {
        let mut tokens = Self {
            folded: String::with_capacity(text.len()),
            words: Vec::with_capacity(text.len() / 5 + 1),
            beginnings: 0,
        };
        let mut start = None;
        let mut last = '\0';
        let mut rest = text;
        loop {
            let at = text.len() - rest.len();
            let run = plain_run(rest);
            if let (plain, Some(after)) = (rest.get(..run).unwrap_or(""), rest.get(run..))
                && let Some(end) = plain.bytes().last()
            {
                let from = tokens.folded.len();
                if start.is_none() {
                    start = Some((at, from));
                }
                tokens.folded.push_str(plain);
                if let Some(new) = tokens.folded.get_mut(from..) {
                    new.make_ascii_lowercase();
                }
                last = char::from(end);
                rest = after;
                continue;
            }
            let mut chars = rest.chars();
            let Some(char) = chars.next() else { break };
            rest = chars.as_str();
            let next = || rest.chars().next().unwrap_or('\0');
            let joined = || start.is_some() && joins(last, char, next());
            let inside = match char {
                ' ' => false,
                '\0'..='\u{7f}' => joined(),
                _ => char.is_alphanumeric() || is_combining(char) || joined(),
            };
            if inside {
                start.get_or_insert((at, tokens.folded.len()));
                fold(char, &mut tokens.folded);
            } else if let Some((from, folded)) = start.take() {
                tokens.push(text, folded, from..at);
            }
            last = char;
        }
        if let Some((from, folded)) = start {
            tokens.push(text, folded, from..text.len());
        }
        tokens
    }

    fn push(&mut self, text: &str, folded: usize, place: Range<usize>) {
        let end = self.words.last().map(|last| last.place.end);
        let spaced = end.is_some_and(|end| end + 1 == place.start)
            && text.as_bytes().get(place.start - 1) == Some(&b' ');
        let word = self.folded.get(folded..).unwrap_or("");
        let negated = matches!(word.as_bytes(), [.., b'n', b'\'', b't']);
        let key = key(word);
        self.beginnings |= beginning(key);
        if negated {
            self.beginnings |= HAS_NEGATED;
        }
        if starts_with_digit(key) {
            self.beginnings |= HAS_NUMBER;
        }
        self.words.push(Token {
            folded: folded..self.folded.len(),
            place,
            key,
            negated,
            spaced,
        });
    }

    /// The [`key`] of the word at `index`, 0 past the end.
    #[inline]
    pub(super) fn key(&self, index: usize) -> u64 {
        self.words.get(index).map_or(0, |token| token.key)
    }

    /// Whether the word at `index` ends in "n't".
    #[inline]
    pub(super) fn is_negated(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|token| token.negated)
    }

    /// The number of words.
    #[inline]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word at `index`, "" past the end.
    #[inline]
    pub fn word(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |token| self.folded.part(token.folded.clone()))
    }

    /// The word `by` words before `at`, "" before the first.
    #[inline]
    pub fn back(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.word(at))
    }

    /// The bits of the [beginnings](beginning) of all words, [`HAS_NUMBER`] and [`HAS_NEGATED`].
    #[inline]
    pub(super) fn beginnings(&self) -> u128 {
        self.beginnings
    }

    /// Whether a word starts with a digit. Quick; a yes may be wrong, a no never is.
    pub fn may_have_number(&self) -> bool {
        self.beginnings & HAS_NUMBER != 0
    }

    /// The [`mark`] of the word at `index`; one in "n't" has [`NEGATED`] too.
    #[inline]
    pub(super) fn mark(&self, index: usize) -> u16 {
        mark(self.key(index))
    }

    /// The words, in order.
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.words
            .iter()
            .map(|token| self.folded.part(token.folded.clone()))
    }

    /// The words `range`, in order; none for an impossible range.
    pub fn words_of(&self, range: Range<usize>) -> impl Iterator<Item = &str> {
        let words = self.words.get(range).unwrap_or(&[]).iter();
        words.map(|token| self.folded.part(token.folded.clone()))
    }

    /// The bytes of the text that words `range` take up; an empty or impossible range gives `0..0`.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        match (
            self.words.get(range.start),
            range
                .end
                .checked_sub(1)
                .and_then(|last| self.words.get(last)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                first.place.start..last.place.end
            }
            _ => 0..0,
        }
    }

    /// What stands in `text`, which these are the words of, between word `index` and the one before; "" for the first.
    #[inline]
    pub fn gap_before<'t>(&self, text: &'t str, index: usize) -> &'t str {
        let Some(word) = self.words.get(index) else {
            return "";
        };
        if word.spaced {
            return " ";
        }
        let before = index.checked_sub(1).and_then(|at| self.words.get(at));
        let gap = before.and_then(|before| text.get(before.place.end..word.place.start));
        gap.unwrap_or("")
    }

    /// The index of the first word that starts at or after byte `at`.
    pub fn index_at(&self, at: usize) -> usize {
        self.words.partition_point(|token| token.place.start < at)
    }

    /// The indices of the words that lie inside the bytes `range`.
    pub fn within(&self, range: Range<usize>) -> Range<usize> {
        let start = self.index_at(range.start);
        let end = self
            .words
            .partition_point(|token| token.place.end <= range.end);
        start..end.max(start)
    }
}

/// The length of the run of plain letters and digits that `text` starts with.
fn plain_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric());
    end.unwrap_or(bytes.len())
}

fn joins(last: char, char: char, next: char) -> bool {
    match char {
        '&' | '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' => {
            last.is_alphabetic() && next.is_alphabetic()
        }
        '.' | ',' => last.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

fn is_combining(char: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&char)
}

/// Folds `text` as [`Tokens`] does, keeping everything that is no letter.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        fold(char, &mut out);
    }
    out
}

fn fold(char: char, into: &mut String) {
    let plain = match char {
        'A'..='Z' => char.to_ascii_lowercase(),
        '\0'..='\u{7f}' => char,
        '\u{2019}' | '\u{2018}' | '\u{02bc}' => '\'',
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        _ if is_combining(char) => return,
        _ => return into.extend(char.to_lowercase()),
    };
    into.push(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_keep_their_place() {
        let text = "Can’t pee? Go to A&E — 38.5 °C, non-urgent, ¿Cuándo";
        let tokens = Tokens::of(text);
        let words: Vec<_> = tokens.words().collect();
        assert_eq!(
            words,
            [
                "can't", "pee", "go", "to", "a&e", "38.5", "c", "non", "urgent", "cuando"
            ]
        );
        assert_eq!(&text[tokens.place(9..10)], "Cuándo");
        assert_eq!(&text[tokens.place(7..9)], "non-urgent");
    }
}
