//! Words that were shaped before, and how a text is parted into them.

use super::{Look, shaped};
use crate::export::pdf::fonts::{FaceId, Shaper};
use crate::export::pdf::page::Glyph;
use crate::export::pdf::text::BREAK;
use crate::source::PartOf;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::rc::Rc;

/// How many shaped words are kept: some megabytes.
const MOST_WORDS: usize = 10_000;

/// Longer words are shaped in parts.
const LONGEST_WORD: usize = 256;

/// Longer words are not kept.
const LONGEST_KEPT: usize = 64;

/// Letters of a shaped word that cannot be parted.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The bytes of the word that they are.
    pub bytes: usize,
    /// The face.
    pub face: FaceId,
    /// What is drawn.
    pub glyphs: SmallVec<[Glyph; 1]>,
    /// How far the next piece stands from this one.
    pub advance: f32,
}

/// The pieces of a word; nothing if it cannot be set here.
type Pieces = Option<Rc<[Piece]>>;

/// Words that were shaped before, by how they are set. What is kept depends on nothing but the fonts.
#[derive(Debug, Default)]
pub struct ShapedWords {
    known: FxHashMap<(u32, bool, bool), FxHashMap<SmolStr, Pieces>>,
    count: usize,
}

impl ShapedWords {
    fn get(&self, word: &str, look: Look) -> Option<&Pieces> {
        self.known.get(&key(look))?.get(word)
    }

    fn keep(&mut self, word: &str, look: Look, pieces: Pieces) {
        if self.count >= MOST_WORDS {
            self.known.clear();
            self.count = 0;
        }
        let words = self.known.entry(key(look)).or_default();
        words.insert(word.into(), pieces);
        self.count += 1;
    }
}

fn key(look: Look) -> (u32, bool, bool) {
    (look.size.to_bits(), look.bold, look.italic)
}

/// A word, a space or the end of a line.
pub(super) struct Word<'t> {
    /// Its text and the next character that is drawn, which may draw a letter nearer.
    pub(super) text: &'t str,
    /// The length without that.
    pub(super) length: usize,
}

/// The words of a run one after the other, none longer than [`LONGEST_WORD`].
pub(super) fn split(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = if is_alone(first) {
            first.len_utf8()
        } else {
            let longest = rest.floor_char_boundary(LONGEST_WORD);
            rest.part(..longest).find(is_alone).unwrap_or(longest)
        };
        let (word, after) = rest.split_at(length);
        let next = if word == "\n" { 0 } else { near(after) };
        let text = rest.part(..length + next);
        rest = after;
        Some(Word { text, length })
    })
}

/// The length of the first character of `text` that is drawn, with the places before it where a line may break.
fn near(text: &str) -> usize {
    let mut length = 0;
    for character in text.chars().take_while(|character| *character != '\n') {
        length += character.len_utf8();
        if character != BREAK {
            break;
        }
    }
    length
}

/// Whether a character is no part of a word.
fn is_alone(character: char) -> bool {
    matches!(character, ' ' | '\n')
}

pub(super) fn shaped_word(shaper: &mut Shaper, word: &str, look: Look) -> Pieces {
    if let Some(known) = shaper.words.get(word, look) {
        return known.clone();
    }
    let pieces: Pieces = shaped::word(shaper, word, look).map(Rc::from);
    if word.len() <= LONGEST_KEPT {
        shaper.words.keep(word, look, pieces.clone());
    }
    pieces
}
